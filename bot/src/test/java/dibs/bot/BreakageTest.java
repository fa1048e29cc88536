package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.lease.Lease;
import dibs.backend.person.AccountId;
import dibs.bot.command.Answer;
import dibs.bot.command.Conversation;
import dibs.bot.command.Inbound;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.PlainText;
import dibs.testkit.CountingIds;
import dibs.testkit.FakeClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When something breaks, the answer says so with an incident number, and nothing was changed. */
class BreakageTest {
    @TempDir
    private Path folder;

    @Test
    void aBrokenStoreIsSaidAndNothingIsChanged() {
        Start start = Start.read(Map.of(), Optional.of(folder.resolve("dibs.db").toString()));
        Conversation afterwards;
        try (Parts parts = Parts.open(start, new FakeClock(Instant.parse("2026-11-23T09:00:00Z")), new CountingIds())) {
            afterwards = parts.conversation();
            assertThat(say(afterwards, "claim dev-tree for 2h").reply().outcome())
                    .isEqualTo(Outcome.GRANTED);
        }

        Answer broken = say(afterwards, "claim dev-signing for 2h");

        assertThat(broken.reply().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(PlainText.of(broken.reply().blocks(), broken.reader()))
                .contains("nothing was changed")
                .containsPattern("incident number id\\d+");
        try (Parts parts = Parts.open(start, new FakeClock(Instant.parse("2026-11-23T09:00:00Z")), new CountingIds())) {
            List<Lease> held =
                    parts.database().transactor().read(tx -> tx.leases().held(Instant.parse("2026-11-23T09:00:00Z")));
            assertThat(held).extracting(lease -> lease.environment().value()).containsExactly("dev-tree");
        }
    }

    private static Answer say(Conversation conversation, String text) {
        return conversation.answer(new Inbound(
                Optional.empty(), AccountId.of("console", "ann"), "ann", Optional.empty(), "console:ann", text));
    }
}
