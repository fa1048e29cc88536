package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.room.Rooms;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.Json;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where Dibs goes and where it does not: invitations, encrypted rooms, direct rooms, rooms that are replaced, being shown out. */
final class MatrixRoomsTest {
    private static final String ANN = "matrix:@ann:hs.test";

    private MatrixScene scene = new MatrixScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private void again(Map<String, String> settings) {
        scene.close();
        scene = new MatrixScene(ConfigLoader.builtin(), made -> settings);
    }

    /** How Dibs stands in a room, and why, as the person sees it. */
    private Event membership(FakePerson reader, RoomId room) {
        return reader.sees(room).stream()
                .filter(event -> event.type().equals("m.room.member"))
                .filter(event ->
                        event.stateKey().equals(Optional.of(scene.dibs().value())))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private String reason(FakePerson reader, RoomId room) {
        return Json.at(membership(reader, room).content(), "reason");
    }

    private boolean isIn(FakePerson reader, RoomId room) {
        return Json.at(membership(reader, room).content(), "membership").equals("join");
    }

    @Test
    void anInvitationFromTheOwnServerIsTakenAndOneFromElsewhereDeclinedWithTheReason() {
        RoomId room = scene.bob().creates(NewRoom.named("Signing").with(scene.dibs()));
        scene.settle();
        assertThat(isIn(scene.bob(), room)).isTrue();

        again(Map.of("MATRIX_ALLOWED_SERVERS", "example.org, friends.example.net"));
        RoomId other = scene.bob().creates(NewRoom.named("Signing").with(scene.dibs()));
        scene.settle();
        assertThat(isIn(scene.bob(), other)).isFalse();
        assertThat(reason(scene.bob(), other)).contains("example.org, friends.example.net");
        assertThat(isIn(scene.ann(), scene.home())).isTrue();
    }

    @Test
    void anInvitationThatCannotBeTakenNowIsTakenLater() {
        RoomId room = scene.bob().creates(NewRoom.named("Signing").with(scene.dibs()));
        scene.server().faults().loseTheAnswer("join");
        scene.hear();
        scene.clock().advance(Duration.ofMinutes(2));
        scene.settle();

        assertThat(isIn(scene.bob(), room)).isTrue();
        assertThat(scene.answer(scene.bob(), room, "!claim dev-signing")).contains("dev-signing");
    }

    @Test
    void anInvitationThatCannotBeTakenNowIsTakenByTheNextProcess() {
        RoomId room = scene.bob().creates(NewRoom.named("Signing").with(scene.dibs()));
        scene.server().faults().later("join");
        scene.hear();
        scene.restart();
        scene.settle();

        assertThat(isIn(scene.bob(), room)).isTrue();
        assertThat(scene.rows("select room from room_note")).isEmpty();
    }

    @Test
    void aRoomOfTheSettingsThatDoesNotLetDibsInIsTriedAgain() {
        scene.server().faults().refuse("join", 403, "M_FORBIDDEN");
        scene.restart();
        scene.settle();
        int before = scene.server().calls("join").size();
        scene.clock().advance(Duration.ofMinutes(6));
        scene.settle();
        scene.clock().advance(Duration.ofMinutes(6));
        scene.settle();

        assertThat(scene.server().calls("join")).hasSize(before + 1);
    }

    /** A room of which the homeserver tells nothing keeps the others waiting for its patience only. */
    @Test
    void aRoomOfWhichNothingIsToldIsNotAskedAboutAtEveryTurn() {
        Rooms rooms = new Rooms(scene.server().as(scene.dibs()), scene.clock());
        int before = scene.server().calls("state").size();
        for (int i = 0; i < 40; i++) {
            scene.server().faults().later("state");
        }
        for (int i = 0; i < 20; i++) {
            assertThat(rooms.of(scene.home()).open()).isTrue();
        }
        assertThat(rooms.settled(scene.home())).isTrue();
        assertThat(scene.server().calls("state")).hasSize(before + 6);
        scene.clock().advance(Duration.ofSeconds(10));
        assertThat(rooms.of(scene.home()).open()).isTrue();
        assertThat(scene.server().calls("state")).hasSize(before + 7);
    }

    @Test
    void anEncryptedRoomIsDeclinedWithTheReasonAndADirectOneReplaced() {
        RoomId room = scene.bob().creates(NewRoom.named("Secret").locked().with(scene.dibs()));
        RoomId direct = scene.ann().creates(NewRoom.named("").between().locked().with(scene.dibs()));
        scene.settle();

        assertThat(isIn(scene.bob(), room)).isFalse();
        assertThat(reason(scene.bob(), room)).contains("cannot read encrypted", "Release engineering", "!dm");
        assertThat(reason(scene.ann(), direct)).contains("cannot read encrypted");

        RoomId instead = made();
        scene.ann().joins(instead);
        scene.settle();
        assertThat(scene.said(scene.ann(), instead)).singleElement().asString().contains("not encrypted");
        assertThat(scene.answer(scene.ann(), instead, "claim dev-signing")).contains("dev-signing is yours");
    }

    /** The direct room that Dibs made last. */
    private RoomId made() {
        return switch (scene.server().calls("direct").getLast().outcome()) {
            case Sent.Done<?> done -> (RoomId) done.result();
            default -> throw new AssertionError("no room was made");
        };
    }

    @Test
    void encryptionThatIsSwitchedOnIsAnsweredOnceAndTalkThereOnceADay() {
        RoomId room = scene.bob()
                .creates(NewRoom.named("Turns secret")
                        .with(scene.dibs(), scene.ann().id()));
        scene.ann().joins(room);
        scene.settle();
        scene.answer(scene.ann(), room, "!claim dev-signing for 1d");

        scene.bob().encrypts(room);
        for (int i = 0; i < 5; i++) {
            scene.ann().sends(room, "m.room.encrypted", Json.of("algorithm", "m.megolm.v1.aes-sha2"));
            scene.settle();
        }
        List<Message> said = scene.messages(scene.ann(), room);
        assertThat(said).hasSize(2);
        assertThat(said.getLast().body())
                .contains("cannot read encrypted", "dm")
                .doesNotContain("dev-signing");

        scene.clock().advance(Duration.ofDays(1));
        scene.ann().sends(room, "m.room.encrypted", Json.of("algorithm", "m.megolm.v1.aes-sha2"));
        scene.settle();
        assertThat(scene.messages(scene.ann(), room)).hasSize(3);

        scene.ann().reacts(room, scene.messages(scene.ann(), room).getLast().id(), "💬");
        scene.settle();
        RoomId direct = made();
        scene.ann().joins(direct);
        scene.settle();
        assertThat(scene.answer(scene.ann(), direct, "leases mine")).isNotEmpty();
        assertThat(String.join(
                        "\n",
                        scene.said(scene.ann(), room)
                                .subList(1, scene.said(scene.ann(), room).size())))
                .doesNotContain("dev-signing");
    }

    /** Reactions and the taking back of messages are never encrypted, and some programs send plain text anywhere. */
    @Test
    void whatCanBeReadInAnEncryptedRoomGetsNothingAboutLeasesEither() {
        RoomId room = scene.bob()
                .creates(NewRoom.named("Turns secret")
                        .with(scene.dibs(), scene.ann().id()));
        scene.ann().joins(room);
        scene.settle();
        String claim = scene.ann().says(room, "!claim dev-signing for 1h");
        scene.settle();
        Message grant = scene.messages(scene.ann(), room).getLast();
        scene.bob().encrypts(room);
        scene.settle();
        int before = scene.said(scene.ann(), room).size();

        scene.ann().reacts(room, grant.id(), "🔓");
        scene.ann().says(room, "!claim dev-beetmover");
        scene.ann().edits(room, claim, "!claim dev-signing for 2h");
        scene.ann().redacts(room, claim);
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.holder("dev-beetmover")).isEmpty();
        List<String> said = scene.said(scene.ann(), room).subList(before, before + 4);
        assertThat(said).noneMatch(text -> text.contains("dev-"));
        assertThat(said.subList(0, 2)).allMatch(text -> text.contains("not done") && text.contains("dm"));
    }

