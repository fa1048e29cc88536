package dibs.backend.probe;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which private addresses may be asked all the same: hosts by name, and networks. */
public final class PrivateHosts {
    /** None at all. */
    public static final PrivateHosts NONE = new PrivateHosts(Set.of(), List.of());

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    private final Set<String> hosts;
    private final List<Network> networks;

    private PrivateHosts(Set<String> hosts, List<Network> networks) {
        this.hosts = Set.copyOf(hosts);
        this.networks = List.copyOf(networks);
    }

    /**
     * Reads a comma list of host names, addresses and networks such as {@code vpn.example, 10.1.0.0/16}.
     *
     * @throws IllegalArgumentException with the first part that is none of them
     */
    public static PrivateHosts parse(String list) {
        Set<String> hosts = new HashSet<>();
        List<Network> networks = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            String word = part.strip().toLowerCase(Locale.ROOT);
            Optional<Network> network = Network.of(word);
            if (network.isPresent()) {
                networks.add(network.get());
            } else if (HOST.matcher(word).matches()) {
                hosts.add(word);
            } else if (!word.isEmpty()) {
                throw new IllegalArgumentException(word);
            }
        }
        return new PrivateHosts(hosts, networks);
    }

    /** How many hosts and networks that are. */
    public int count() {
        return hosts.size() + networks.size();
    }

    /** Whether that address, found under that name, may be asked although it is private. */
    boolean allow(String host, InetAddress address) {
        return hosts.contains(host.toLowerCase(Locale.ROOT))
                || networks.stream().anyMatch(network -> network.contains(address.getAddress()));
    }
}
