package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.connection.Queue;
import dibs.backend.connection.Trouble;
import dibs.backend.connection.TroubleRows;
import dibs.backend.notice.DeliveryRows;
import dibs.backend.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is in the way, and what was told of it. */
abstract class TroubleContract extends StoreKit {
    private static final ConversationId ROOM = new ConversationId("slack:T1:C1");
    private static final Duration AN_ATTEMPT = Duration.ofMinutes(2);
    private static final Trouble TROUBLE = new Trouble("conversation:slack:T1:C1", "#releng takes nothing.");

    TroubleContract(TestStore store) {
        super(store);
    }

    @Test
    void aTroubleIsToldByOneUntilItIsMended() {
        Instant now = scene.clock.instant();
        assertThat(this.<Boolean>write(rows -> rows.tell(TROUBLE, now))).isTrue();
        restart();
        assertThat(this.<Boolean>write(rows -> rows.tell(TROUBLE, now.plusSeconds(1))))
                .isFalse();
        assertThat(this.<Map<String, Instant>>write(TroubleRows::told)).containsExactly(Map.entry(TROUBLE.key(), now));

        write(rows -> {
            rows.mended("connection:slack");
            rows.mended(TROUBLE.key());
            return true;
        });
        assertThat(this.<Map<String, Instant>>write(TroubleRows::told)).isEmpty();
        assertThat(this.<Boolean>write(rows -> rows.tell(TROUBLE, now))).isTrue();
    }

    @Test
    void aConversationIsClosedFromARefusalUntilAMessageIsShownThere() {
        refuse("board", "#releng takes nothing.");
        refuse("lease:1", "#releng takes nothing.");
        assertThat(closed()).containsExactly(new TroubleRows.Closed(ROOM, "#releng takes nothing."));

        scene.clock.advance(Duration.ofHours(1));
        later("board");
        assertThat(closed()).as("away says nothing").hasSize(1);

        scene.clock.advance(Duration.ofHours(1));
        show("board");
        assertThat(closed()).as("another message is still refused").hasSize(1);
        PostedMessage other = take("lease:1");
        announcements().note(rows -> rows.close(other, scene.clock.instant()));
        assertThat(closed()).isEmpty();
    }

    @Test
    void whatWaitsAndWhatWasGivenUpAreCounted() {
        assertThat(queue()).isEqualTo(new Queue(0, 0));
        Instant now = scene.clock.instant();
        scene.transactor.write(tx -> {
            tx.outbox().put(scene.ann.id(), new Notice.TroubleFound("one"), now);
            tx.outbox().put(scene.bob.id(), new Notice.TroubleFound("two"), now);
            return true;
        });
        assertThat(queue()).isEqualTo(new Queue(2, 0));
        DeliveryRows.Attempt attempt = scene.transactor.write(tx ->
                tx.deliveries().take(scene.ann.id(), now, now.plus(AN_ATTEMPT)).orElseThrow());
        scene.transactor.write(tx -> {
            tx.deliveries().dead(attempt, now, "user_disabled");
            return true;
        });
        assertThat(queue()).isEqualTo(new Queue(1, 1));
        scene.transactor.write(tx -> {
            tx.outbox().sent(List.of(attempt.parcel().id()), now);
            return true;
        });
        assertThat(queue()).isEqualTo(new Queue(1, 0));
    }

    private <T> T write(Function<TroubleRows, T> work) {
        return scene.transactor.write(tx -> work.apply(tx.troubles()));
    }

    private List<TroubleRows.Closed> closed() {
        return scene.transactor.read(tx -> tx.troubles().closed());
    }

    private Queue queue() {
        return scene.transactor.read(tx -> tx.troubles().queue());
    }

    private Announcements announcements() {
        return new Announcements(scene.transactor);
    }

    private PostedMessage take(String key) {
        Instant now = scene.clock.instant();
        return announcements().take(ROOM, key, now, now.plus(AN_ATTEMPT)).orElseThrow();
    }

    private void refuse(String key, String sentence) {
        Instant now = scene.clock.instant();
        PostedMessage message = take(key);
        announcements().note(rows -> rows.refused(message, now.plus(AN_ATTEMPT), now, "not_in_channel", sentence));
    }

    private void later(String key) {
        Instant now = scene.clock.instant();
        PostedMessage message = take(key);
        announcements().note(rows -> rows.later(message, now.plus(AN_ATTEMPT), now, "ratelimited"));
    }

    private void show(String key) {
        Instant now = scene.clock.instant();
        PostedMessage message = take(key);
        announcements().note(rows -> rows.shown(message, now.plus(AN_ATTEMPT), "m1", "abc", now));
    }
}
