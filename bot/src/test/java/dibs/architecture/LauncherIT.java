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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real launcher, in a checkout of a few empty files, with a Maven and JDKs that are small scripts. */
@Timeout(60)
class LauncherIT {

    private static final Path LAUNCHER = Path.of("../dibs").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** All that the launcher may find on its PATH, besides the Maven. */
    private static final List<String> TOOLS = List.of(
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

    private static final String FAKE_MAVEN = """
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

    private static final String FAKE_JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then echo 'openjdk version "VERSION" 2026-01-01' >&2; exit; fi
            echo "java VERSION"
            echo "home [$DIBS_HOME]"
            for argument; do echo "argument [$argument]"; done
            while IFS= read -r line; do echo "input [$line]"; done
            """;

    @TempDir
    Path temp;

    private Path checkout = Path.of("");
    private Path tools = Path.of("");
    private Path jdks = Path.of("");
    private Path record = Path.of("");
    private final Map<String, String> environment = new HashMap<>();
    private final List<Process> started = new ArrayList<>();

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

    @Test
    void theNewestJdkWins() throws Exception {
        jdk("one", "21.0.5");
        jdk("two", "101.0.1");
        jdk("three", "25.0.3");

        assertThat(run("up").out).startsWith("java 101.0.1\n");
    }

    @Test
    void javaHomeWinsATieAndNothingElse() throws Exception {
        jdk("one", "25.0.3");
        environment.put("JAVA_HOME", jdk("../mine", "25.0.1").toString());

        assertThat(run("up").out).startsWith("java 25.0.1\n");

        jdk("two", "26-ea");

        assertThat(run("up").out).startsWith("java 26-ea\n");
    }

    @Test
    void theJavaOnThePathIsFollowedToItsHome() throws Exception {
        Path home = jdk("../elsewhere", "22");
        link(tools.resolve("alternative"), home.resolve("bin/java"));
        link(tools.resolve("java"), Path.of("alternative"));

        Run run = run("up");

        assertThat(run.out).startsWith("java 22\n");
        assertThat(run.err).contains("mvn on " + home.toRealPath());
    }

    @Test
    void aJdkWithoutAReleaseFileIsAsked() throws Exception {
        Files.delete(jdk("one", "23.0.2").resolve("release"));

        assertThat(run("up").out).startsWith("java 23.0.2\n");
    }

    @Test
    void tooOldIsRefusedInWords() throws Exception {
        jdk("old", "17.0.15");
        environment.put("JAVA_HOME", jdk("../older", "1.8.0_292").toString());

        Run run = run("up");

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .contains("no JDK of version 21 or newer")
                .contains(jdks.resolve("old") + " (DIBS_JDK_FOLDERS): Java 17 is too old")
                .contains("older (JAVA_HOME): Java 1 is too old");
        assertThat(builds()).isZero();
    }

    @Test
    void aRuntimeRunsButDoesNotBuild() throws Exception {
        Path home = jdk("one", "25");
        Files.delete(home.resolve("bin/javac"));

        Run refused = run("up");

        assertThat(refused.exit).isEqualTo(1);
        assertThat(refused.err).contains("Java 25, but it has no compiler");

        jarOf(Instant.now().plusSeconds(60));

        assertThat(run("up").out).startsWith("java 25\n");
    }

    // --- the build ---

    @Test
    void itBuildsToStandardErrorAndBecomesTheProgram() throws Exception {
        jdk("one", "25");

        Run run = run(checkout, "first line\nsecond line\n", "chat", "--as", "a b", "*", "", "--json");

        assertThat(run.exit).isZero();
        assertThat(run.err)
                .contains("mvn argument [package]", "mvn argument [-Dmaven.test.skip=true]")
                .contains("mvn argument [" + checkout + "/pom.xml]");
        assertThat(run.out)
                .doesNotContain("mvn")
                .contains("home [" + checkout + "]\n")
                .endsWith("""
                        argument [-jar]
                        argument [%s]
                        argument [chat]
                        argument [--as]
                        argument [a b]
                        argument [*]
                        argument []
                        argument [--json]
                        input [first line]
                        input [second line]
                        """.formatted(checkout.resolve("bot/target/dibs.jar")));
    }

    @Test
    void furtherJvmFlagsAreSplitIntoWords() throws Exception {
        jdk("one", "25");
        environment.put("DIBS_JAVA_OPTS", "-Xmx64m -Dstar=*");

        assertThat(run("up").out).contains("argument [-Xmx64m]\nargument [-Dstar=*]\nargument [-jar]\n");
    }

    @Test
    void whatIsNewerThanItsSourcesIsNotBuiltAgain() throws Exception {
        jdk("one", "25");
        run("up");
        Files.createDirectories(checkout.resolve("migrations/target/classes"));
        Files.createFile(checkout.resolve("bot/target/new"));

        assertThat(run("up").err).isEmpty();
        assertThat(builds()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "backend/pom.xml",
                "backend/src/main/java/A.java",
                "bot/src/main/java/B.java",
                "migrations/sqlite/V001__first.sql"
            })
    void aChangedSourceIsBuilt(String source) throws Exception {
        jdk("one", "25");
        run("up");
        Files.setLastModifiedTime(
                checkout.resolve(source), FileTime.from(Instant.now().plusSeconds(5)));

        run("up");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aDeletedSourceIsBuilt() throws Exception {
        jdk("one", "25");
        run("up");
        Files.delete(checkout.resolve("bot/src/main/java/B.java"));

        run("up");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aSourceSavedDuringABuildIsBuiltNextTime() throws Exception {
        jdk("one", "25");
        Files.createFile(record.resolve("hold"));
        Process first = start(checkout, "", Set.of(), "up");
        await(() -> builds() == 1);
        Files.writeString(checkout.resolve("bot/src/main/java/B.java"), "saved");
        Files.delete(record.resolve("hold"));
        assertThat(first.waitFor()).isZero();

        run("up");

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aFailedBuildIsNoProgram() throws Exception {
        jdk("one", "25");
        jarOf(Instant.EPOCH);
        Files.createFile(record.resolve("broken"));

        Run run = run("up");

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err).contains("dibs: the build failed");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        jdk("one", "25");
        Files.createFile(checkout.resolve("bot/target"));

        Run run = run("up");

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.err).contains("cannot write to " + checkout.resolve("bot/target"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "flock"})
    void twoAtOnceBuildOnce(String missing) throws Exception {
        Set<String> without = Set.of(missing);
        Assumptions.assumeTrue(find(missing.isEmpty() ? "flock" : "perl").isPresent(), "neither flock nor perl");
        jdk("one", "25");
        Files.createFile(record.resolve("hold"));
        Process first = start(checkout, "", without, "up");
        await(() -> builds() == 1);
        Process second = start(checkout, "", without, "up");
        await(() -> isWaitingForALock(second));
        Files.delete(record.resolve("hold"));

        assertThat(first.waitFor()).isZero();
        assertThat(second.waitFor()).isZero();
        assertThat(builds()).isOne();
    }

    @Test
    void aBuildThatWasKilledFreesTheLock() throws Exception {
        jdk("one", "25");
        Files.createFile(record.resolve("hold"));
        Process first = start(checkout, "", Set.of(), "up");
        await(() -> builds() == 1);
        killAll(first);
        Files.delete(record.resolve("hold"));

        assertThat(run("up").out).startsWith("java 25\n");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aSignalStopsTheBuildToo() throws Exception {
        jdk("one", "25");
        Files.createFile(record.resolve("hold"));
        Process first = start(checkout, "", Set.of(), "up");
        await(() -> builds() == 1);
        List<ProcessHandle> children = first.descendants().toList();
        first.destroy();

        assertThat(first.waitFor()).isEqualTo(143);
        await(() -> children.stream().noneMatch(child -> child.isAlive() && isMaven(child)));
    }

    @Test
    void noBuildMeansNoBuild() throws Exception {
        jdk("one", "25");
        environment.put("DIBS_NO_BUILD", "1");

        Run without = run("up");

        assertThat(without.exit).isEqualTo(1);
        assertThat(without.err).contains("there is no " + checkout.resolve("bot/target/dibs.jar"), "DIBS_NO_BUILD=1");

        jarOf(Instant.EPOCH);

        assertThat(run("up").out).startsWith("java 25\n");
        assertThat(builds()).isZero();
    }

    @Test
    void noMavenIsSaid() throws Exception {
        jdk("one", "25");
        Files.delete(tools.resolve("mvn"));

        Run run = run("up");

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.err).contains("Maven (mvn) is not on PATH", "3.8 or newer");
    }

    @Test
    void anOldMavenIsSaid() throws Exception {
        jdk("one", "25");
        environment.put("MAVEN_VERSION", "3.6.3");

        Run run = run("verify");

        assertThat(run.exit).isEqualTo(1);
        assertThat(run.err).contains("is Maven 3.6: building needs 3.8 or newer");
        assertThat(builds()).isZero();
    }

    // --- verify, and where it is called from ---

    @Test
    void verifyHandsItsArgumentsToMaven() throws Exception {
        Path home = jdk("one", "25");

        Run run = run("verify", "-pl", "bot", "-Dtest=A B");

        assertThat(run.exit).isZero();
        assertThat(run.out).startsWith("mvn on " + home).endsWith("""
                        mvn argument [-f]
                        mvn argument [%s/pom.xml]
                        mvn argument [-B]
                        mvn argument [-ntp]
                        mvn argument [verify]
                        mvn argument [-pl]
                        mvn argument [bot]
                        mvn argument [-Dtest=A B]
                        """.formatted(checkout));
    }

    @Test
    void itWorksThroughLinksAndFromAnywhere() throws Exception {
        jdk("one", "25");
        Path elsewhere = Files.createDirectory(temp.resolve("else where"));
        link(elsewhere.resolve("inner link"), Path.of("../a check out/dibs"));
        link(temp.resolve("outer link"), Path.of("else where/inner link"));

        Run run = run(elsewhere, "", List.of("../outer link"), "backup", "here.db");

        assertThat(run.exit).as(run.err).isZero();
        assertThat(run.out).contains("home [" + checkout + "]\n", "argument [here.db]\n");
        assertThat(checkout.resolve("bot/target/dibs.jar")).exists();
    }

    // --- tools of this test ---

    record Run(int exit, String out, String err) {}

    private Run run(String... arguments) throws Exception {
        return run(checkout, "", arguments);
    }

    private Run run(Path folder, String input, String... arguments) throws Exception {
        return run(folder, input, List.of(checkout.resolve("dibs").toString()), arguments);
    }

    private Run run(Path folder, String input, List<String> launcher, String... arguments) throws Exception {
        Path out = Files.createTempFile(record, "run", ".out");
        Path err = Files.createTempFile(record, "run", ".err");
        Process process = start(folder, input, environment, launcher, out, err, arguments);
        int exit = process.waitFor();
        return new Run(exit, Files.readString(out), Files.readString(err));
    }

    /** Starts the launcher in the background, on a PATH that lacks some tools. */
    private Process start(Path folder, String input, Set<String> without, String... arguments) throws Exception {
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

    private Process start(
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

    private Path jdk(String name, String version) throws IOException {
        Path home = jdks.resolve(name).normalize();
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(home.resolve("bin/java"), FAKE_JAVA.replace("VERSION", version));
        script(home.resolve("bin/javac"), "#!/bin/sh\n");
        return home;
    }

    private void jarOf(Instant time) throws IOException {
        Path jar = checkout.resolve("bot/target/dibs.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "jar");
        Files.setLastModifiedTime(jar, FileTime.from(time));
    }

    private long builds() {
        try {
            Path builds = record.resolve("builds");
            return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWaitingForALock(Process launcher) {
        return launcher.descendants()
                .anyMatch(child -> child.info()
                        .command()
                        .filter(command -> command.contains("flock") || command.contains("perl"))
                        .isPresent());
    }

    private static boolean isMaven(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("/mvn"))
                .isPresent();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came to be").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static void killAll(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static Optional<Path> find(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void script(Path path, String text) throws IOException {
        Files.writeString(path, text);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }
}
