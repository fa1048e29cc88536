package dibs.fakematrix;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.Homeserver.History;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.SyncFilter;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a homeserver promises to Dibs. */
public abstract class HomeserverContract {
    private static final Duration AT_ONCE = Duration.ZERO;

    private HomeserverKit kit;
    private Homeserver dibs;
    private UserId self;
    private Person ann;
    private Person bob;

    /** A homeserver on which nobody of these names has done anything yet. */
    protected abstract HomeserverKit kit();

    @BeforeEach
    void open() {
        kit = kit();
        dibs = kit.dibs();
        self = dibs.identity().orElseThrow().user();
        ann = kit.person("ann");
        bob = kit.person("bob");
    }

    @AfterEach
    void shut() throws Exception {
        kit.close();
    }

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

    @Test
    void anInvitationShowsWhatTheRoomIs() {
        String since = now();
        RoomId direct = ann.creates(NewRoom.named("").between().locked().with(self));
        RoomId open = ann.creates(NewRoom.named("the pond").opened().with(self));

        Map<RoomId, List<Event>> invited =
                done(dibs.sync(Optional.of(since), AT_ONCE)).invited();

        assertThat(invited).containsOnlyKeys(direct, open);
        Event invitation = of(found(invited, direct), "m.room.member", self.value());
        assertThat(invitation.sender()).isEqualTo(ann.id());
        assertThat(Json.at(invitation.content(), "membership")).isEqualTo("invite");
        assertThat(invitation.content().path("is_direct").asBoolean(false)).isTrue();
        assertThat(found(invited, direct)).extracting(Event::type).contains("m.room.encryption");
        assertThat(found(invited, open)).extracting(Event::type).doesNotContain("m.room.encryption");
        assertThat(Json.at(of(found(invited, open), "m.room.name", "").content(), "name"))
                .isEqualTo("the pond");
        // A homeserver may give the same first batch to the same device for a while.
        assertThat(done(kit.dibsElsewhere().sync(Optional.empty(), AT_ONCE)).invited())
                .containsKeys(direct, open);
    }

