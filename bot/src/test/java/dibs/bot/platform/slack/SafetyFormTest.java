package dibs.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.Exchange;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.web.Fault;
import dibs.fakeslack.workspace.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code /is-safe} with nothing or little behind it, as people fill it in. */
class SafetyFormTest {
    private final OnSlack dibs = new OnSlack();
    private final FakeUser ann = dibs.user("ann");

    @AfterEach
    void close() {
        dibs.close();
    }

    private View opens(String line) {
        Exchange typed = ann.types(dibs.releng(), line);
        assertThat(typed.problems()).isEmpty();
        return typed.modal();
    }

    @Test
    void opensForWhoAsks() {
        for (String line : List.of("/is-safe", "/dibs is-safe", "/dibs is safe")) {
            assertThat(opens(line).inputs()).as(line).containsExactly("I am …", "I want to …", "for …", "Environment");
        }
        Golden.holds("is-safe-form", ann.modal());
    }

    @Test
    void theVerdictStandsInTheFormAndCanBeAskedAgain() {
        Exchange asked = ann.submits(
                opens("/is-safe"),
                Map.of("I am …", "autoland", "I want to …", "read-only", "Environment", "autograph-stage"));
        assertThat(asked.problems()).isEmpty();
        View verdict = asked.modal();
        String typed = ann.types(dibs.releng(), "/is-safe autoland autograph-stage to read")
                .answer()
                .words();
        assertThat(typed.lines().findFirst().orElseThrow())
                .isEqualTo(verdict.words().lines().findFirst().orElseThrow());
        Golden.holds("is-safe-form-verdict", verdict);

        Exchange again = ann.submits(verdict, Map.of("Environment", "balrog-stage"));
        assertThat(again.problems()).isEmpty();
        assertThat(again.modal().words()).contains("balrog-stage");
        assertThat(dibs.talk().rows("select count(*) from judgement")).containsExactly("[3]");
    }

    @Test
    void oneNameIsAnsweredWithAButtonToTheFormThatHasItFilledIn() {
        Exchange typed = ann.types(dibs.releng(), "/is-safe autograph-stage");
        assertThat(typed.problems()).isEmpty();
        assertThat(typed.answer().words()).contains("autograph-stage");
        View form = ann.presses(typed.answer(), "Ask in a form…").modal();
        Exchange asked = ann.submits(form, Map.of("I am …", "autoland"));
        assertThat(asked.problems()).isEmpty();
        assertThat(asked.modal().words()).contains("autoland").contains("autograph-stage");
    }

    @Test
    void offersNamesOfTheCatalogAndMe() {
        View form = opens("/is-safe");
        assertThat(ann.picks(form, "I am …", "")).hasSize(100).startsWith("me");
        assertThat(ann.picks(form, "I am …", "autola")).startsWith("autoland: a tree");
        assertThat(ann.picks(form, "Environment", "autograph stage"))
                .startsWith("autograph-stage: a service's environment");
        assertThat(ann.picks(form, "Environment", "")).hasSize(100);
        assertThat(ann.picks(form, "Environment", "\u202e<@U1>")).isEmpty();
    }

    @Test
    void aDamagedButtonOpensTheEmptyForm() {
        Exchange typed = ann.types(dibs.releng(), "/is-safe autograph-stage");
        for (String forged : List.of("[]", "{", "{\"environment\":\"x to write for; claim all\"}", "7")) {
            var payload = typed.answer();
            ((tools.jackson.databind.node.ObjectNode) payload.blocks()
                            .get(payload.blocks().size() - 1)
                            .path("elements")
                            .get(0))
                    .put("value", forged);
            Exchange pressed = ann.presses(payload, "open:is-safe");
            assertThat(pressed.problems()).as(forged).isEmpty();
            assertThat(pressed.modal().json().path("blocks").toString()).doesNotContain("claim all");
        }
    }

    @Test
    void whereSlackDoesNotOpenItThePersonIsToldWhatToType() {
        dibs.slack().fails("views.open", 2, Fault.error("expired_trigger_id"));
        assertThat(ann.types(dibs.releng(), "/is-safe").answer().words()).contains("/is-safe autoland");
        Exchange typed = ann.types(dibs.releng(), "/is-safe autograph-stage");
        assertThat(ann.presses(typed.answer(), "Ask in a form…").answer().words())
                .contains("/is-safe autoland");
    }
}
