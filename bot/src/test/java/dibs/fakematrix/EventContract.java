package dibs.fakematrix;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver.History;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.SyncFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a homeserver promises to Dibs about events: that they come, once, in order, and as they are by now. */
abstract class EventContract extends HomeserverScene {
    @Test
    void whatIsSaidArrivesOnceAndInOrder() {
        RoomId room = room();
        String since = now();
        String first = ann.says(room, "!claim dev-signing");
        String second = bob.says(room, "!leases");

        Batch batch = done(dibs.sync(Optional.of(since), AT_ONCE));

        List<Event> timeline = joined(batch, room).timeline();
        assertThat(timeline).extracting(Event::id).containsExactly(first, second);
        Event event = timeline.getFirst();
        assertThat(event.sender()).isEqualTo(ann.id());
        assertThat(event.type()).isEqualTo("m.room.message");
        assertThat(event.stateKey()).isEmpty();
        assertThat(Json.at(event.content(), "body")).isEqualTo("!claim dev-signing");
        assertThat(done(dibs.sync(Optional.of(batch.next()), AT_ONCE)).joined()).doesNotContainKey(room);
        // What was not acknowledged comes again.
        assertThat(news(since, room).timeline()).extracting(Event::id).containsExactly(first, second);
    }

    @Test
    void syncWaitsForSomethingNew() {
        RoomId room = room();
        String since = now();
        CompletableFuture<Sent<Batch>> waiting =
                CompletableFuture.supplyAsync(() -> dibs.sync(Optional.of(since), Duration.ofSeconds(30)));
        String said = ann.says(room, "hello");

        assertThat(joined(done(waiting.join()), room).timeline())
                .extracting(Event::id)
                .containsExactly(said);
    }

