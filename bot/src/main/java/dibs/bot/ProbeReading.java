package dibs.bot;

import dibs.backend.probe.PrivateHosts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is set for probes.
 *
 * @param values every setting by its name
 * @param faults where faults are added, a sentence each
 */
record ProbeReading(Map<String, String> values, List<String> faults) {
    private static final String SWITCH = "DIBS_PROBES";
    private static final String PRIVATE = "DIBS_PROBE_PRIVATE";

    /** The private addresses that probes may ask; nothing where probes are off. */
    Optional<PrivateHosts> read() {
        PrivateHosts allowed = allowed();
        return switch (values.getOrDefault(SWITCH, "off").strip().toLowerCase(Locale.ROOT)) {
            case "on", "true" -> Optional.of(allowed);
            case "off", "false", "" -> Optional.empty();
            default -> {
                faults.add(SWITCH + " is on or off.");
                yield Optional.empty();
            }
        };
    }

    private PrivateHosts allowed() {
        try {
            return PrivateHosts.parse(values.getOrDefault(PRIVATE, ""));
        } catch (IllegalArgumentException malformed) {
            faults.add(PRIVATE
                    + " is a comma list of hosts and networks such as vpn.example.org, 10.1.0.0/16, and one of its"
                    + " parts is none.");
            return PrivateHosts.NONE;
        }
    }
}
