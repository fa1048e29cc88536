package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.person.AccountId;
import dibs.backend.person.PersonId;
import dibs.backend.policy.Answer;
import dibs.backend.policy.Judgement;
import dibs.backend.policy.JudgementService;
import dibs.bot.command.Inbound;
import dibs.bot.reply.PlainText;
import dibs.testkit.CountingIds;
import dibs.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A verdict that was kept is shown again by its id, with the rules' version and the facts of then. */
class VerdictAgainTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final CountingIds ids = new CountingIds();

    @TempDir
    private Path folder;

    @Test
    void aVerdictIsShownAgainAsItWasGiven() {
        Start start = Start.read(
                Map.of("DIBS_TIMEZONE", "Europe/Berlin"),
                Optional.of(folder.resolve("dibs.db").toString()));
        try (Parts parts = Parts.open(start, clock, ids)) {
            say(parts, "me");
            Judgement kept = keep(parts);
            clock.advance(Duration.ofDays(30));

            assertThat(say(parts, "policy " + kept.id().toUpperCase(Locale.ROOT) + "."))
                    .isEqualTo("""
                            v-id2, given to ann Mon 23 Nov 10:00 (Berlin, 30 days ago): unsafe.
                            Asked was: may autoland depend on autograph-stage
                            Because:
                              - R1: An outage of autograph-stage would reach production.
                            It depended on:
                              - which credential is used: safe if dep
                            Ways out:
                              - gecko-t-signing
                            By way of: autoland → tool → autograph-stage
                            What was told and taken for granted:
                              - trigger: on-push
                            What held then:
                              - held by bob until 18:00
                            By R1 of the rules, version 1, in force since Mon 23 Nov 10:00 (Berlin, 30 days ago).""");
        }
    }

    private Judgement keep(Parts parts) {
        return new JudgementService(parts.database().transactor(), ids)
                .keep(this::judgement, new PersonId("id1"), Optional.empty(), clock.instant());
    }

    private Judgement judgement(String id) {
        return new Judgement(
                id,
                clock.instant(),
                "ann",
                "may autoland depend on autograph-stage",
                Answer.UNSAFE,
                "autoland",
                Optional.of("autograph-stage"),
                Optional.of("depend-on"),
                Optional.empty(),
                1,
                Map.of("trigger", "on-push"),
                List.of("R1"),
                List.of("An outage of autograph-stage would reach production."),
                List.of("which credential is used: safe if dep"),
                List.of("gecko-t-signing"),
                List.of("autoland", "tool", "autograph-stage"),
                List.of("held by bob until 18:00"));
    }

    private static String say(Parts parts, String line) {
        var answer = parts.conversation()
                .answer(new Inbound(
                        Optional.empty(), AccountId.of("console", "ann"), "ann", Optional.empty(), "terminal", line));
        return PlainText.of(answer.reply().blocks(), answer.reader());
    }
}