    private static Event of(List<Event> events, String type, String key) {
        return events.stream()
                .filter(event -> event.type().equals(type) && event.stateKey().equals(Optional.of(key)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anInvitationIsDeclinedWithAReason() {
        RoomId room = ann.creates(NewRoom.named("secret").locked().with(self));
        String since = now();

        done(dibs.leave(room, "cannot read here"));

        Event left = ann.sees(room).getLast();
        assertThat(Json.at(left.content(), "membership")).isEqualTo("leave");
        assertThat(Json.at(left.content(), "reason")).isEqualTo("cannot read here");
        assertThat(done(dibs.sync(Optional.of(since), AT_ONCE)).invited()).doesNotContainKey(room);
    }

    @Test
    void whoIsShownOutLearnsIt() {
        RoomId room = room();
        String since = now();
        String last = ann.says(room, "last words");
        ann.kicks(room, self, "too noisy");
        ann.says(room, "behind its back");

        Batch batch = done(dibs.sync(Optional.of(since), AT_ONCE));

        assertThat(batch.joined()).doesNotContainKey(room);
        List<Event> seen = found(batch.left(), room);
        assertThat(seen).extracting(Event::id).startsWith(last).hasSize(2);
        assertThat(seen.getLast().sender()).isEqualTo(ann.id());
        assertThat(Json.at(seen.getLast().content(), "reason")).isEqualTo("too noisy");
        assertThat(dibs.send(room, "m.room.message", "tx-k", Json.text("hello?")))
                .isInstanceOfSatisfying(Sent.Refused.class, no -> {
                    assertThat(no.status()).isEqualTo(403);
                    assertThat(no.error()).isEqualTo("M_FORBIDDEN");
                });
    }

    @Test
    void anUpgradeLeavesATombstoneAndNoInvitation() {
        RoomId room = room();
        String since = now();
        RoomId next = ann.upgrades(room, "12");

        Batch batch = done(dibs.sync(Optional.of(since), AT_ONCE));

        assertThat(joined(batch, room).timeline())
                .filteredOn(Event::type, "m.room.tombstone")
                .singleElement()
                .satisfies(event ->
                        assertThat(Json.at(event.content(), "replacement_room")).isEqualTo(next.value()));
        assertThat(batch.invited()).isEmpty();
        assertThat(next.value()).doesNotContain(":");
        assertThat(dibs.send(room, "m.room.message", "tx-u", Json.text("hello?")))
                .isInstanceOfSatisfying(
                        Sent.Refused.class, no -> assertThat(no.error()).isEqualTo("M_FORBIDDEN"));
        assertThat(dibs.join(next.value()))
                .isInstanceOfSatisfying(
                        Sent.Refused.class, no -> assertThat(no.error()).isEqualTo("M_FORBIDDEN"));
        ann.invites(next, self);
        assertThat(done(dibs.join(next.value()))).isEqualTo(next);
    }

    @Test
    void encryptionSwitchedOnLaterArrivesAndPlainTextIsStillTaken() {
        RoomId room = room();
        String since = now();
        ann.encrypts(room);

        assertThat(news(since, room).timeline()).extracting(Event::type).containsExactly("m.room.encryption");
        done(dibs.send(room, "m.room.message", "tx-e", Json.text("I cannot read here")));
    }

    @Test
    void stateIsReadAndSetAsPowerAllows() {
        RoomId room = room();

        assertThat(Json.at(done(dibs.state(room, "m.room.join_rules", "")), "join_rule"))
                .isEqualTo("invite");
        ann.opens(room, true);
        assertThat(Json.at(done(dibs.state(room, "m.room.join_rules", "")), "join_rule"))
                .isEqualTo("public");
        assertThat(dibs.state(room, "m.room.pinned_events", "")).isInstanceOfSatisfying(Sent.Refused.class, no -> {
            assertThat(no.status()).isEqualTo(404);
            assertThat(no.error()).isEqualTo("M_NOT_FOUND");
        });
        ObjectNode pins = Json.object();
        pins.putArray("pinned").add("$board");
        assertThat(dibs.putState(room, "m.room.pinned_events", "", pins))
                .isInstanceOfSatisfying(
                        Sent.Refused.class, no -> assertThat(no.error()).isEqualTo("M_FORBIDDEN"));
        ObjectNode levels = done(dibs.state(room, "m.room.power_levels", ""));
        if (levels.get("users") instanceof ObjectNode users) {
            users.put(self.value(), 50);
        }
        ann.sets(room, "m.room.power_levels", "", levels);
        done(dibs.putState(room, "m.room.pinned_events", "", pins));
        assertThat(done(dibs.state(room, "m.room.pinned_events", ""))).isEqualTo(pins);
        assertThat(done(dibs.state(room))).extracting(Event::type).contains("m.room.pinned_events", "m.room.create");
    }

    @Test
    void membersAreThoseWhoAreInWithTheNamesShown() {
        RoomId room = room();
        bob.isCalled("Bob the Builder");
        Person carol = kit.person("carol");
        ann.invites(room, carol.id());

        Map<UserId, String> members = done(dibs.members(room));

        assertThat(members).containsOnlyKeys(ann.id(), bob.id(), self);
        assertThat(members).containsEntry(bob.id(), "Bob the Builder");
    }

    @Test
    void aDirectRoomIsNotEncryptedAndInvites() {
        RoomId room = done(dibs.direct(ann.id()));

        ann.joins(room);
        List<Event> seen = ann.sees(room);
        assertThat(seen).extracting(Event::type).doesNotContain("m.room.encryption");
        assertThat(seen)
                .filteredOn(
                        event -> event.stateKey().equals(Optional.of(ann.id().value())))
                .first()
                .satisfies(event -> assertThat(event.content().path("is_direct").asBoolean(false))
                        .isTrue());
        done(dibs.send(room, "m.room.message", "tx-d", Json.text("it is free now")));
        assertThat(ann.reads(room, self)).hasSize(1);
    }

    @Test
    void anAliasNamesARoom() {
        String local = "pond" + self.value().replaceAll("[^a-z0-9]", "");
        RoomId room = ann.creates(NewRoom.named("pond").opened().called(local));
        String alias = "#" + local + ":" + self.server();

        assertThat(done(dibs.resolve(alias))).isEqualTo(room);
        assertThat(done(dibs.join(alias))).isEqualTo(room);
        assertThat(dibs.resolve("#nowhere:" + self.server()))
                .isInstanceOfSatisfying(
                        Sent.Refused.class, no -> assertThat(no.error()).isEqualTo("M_NOT_FOUND"));
    }

    @Test
    void accountDataIsKeptByType() {
        assertThat(done(dibs.accountData("m.direct"))).isEmpty();
        ObjectNode direct = Json.object();
        direct.putArray(ann.id().value()).add("!room");

        done(dibs.putAccountData("m.direct", direct));

        assertThat(done(dibs.accountData("m.direct"))).isEqualTo(direct);
        assertThat(done(kit.dibsAgain().accountData("m.direct"))).isEqualTo(direct);
    }

    @Test
    void aZoneComesFromTheProfile() {
        assertThat(done(dibs.zone(ann.id()))).isEmpty();
        ann.livesIn(ZoneId.of("America/Vancouver"));

        assertThat(done(dibs.zone(ann.id()))).contains(ZoneId.of("America/Vancouver"));
        assertThat(done(dibs.zone(new UserId("@nobody:" + self.server())))).isEmpty();
    }

    @Test
    void whatIsTooLargeIsRefused() {
        RoomId room = room();

        assertThat(dibs.send(room, "m.room.message", "tx-l", Json.text("x".repeat(70_000))))
                .isInstanceOfSatisfying(Sent.Refused.class, no -> {
                    assertThat(no.status()).isEqualTo(413);
                    assertThat(no.error()).isEqualTo("M_TOO_LARGE");
                });
        done(dibs.send(room, "m.room.message", "tx-l2", Json.text("x".repeat(30_000))));
    }

    @Test
    void aRoomOfOthersShowsNothing() {
        RoomId room = ann.creates(NewRoom.named("private"));
        String said = ann.says(room, "nobody hears me");

        assertThat(dibs.state(room)).isInstanceOf(Sent.Refused.class);
        assertThat(dibs.event(room, said)).isInstanceOf(Sent.Refused.class);
        assertThat(dibs.join(room.value()))
                .isInstanceOfSatisfying(
                        Sent.Refused.class, no -> assertThat(no.error()).isEqualTo("M_FORBIDDEN"));
        assertThat(done(dibs.sync(Optional.empty(), AT_ONCE)).joined()).doesNotContainKey(room);
    }

    /** A room by invitation with Ann, whose it is, Bob and Dibs. */
    private RoomId room() {
        RoomId room = ann.creates(NewRoom.named("releng").with(bob.id(), self));
        bob.joins(room);
        done(dibs.join(room.value()));
        return room;
    }

    /** What is new in the room. */
    private Batch.Joined news(String since, RoomId room) {
        return joined(done(dibs.sync(Optional.of(since), AT_ONCE)), room);
    }

    private static Batch.Joined joined(Batch batch, RoomId room) {
        return found(batch.joined(), room);
    }

    private static <T> T found(Map<RoomId, T> rooms, RoomId room) {
        T found = rooms.get(room);
        assertThat(found)
                .as("what the batch says of %s in %s", room, rooms.keySet())
                .isNotNull();
        return Objects.requireNonNull(found);
    }

    /** Where the homeserver stands. */
    private String now() {
        return done(dibs.sync(Optional.empty(), AT_ONCE)).next();
    }

    private static <T> T done(Sent<T> sent) {
        assertThat(sent).isInstanceOf(Sent.Done.class);
        return ((Sent.Done<T>) sent).result();
    }
}