    @Test
    void dmOpensOneDirectRoomHoweverOftenItIsAsked() {
        assertThat(scene.answer("!dm")).contains("take the invitation");
        RoomId direct = made();
        scene.answer("!dm");
        scene.restart();
        scene.ann().joins(direct);
        scene.answer("!dm");

        assertThat(scene.server().calls("direct")).hasSize(1);
        assertThat(scene.answer(scene.ann(), direct, "dm")).contains("This is our direct room");
        assertThat(scene.answer(scene.ann(), direct, "claim dev-signing")).contains("dev-signing is yours");
    }

    @Test
    void whoeverWouldBecomeAnotherIsToldTheCodeAlone() {
        String answer = scene.answer("!dibs me link");

        assertThat(answer).contains("direct room").doesNotContain("me link");
        RoomId direct = made();
        scene.ann().joins(direct);
        assertThat(scene.said(scene.ann(), direct)).singleElement().asString().contains("me link ");
    }

    @Test
    void aRoomThatIsReplacedIsFollowedAndCountsForTheOldOne() {
        scene.answer("!claim dev-signing for 8h");
        RoomId next = scene.ann().upgrades(scene.home(), "12");
        scene.settle();
        scene.ann().invites(next, scene.dibs());
        scene.ann().invites(next, scene.bob().id());
        scene.bob().joins(next);
        scene.settle();

        assertThat(scene.answer(scene.bob(), next, "!dibs who-is-using dev-signing"))
                .contains("ann");
        assertThat(scene.answer(scene.bob(), next, "!claim dev-beetmover")).contains("dev-beetmover is yours");
        scene.clock().advance(Duration.ofHours(2));
        scene.settle();
        assertThat(scene.ann().reads(next, scene.dibs()))
                .anyMatch(
                        message -> message.answers().isEmpty() && message.body().contains("dev-signing"));

        scene.restart();
        scene.settle();
        assertThat(scene.answer(scene.ann(), next, "!claim dev-balrog")).contains("dev-balrog is yours");
    }

