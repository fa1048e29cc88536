package dibs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which JDK the launcher finds, and what it says when there is none. */
class LauncherJdkIT extends LauncherScene {
    @Test
    void theNewestJdkWins() throws Exception {
        jdk("one", "21.0.5");
        jdk("two", "101.0.1");
        jdk("three", "25.0.3");

        assertThat(run("up").out()).startsWith("java 101.0.1\n");
    }

    @Test
    void javaHomeWinsATieAndNothingElse() throws Exception {
        jdk("one", "25.0.3");
        environment.put("JAVA_HOME", jdk("../mine", "25.0.1").toString());

        assertThat(run("up").out()).startsWith("java 25.0.1\n");

        jdk("two", "26-ea");

        assertThat(run("up").out()).startsWith("java 26-ea\n");
    }

    @Test
    void theJavaOnThePathIsFollowedToItsHome() throws Exception {
        Path home = jdk("../elsewhere", "22");
        link(tools.resolve("alternative"), home.resolve("bin/java"));
        link(tools.resolve("java"), Path.of("alternative"));

        Run run = run("up");

        assertThat(run.out()).startsWith("java 22\n");
        assertThat(run.err()).contains("mvn on " + home.toRealPath());
    }

    @Test
    void aJdkWithoutAReleaseFileIsAsked() throws Exception {
        Files.delete(jdk("one", "23.0.2").resolve("release"));

        assertThat(run("up").out()).startsWith("java 23.0.2\n");
    }

    @Test
    void tooOldIsRefusedInWords() throws Exception {
        jdk("old", "17.0.15");
        environment.put("JAVA_HOME", jdk("../older", "1.8.0_292").toString());

        Run run = run("up");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
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

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("Java 25, but it has no compiler");

        jarOf(Instant.now().plusSeconds(60));

        assertThat(run("up").out()).startsWith("java 25\n");
    }

    // --- the build ---

}
