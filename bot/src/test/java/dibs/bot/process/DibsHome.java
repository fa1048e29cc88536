package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A folder with a store of its own, for each test anew, and the processes that work in it. They get a small environment of
 * their own and none of the test's; what still runs when the test is over is killed.
 */
final class DibsHome implements BeforeEachCallback, AfterEachCallback {
    private final Map<String, String> environment = new TreeMap<>();
    private final List<DibsProcess> started = new ArrayList<>();
    private Path folder = Path.of("");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("dibs-home").toRealPath();
        environment.clear();
        environment.put("DIBS_HOME", folder.toString());
        environment.put("DIBS_PORT", "0");
        environment.put("LC_ALL", "C.UTF-8");
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        started.forEach(process -> process.kill().ended());
        started.clear();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        }
    }

    /** The folder that is {@code DIBS_HOME}. */
    Path folder() {
        return folder;
    }

    /** The store that is used unless another is named. */
    Path store() {
        return folder.resolve("data").resolve("dibs.db");
    }

    /** Sets a variable for those that are started from now on. */
    DibsHome with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts the program with these arguments. */
    DibsProcess dibs(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                program().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        DibsProcess process = DibsProcess.start(builder);
        started.add(process);
        return process;
    }

    /** A terminal that answers in JSON. */
    DibsProcess chat(String speaker) {
        return dibs("chat", "--json", "--as", speaker);
    }

    /** A server that listens. */
    RunningServer up() {
        return RunningServer.of(dibs("up"));
    }

    /** The program as it is shipped: what the package phase made last. */
    private static Path program() {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            List<Path> programs = built.filter(
                            file -> file.getFileName().toString().matches("bot-.*-program\\.jar"))
                    .toList();
            assertThat(programs)
                    .as("the program, in bot/target: run these tests with mvn verify, which packages it first")
                    .hasSize(1);
            return programs.getFirst().toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