    @Test
    void beingShownOutIsToldToWhoLooksAfterDibsAndTakesNothingAway() {
        scene.close();
        scene = new MatrixScene(ConfigLoader.builtin(), made -> {
            FakePerson carla = made.server().person("carla");
            carla.creates(NewRoom.named("Dibs itself").called("dibs-ops").with(made.dibs()));
            return Map.of("MATRIX_CONTROL_ROOM", "#dibs-ops:hs.test");
        });
        FakePerson carla = scene.server().person("carla");
        RoomId control = room(carla, "#dibs-ops:hs.test");
        scene.answer("!claim dev-signing for 8h");

        scene.ann().kicks(scene.home(), scene.dibs(), "too chatty");
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.said(carla, control))
                .anyMatch(said -> said.contains("Release engineering")
                        && said.contains("@ann:hs.test")
                        && said.contains("too chatty"));
    }

    private RoomId room(FakePerson member, String alias) {
        return switch (scene.server().as(member.id()).resolve(alias)) {
            case Sent.Done<RoomId> done -> done.result();
            default -> throw new AssertionError("no room " + alias);
        };
    }

    @Test
    void whoLooksAfterDibsHasTheGateAndUsersOfTheSettingsWhatTheySay() {
        scene.close();
        scene = new MatrixScene(
                ConfigLoader.parse("dibs.yaml", "matrix:\n  roles:\n    admin: ['@root:hs.test']\n"), made -> {
                    made.server()
                            .person("carla")
                            .creates(NewRoom.named("Ops").called("ops").with(made.dibs()));
                    return Map.of("MATRIX_CONTROL_ROOM", "#ops:hs.test");
                });
        assertThat(me("carla")).contains("you may gate");
        assertThat(me("root")).contains("you may admin");
        assertThat(me("cem")).contains("you may ask");
    }

    private String me(String name) {
        FakePerson person = scene.server().person(name);
        return scene.answer(person, scene.direct(person), "me");
    }
}
