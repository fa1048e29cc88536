package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.fail;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import java.util.List;

/** Catalogs for tests, from YAML or built in. */
final class Catalogs {
    private Catalogs() {}

    static Catalog builtin() {
        return loaded(ConfigLoader.builtin()).catalog();
    }

    static Catalog of(String yaml) {
        return loaded(ConfigLoader.parse("dibs.yaml", yaml)).catalog();
    }

    static DibsConfig config(String yaml) {
        return loaded(ConfigLoader.parse("dibs.yaml", yaml));
    }

    static List<String> faults(String yaml) {
        return switch (ConfigLoader.parse("dibs.yaml", yaml)) {
            case ConfigResult.Faulty faulty ->
                faulty.faults().stream().map(Fault::toString).toList();
            case ConfigResult.Loaded loaded -> List.of();
        };
    }

    static Environment environment(Catalog catalog, String id) {
        return catalog.find(new EnvironmentId(id)).orElseThrow();
    }

    private static DibsConfig loaded(ConfigResult result) {
        return switch (result) {
            case ConfigResult.Loaded loaded -> loaded.config();
            case ConfigResult.Faulty faulty -> fail(faulty.text());
        };
    }
}
