package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dibs.backend.notice.DeliveryRows;
import dibs.bot.Talk;
import dibs.bot.command.Answer;
import dibs.bot.platform.PlatformKit.Crash;
import dibs.bot.platform.PlatformKit.Seen;
import dibs.bot.reply.Outcome;
import dibs.testkit.Scale;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What holds on every platform that can speak unasked: what is told and announced there, and that it is once. */
public abstract class PlatformContract extends ThreadContract {
    @Test
    void aClaimAtATerminalIsSeenOnThePinnedBoard() {
        talk.beat();
        assertThat(board().text()).startsWith("Nothing is held");

        talk.say("ann", "claim dev-signing for 2h to test the new key");
        talk.beat();

        Seen board = board();
        assertThat(board.text()).contains("dev-signing: ann until", "to test the new key");
        assertThat(board.pinned()).isTrue();

        talk.clock().advance(Duration.ofHours(3));
        talk.beat();

        assertThat(board().text()).startsWith("Nothing is held");
        assertThat(board().id()).isEqualTo(board.id());
    }

    @Test
    void whoIsRefusedChangesNothingOnTheBoard() {
        talk.say("ann", "claim dev-signing");
        talk.beat();
        Seen board = board();

        Answer answer = talk.say("bob", "claim dev-signing");
        talk.beat();

        assertThat(answer.reply().outcome()).isEqualTo(Outcome.HELD);
        assertThat(board()).isEqualTo(board);
    }

    @Test
    void aNudgeArrivesAtTheHolderOnceAndNowhereElse() {
        talk.say("ann", "claim dev-signing");

        talk.say("bob", "nudge dev-signing are you done?");
        for (int i = 0; i < 3; i++) {
            talk.beat();
            talk.clock().advance(A_WHILE);
        }

        assertThat(platform.told(ann)).singleElement().asString().contains("bob", "dev-signing", "are you done?");
        assertThat(talk.say("ann", "leases").notices()).isEmpty();
    }

    @Test
    void aReminderSaysInItsPlaceThatTheLeaseWasExtended() {
        talk.say("ann", "claim dev-signing for 2h");
        talk.clock().advance(Duration.ofMinutes(90));
        talk.sweep();
        talk.beat();
        assertThat(platform.told(ann)).singleElement().asString().contains("Your lease of dev-signing ends");

        talk.say("ann", "extend dev-signing by 2h");
        talk.beat();

        assertThat(platform.told(ann))
                .singleElement()
                .asString()
                .contains("dev-signing: extended until")
                .doesNotContain("unclaim");
    }

    @Test
    void whatIsToldComesInOrder() {
        talk.say("ann", "claim dev-signing");
        for (int i = 0; i < 5; i++) {
            talk.say("bob" + i, "nudge dev-signing number " + i);
            talk.clock().advance(Duration.ofSeconds(1));
            if (i == 2) {
                platform.away(true);
                talk.beat();
                platform.away(false);
            }
        }
        talk.clock().advance(A_WHILE);
        talk.beat();

        List<String> told = platform.told(ann);
        assertThat(told).hasSize(5);
        for (int i = 0; i < 5; i++) {
            assertThat(told.get(i)).contains("number " + i);
        }
    }

    @Test
    void whatIsNotedAtOnceIsOneMessage() {
        talk.say("ann", "claim dev-signing, dev-beetmover for 2h");
        talk.clock().advance(Duration.ofHours(3));
        talk.sweep();
        talk.beat();

        assertThat(platform.told(ann)).singleElement().asString().contains("dev-signing", "dev-beetmover");
    }

    @Test
    void whoseAnswerIsLostIsNotSaidTwice() {
        talk.say("ann", "claim dev-signing");
        talk.say("bob", "nudge dev-signing");
        platform.loseTheNextAnswer();
        talk.beat();
        platform.loseTheNextAnswer();
        talk.clock().advance(A_WHILE);
        talk.beat();
        talk.clock().advance(A_WHILE);
        talk.beat();

        assertThat(platform.told(ann)).hasSize(1);
        assertThat(board().text()).contains("dev-signing: ann");
        assertThat(board().pinned()).isTrue();
    }

