package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the homeserver does not tell, tells wrongly or tells too much of: nothing is dropped in silence, and no room waits for another. */
final class MatrixGapsTest {
    private static final String ANN = "matrix:@ann:hs.test";

    private final MatrixScene scene = new MatrixScene(ConfigLoader.builtin(), made -> {
        made.server()
                .person("carla")
                .creates(NewRoom.named("Dibs itself").called("dibs-ops").with(made.dibs()));
        return Map.of("MATRIX_CONTROL_ROOM", "#dibs-ops:hs.test");
    });
    private final FakePerson ann = scene.ann();
    private final FakePerson carla = scene.server().person("carla");

    @AfterEach
    void close() {
        scene.close();
    }

    private List<String> control() {
        Sent<RoomId> room = scene.server().as(carla.id()).resolve("#dibs-ops:hs.test");
        return scene.said(carla, ((Sent.Done<RoomId>) room).result());
    }

    private RoomId another() {
        RoomId room = ann.creates(
                NewRoom.named("Another").with(scene.dibs(), scene.bob().id()));
        scene.bob().joins(room);
        scene.settle();
        return room;
    }

    private List<String> inHome() {
        return ann.reads(scene.home(), scene.dibs()).stream().map(Message::body).toList();
    }

    @Test
    void aRoomWhosePastIsNotToldHoldsUpTheOthersAFewTimesAndItIsSaidThere() {
        RoomId other = another();
        scene.server().timelineLimit(2);
        scene.server().faults().broken("messages", scene.home());
        for (int i = 0; i < 5; i++) {
            ann.says(scene.home(), "!claim dev-balrog");
            scene.bob().says(other, "good morning");
        }
        ann.says(other, "!claim dev-signing for 2h");
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.server().calls("messages"))
                .filteredOn(call -> call.call().room().equals(scene.home().value()))
                .hasSizeBetween(3, 5);
        assertThat(inHome()).filteredOn(said -> said.contains("Type it again")).hasSize(1);
        assertThat(control())
                .filteredOn(said -> said.contains("Release engineering"))
                .hasSize(1);
    }

    @Test
    void anEditOfWhatTheHomeserverDoesNotShowHoldsNobodyUpAndItsSenderIsTold() {
        String chatter = ann.says(scene.home(), "clam dev-balrog");
        scene.settle();
        scene.server().faults().broken("event", scene.home());
        ann.edits(scene.home(), chatter, "!claim dev-balrog for 2h");
        scene.bob().says(scene.home(), "!claim dev-signing for 2h");
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains("matrix:@bob:hs.test");
        assertThat(scene.holder("dev-balrog")).isEmpty();
        assertThat(inHome()).anyMatch(said -> said.contains("could not look up what you edited"));
    }

    @Test
    void ofAGapThatIsTooLongTheRestIsNotDroppedInSilence() {
        scene.server().timelineLimit(5);
        ann.says(scene.home(), "!claim dev-balrog for 2h");
        for (int i = 0; i < 2_100; i++) {
            scene.bob().says(scene.home(), "chatter");
        }
        ann.says(scene.home(), "!claim dev-signing for 2h");
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.holder("dev-balrog")).isEmpty();
        assertThat(inHome()).filteredOn(said -> said.contains("Type it again")).hasSize(1);
        assertThat(control()).anyMatch(said -> said.contains("more than I read back"));
    }

    @Test
    void thoseWhoLookAfterDibsHearThatTheHomeserverForgotWhereItHadRead() {
        scene.server().faults().forgetSince();
        scene.settle();
        scene.server().faults().forgetSince();
        scene.settle();

        assertThat(control())
                .filteredOn(said -> said.contains("did not know any more up to where I had read"))
                .hasSize(1);
    }

    @Test
    void aRoomOfWhichNobodyKnowsWhoReadsAlongHearsNothingAboutLeases() {
        scene.answer("!claim dev-signing for 2h secret matters");
        RoomId other = another();
        scene.restart();
        scene.server().faults().broken("state", other);
        ann.says(other, "!who-is-using dev-signing");
        ann.says(other, "!claim dev-balrog for 2h");
        for (int i = 0; i < 8; i++) {
            scene.hear();
        }
        scene.settle();

        assertThat(scene.holder("dev-balrog")).isEmpty();
        assertThat(scene.said(ann, other))
                .hasSize(2)
                .allMatch(said -> said.contains("does not tell me who reads along") && !said.contains("dev-signing"));

        scene.server().faults().mend();
        scene.clock().advance(Duration.ofMinutes(1));
        assertThat(scene.answer(ann, other, "!who-is-using dev-signing")).contains("secret matters");
    }

    @Test
    void aPressCountsInTheRoomOfTheMessageOnly() {
        scene.answer("!claim dev-signing for 2h");
        Message granted = scene.messages(ann, scene.home()).getLast();
        RoomId other = another();
        ann.reacts(other, granted.id(), "🔓");
        scene.settle();
        assertThat(scene.holder("dev-signing")).contains(ANN);

        ann.reacts(scene.home(), granted.id(), "🔓");
        scene.settle();
        assertThat(scene.holder("dev-signing")).isEmpty();
    }

    @Test
    void aHomeserverWhoseClockIsBehindMakesNobodyLate() {
        scene.server().datesBy(Duration.ofMinutes(-10));
        assertThat(scene.answer("!claim dev-signing for 2h")).contains("dev-signing is yours");
        ann.says(scene.home(), "!claim dev-balrog for 2h");
        scene.clock().advance(Duration.ofMinutes(3));
        scene.settle();
        assertThat(scene.holder("dev-balrog")).isEmpty();
    }

    @Test
    void whoDatesAMessageAheadMakesItNoNewerThanItsArrival() {
        scene.server().datesBy(Duration.ofHours(5));
        ann.says(scene.home(), "!claim dev-signing for 2h");
        scene.clock().advance(Duration.ofHours(1));
        scene.settle();
        assertThat(scene.holder("dev-signing")).isEmpty();
        assertThat(inHome()).anyMatch(said -> said.contains("did not hear"));
    }

    @Test
    void whoTakesBackAMessageThatBecameAClaimByAnEditIsOfferedToGiveItBack() {
        String typo = ann.says(scene.home(), "!claim dev-singing for 2h");
        scene.settle();
        ann.edits(scene.home(), typo, "!claim dev-signing for 2h");
        scene.settle();
        ann.redacts(scene.home(), typo);
        scene.settle();
        assertThat(inHome().getLast()).contains("dev-signing stays yours");

        String chatter = ann.says(scene.home(), "clam dev-balrog for 2h");
        scene.settle();
        ann.edits(scene.home(), chatter, "!claim dev-balrog for 2h");
        scene.settle();
        ann.redacts(scene.home(), chatter);
        scene.settle();
        assertThat(inHome()).anyMatch(said -> said.contains("dev-balrog stays yours"));
    }

    @Test
    void whatStoodBeforeAWhisperedAnswerIsNotSaidAgain() {
        RoomId direct = scene.direct(ann);
        scene.answer("!claim dev-signing for 2h");
        scene.server().faults().tooOften(1, Optional.empty());
        scene.server().faults().broken("send", direct);
        scene.bob().says(scene.home(), "!nudge dev-signing");
        scene.settle();
        ann.says(scene.home(), "!dibs me link");
        scene.hear();
        scene.server().faults().mend();
        scene.clock().advance(Duration.ofMinutes(1));
        scene.settle();
        scene.answer(ann, direct, "leases mine");

        assertThat(scene.said(ann, direct))
                .filteredOn(said -> said.contains("bob would like your dev-signing"))
                .hasSize(1);
    }

    @Test
    void whoLeavesTheDirectRoomIsNotInvitedIntoOneAtEachNotice() {
        scene.answer("!claim dev-signing for 2h");
        for (int i = 0; i < 4; i++) {
            scene.bob().says(scene.home(), "!nudge dev-signing");
            scene.settle();
            scene.server().as(ann.id()).sync(Optional.empty(), Duration.ZERO).map(batch -> {
                batch.invited().keySet().forEach(room -> {
                    ann.joins(room);
                    ann.leaves(room);
                });
                return batch;
            });
            scene.clock().advance(Duration.ofMinutes(20));
            scene.settle();
        }
        assertThat(scene.server().calls("direct")).hasSize(1);

        scene.answer("!dm");
        assertThat(scene.server().calls("direct")).as("who asks gets one").hasSize(2);
    }

    @Test
    void whoStandsByHearsAndSaysNothingUntilItIsAlone() {
        scene.alone(false);
        ann.says(scene.home(), "!claim dev-signing for 2h");
        int before = scene.server().calls("sync").size();
        scene.settle();
        assertThat(scene.server().calls("sync")).hasSize(before);
        assertThat(scene.platform().connection().sentence()).contains("Standing by");
        assertThat(scene.holder("dev-signing")).isEmpty();

        scene.alone(true);
        scene.settle();
        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.platform().connection().sentence()).isEqualTo("Connected as @dibs:hs.test.");
    }
}
