package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.LeaseFact;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.announcement.QuietResult;
import dibs.backend.lease.Lease;
import dibs.backend.transaction.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was posted where, and where it is quiet. */
abstract class PostContract extends StoreKit {
    private static final ConversationId ROOM = new ConversationId("slack:T1:C1");
    private static final ConversationId OTHER = new ConversationId("slack:T1:C2");
    private static final Duration AN_ATTEMPT = Duration.ofMinutes(2);

    PostContract(TestStore store) {
        super(store);
    }

    @Test
    void aMessageIsTakenByOneAtATimeAndUnsettledUntilItIsShown() {
        PostedMessage taken = take("board").orElseThrow();
        assertThat(taken.unsettled()).isFalse();
        assertThat(take("board")).isEmpty();
        assertThat(take("lease:1")).isPresent();

        scene.clock.advance(AN_ATTEMPT);
        PostedMessage again = take("board").orElseThrow();
        assertThat(again.unsettled()).isTrue();
        shown(again, "m1", "abc");
        restart();

        assertThat(announcements().open(ROOM))
                .filteredOn(message -> message.key().equals("board"))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.messageId()).contains("m1");
                    assertThat(message.digest()).contains("abc");
                    assertThat(message.freeAt(scene.clock.instant())).isTrue();
                    assertThat(message.attempts()).isZero();
                });
        assertThat(announcements().open(OTHER)).isEmpty();
    }

    @Test
    void whoLostAMessageChangesNothingOfIt() {
        PostedMessage slow = take("board").orElseThrow();
        Instant late = scene.clock.instant().plus(AN_ATTEMPT);
        scene.clock.advance(AN_ATTEMPT);
        shown(take("board").orElseThrow(), "m2", "new");

        announcements().note(rows -> rows.shown(slow, late, "m1", "old", scene.clock.instant()));

        assertThat(board().messageId()).contains("m2");
    }

    @Test
    void whatIsToWaitWaitsAndWhatIsGoneIsAnotherEdition() {
        PostedMessage first = take("board").orElseThrow();
        Instant until = scene.clock.instant().plus(AN_ATTEMPT);
        Instant next = scene.clock.instant().plus(HOUR);
        announcements().note(rows -> rows.later(first, until, next, "x".repeat(5_000)));
        scene.clock.advance(HOUR.minusMillis(1));
        assertThat(take("board")).isEmpty();
        scene.clock.advance(Duration.ofMillis(1));
        shown(take("board").orElseThrow(), "m1", "abc");

        PostedMessage shown = take("board").orElseThrow();
        Instant end = scene.clock.instant().plus(AN_ATTEMPT);
        announcements().note(rows -> rows.gone(shown, end));

        PostedMessage anew = take("board").orElseThrow();
        assertThat(anew.messageId()).isEmpty();
        assertThat(anew.unsettled()).isFalse();
        assertThat(first.editionKey()).isEqualTo("board");
        assertThat(anew.editionKey()).isEqualTo("board.2");
    }

    @Test
    void whatIsClosedStaysAsItIs() {
        shown(take("lease:1").orElseThrow(), "m1", "abc");
        PostedMessage message = announcements().open(ROOM).getFirst();
        announcements().note(rows -> rows.close(message, scene.clock.instant()));

        assertThat(announcements().open(ROOM)).isEmpty();
        assertThat(take("lease:1")).isEmpty();
    }

    @Test
    void ofManyAtOnceOneHasTheMessage() {
        for (int round = 0; round < 5; round++) {
            String key = "lease:" + round;
            List<Boolean> taken = Crowd.together(8, member -> () -> take(key).isPresent());
            assertThat(taken).containsOnlyOnce(true);
        }
    }

    @Test
    void quietEndsByItselfOrByAskingAndARepeatChangesNothing() {
        Optional<MessageKey> message = Optional.of(new MessageKey("slack", "C1", "1"));
        QuietResult first = quiet(HOUR, message);
        scene.clock.advance(HOUR.minusMillis(1));
        assertThat(quiet(HOUR, message)).isEqualTo(first);
        assertThat(isQuiet(ROOM)).isTrue();
        assertThat(isQuiet(OTHER)).isFalse();
        scene.clock.advance(Duration.ofMillis(1));
        assertThat(isQuiet(ROOM)).isFalse();

        quiet(HOUR, Optional.empty());
        assertThat(isQuiet(ROOM)).isTrue();
        assertThat(quiet(Duration.ZERO, Optional.empty())).isInstanceOf(QuietResult.Loud.class);
        assertThat(isQuiet(ROOM)).isFalse();
    }

    @Test
    void aLeaseIsHeldWithItsLineAndThenEndedWhenItWas() {
        Lease given = scene.granted(scene.ann, SIGNING);
        scene.waits.await(SIGNING, scene.asker(scene.bob));
        assertThat(announcements().held(scene.clock.instant()))
                .containsExactly(new LeaseFact(given, Optional.empty(), 1, Optional.empty()));

        scene.clock.advance(Duration.ofMinutes(5));
        Instant released = scene.clock.instant();
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(Duration.ofMinutes(5));
        Lease over = scene.granted(scene.bob, SIGNING);
        scene.clock.advance(Duration.ofDays(9));

        // The second one is past its end, and nobody has swept.
        assertThat(announcements().find(List.of(given.id(), over.id()), scene.clock.instant()))
                .extracting(LeaseFact::ended)
                .containsExactly(Optional.of(released), Optional.of(over.until()));
    }

    private Announcements announcements() {
        return new Announcements(scene.transactor);
    }

    private Optional<PostedMessage> take(String key) {
        Instant now = scene.clock.instant();
        return announcements().take(ROOM, key, now, now.plus(AN_ATTEMPT));
    }

    private void shown(PostedMessage message, String id, String digest) {
        Instant now = scene.clock.instant();
        announcements().note(rows -> rows.shown(message, now.plus(AN_ATTEMPT), id, digest, now));
    }

    private PostedMessage board() {
        return announcements().open(ROOM).stream()
                .filter(message -> message.key().equals("board"))
                .findFirst()
                .orElseThrow();
    }

    private QuietResult quiet(Duration length, Optional<MessageKey> message) {
        return announcements().quiet(ROOM, length, scene.ann.id(), message, scene.clock.instant());
    }

    private boolean isQuiet(ConversationId conversation) {
        return announcements().isQuiet(conversation, scene.clock.instant());
    }
}
