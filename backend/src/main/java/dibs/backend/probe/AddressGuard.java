package dibs.backend.probe;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: public ones, and the private ones that are allowed. Private is whatever the registries of
 * IANA have as not globally reachable, and whatever carries such an address inside.
 */
final class AddressGuard {
    private static final List<Network> RESERVED = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "3fff::/20",
            "5f00::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8");

    /** The address of version 4 stands in its last four bytes. */
    private static final Network TRANSLATED = network("64:ff9b::/96");
    /** The address of version 4 stands behind its first two bytes. */
    private static final Network SIX_TO_FOUR = network("2002::/16");

    private final PrivateHosts allowed;

    AddressGuard(PrivateHosts allowed) {
        this.allowed = allowed;
    }

    /** Whether the address, found under that name, may be connected to. */
    boolean allows(String host, InetAddress address) {
        return !isPrivate(address.getAddress()) || allowed.allow(host, address);
    }

    private static boolean isPrivate(byte[] address) {
        return RESERVED.stream().anyMatch(network -> network.contains(address))
                || inside(address).filter(AddressGuard::isPrivate).isPresent();
    }

    private static Optional<byte[]> inside(byte[] address) {
        if (TRANSLATED.contains(address)) {
            return Optional.of(Arrays.copyOfRange(address, 12, 16));
        }
        return SIX_TO_FOUR.contains(address) ? Optional.of(Arrays.copyOfRange(address, 2, 6)) : Optional.empty();
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(AddressGuard::network).toList();
    }

    private static Network network(String text) {
        return Network.of(text).orElseThrow();
    }
}
