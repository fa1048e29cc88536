package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.workspace.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole stories on Slack, and what each person sees at each step of them. */
class SlackDiaryTest {
    private static final Duration A_MOMENT = Duration.ofSeconds(6);
    private static final String HOSTILE =
            "<!channel> *all* `yours` <@U0FAKE0001> &amp; <https://evil.example|here> \u202Egnol "
                    + "'); drop table lease; -- ";

    private Optional<SlackScene> opened = Optional.empty();

    @AfterEach
    void close() {
        opened.ifPresent(SlackScene::close);
    }

    private SlackScene open(SlackScene scene) {
        opened = Optional.of(scene);
        return scene;
    }

    private static String home(FakeSlack slack, String channel, String level) {
        return "  - to: slack:%s:%s\n    leases: %s\n    outsiders: false\n"
                .formatted(slack.teamId(), slack.channel(channel).id(), level);
    }

    @Test
    void aDay() {
        SlackScene scene = open(SlackScene.configured(slack -> "announce:\n" + home(slack, "releng", "board")));
        FakeSlack slack = scene.slack();
        FakeUser ann = slack.user("ann").livesIn("Europe/Berlin");
        FakeUser bob = slack.user("bob").livesIn("America/New_York");
        FakeUser cleo = slack.user("cleo").livesIn("Asia/Tokyo");
        FakeUser dan = slack.user("dan").livesIn("Europe/London");
        FakeChannel releng = slack.channel("releng").with(ann, bob, cleo, dan);
        Diary diary = new Diary(scene.clock(), List.of(releng), List.of(ann, bob, cleo, dan));
        scene.beatAfter(A_MOMENT);
        diary.note("Dibs is there");

        answered(ann.types(releng, "/claim dev-signing for 2h testing the *new* <signer> & more"));
        scene.beatAfter(A_MOMENT);
        diary.note("ann types: /claim dev-signing for 2h testing the *new* <signer> & more");

        scene.beatAfter(Duration.ofMinutes(5));
        Message refusal = answered(bob.types(releng, "/claim dev-signing for 1h"));
        diary.note("bob types: /claim dev-signing for 1h");

        fine(bob.presses(refusal, "Wait for it")).followUp();
        scene.beatAfter(A_MOMENT);
        diary.note("bob presses: Wait for it");

        scene.beatAfter(Duration.ofMinutes(20));
        answered(ann.says(ann.dm(), "handover dev-signing @bob"));
        scene.beatAfter(A_MOMENT);
        diary.note("ann writes to Dibs: handover dev-signing @bob");

        Message question = cleo.wrote(releng, "can I push my branch of the signer?");
        answered(cleo.mentions(releng, question, "who is using dev-signing?"));
        diary.note("cleo asks in a thread: @dibs who is using dev-signing?");

        fine(dan.opensHome());
        diary.watchesHome(dan);
        dan.home();
        diary.note("dan opens the Home tab");

        scene.beatAfter(Duration.ofMinutes(1));
        fine(bob.presses(bob.dm().posts().getLast(), "Take it")).followUp();
        scene.beatAfter(A_MOMENT);
        slack.await("dan to see it", () -> dan.home().words().contains("`dev-signing`: *bob* until"));
        diary.note("bob presses: Take it");

        answered(bob.types(releng, "/unclaim dev-signing"));
        scene.beatAfter(A_MOMENT);
        slack.await("dan to see it", () -> dan.home().words().contains("`dev-shipit`, `dev-signing`, `dev-tree`"));
        diary.note("bob types: /unclaim dev-signing");

        assertThat(slack.journal().toString()).doesNotContain("invalid_blocks", "msg_too_long");
        diary.holds("day");
    }

    @Test
    void aBoardAndMessagesOfTheirOwnThroughTheLifeOfLeases() {
        SlackScene scene = open(SlackScene.configured(
                slack -> "announce:\n" + home(slack, "board", "board") + home(slack, "each", "each")));
        FakeSlack slack = scene.slack();
        FakeUser ann = slack.user("ann").isCalled("ann", "*ann* <!here>").livesIn("Europe/Berlin");
        FakeUser bob = slack.user("bob").livesIn("Europe/Berlin");
        FakeChannel random = slack.channel("random").with(ann, bob);
        Diary diary = new Diary(
                scene.clock(),
                List.of(slack.channel("board").with(ann), slack.channel("each").with(ann)),
                List.of(ann));
        scene.beatAfter(A_MOMENT);
        diary.note("nothing is held");

        answered(ann.types(random, "/claim dev-signing for 2h " + HOSTILE + "x".repeat(300)));
        answered(bob.types(random, "/claim dev-tree for 1h the embargoed one (private)"));
        scene.beatAfter(A_MOMENT);
        diary.note("claimed: dev-signing for a hostile purpose, dev-tree for a private one");

        answered(ann.types(random, "/extend dev-signing by 1h"));
        answered(bob.types(random, "/dibs wait dev-signing"));
        scene.beatAfter(A_MOMENT);
        diary.note("extended, and waited for");

        answered(ann.types(random, "/dibs handover dev-signing @bob"));
        answered(bob.types(random, "/claim dev-signing"));
        scene.beatAfter(A_MOMENT);
        diary.note("handed over");

        scene.beatAfter(Duration.ofMinutes(70));
        diary.note("the time of dev-tree is up");

        answered(bob.types(random, "/unclaim dev-signing"));
        scene.beatAfter(A_MOMENT);
        diary.note("given back");

        for (int i = 0; i < 4; i++) {
            bob.types(
                            random,
                            "/claim " + String.join(",", SETS.subList(3 * i, 3 * i + 3)) + " for 2h "
                                    + HOSTILE.repeat(4))
                    .answer();
        }
        scene.beatAfter(A_MOMENT);
        diary.note("twelve at once, with long purposes");

        assertThat(slack.journal().toString()).doesNotContain("invalid_blocks", "msg_too_long");
        diary.holds("announced");
    }

    private static final List<String> SETS = List.of(
            "dev-addon",
            "dev-balrog",
            "dev-beetmover",
            "dev-bitrise",
            "dev-bouncer",
            "dev-github",
            "dev-lando",
            "dev-pushapk",
            "dev-pushflatpak",
            "dev-pushmsix",
            "dev-shipit",
            "dev-signing");

    private static Message answered(Exchange exchange) {
        return fine(exchange).answer();
    }

    private static Exchange fine(Exchange exchange) {
        assertThat(exchange.problems()).isEmpty();
        return exchange;
    }
}