    @Test
    void theFirstSyncShowsTheRoomWithItsState() {
        RoomId room = room();
        ann.says(room, "before Dibs began to look");

        Batch.Joined shown = joined(done(dibs.sync(Optional.empty(), AT_ONCE)), room);

        List<Event> all = new ArrayList<>(shown.state());
        all.addAll(shown.timeline());
        assertThat(all)
                .extracting(Event::type)
                .contains("m.room.create", "m.room.join_rules", "m.room.history_visibility", "m.room.name");
        assertThat(all)
                .filteredOn(Event::type, "m.room.join_rules")
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.stateKey()).contains("");
                    assertThat(Json.at(event.content(), "join_rule")).isEqualTo("invite");
                });
    }

    @Test
    void aGapIsMarkedAndReadBack() {
        RoomId room = room();
        String since = now();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < SyncFilter.LIMIT + 20; i++) {
            said.add(ann.says(room, "number " + i));
        }

        Batch.Joined shown = news(since, room);

        assertThat(shown.limited()).isTrue();
        assertThat(shown.timeline()).extracting(Event::id).containsExactlyElementsOf(said.subList(20, said.size()));
        List<String> missing = new ArrayList<>();
        Optional<String> from = Optional.of(shown.before());
        for (int page = 0; page < 10 && from.isPresent(); page++) {
            History past = done(dibs.messages(room, from.get(), Optional.of(since), 7));
            past.events().forEach(event -> missing.addFirst(event.id()));
            from = past.events().isEmpty() ? Optional.empty() : past.end();
        }
        assertThat(missing).containsExactlyElementsOf(said.subList(0, 20));
    }

    @Test
    void aTokenThatNobodyGaveOutIsRefused() {
        assertThat(dibs.sync(Optional.of("no-such-token"), AT_ONCE)).isInstanceOfSatisfying(Sent.Refused.class, no -> {
            assertThat(no.status()).isEqualTo(400);
            assertThat(no.error()).isEqualTo("M_UNKNOWN");
        });
    }

    @Test
    void whatWasSaidBeforeDibsCameIsMarked() {
        RoomId room = ann.creates(NewRoom.named("late"));
        String before = ann.says(room, "!claim dev-signing");
        ann.invites(room, self);
        String since = now();
        assertThat(done(dibs.join(room.value()))).isEqualTo(room);
        String after = ann.says(room, "!leases");

        Batch.Joined shown = news(since, room);

        assertThat(shown.limited()).isTrue();
        List<String> ids = shown.timeline().stream().map(Event::id).toList();
        int arrival = indexOfArrival(shown.timeline());
        assertThat(ids.indexOf(after)).isGreaterThan(arrival);
        assertThat(ids.indexOf(before)).isBetween(0, arrival);
        assertThat(Json.at(shown.timeline().get(ids.indexOf(before)).unsigned(), "membership"))
                .isNotEqualTo("join");
        assertThat(Json.at(shown.timeline().get(ids.indexOf(after)).unsigned(), "membership"))
                .isEqualTo("join");
    }

    private int indexOfArrival(List<Event> timeline) {
        for (int i = 0; i < timeline.size(); i++) {
            Event event = timeline.get(i);
            if (event.stateKey().equals(Optional.of(self.value()))
                    && Json.at(event.content(), "membership").equals("join")) {
                return i;
            }
        }
        throw new AssertionError("Dibs' own arrival is not in the timeline");
    }

    @Test
    void theSameTransactionIsOneEvent() {
        RoomId room = room();
        String first = done(dibs.send(room, "m.room.message", "tx-1", Json.text("granted")));

        assertThat(done(dibs.send(room, "m.room.message", "tx-1", Json.text("granted"))))
                .isEqualTo(first);
        assertThat(done(kit.dibsAgain().send(room, "m.room.message", "tx-1", Json.text("granted"))))
                .isEqualTo(first);
        assertThat(ann.reads(room, self)).extracting(Message::id).containsExactly(first);
        // Transactions belong to a device.
        assertThat(done(kit.dibsElsewhere().send(room, "m.room.message", "tx-1", Json.text("granted"))))
                .isNotEqualTo(first);
    }

    @Test
    void itsOwnMessagesComeToo() {
        RoomId room = room();
        String since = now();
        String said = done(dibs.send(room, "m.room.message", "tx-own", Json.text("granted")));

        assertThat(news(since, room).timeline()).singleElement().satisfies(event -> {
            assertThat(event.id()).isEqualTo(said);
            assertThat(event.sender()).isEqualTo(self);
        });
    }

    @Test
    void whatWasTakenBackIsEmpty() {
        RoomId room = room();
        String since = now();
        String said = ann.says(room, "!claim dev-signing");
        String redaction = ann.redacts(room, said);

        List<Event> timeline = news(since, room).timeline();

        assertThat(timeline).extracting(Event::id).containsExactly(said, redaction);
        assertThat(timeline.getFirst().content().isEmpty()).isTrue();
        assertThat(timeline.getFirst().unsigned().has("redacted_because")).isTrue();
        assertThat(Json.at(timeline.getLast().content(), "redacts")).isEqualTo(said);
        assertThat(done(dibs.event(room, said)).content().isEmpty()).isTrue();
    }

    @Test
    void inAnOldRoomARedactionNamesWhatItTakesBackToo() {
        RoomId room = ann.creates(NewRoom.named("old").ofVersion("10").with(self));
        done(dibs.join(room.value()));
        String since = now();
        String said = ann.says(room, "!claim dev-signing");
        ann.redacts(room, said);

        assertThat(news(since, room)
                        .timeline()
                        .getLast()
                        .content()
                        .path("redacts")
                        .asString())
                .isEqualTo(said);
    }

    @Test
    void dibsTakesBackItsOwnOnce() {
        RoomId room = room();
        String said = done(dibs.send(room, "m.room.message", "tx-r", Json.text("oops")));

        String redaction = done(dibs.redact(room, said, "tx-r2", "said twice"));

        assertThat(done(dibs.redact(room, said, "tx-r2", "said twice"))).isEqualTo(redaction);
        assertThat(ann.reads(room, self)).isEmpty();
        assertThat(dibs.redact(room, ann.says(room, "mine"), "tx-r3", ""))
                .isInstanceOfSatisfying(
                        Sent.Refused.class, no -> assertThat(no.error()).isEqualTo("M_FORBIDDEN"));
    }

    @Test
    void anEditIsAnEventOfItsOwnAndStandsWithTheFirstWhereThatIsAskedFor() {
        RoomId room = room();
        String since = now();
        String said = ann.says(room, "!cliam dev-signing");
        String edit = ann.edits(room, said, "!claim dev-signing");

        List<Event> timeline = news(since, room).timeline();

        assertThat(timeline).extracting(Event::id).containsExactly(said, edit);
        assertThat(Json.at(timeline.getFirst().content(), "body")).isEqualTo("!cliam dev-signing");
        assertThat(timeline.getFirst().unsigned().has("m.relations")).isFalse();
        assertThat(Json.at(timeline.getLast().content(), "body")).isEqualTo("* !claim dev-signing");
        assertThat(Json.at(timeline.getLast().content(), "m.new_content", "body"))
                .isEqualTo("!claim dev-signing");
        Event shown = done(dibs.event(room, said));
        assertThat(Json.at(shown.content(), "body")).isEqualTo("!cliam dev-signing");
        assertThat(Json.at(shown.unsigned(), "m.relations", "m.replace", "event_id"))
                .isEqualTo(edit);
    }

    @Test
    void afterAGapTheEditComesWithTheFirst() {
        RoomId room = room();
        String since = now();
        for (int i = 0; i < SyncFilter.LIMIT; i++) {
            ann.says(room, "number " + i);
        }
        String said = ann.says(room, "!cliam dev-signing");
        String edit = ann.edits(room, said, "!claim dev-signing");

        Batch.Joined shown = news(since, room);

        assertThat(shown.limited()).isTrue();
        Event first = shown.timeline().get(shown.timeline().size() - 2);
        assertThat(first.id()).isEqualTo(said);
        assertThat(Json.at(first.unsigned(), "m.relations", "m.replace", "event_id"))
                .isEqualTo(edit);
    }

    @Test
    void aReactionTwiceIsRefused() {
        RoomId room = room();
        String said = ann.says(room, "!claim dev-signing");
        ObjectNode reaction = Json.object();
        reaction.putObject("m.relates_to")
                .put("rel_type", "m.annotation")
                .put("event_id", said)
                .put("key", "✅");
        done(dibs.send(room, "m.reaction", "tx-a", reaction));

        assertThat(ann.reads(room).getFirst().reactions()).containsEntry("✅", Set.of(self));
        assertThat(dibs.send(room, "m.reaction", "tx-b", reaction))
                .isInstanceOfSatisfying(
                        Sent.Refused.class, no -> assertThat(no.error()).isEqualTo("M_DUPLICATE_ANNOTATION"));
    }

    @Test
    void aReactionAndItsWithdrawalArrive() {
        RoomId room = room();
        String said = done(dibs.send(room, "m.room.message", "tx-q", Json.text("still using it?")));
        String since = now();
        String reaction = ann.reacts(room, said, "⏱️");
        String withdrawal = ann.redacts(room, reaction);

        List<Event> timeline = news(since, room).timeline();

        assertThat(timeline).extracting(Event::id).containsExactly(reaction, withdrawal);
        assertThat(timeline).extracting(Event::type).containsExactly("m.reaction", "m.room.redaction");
        assertThat(timeline.getFirst().content().has("m.relates_to")).isFalse();
    }
}
