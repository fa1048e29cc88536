package dibs.backend.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A range of addresses, written as {@code 10.0.0.0/8}, {@code fd00::/8} or a single address. */
final class Network {
    private static final Pattern FORM = Pattern.compile("([0-9.]{7,15}|[0-9A-Fa-f:.]{2,45})(?:/([0-9]{1,3}))?");
    private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private final byte[] prefix;
    private final int bits;

    private Network(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /** The network of that text; nothing where it is none. Looks no name up. */
    static Optional<Network> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<byte[]> address = literal(form.group(1));
        int most = address.map(bytes -> bytes.length * 8).orElse(0);
        int bits = form.group(2) == null ? most : Integer.parseInt(form.group(2));
        return address.filter(bytes -> bits <= most).map(bytes -> new Network(bytes, bits));
    }

    /** What only digits, points and colons can mean: the JDK asks nobody about such a text. */
    private static Optional<byte[]> literal(String text) {
        if (!text.contains(":") && !DOTTED.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