    @Test
    void whoseAnswerIsLostIsNotSaidTwiceAMomentLaterEither() {
        talk.say("ann", "claim dev-signing");
        talk.say("bob", "nudge dev-signing");
        platform.loseTheNextAnswer();
        for (int second = 0; second < 12; second++) {
            talk.beat();
            talk.clock().advance(Duration.ofSeconds(1));
        }

        assertThat(platform.told(ann)).singleElement().asString().contains("dev-signing");
        assertThat(talk.say("ann", "leases").notices()).isEmpty();
    }

    @Test
    void aPostWhoseAnswerIsLostIsFoundAgain() {
        platform.loseTheNextAnswer();
        talk.beat();
        talk.say("ann", "claim dev-signing");
        talk.clock().advance(A_WHILE);
        talk.beat();

        assertThat(board().text()).contains("dev-signing: ann");
    }

    @Test
    void aCrashRightAfterAPostPostsNothingTwice() {
        platform.dieAfterTheNext();
        assertThat(catchThrowable(talk::beat)).isInstanceOf(Crash.class);
        talk.say("ann", "claim dev-signing");
        try (Talk.Neighbour next = talk.neighbour(platform.messenger(), platform.posts())) {
            next.beat();
            talk.clock().advance(A_WHILE);
            next.beat();
        }

        assertThat(board().text()).contains("dev-signing: ann");
    }

    @Test
    void aCrashRightAfterADirectMessageTellsNothingTwice() {
        talk.beat();
        talk.say("ann", "claim dev-signing");
        talk.say("bob", "nudge dev-signing");
        platform.dieAfterTheNext();
        assertThat(catchThrowable(talk::beat)).isInstanceOf(Crash.class);
        try (Talk.Neighbour next = talk.neighbour(platform.messenger(), platform.posts())) {
            next.beat();
            talk.clock().advance(A_WHILE);
            next.beat();
        }

        assertThat(platform.told(ann)).hasSize(1);
        assertThat(talk.rows("select count(*) from outbox where sent_at is null"))
                .containsExactly("[0]");
    }

    @Test
    void whatNobodyTakesIsKeptAndStillSaidToWhoSpeaks() {
        talk.say("ann", "claim dev-signing");
        platform.block(ann);
        talk.say("bob", "nudge dev-signing");
        for (int i = 0; i < 10; i++) {
            talk.beat();
            talk.clock().advance(Duration.ofHours(1));
        }

        assertThat(platform.told(ann)).isEmpty();
        assertThat(talk.dead())
                .singleElement()
                .extracting(DeliveryRows.DeadLetter::fault)
                .asString()
                .contains(ann.value());
        assertThat(talk.say("ann", "leases").notices()).hasSize(1);
        assertThat(talk.dead()).isEmpty();
    }

    @Test
    void twoProcessesSayEverythingOnce() throws Exception {
        int rounds = Scale.of(5, 500);
        try (Talk.Neighbour other = talk.neighbour(platform.messenger(), platform.posts());
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < rounds; round++) {
                talk.say("ann", "claim dev-signing for 1h round " + round);
                talk.say("bob", "nudge dev-signing round " + round);
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<?>> running = new ArrayList<>();
                running.add(threads.submit(() -> at(start, talk::beat)));
                running.add(threads.submit(() -> at(start, other::beat)));
                for (Future<?> one : running) {
                    one.get();
                }
                // What one began the other left alone.
                talk.beat();
                assertThat(platform.told(ann)).hasSize(round + 1);
                assertThat(board().text()).contains("round " + round);
                talk.say("ann", "unclaim dev-signing");
                talk.clock().advance(Duration.ofMinutes(20));
            }
        }
    }

    private static void at(CyclicBarrier start, Runnable work) {
        try {
            start.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        work.run();
    }
}
