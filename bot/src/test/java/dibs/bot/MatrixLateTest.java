package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.Json;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is heard late, twice, in pieces or changed: each command has one effect or none, and nothing is dropped in silence. */
final class MatrixLateTest {
    private static final String ANN = "matrix:@ann:hs.test";

    private final MatrixScene scene = new MatrixScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private void away(Duration length) {
        scene.clock().advance(length);
    }

    private Message last() {
        return scene.messages(scene.ann(), scene.home()).getLast();
    }

    @Test
    void whatIsTwoMinutesOldIsDoneAndWhatIsOlderIsOffered() {
        scene.ann().says(scene.home(), "!claim dev-signing");
        scene.clock().advance(Duration.ofMinutes(1));
        scene.settle();
        assertThat(scene.holder("dev-signing")).contains(ANN);

        scene.ann().says(scene.home(), "!claim dev-beetmover for 2h");
        away(Duration.ofMinutes(3));
        scene.settle();

        assertThat(scene.holder("dev-beetmover")).isEmpty();
        assertThat(last().body()).contains("did not hear", "claim dev-beetmover for 2h", "confirm c-");
        assertThat(last().pings()).containsExactly("@ann:hs.test");
        assertThat(last().reactions()).containsKey("✅");
    }

    @Test
    void whatIsOfferedIsDoneByAReactionOnceAndByNobodyElse() {
        scene.ann().says(scene.home(), "!claim dev-beetmover for 2h");
        away(Duration.ofMinutes(3));
        scene.settle();
        Message offer = last();

        scene.bob().reacts(scene.home(), offer.id(), "✅");
        scene.settle();
        assertThat(scene.holder("dev-beetmover")).isEmpty();

        scene.ann().reacts(scene.home(), offer.id(), "✅");
        scene.settle();
        assertThat(scene.holder("dev-beetmover")).contains(ANN);
        assertThat(last().body()).contains("dev-beetmover is yours");
    }

    @Test
    void whatIsOfferedIsDoneByItsCodeAndNotTenMinutesLater() {
        scene.ann().says(scene.home(), "!claim dev-beetmover for 2h");
        away(Duration.ofMinutes(3));
        scene.settle();
        String code = last().body().replaceAll("(?s).*(confirm c-\\w+).*", "$1");

        scene.answer("!dibs " + code);
        assertThat(scene.holder("dev-beetmover")).contains(ANN);
        assertThat(scene.answer("!dibs " + code)).contains("used already");

        scene.ann().says(scene.home(), "!claim dev-balrog for 2h");
        away(Duration.ofMinutes(3));
        scene.settle();
        String second = last().body().replaceAll("(?s).*(confirm c-\\w+).*", "$1");
        away(Duration.ofMinutes(11));
        assertThat(scene.answer("!dibs " + second)).contains("good until");
        assertThat(scene.holder("dev-balrog")).isEmpty();
    }

    @Test
    void aReleaseIsDoneHoweverOldAndQuestionsGetOneWordForAll() {
        scene.answer("!claim dev-signing for 8h");
        scene.ann().says(scene.home(), "!dibs leases");
        scene.ann().says(scene.home(), "!unclaim dev-signing");
        scene.bob().says(scene.home(), "!dibs who-is-using dev-signing");
        scene.bob().says(scene.home(), "!dibs nonsense");
        away(Duration.ofHours(1));
        scene.settle();

        assertThat(scene.holder("dev-signing")).isEmpty();
        List<String> said = scene.said(scene.ann(), scene.home());
        assertThat(said.subList(1, said.size())).hasSize(2);
        assertThat(said.get(1)).contains("I was away");
        assertThat(said.get(2)).contains("dev-signing");

        scene.ann().says(scene.home(), "!dibs leases");
        away(Duration.ofDays(2));
        scene.settle();
        assertThat(scene.said(scene.ann(), scene.home())).hasSize(3);
    }

    @Test
    void aMessageFromTheFutureIsAsGoodAsNow() {
        scene.clock().advance(Duration.ofHours(5));
        scene.ann().says(scene.home(), "!claim dev-signing");
        scene.clock().advance(Duration.ofHours(-5));
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
    }

