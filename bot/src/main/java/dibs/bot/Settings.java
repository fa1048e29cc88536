package dibs.bot;

import dibs.backend.catalog.DibsConfig;
import dibs.backend.person.AccountId;
import dibs.backend.probe.PrivateHosts;
import dibs.bot.cli.Program;
import dibs.bot.platform.matrix.MatrixSettings;
import dibs.bot.platform.slack.SlackSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was set by the environment, else under {@code settings:} in the configuration file.
 *
 * @param database a path or a JDBC URL; nothing: the file in the checkout
 * @param port 0 for any free one
 * @param bind the address to listen on
 * @param url the public address
 * @param admins accounts with the role admin
 * @param zone of whoever has none
 * @param probes the private addresses that probes may ask; nothing where probes are off
 * @param slack how to reach Slack; nothing where no token is set
 * @param matrix how to be on Matrix; nothing where nothing is set for it
 */
record Settings(
        Optional<String> database,
        int port,
        InetAddress bind,
        Optional<URI> url,
        Set<AccountId> admins,
        ZoneId zone,
        Optional<PrivateHosts> probes,
        Optional<SlackSettings> slack,
        Optional<MatrixSettings> matrix) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Settings, or every fault in them. */
    sealed interface Read {
        record Good(Settings settings) implements Read {}

        /** One sentence a fault, each with the setting's name. */
        record Bad(List<String> faults) implements Read {}
    }

    /** Reads the settings; what the environment says goes before what the file says. */
    static Read read(Map<String, String> environment, DibsConfig config) {
        Map<String, String> all = all(environment, config);
        Reading reading = new Reading(all);
        Settings settings = new Settings(
                Optional.ofNullable(all.get("DIBS_DB")),
                reading.port(),
                reading.bind(),
                reading.url(),
                reading.admins(),
                reading.zone(),
                new ProbeReading(all, reading.faults).read(),
                new SlackReading(all, config.slack(), reading.faults).read(),
                new MatrixReading(all, config.matrix(), reading.faults).read());
        return reading.faults.isEmpty() ? new Read.Good(settings) : new Read.Bad(List.copyOf(reading.faults));
    }

    private static Map<String, String> all(Map<String, String> environment, DibsConfig config) {
        Map<String, String> all = new TreeMap<>(config.settings());
        environment.forEach((name, value) -> {
            if (!value.isBlank()) {
                all.put(name, value.strip());
            }
        });
        return all;
    }

    /**
     * The public address alone; nothing when none is set.
     *
     * @throws CannotStart when what is set is none
     */
    static Optional<URI> address(Map<String, String> environment, DibsConfig config) {
        Reading reading = new Reading(all(environment, config));
        Optional<URI> url = reading.url();
        if (!reading.faults.isEmpty()) {
            throw new CannotStart(Program.USAGE, String.join(System.lineSeparator(), reading.faults));
        }
        return url;
    }

    /** Whether nobody but this machine reaches the port. */
    boolean loopback() {
        return bind.isLoopbackAddress();
    }

    private static final class Reading {
        private final Map<String, String> values;
        private final List<String> faults = new ArrayList<>();

        private Reading(Map<String, String> values) {
            this.values = values;
        }

        private int port() {
            String port = values.getOrDefault("DIBS_PORT", "8080");
            if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
                faults.add("DIBS_PORT is a port from 0 to 65535, and not " + quoted(port) + ".");
                return 0;
            }
            return Integer.parseInt(port);
        }

        private InetAddress bind() {
            String address = values.getOrDefault("DIBS_BIND", "127.0.0.1");
            try {
                return InetAddress.getByName(address);
            } catch (UnknownHostException unknown) {
                faults.add(
                        "DIBS_BIND is an address of this machine such as 127.0.0.1, and not " + quoted(address) + ".");
                return InetAddress.getLoopbackAddress();
            }
        }

        private Optional<URI> url() {
            String url = values.get("DIBS_URL");
            if (url == null) {
                return Optional.empty();
            }
            try {
                URI uri = URI.create(url);
                if (uri.getHost() != null && Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                    return Optional.of(uri);
                }
            } catch (IllegalArgumentException malformed) {
                // said below, as for every other address that cannot be used
            }
            faults.add("DIBS_URL is an address such as https://dibs.example.org, and not " + quoted(url) + ".");
            return Optional.empty();
        }

        private Set<AccountId> admins() {
            Set<AccountId> admins = new LinkedHashSet<>();
            for (String name : values.getOrDefault("DIBS_ADMINS", "").split(",", -1)) {
                String account = name.strip();
                if (account.isEmpty()) {
                    continue;
                }
                try {
                    admins.add(
                            account.contains(":")
                                    ? new AccountId(account)
                                    : AccountId.of("console", account.toLowerCase(Locale.ROOT)));
                } catch (IllegalArgumentException malformed) {
                    faults.add("DIBS_ADMINS is a comma list of accounts such as console:ann, and "
                            + quoted(account)
                            + " is none.");
                }
            }
            return admins;
        }

        private ZoneId zone() {
            String zone = values.get("DIBS_TIMEZONE");
            if (zone == null) {
                return UTC;
            }
            try {
                return ZoneId.of(zone);
            } catch (DateTimeException unknown) {
                faults.add("DIBS_TIMEZONE is a zone such as Europe/Berlin, and not " + quoted(zone) + ".");
                return UTC;
            }
        }

        private static String quoted(String value) {
            String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
            return "\"" + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
        }
    }
}
