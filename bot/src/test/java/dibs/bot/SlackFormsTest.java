package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.web.Fault;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.View;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Forms on Slack when something is wrong: with what they carry, with the store, or with Slack. */
class SlackFormsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SlackScene scene = SlackScene.overHttp();
    private final FakeUser ann = scene.slack().user("ann");
    private final FakeUser bob = scene.slack().user("bob");
    private final FakeChannel releng = scene.slack().channel("releng").with(ann, bob);

    @BeforeEach
    void claim() {
        ann.types(releng, "/claim dev-signing for 2h").answer();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private String holder() {
        return ann.types(releng, "/who-is-using dev-signing").answer().words();
    }

    private View takeover() {
        Message refusal = bob.types(releng, "/claim dev-signing").answer();
        return bob.presses(refusal, "Take over…").modal();
    }

    private static View carrying(View view, String metadata) {
        ObjectNode json = view.json().deepCopy();
        json.put("private_metadata", metadata);
        return new View(view.id(), view.teamId(), view.userId(), view.rootId(), view.previousId(), view.hash(), json);
    }

    static Stream<String> damaged() {
        return Stream.of(
                "",
                "null",
                "{",
                "[]",
                "\"text\"",
                "[".repeat(100_000),
                "{\"action\":{}}",
                "{\"action\":\"do:take-over:2\"}",
                "{\"action\":\"do:take-over:2\",\"value\":\"{\\\"line\\\":\\\"unclaim all\\\",\\\"ask\\\":\\\"reason\\\"}\"}",
                "{\"action\":\"do:unclaim:0\",\"value\":\"{\\\"line\\\":\\\"unclaim all\\\\nclaim dev-balrog\\\"}\"}",
                "{\"action\":\"do:claim:0\",\"value\":\"{\\\"line\\\":\\\"claim dev-balrog because {reason}\\\", \\\"ask\\\":\\\"reason\\\"}\"}");
    }

    @ParameterizedTest
    @MethodSource("damaged")
    void aFormThatCarriesWhatDibsNeverWroteDoesNothing(String metadata) {
        View forged = carrying(takeover(), metadata);
        Exchange sent = bob.submits(forged, Map.of("answer", "a release"));
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.problems()).isEmpty();
        assertThat(holder()).contains("ann").doesNotContain("takeover", "bob");
        assertThat(bob.types(releng, "/leases mine").answer().words()).doesNotContain("dev-balrog");
    }

    /** What a form may do is what whoever sends it off may type: a well-written forgery is no more than that. */
    @Test
    void aFormOfAnothersIsSentOffInOnesOwnName() {
        View mine = ann.presses(ann.types(releng, "/claim dev-signing").answer(), "Hand over…")
                .modal();
        Exchange sent = bob.submits(mine, Map.of("answer", "bob"));
        assertThat(sent.status()).isEqualTo(200);
        scene.slack()
                .await(
                        "a refusal",
                        () -> releng.messagesFor(bob).stream()
                                .anyMatch(message -> message.words().contains("ann")));
        assertThat(holder()).doesNotContain("offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"C0NOSUCH", "", "no channel at all\n", "<!channel>"})
    void whatCameOfAFormThatNamesAChannelThatIsNoneIsToldDirectly(String channel) {
        View form = takeover();
        JsonNode carried = JSON.readTree(form.json().path("private_metadata").stringValue(""));
        String origin = JSON.createObjectNode().put("channel", channel).toString();
        View forged =
                carrying(form, ((ObjectNode) carried).put("origin", origin).toString());
        assertThat(bob.submits(forged, Map.of("answer", "a release")).problems())
                .isEmpty();
        scene.slack()
                .await(
                        "a direct message",
                        () -> bob.dm().posts().stream()
                                .anyMatch(message -> message.words().contains("was asked and has until")));
    }

    @Test
    void aStalledStoreKeepsAFormOpenUntilItsAnswerStandsThere() {
        ann.types(releng, "/unclaim dev-signing").answer();
        View form = bob.types(releng, "/claim").modal();
        Exchange sent = scene.whileStoreStalls(() -> bob.submits(form, Map.of("What", "dev-signing")));
        assertThat(sent.problems()).isEmpty();
        assertThat(sent.millis()).isLessThan(3_000);
        scene.slack()
                .await(
                        "the answer in the window",
                        () -> bob.modals().getLast().words().contains("`dev-signing` is yours"));
        scene.slack()
                .await(
                        "the answer in the channel",
                        () -> releng.messagesFor(bob).stream()
                                .anyMatch(message -> message.words().contains("`dev-signing` is yours")));
        assertThat(scene.slack().requests().replays(sent).status()).isEqualTo(200);
        assertThat(bob.types(releng, "/history dev-signing").answer().words().split("claimed by \\*bob", -1))
                .hasSize(2);
    }

    @Test
    void aWindowThatWasClosedMeanwhileIsMissedByNobody() {
        ann.types(releng, "/unclaim dev-signing").answer();
        View form = bob.types(releng, "/claim").modal();
        scene.whileStoreStalls(() -> {
            Exchange sent = bob.submits(form, Map.of("What", "dev-signing"));
            bob.closes(bob.modal());
            return sent;
        });
        scene.slack()
                .await(
                        "the answer in the channel",
                        () -> releng.messagesFor(bob).stream()
                                .anyMatch(message -> message.words().contains("`dev-signing` is yours")));
        assertThat(bob.modals()).isEmpty();
    }

    @Test
    void aStalledStoreAnswersAQuestionAndAReasonLate() {
        View question = bob.types(releng, "/is-safe").modal();
        Exchange asked = scene.whileStoreStalls(() -> bob.submits(question, Map.of("safe-environment", "dev-signing")));
        assertThat(asked.problems()).isEmpty();
        scene.slack().await("the verdict", () -> bob.modals().getLast().words().contains("ann holds"));

        View reason = takeover();
        Exchange sent = scene.whileStoreStalls(() -> bob.submits(reason, Map.of("answer", "a release")));
        assertThat(sent.problems()).isEmpty();
        assertThat(sent.millis()).isLessThan(3_000);
        scene.slack()
                .await(
                        "the answer in the channel",
                        () -> releng.messagesFor(bob).stream()
                                .anyMatch(message -> message.words().contains("was asked and has until")));
    }

    @Test
    void aTakeoverBeginsInTheClaimForm() {
        View held = bob.submits(bob.types(releng, "/claim").modal(), Map.of("What", "dev-signing"))
                .modal();
        View reason = bob.presses(held, "Take over…").modal();
        assertThat(bob.modals()).hasSize(2);
        Exchange sent = bob.submits(reason, Map.of("answer", "a release"));
        assertThat(sent.problems()).isEmpty();
        assertThat(bob.modals()).isEmpty();
        scene.slack()
                .await(
                        "the answer in the channel",
                        () -> releng.messagesFor(bob).stream()
                                .anyMatch(message -> message.words().contains("was asked and has until")));
        assertThat(releng.messagesFor(ann)).noneMatch(message -> message.words().contains("was asked and has until"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired_trigger_id", "exchanged_trigger_id"})
    void whereSlackOpensNoFormForAButtonThePersonIsToldWhatToType(String error) {
        Message refusal = bob.types(releng, "/claim dev-signing").answer();
        scene.slack().fails("views.open", 1, Fault.error(error));
        Exchange pressed = bob.presses(refusal, "Take over…");
        assertThat(pressed.problems()).isEmpty();
        assertThat(pressed.followUp().words())
                .isEqualTo("Slack did not open the form in time: press once more, or type"
                        + " `takeover dev-signing because …`.");
        assertThat(releng.messagesFor(bob))
                .anyMatch(message -> message.buttons().contains("Wait for it"));
        assertThat(bob.presses(refusal, "Take over…").modal().inputs()).hasSize(1);
    }

    @Test
    void whereSlackOpensNoFormInAFormItIsSaidThere() {
        View held = bob.submits(bob.types(releng, "/claim").modal(), Map.of("What", "dev-signing"))
                .modal();
        scene.slack().fails("views.push", 1, Fault.error("expired_trigger_id"));
        Exchange pressed = bob.presses(held, "Take over…");
        assertThat(pressed.problems()).isEmpty();
        assertThat(pressed.modal().words()).contains("type `takeover dev-signing because …`");
    }

    @Test
    void whereSlackOpensNoFormOnTheHomeTabItIsSaidThere() {
        assertThat(ann.opensHome().problems()).isEmpty();
        View home = ann.home();
        for (String button : List.of("Hand over…", "Claim…", "Is it safe?…")) {
            scene.slack().fails("views.open", 1, Fault.error("expired_trigger_id"));
            assertThat(ann.presses(home, button).problems()).isEmpty();
            scene.slack()
                    .await(
                            "what to type instead of " + button,
                            () -> ann.home().words().contains("Slack did not open the form in time"));
            ann.opensHome();
            scene.slack().await("a fresh tab", () -> !ann.home().words().contains("Slack did not open"));
        }
        assertThat(ann.modals()).isEmpty();
    }

    @Test
    void whoJoinsAccountsHasEverythingOnBoth() {
        String shown = ann.types(releng, "/dibs me link").answer().words();
        String code = shown.replaceFirst("(?s).*`me link ([^`]+)`.*", "$1");
        assertThat(scene.says("ann", "me link " + code)).contains("joined");
        assertThat(scene.says("ann", "leases mine")).contains("dev-signing");
        assertThat(scene.says("ann", "extend dev-signing by 1h")).contains("dev-signing is yours until");
        scene.says("ann", "claim dev-balrog for 1h");
        assertThat(ann.types(releng, "/unclaim dev-balrog").answer().words()).contains("`dev-balrog` is free");
        assertThat(bob.types(releng, "/dibs me link " + code).answer().words()).doesNotContain("joined");
    }
}