    @Test
    void whatWasSaidBeforeDibsCameIsNotHeard() {
        RoomId room = scene.ann().creates(NewRoom.named("Later"));
        for (int i = 0; i < 30; i++) {
            scene.ann().says(room, "!claim dev-signing");
        }
        scene.server().timelineLimit(10);
        scene.ann().invites(room, scene.dibs());
        scene.settle();

        assertThat(scene.holder("dev-signing")).isEmpty();
        assertThat(scene.said(scene.ann(), room)).isEmpty();
        assertThat(scene.answer(scene.ann(), room, "!claim dev-signing")).contains("dev-signing");
    }

    @Test
    void aGapIsReadBackAndEachCommandIsHeardOnceInItsOrder() {
        scene.server().timelineLimit(10);
        for (int i = 0; i < 20; i++) {
            scene.ann().says(scene.home(), "!claim dev-signing");
            scene.ann().says(scene.home(), "chatter " + i);
            scene.ann().says(scene.home(), "!unclaim dev-signing");
        }
        scene.settle();

        assertThat(scene.said(scene.ann(), scene.home())).hasSize(40);
        assertThat(scene.rows("select outcome from heard_event where outcome = 'granted'"))
                .hasSize(20);
        assertThat(scene.holder("dev-signing")).isEmpty();
    }

    @Test
    void whereTheHomeserverForgotWhereDibsHadReadNothingIsLostOrDoneTwice() {
        scene.answer("!claim dev-signing for 2h");
        scene.server().timelineLimit(5);
        scene.answer(scene.bob(), scene.home(), "!claim dev-beetmover for 2h");
        for (int i = 0; i < 12; i++) {
            scene.ann().says(scene.home(), "chatter " + i);
        }
        scene.ann().says(scene.home(), "!claim dev-balrog for 2h");
        scene.server().faults().forgetSince();
        scene.settle();

        assertThat(scene.holder("dev-balrog")).contains(ANN);
        assertThat(scene.said(scene.ann(), scene.home())).hasSize(3);
    }

    @Test
    void aHomeserverThatTakesNoPlaceToGoOnFromIsNotAskedForEverythingOverAndOver() {
        int before = scene.server().calls("sync").size();
        for (int i = 0; i < 4; i++) {
            scene.server().faults().forgetSince();
        }
        int pauses = 0;
        for (int i = 0; i < 4; i++) {
            pauses += scene.platform().hear(Duration.ZERO).isPresent() ? 1 : 0;
        }
        assertThat(pauses).isEqualTo(2);
        assertThat(scene.server().calls("sync").size() - before).isEqualTo(6);
        assertThat(scene.answer("!claim dev-signing")).contains("dev-signing");
    }

    @Test
    void aFirstStartHearsNothingOfWhatWasSaidBefore() {
        scene.ann().says(scene.home(), "!claim dev-signing");
        scene.forget();
        scene.settle();

        assertThat(scene.holder("dev-signing")).isEmpty();
        assertThat(scene.answer("!claim dev-signing")).contains("dev-signing");
    }

    @Test
    void aProcessThatEndsAnywhereLeavesOneEffectAndOneReply() {
        scene.ann().says(scene.home(), "!claim dev-signing for 2h");
        scene.hear();
        scene.restart();
        scene.settle();
        assertThat(scene.said(scene.ann(), scene.home())).hasSize(1);

        scene.ann().says(scene.home(), "!claim dev-beetmover for 2h");
        scene.hear();
        scene.server().faults().loseTheNextAnswer();
        scene.say();
        scene.restart();
        scene.clock().advance(Duration.ofMinutes(3));
        scene.settle();

        assertThat(scene.said(scene.ann(), scene.home())).hasSize(2);
        assertThat(scene.rows("select name from unit where lease_id is not null"))
                .hasSize(2);
    }

    @Test
    void aSlipThatIsMendedByAnEditIsDoneOnce() {
        String typo = scene.ann().says(scene.home(), "!claim dev-singing for 2h");
        scene.settle();
        assertThat(scene.holder("dev-signing")).isEmpty();

        scene.ann().edits(scene.home(), typo, "!claim dev-signing for 2h");
        scene.settle();
        assertThat(scene.holder("dev-signing")).contains(ANN);

        scene.ann().edits(scene.home(), typo, "!claim dev-beetmover for 2h");
        scene.settle();
        assertThat(scene.holder("dev-beetmover")).isEmpty();
        assertThat(last().body()).contains("edit changes nothing");
    }

