package dibs.fakematrix;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What a homeserver promises to Dibs: about events, and about rooms and who is in them. */
public abstract class HomeserverContract extends EventContract {
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
}
