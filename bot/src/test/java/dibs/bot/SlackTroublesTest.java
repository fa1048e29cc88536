package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.connection.Connection;
import dibs.backend.connection.Connection.State;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.web.Fault;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is in the way on Slack, and whom Dibs tells. */
class SlackTroublesTest {
    private static final Duration A_WHILE = Duration.ofMinutes(15);

    private final SlackScene scene = SlackScene.overHttp(slack -> Map.of(
            "SLACK_CHANNEL",
            slack.channel("releng").id(),
            "DIBS_ADMINS",
            "slack:" + slack.teamId() + ":" + slack.user("ann").id() + ",console:root"));
    private final FakeChannel releng = scene.slack().channel("releng");
    private final FakeUser ann = scene.slack().user("ann");

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aChannelWithoutDibsIsToldToAdminsOnceAndOnceMoreAfterItWasMended() {
        scene.slack().grants("chat:write", "im:write", "pins:write", "channels:read", "users:read");
        releng.withoutBot();
        goOn(5);
        assertThat(ann.dm().posts())
                .singleElement()
                .satisfies(told -> assertThat(told.words())
                        .isEqualTo(
                                "#releng takes no announcements: Dibs is not in it; invite it there (`/invite @Dibs`), or"
                                        + " take it out of `announce:`."));

        releng.withBot();
        goOn(2);
        assertThat(releng.pinned()).hasSize(1);
        assertThat(scene.status().troubles()).isEmpty();
        assertThat(ann.dm().posts()).hasSize(1);

        releng.isArchived();
        scene.says("carl", "claim dev-signing for 5h");
        goOn(5);
        assertThat(ann.dm().posts()).hasSize(2);
        assertThat(ann.dm().posts().getLast().words())
                .isEqualTo("#releng takes no announcements: it is archived; unarchive it, or take it out of"
                        + " `announce:`.");

        releng.isUnarchived();
        goOn(2);
        assertThat(releng.pinned().getFirst().words()).contains("dev-signing");
        assertThat(ann.dm().posts()).hasSize(2);
    }

    @Test
    void aRevokedTokenIsSeenAtOnceToldWhereItCanBeAndLosesNothing() {
        goOn(1);
        assertThat(connection().up()).isTrue();
        FakeUser bob = scene.slack().user("bob");
        bob.types(releng, "/claim dev-signing for 20h").answer();

        scene.slack().revokesToken();
        ann.types(releng, "/nudge dev-signing are you done?").answer();
        goOn(3);

        assertThat(connection().state()).isEqualTo(State.BARRED);
        assertThat(connection().sentence()).contains("SLACK_BOT_TOKEN (token_revoked)");
        assertThat(scene.status().troubles()).hasSize(1);
        assertThat(scene.status().queue().dead()).isZero();
        assertThat(bob.dm().posts()).isEmpty();

        scene.slack().restoresToken();
        scene.beatAfter(Duration.ofMinutes(2));
        scene.slack().await("Slack to be there again", () -> connection().up());
        goOn(2);
        assertThat(scene.status().troubles()).isEmpty();
        assertThat(bob.dm().posts())
                .singleElement()
                .satisfies(it -> assertThat(it.words()).contains("are you done?"));
        // It is over when it can be said there, and said all the same: what was wrong explains what came late.
        assertThat(ann.dm().posts()).hasSize(1);
    }

    @Test
    void aSlackThatIsAwayIsNoTroubleOfAnybodys() {
        goOn(1);
        scene.slack().fails("*", 1_000, Fault.serverError());
        scene.says("carl", "claim dev-signing for 20h");
        goOn(2);

        assertThat(connection().state()).isEqualTo(State.AWAY);
        assertThat(connection().sentence()).isEqualTo("Slack answered 503; it is tried again.");
        assertThat(scene.status().troubles()).isEmpty();

        scene.slack().heals();
        goOn(2);
        assertThat(connection().up()).isTrue();
        assertThat(releng.pinned().getFirst().words()).contains("dev-signing");
        assertThat(ann.dm().posts()).isEmpty();
    }

    private Connection connection() {
        return scene.status().connections().getFirst();
    }

    private void goOn(int times) {
        for (int i = 0; i < times; i++) {
            scene.beatAfter(A_WHILE);
        }
    }
}
