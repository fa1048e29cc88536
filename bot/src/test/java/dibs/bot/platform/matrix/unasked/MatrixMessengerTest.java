package dibs.bot.platform.matrix.unasked;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.intake.Offer;
import dibs.backend.notice.Delivered;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonId;
import dibs.bot.Talk;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.FakeServer;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import dibs.testkit.FakeClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What persons are told in direct rooms. */
class MatrixMessengerTest {
    private static final EnvironmentId SIGNING = new EnvironmentId("dev-signing");

    private final FakeClock clock = new FakeClock(Talk.MONDAY);
    private final FakeServer server = new FakeServer(clock);
    private final FakePerson dibs = server.person("dibs");
    private final FakePerson ann = server.person("ann");
    private final Homeserver homeserver = server.as(dibs.id());
    private final OnHomeserver program =
            new OnHomeserver(homeserver, dibs.id(), dibs.creates(NewRoom.named("home")), clock);
    private int parcels;

    @AfterEach
    void close() {
        program.close();
    }

    private Delivered tells(AccountId account, Notice... notices) {
        PersonId person = new PersonId("p1");
        String id = "id" + ++parcels;
        List<Pending> all = List.of(notices).stream()
                .map(notice -> new Pending(id, person, notice, clock.instant()))
                .toList();
        Delivered delivered = program.messenger()
                .deliver(
                        new Recipient(account, ZoneId.of("America/Vancouver"), clock.instant(), false),
                        new Parcel(id, person, all));
        program.queue().run();
        return delivered;
    }

    private List<RoomId> directs() {
        if (homeserver.accountData("m.direct") instanceof Sent.Done<ObjectNode> rooms) {
            return rooms.result()
                    .path(ann.id().value())
                    .valueStream()
                    .map(room -> new RoomId(room.asString()))
                    .toList();
        }
        return List.of();
    }

    @Test
    void aNoticeIsToldInADirectRoomThatIsMadeOnceAndMentionsItsReader() {
        AccountId account = MatrixId.account(ann.id());
        tells(account, new Notice.Freed(SIGNING, Talk.MONDAY.plusSeconds(600)));
        RoomId room = directs().getFirst();
        ann.joins(room);
        tells(account, new Notice.HelperAdded(SIGNING, "bob", clock.instant().plus(Duration.ofHours(2))));

        assertThat(directs()).hasSize(1);
        List<Message> told = ann.reads(room, dibs.id());
        assertThat(told)
                .extracting(Message::body)
                .containsExactly(
                        "dev-signing, which you wait for, is free and kept for you until 10 min from now (01:10"
                                + " Vancouver): type `claim dev-signing`.\n"
                                + "Next, react or type: ✅ Claim it: `claim dev-signing`; ❌ Let the next one:"
                                + " `cancel dev-signing`.",
                        "bob made you a helper on dev-signing until 2 h from now (03:00 Vancouver):"
                                + " you may extend and release it.");
        assertThat(told)
                .allMatch(message -> message.pings().equals(List.of(ann.id().value())));
        assertThat(told).extracting(Message::kind).containsOnly("m.text");
        assertThat(told.getFirst().reactions()).containsOnlyKeys("✅", "❌");
        assertThat(offered(room, told.getFirst().id(), "✅").entitled()).contains(account);
    }

    private Offer offered(RoomId room, String event, String emoji) {
        return program.transactor()
                .<Optional<Offer>>read(tx -> tx.offers().find(MatrixId.account(dibs.id()), room.value(), event, emoji))
                .orElseThrow();
    }

    @Test
    void aDirectRoomThatIsEncryptedIsLeftAlone() {
        RoomId locked = ann.creates(NewRoom.named("").locked().between().with(dibs.id()));
        dibs.joins(locked);
        homeserver.putAccountData("m.direct", list(ann.id(), locked));
        tells(MatrixId.account(ann.id()), new Notice.Freed(SIGNING, Talk.MONDAY.plusSeconds(600)));

        assertThat(ann.reads(locked, dibs.id())).isEmpty();
        assertThat(directs()).hasSize(2).contains(locked);
        assertThat(dibs.reads(directs().getLast())).hasSize(1);
    }

    private static ObjectNode list(UserId user, RoomId room) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray(user.value()).add(room.value());
        return list;
    }

    @Test
    void whoIsNotThereIsRefusedAndADirectRoomThatSheLeftIsMadeAnewTheNextDay() {
        assertThat(tells(
                        AccountId.of("matrix", "@nobody:hs.test"),
                        new Notice.Freed(SIGNING, Talk.MONDAY.plusSeconds(600))))
                .isInstanceOf(Delivered.Refused.class);

        AccountId account = MatrixId.account(ann.id());
        tells(account, new Notice.Freed(SIGNING, Talk.MONDAY.plusSeconds(600)));
        ann.joins(directs().getFirst());
        ann.leaves(directs().getFirst());
        program.rooms().forget(directs().getFirst()); // as hearing of it does
        assertThat(tells(account, new Notice.Freed(SIGNING, Talk.MONDAY.plusSeconds(600))))
                .isInstanceOf(Delivered.Refused.class);
        clock.advance(Duration.ofDays(1));
        assertThat(tells(account, new Notice.Freed(SIGNING, Talk.MONDAY.plusSeconds(600))))
                .isInstanceOf(Delivered.Accepted.class);
        assertThat(directs()).hasSize(2);
    }

    @Test
    void onlyAccountsOfMatrixAreReached() {
        assertThat(program.messenger().reaches(MatrixId.account(ann.id()))).isTrue();
        for (String other : List.of("slack:T1:U1", "matrix:ann", "matrix:@ann", "console:@ann:hs.test")) {
            assertThat(program.messenger().reaches(new AccountId(other)))
                    .as(other)
                    .isFalse();
        }
    }
}
