package dibs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A checkout with a fake Maven and fake JDKs, in which the real launcher is run. */
@Timeout(60)
abstract class LauncherScene {

    static final Path LAUNCHER = Path.of("../dibs").toAbsolutePath().normalize();
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** All that the launcher may find on its PATH, besides the Maven. */
    static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cp",
            "dirname",
            "find",
            "flock",
            "mkdir",
            "mv",
            "perl",
            "readlink",
            "rm",
            "sleep",
            "touch",
            "uname");

    static final String FAKE_MAVEN = """
            #!/bin/sh
            if [ "$1" = -v ]; then echo "Apache Maven ${MAVEN_VERSION:-3.9.9} (fake)"; exit; fi
            echo "mvn on $JAVA_HOME"
            for argument; do echo "mvn argument [$argument]"; done
            cat >/dev/null
            echo begun >>"$RECORD/builds"
            while [ -e "$RECORD/hold" ]; do sleep 0.02; done
            [ ! -e "$RECORD/broken" ] || exit 1
            case " $* " in *" package "*) ;; *) exit ;; esac
            mkdir -p "$CHECKOUT/bot/target"
            echo "jar" >"$CHECKOUT/bot/target/bot-0.1.0-SNAPSHOT-program.jar"
            """;

    static final String FAKE_JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "VERSION" 2026-01-01' >&2; exit; fi
            echo "java VERSION"
            echo "home [$DIBS_HOME]"
            for argument; do echo "argument [$argument]"; done
            while IFS= read -r line; do echo "input [$line]"; done
            """;

    @TempDir
    Path temp;

    Path checkout = Path.of("");
    Path tools = Path.of("");
    Path jdks = Path.of("");
    Path record = Path.of("");
    final Map<String, String> environment = new HashMap<>();
    final List<Process> started = new ArrayList<>();

    @BeforeEach
    void layOutACheckout() throws IOException {
        temp = temp.toRealPath();
        checkout = Files.createDirectory(temp.resolve("a check out"));
        tools = Files.createDirectory(temp.resolve("tools"));
        jdks = Files.createDirectory(temp.resolve("many jdks"));
        record = Files.createDirectory(temp.resolve("record"));

        Files.copy(LAUNCHER, checkout.resolve("dibs"));
        assertThat(checkout.resolve("dibs").toFile().setExecutable(true)).isTrue();
        for (String source : List.of(
                "pom.xml",
                ".mvn/jvm.config",
                "backend/pom.xml",
                "backend/src/main/java/A.java",
                "bot/pom.xml",
                "bot/src/main/java/B.java",
                "migrations/pom.xml",
                "migrations/sqlite/V001__first.sql")) {
            Files.createDirectories(checkout.resolve(source).getParent());
            Files.createFile(checkout.resolve(source));
        }
        for (String tool : TOOLS) {
            find(tool).ifPresent(found -> link(tools.resolve(tool), found));
        }
        script(tools.resolve("mvn"), FAKE_MAVEN);
        environment.putAll(Map.of(
                "PATH", tools.toString(),
                "HOME", temp.toString(),
                "DIBS_JDK_FOLDERS", jdks.toString(),
                "RECORD", record.toString(),
                "CHECKOUT", checkout.toString()));
    }

    @AfterEach
    void leaveNothingRunning() {
        started.forEach(LauncherIT::killAll);
    }

    // --- the JDK ---

    record Run(int exit, String out, String err) {}

    Run run(String... arguments) throws Exception {
        return run(checkout, "", arguments);
    }

    Run run(Path folder, String input, String... arguments) throws Exception {
        return run(folder, input, List.of(checkout.resolve("dibs").toString()), arguments);
    }

    Run run(Path folder, String input, List<String> launcher, String... arguments) throws Exception {
        Path out = Files.createTempFile(record, "run", ".out");
        Path err = Files.createTempFile(record, "run", ".err");
        Process process = start(folder, input, environment, launcher, out, err, arguments);
        int exit = process.waitFor();
        return new Run(exit, Files.readString(out), Files.readString(err));
    }

    /** Starts the launcher in the background, on a PATH that lacks some tools. */
    Process start(Path folder, String input, Set<String> without, String... arguments) throws Exception {
        for (String tool : without) {
            Files.deleteIfExists(tools.resolve(tool.isEmpty() ? "nothing" : tool));
        }
        return start(
                folder,
                input,
                environment,
                List.of(checkout.resolve("dibs").toString()),
                Files.createTempFile(record, "start", ".out"),
                Files.createTempFile(record, "start", ".err"),
                arguments);
    }

    Process start(
            Path folder,
            String input,
            Map<String, String> variables,
            List<String> launcher,
            Path out,
            Path err,
            String... arguments)
            throws IOException {
        var command = new ArrayList<String>(launcher);
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        started.add(process);
        try (var writer = process.outputWriter()) {
            writer.write(input);
        }
        return process;
    }

    Path jdk(String name, String version) throws IOException {
        Path home = jdks.resolve(name).normalize();
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), FAKE_JAVA.replace("VERSION", version));
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    void jarOf(Instant time) throws IOException {
        Path jar = checkout.resolve("bot/target/dibs.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "jar");
        Files.setLastModifiedTime(jar, FileTime.from(time));
    }

    long builds() {
        try {
            Path builds = record.resolve("builds");
            return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isWaitingForALock(Process launcher) {
        return launcher.descendants()
                .anyMatch(child -> child.info()
                        .command()
                        .filter(command -> command.contains("flock") || command.contains("perl"))
                        .isPresent());
    }

    static boolean isMaven(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("/mvn"))
                .isPresent();
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came to be").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    static void killAll(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    static Optional<Path> find(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void script(Path path, String text) throws IOException {
        Files.writeString(path, text);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }
}
