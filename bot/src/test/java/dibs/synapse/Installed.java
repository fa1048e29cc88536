package dibs.synapse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What {@code .ci/tools} put into the user's cache. A test that needs what is not there is skipped, with the reason printed. */
public final class Installed {
    private static final String REQUIREMENTS = "requirements.txt";

    private Installed() {}

    /** The Python that Synapse is installed in. */
    static Path python() {
        Path cache = cache().resolve("synapse");
        Path python = cache.resolve("bin/python");
        Path wanted = Path.of("src/test/synapse", REQUIREMENTS).toAbsolutePath();
        if (!Files.isExecutable(python) || !same(wanted, cache.resolve(REQUIREMENTS))) {
            missing("Synapse, as " + REQUIREMENTS + " has it, is not in " + cache);
        }
        return python;
    }

    /** The folder of that name in the cache, with the npm packages of the folder of the same name in the tree. */
    public static Path npm(String name) {
        Path cache = cache().resolve(name);
        String lock = "package-lock.json";
        Path wanted = Path.of("src/test", name, lock).toAbsolutePath();
        if (!Files.isDirectory(cache.resolve("node_modules")) || !same(wanted, cache.resolve(lock))) {
            missing("the npm packages of " + name + " are not in " + cache);
        }
        return cache.resolve("node_modules");
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.mismatch(one, other) == -1;
        } catch (IOException none) {
            return false;
        }
    }

    private static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("dibs");
    }

    private static void missing(String what) {
        String why = what + ": .ci/tools installs it";
        if ("1".equals(System.getenv("DIBS_REQUIRE_ALL"))) {
            Assertions.fail(why);
        }
        System.out.println("Skipped: " + why);
        Assumptions.abort(why);
    }
}
