package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.backend.announcement.Home.Levels;
import dibs.backend.announcement.Level;
import dibs.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code announce:} says, and that it is taken up while Dibs runs. */
final class HomesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNotSaidIsABoardOfEverything() throws IOException {
        assertThat(config("announce:\n  - to: slack:T1:C1\n").homes())
                .containsExactly(Home.of(new ConversationId("slack:T1:C1")));
        assertThat(config("people: {}\n").homes()).isEmpty();
    }

    @Test
    void allThatIsSaidIsReadInItsOrder() throws IOException {
        List<Home> homes = config("""
                announce:
                  - to: "matrix:!room:example.org"
                    leases: each
                    gates: off
                    environments: [dev-signing, staging-repo]
                    outsiders: true
                  - {to: "slack:T1:C1", health: off, outsiders: false}
                """).homes();

        assertThat(homes)
                .containsExactly(
                        new Home(
                                new ConversationId("matrix:!room:example.org"),
                                new Levels(Level.EACH, Level.OFF, Level.BOARD, Level.BOARD),
                                List.of("dev-signing", "staging-repo"),
                                Optional.of(true)),
                        new Home(
                                new ConversationId("slack:T1:C1"),
                                new Levels(Level.BOARD, Level.BOARD, Level.OFF, Level.BOARD),
                                List.of(),
                                Optional.of(false)));
    }

    @Test
    void aChangedFileIsTakenUpAndAFaultyOneIsNot() throws IOException {
        FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
        Path file = written("announce:\n  - to: slack:T1:C1\n");
        LiveCatalog live = new LiveCatalog(load(file), Optional.of(file), clock);

        written("announce:\n  - to: slack:T1:C22\n");
        clock.advance(Duration.ofSeconds(2));
        live.refresh();
        assertThat(live.config().homes()).containsExactly(Home.of(new ConversationId("slack:T1:C22")));

        written("announce:\n  - to: nowhere in particular\n");
        clock.advance(Duration.ofSeconds(2));
        live.refresh();
        assertThat(live.config().homes()).containsExactly(Home.of(new ConversationId("slack:T1:C22")));
    }

    private DibsConfig config(String text) throws IOException {
        return load(written(text));
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("dibs.yaml"), text);
    }

    private static DibsConfig load(Path file) {
        return switch (ConfigLoader.load(file)) {
            case ConfigResult.Loaded loaded -> loaded.config();
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty.text());
        };
    }
}
