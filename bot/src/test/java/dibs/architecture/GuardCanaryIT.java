package dibs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every guard of the build bites: small projects under {@code src/test/canaries}, children of the root pom, each break
 * one, and one breaks none. All are built by a single Maven, that goes on after a failure.
 */
class GuardCanaryIT {

    private static final Path SOURCES = Path.of("src/test/canaries").toAbsolutePath();
    private static final Path CANARIES = Path.of("target/canaries").toAbsolutePath();
    private static final long LIMIT_SECONDS = 120;

    private static String build = "";

    @BeforeAll
    static void buildThemAll() throws IOException, InterruptedException {
        delete(CANARIES);
        copy(SOURCES, CANARIES);
        build = maven("-fae", "-f", CANARIES.resolve("pom.xml").toString(), "compile");
    }

    @Test
    void theCleanProjectPasses() {
        assertThat(verdictOn("clean")).as(build).isEqualTo("SUCCESS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            format      | on project format: The following files had format violations
            format      | src/main/java/canary/Crooked.java
            error-prone | Forgotten.java:[9,13] [DeadException] Exception created but not thrown
            nullness    | Careless.java:[12,20] [NullAway] dereferenced expression 'text' is @Nullable
            lint        | Raw.java:[9,28] found raw type: java.util.List
            lint        | Raw.java: warnings found and -Werror specified
            convergence | Dependency convergence error for dibs.canaries:thing:pom:1
            banned      | commons-logging:commons-logging:pom:0-canary <--- banned via the exclude/include list
            """)
    void theGuardBites(String canary, String words) {
        assertThat(verdictOn(canary)).as(build).isEqualTo("FAILURE");
        assertThat(build).contains(words);
    }

    @Test
    void anOlderJavaIsToldWhatToRun() throws IOException, InterruptedException {
        String told = maven(
                "-Djava.version=17.0.1", "-f", CANARIES.resolve("clean/pom.xml").toString(), "validate");

        assertThat(told).contains("BUILD FAILURE", "this Maven runs on 17.0.1: run ./dibs verify");
    }

    /** What the summary of the build says of one project. */
    private static String verdictOn(String project) {
        var line = Pattern.compile("^\\[INFO\\] " + project + " \\S* ?\\.* ([A-Z]+)", Pattern.MULTILINE)
                .matcher(build);
        assertThat(line.find()).as("a line on %s in%n%s", project, build).isTrue();
        return line.group(1);
    }

    /** Offline: whatever the canaries need, the build that runs this test has already fetched. */
    private static String maven(String... arguments) throws IOException, InterruptedException {
        String home = System.getProperty("maven.home", "");
        var command = new ArrayList<String>();
        command.add(home.isBlank() ? "mvn" : Path.of(home, "bin", "mvn").toString());
        command.addAll(List.of("-o", "-B", "-ntp"));
        String repository = System.getProperty("localRepository", "");
        if (!repository.isBlank()) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of(arguments));

        Path log = Files.createTempFile("canaries", ".log");
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().keySet().removeAll(List.of("MAVEN_OPTS", "MAVEN_ARGS"));
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("no end within " + LIMIT_SECONDS + " s: " + Files.readString(log));
            }
            return Files.readString(log);
        } finally {
            Files.delete(log);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.createDirectories(to.resolve(from.relativize(file)).getParent());
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
