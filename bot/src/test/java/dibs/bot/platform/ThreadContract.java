package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dibs.backend.health.Sign;
import dibs.bot.Talk;
import dibs.bot.platform.PlatformKit.Crash;
import dibs.bot.platform.PlatformKit.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds on every platform of an incident's thread: what begins it is a post, and what follows stands under that, once. */
abstract class ThreadContract extends PlatformScene {
    private static final String CAUSE = "autograph-prod";
    private static final String SYMPTOM = "gecko-t-signing-dev";

    @Test
    void whatFollowsAnIncidentStandsInItsThread() {
        Seen first = incident();
        assertThat(first.text()).startsWith("autograph-prod is failing since");
        assertThat(replies()).isEmpty();

        turns(Sign.FAILED, SYMPTOM);
        turns(Sign.PASSING, CAUSE, SYMPTOM);

        assertThat(incidents()).singleElement().satisfies(now -> {
            assertThat(now.id()).isEqualTo(first.id());
            assertThat(now.text()).contains("Over since");
        });
        assertThat(replies())
                .hasSize(3)
                .allSatisfy(reply -> assertThat(reply.thread()).contains(first.id()))
                .anySatisfy(reply -> assertThat(reply.text()).startsWith("gecko-t-signing-dev is failing"))
                .anySatisfy(reply -> assertThat(reply.text()).startsWith("autograph-prod is passing"))
                .anySatisfy(reply -> assertThat(reply.text()).startsWith("gecko-t-signing-dev is passing"));
    }

    @Test
    void aReplyWhoseAnswerIsLostIsFoundAgainInItsThread() {
        Seen first = incident();
        for (int i = 0; i < 3; i++) {
            platform.loseTheNextAnswer(); // the board, the first message, the reply
        }
        turns(Sign.FAILED, SYMPTOM);
        later(3);

        assertThat(replies())
                .singleElement()
                .satisfies(reply -> assertThat(reply.thread()).contains(first.id()));
        assertThat(incidents())
                .singleElement()
                .extracting(Seen::text)
                .asString()
                .contains(SYMPTOM);
    }

    @Test
    void aCrashRightAfterAReplyRepliesNothingTwice() {
        incident();
        twice(talk, Sign.FAILED, SYMPTOM);
        // What was begun before is left alone for a while: each time it is the next message, and at last the reply.
        for (int i = 0; i < 3; i++) {
            assertThat(replies()).isEmpty();
            platform.dieAfterTheNext();
            assertThat(catchThrowable(talk::beat)).isInstanceOf(Crash.class);
        }
        assertThat(replies()).hasSize(1);
        try (Talk.Neighbour next = talk.neighbour(platform.messenger(), platform.posts())) {
            next.beat();
            talk.clock().advance(A_WHILE);
            next.beat();
        }

        assertThat(replies()).hasSize(1);
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void whereWhatAThreadBeginsWithIsTakenBackItBeginsAnew() {
        Seen first = incident();
        platform.takeBack(first);
        turns(Sign.FAILED, SYMPTOM);
        later(2);

        assertThat(incidents())
                .singleElement()
                .satisfies(again -> assertThat(replies())
                        .singleElement()
                        .satisfies(reply -> assertThat(reply.thread()).contains(again.id())))
                .isNotEqualTo(first);
        assertThat(talk.troubles()).isEmpty();
    }

    @Test
    void soItDoesWhereItWouldHaveStayedAsItWas() {
        incident();
        for (int i = 0; i < 2; i++) {
            turns(Sign.PASSING, CAUSE);
            turns(Sign.FAILED, CAUSE);
        }
        platform.takeBack(incidents().getFirst());
        turns(Sign.PASSING, CAUSE); // once too often: it is flapping, and said to fail as before
        later(2);

        assertThat(incidents())
                .singleElement()
                .satisfies(again -> assertThat(replies()).last().satisfies(reply -> {
                    assertThat(reply.text()).contains("changes to and fro");
                    assertThat(reply.thread()).contains(again.id());
                }));
        assertThat(talk.troubles()).isEmpty();
    }

    /** Something fails that was well; the message that says so. */
    private Seen incident() {
        turns(Sign.PASSING, CAUSE, SYMPTOM);
        turns(Sign.FAILED, CAUSE);
        assertThat(incidents()).hasSize(1);
        return incidents().getFirst();
    }

    private void turns(Sign sign, String... environments) {
        twice(talk, sign, environments);
        talk.beat();
    }

    private void later(int times) {
        for (int i = 0; i < times; i++) {
            talk.clock().advance(A_WHILE);
            talk.beat();
        }
    }

    /** The posts that are not the board. */
    private List<Seen> incidents() {
        return posts().stream().filter(it -> !it.pinned()).toList();
    }
}
