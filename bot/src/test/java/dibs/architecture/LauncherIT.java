package dibs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the launcher builds, waits, and becomes the program. */
class LauncherIT extends LauncherScene {
    @Test
    void itBuildsToStandardErrorAndBecomesTheProgram() throws Exception {
        jdk("one", "25");

        Run run = run(checkout, "first line\nsecond line\n", "chat", "--as", "a b", "*", "", "--json");

        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("mvn argument [package]", "mvn argument [-Dmaven.test.skip=true]")
                .contains("mvn argument [" + checkout + "/pom.xml]");
        assertThat(run.out())
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

        assertThat(run("up").out()).contains("argument [-Xmx64m]\nargument [-Dstar=*]\nargument [-jar]\n");
    }

    @Test
    void whatIsNewerThanItsSourcesIsNotBuiltAgain() throws Exception {
        jdk("one", "25");
        run("up");
        Files.createDirectories(checkout.resolve("migrations/target/classes"));
        Files.createFile(checkout.resolve("bot/target/new"));

        assertThat(run("up").err()).isEmpty();
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

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("dibs: the build failed");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws Exception {
        jdk("one", "25");
        Files.createFile(checkout.resolve("bot/target"));

        Run run = run("up");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("cannot write to " + checkout.resolve("bot/target"));
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

        assertThat(run("up").out()).startsWith("java 25\n");
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

        assertThat(without.exit()).isEqualTo(1);
        assertThat(without.err()).contains("there is no " + checkout.resolve("bot/target/dibs.jar"), "DIBS_NO_BUILD=1");

        jarOf(Instant.EPOCH);

        assertThat(run("up").out()).startsWith("java 25\n");
        assertThat(builds()).isZero();
    }

    @Test
    void noMavenIsSaid() throws Exception {
        jdk("one", "25");
        Files.delete(tools.resolve("mvn"));

        Run run = run("up");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("Maven (mvn) is not on PATH", "3.8 or newer");
    }

    @Test
    void anOldMavenIsSaid() throws Exception {
        jdk("one", "25");
        environment.put("MAVEN_VERSION", "3.6.3");

        Run run = run("verify");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("is Maven 3.6: building needs 3.8 or newer");
        assertThat(builds()).isZero();
    }

    // --- verify, and where it is called from ---

    @Test
    void verifyHandsItsArgumentsToMaven() throws Exception {
        Path home = jdk("one", "25");

        Run run = run("verify", "-pl", "bot", "-Dtest=A B");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("mvn on " + home).endsWith("""
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

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("home [" + checkout + "]\n", "argument [here.db]\n");
        assertThat(checkout.resolve("bot/target/dibs.jar")).exists();
    }

    // --- tools of this test ---

}