    @Test
    void anEditOfWhatWasNoCommandIsHeardWithinAFewMinutesFromItsSenderOnly() {
        String typo = scene.ann().says(scene.home(), "!clam dev-signing");
        scene.settle();
        String others = scene.bob().says(scene.home(), "good morning");

        ann().edits(scene.home(), others, "!claim dev-beetmover");
        ann().edits(scene.home(), typo, "!claim dev-signing");
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.holder("dev-beetmover")).isEmpty();

        String old = ann().says(scene.home(), "!clam dev-balrog");
        scene.clock().advance(Duration.ofMinutes(6));
        ann().edits(scene.home(), old, "!claim dev-balrog");
        scene.settle();
        assertThat(scene.holder("dev-balrog")).isEmpty();
    }

    private FakePerson ann() {
        return scene.ann();
    }

    @Test
    void whatWasEditedBeforeItWasHeardCountsAsEdited() {
        String typo = ann().says(scene.home(), "!claim dev-beetmover for 2h");
        ann().edits(scene.home(), typo, "!claim dev-signing for 2h");
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.holder("dev-beetmover")).isEmpty();
        assertThat(scene.said(ann(), scene.home())).hasSize(1);
    }

    @Test
    void whatWasTakenBackBeforeItWasHeardWasNeverSaid() {
        String claim = ann().says(scene.home(), "!claim dev-signing");
        ann().redacts(scene.home(), claim);
        scene.settle();

        assertThat(scene.holder("dev-signing")).isEmpty();
        assertThat(scene.said(ann(), scene.home())).isEmpty();
    }

    @Test
    void whoTakesBackTheirClaimIsOfferedToGiveItBackAndAModeratorGivesNothingBack() {
        scene.answer("!claim dev-signing for 2h");
        String second = scene.bob().says(scene.home(), "!claim dev-beetmover for 2h");
        scene.settle();
        ann().redacts(scene.home(), second);
        scene.settle();
        assertThat(scene.said(ann(), scene.home())).hasSize(2);
        assertThat(scene.holder("dev-beetmover")).contains("matrix:@bob:hs.test");

        scene.bob().redacts(scene.home(), second);
        String third = scene.bob().says(scene.home(), "!claim dev-balrog for 2h");
        scene.settle();
        scene.bob().redacts(scene.home(), third);
        scene.settle();
        Message offer = last();
        assertThat(offer.body()).contains("dev-balrog stays yours", "unclaim dev-balrog");
        scene.bob().reacts(scene.home(), offer.id(), "🔓");
        scene.settle();
        assertThat(scene.holder("dev-balrog")).isEmpty();
    }

    @Test
    void theOrderBetweenRoomsIsThatOfTheirServersClocks() {
        RoomId other = scene.ann()
                .creates(NewRoom.named("Another").with(scene.dibs(), scene.bob().id()));
        scene.bob().joins(other);
        scene.settle();
        scene.bob().says(other, "!claim dev-signing");
        scene.clock().advance(Duration.ofSeconds(1));
        ann().says(scene.home(), "!claim dev-signing");
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains("matrix:@bob:hs.test");
        assertThat(last().body()).contains("bob");
    }

    @Test
    void aHomeserverThatIsAwayForHoursChangesNothing() {
        scene.server().faults().away(true);
        for (int i = 0; i < 5; i++) {
            assertThat(scene.platform().hear(Duration.ZERO)).isPresent();
        }
        assertThat(scene.platform().connection().up()).isFalse();
        scene.server().faults().away(false);
        ann().sends(scene.home(), "m.room.message", Json.text("!claim dev-signing"));
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.platform().connection().sentence()).isEqualTo("Connected as @dibs:hs.test.");
    }

    @Test
    void whileTheHomeserverDoesNotSayWhoIsThereNothingIsAnsweredWrongly() {
        RoomId direct = scene.direct(ann());
        ann().says(direct, "claim dev-signing for 2h");
        ann().says(scene.home(), "!claim dev-beetmover for 2h");
        scene.restart();
        scene.server().faults().loseTheAnswer("join");
        assertThat(scene.platform().hear(Duration.ZERO)).isPresent();
        assertThat(scene.platform().hear(Duration.ZERO)).isPresent();
        scene.clock().advance(Duration.ofSeconds(5));
        scene.server().faults().loseTheAnswer("state");
        assertThat(scene.platform().hear(Duration.ZERO)).isPresent();
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.holder("dev-beetmover")).contains(ANN);
        assertThat(scene.said(ann(), direct)).hasSize(1);
    }
}
