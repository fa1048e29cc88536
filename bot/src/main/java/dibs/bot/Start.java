package dibs.bot;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.DibsConfig;
import dibs.backend.store.StoreConfig;
import dibs.bot.cli.Program;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that is read before anything starts.
 *
 * @param file the configuration file, where one was named
 */
record Start(Settings settings, DibsConfig config, Optional<Path> file, StoreConfig store) {
    /**
     * Reads settings and configuration.
     *
     * @param database goes before the setting
     * @throws CannotStart with every fault
     */
    static Start read(Map<String, String> environment, Optional<String> database) {
        Optional<Path> file = file(environment);
        DibsConfig config = config(environment, file);
        Settings settings = switch (Settings.read(environment, config)) {
            case Settings.Read.Good good -> good.settings();
            case Settings.Read.Bad bad ->
                throw new CannotStart(Program.USAGE, String.join(System.lineSeparator(), bad.faults()));
        };
        String where = database.or(settings::database).orElseGet(() -> usual(environment));
        return new Start(settings, config, file, StoreConfig.of(where));
    }

    private static Optional<Path> file(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("DIBS_CONFIG"))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    /**
     * Reads the configuration alone.
     *
     * @param file goes before the setting
     * @throws CannotStart with every fault
     */
    static DibsConfig config(Map<String, String> environment, Optional<Path> file) {
        return config(file.or(() -> file(environment)).map(ConfigLoader::load).orElseGet(ConfigLoader::builtin));
    }

    static DibsConfig config(ConfigResult result) {
        return switch (result) {
            case ConfigResult.Loaded loaded -> loaded.config();
            case ConfigResult.Faulty faulty -> throw new CannotStart(Program.FAILED, faulty.text());
        };
    }

    /** In the checkout, which the launcher names; else below the current folder. */
    private static String usual(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("DIBS_HOME", "."), "data", "dibs.db")
                .toString();
    }
}
