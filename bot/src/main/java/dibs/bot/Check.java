package dibs.bot;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.backend.catalog.DibsConfig;
import dibs.backend.health.ProbeSpec;
import dibs.backend.store.Database;
import dibs.backend.store.StoreConfig;
import dibs.backend.store.StoreUnavailable;
import dibs.backend.transaction.StoreException;
import dibs.bot.cli.Program;
import dibs.bot.platform.matrix.MatrixSettings;
import dibs.bot.platform.matrix.client.Access;
import dibs.bot.platform.matrix.client.HttpHomeserver;
import dibs.bot.platform.matrix.client.Kept;
import dibs.bot.platform.matrix.install.MatrixCheck;
import dibs.bot.platform.slack.SlackSettings;
import dibs.bot.platform.slack.install.Manifest;
import dibs.bot.platform.slack.install.SlackCheck;
import dibs.bot.reply.Finding;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./dibs check}: looks at all that a start needs, and starts nothing. */
final class Check {
    private static final URI EXAMPLE = URI.create("https://dibs.example.org");

    private final Map<String, String> environment;
    private final PrintStream out;

    Check(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * Says what was found, a line each.
     *
     * @throws CannotStart when the configuration or the settings are faulty, with every fault
     */
    int run() {
        Start start = Start.read(environment, Optional.empty());
        List<Finding> findings = new ArrayList<>();
        findings.add(configuration(start));
        findings.add(settings(start.settings()));
        findings.add(store(start.store()));
        findings.add(probes(start));
        Optional<SlackSettings> slack = start.settings().slack();
        if (slack.isPresent()) {
            findings.addAll(SlackCheck.look(slack.get(), start.settings().url(), homes(start.config())));
        } else {
            findings.add(Finding.good("Slack: not set up; docs/slack.md says how"));
        }
        findings.addAll(matrix(start));
        findings.forEach(out::println);
        long faults = findings.stream().filter(Finding::isFault).count();
        out.println(faults == 0 ? "Nothing has to be mended." : "To be mended: " + faults + ".");
        return faults == 0 ? Program.DONE : Program.FAILED;
    }

    private static List<Finding> matrix(Start start) {
        Optional<MatrixSettings> settings = start.settings().matrix();
        if (settings.isEmpty()) {
            return List.of(Finding.good("Matrix: not set up; docs/matrix.md says how"));
        }
        if (settings.get().access().proof() instanceof Access.Proof.Password) {
            // Signing in makes a device, which is then kept in the store: that is the first start's to do.
            return List.of(Finding.unsure(
                    "Matrix: signs in with MATRIX_PASSWORD at the first start, once; only with a token can"
                            + " more be told here"));
        }
        try (HttpHomeserver homeserver = new HttpHomeserver(settings.get().access(), new NothingKept())) {
            return MatrixCheck.look(settings.get(), homeserver, homes(start.config()));
        }
    }

    /**
     * Prints the manifest of the Slack app for the commands of the configuration. The other settings may be faulty still:
     * its tokens are there only after the app is.
     *
     * @param socket whether for Socket Mode; else for requests over HTTP
     * @throws CannotStart when the configuration is faulty, or names commands that are none
     */
    int manifest(boolean socket) {
        DibsConfig config = Start.config(environment, Optional.empty());
        List<String> commands = config.slack().commands().orElse(SlackSettings.COMMANDS);
        List<String> unknown = Manifest.unknown(commands);
        if (!unknown.isEmpty()) {
            throw new CannotStart(
                    Program.USAGE,
                    "/" + String.join(" /", unknown) + " under slack: commands: mean nothing to Dibs: leave them out.");
        }
        out.print(socket ? Manifest.socket(commands) : Manifest.http(commands, address(config)));
        return Program.DONE;
    }

    private URI address(DibsConfig config) {
        return Settings.address(environment, config)
                .orElseThrow(() -> new CannotStart(
                        Program.USAGE,
                        "Slack has to know where to send its requests: set DIBS_URL to the address at which it reaches"
                                + " Dibs, such as " + EXAMPLE + ", or use Socket Mode."));
    }

    private static Finding configuration(Start start) {
        String what = start.config().catalog().environments().size() + " environments, "
                + start.config().policy().rules().size() + " rules";
        return Finding.good("configuration: " + start.file().map(Path::toString).orElse("built in") + ": " + what);
    }

    private static Finding settings(Settings settings) {
        return Finding.good("settings: listens on " + settings.bind().getHostAddress() + ":" + settings.port()
                + settings.url().map(url -> ", reached at " + url).orElse("") + "; "
                + settings.admins().size() + (settings.admins().size() == 1 ? " admin" : " admins") + "; time zone "
                + settings.zone());
    }

    /** Nothing is asked here: a check sends nothing to what is probed. */
    private static Finding probes(Start start) {
        List<ProbeSpec> probes = start.config().probes();
        long environments =
                probes.stream().map(ProbeSpec::environment).distinct().count();
        String what = probes.size() + " of " + environments + " environments";
        return Finding.good(start.settings()
                .probes()
                .map(allowed -> "probes: on, " + what + "; private hosts and networks allowed: " + allowed.count())
                .orElse("probes: off, and nothing is sent anywhere; DIBS_PROBES=on switches on " + what));
    }

    private static Finding store(StoreConfig store) {
        if (store.file().isPresent() && !Files.exists(store.file().get())) {
            return Finding.good("store: " + store.shown() + " is not there yet: the first start makes it");
        }
        try (Database database = Database.open(store, new RandomIds())) {
            database.check();
            return Finding.good("store: " + store.shown() + " opens; its schema is version " + database.schema());
        } catch (StoreUnavailable | StoreException broken) {
            return Finding.fault("store: " + broken.getMessage());
        }
    }

    private static List<ConversationId> homes(DibsConfig config) {
        return config.homes().stream().map(Home::to).toList();
    }

    /** For a token, of which nothing is to be kept. */
    private static final class NothingKept implements Kept {
        @Override
        public Optional<Key> find(String login) {
            return Optional.empty();
        }

        @Override
        public void keep(String login, Key key) {
            throw new IllegalStateException("a token has nothing to keep");
        }

        @Override
        public void forget(String login) {
            throw new IllegalStateException("a token has nothing to forget");
        }
    }
}
