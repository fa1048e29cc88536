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

/** {@code /claim} with nothing behind it, as people fill it in. */
class ClaimFormTest {
    private final OnSlack dibs = new OnSlack();
    private final FakeUser ann = dibs.user("ann");
    private final FakeUser bob = dibs.user("bob");

    @AfterEach
    void close() {
        dibs.close();
    }

    private View opens(FakeUser user) {
        Exchange typed = user.types(dibs.releng(), "/claim");
        assertThat(typed.problems()).isEmpty();
        return typed.modal();
    }

    @Test
    void opensEmpty() {
        View form = opens(ann);
        assertThat(form.inputs())
                .containsExactly("What", "How long", "Or until when, in your words", "What for", "Who may read that");
        Golden.holds("claim-form", form);
        assertThat(dibs.talk().say("root", "leases").reply().facts().items().orElseThrow())
                .isEmpty();
    }

    @Test
    void opensForEverySpelling() {
        for (String line : List.of("/dibs claim", "/claim  ", "/dibs /CLAIM", "/lock")) {
            assertThat(ann.types(dibs.releng(), line).modal().title()).as(line).isEqualTo("Claim");
        }
    }

    @Test
    void whatIsGrantedClosesItAndIsToldWhereItWasOpened() {
        Exchange sent = ann.submits(
                opens(ann),
                Map.of("What", "dev-signing", "How long", "for 2 hours", "What for", "testing the new signer"));
        assertThat(sent.problems()).isEmpty();
        assertThat(ann.modals()).isEmpty();
        dibs.slack()
                .await(
                        "the answer in the channel",
                        () -> dibs.releng().messagesFor(ann).stream()
                                .anyMatch(message -> message.words().contains("dev-signing")));
        assertThat(dibs.releng().messagesFor(bob)).isEmpty();
        assertThat(dibs.talk()
                        .say("root", "who-is-using dev-signing")
                        .reply()
                        .facts()
                        .lease())
                .hasValueSatisfying(lease -> {
                    assertThat(lease.holder()).isEqualTo("ann");
                    assertThat(lease.until()).isEqualTo(dibs.clock().instant().plusSeconds(7200));
                    assertThat(lease.purpose().orElseThrow().words()).isEqualTo("testing the new signer");
                });
    }

    @Test
    void whatOthersHoldIsSaidInTheFormWhichKeepsWhatWasFilledIn() {
        dibs.talk().say("carl", "claim dev-signing for 4h a mac signer");
        Exchange sent = ann.submits(
                opens(ann),
                Map.of(
                        "What",
                        "dev-signing",
                        "How long",
                        "for 2 hours",
                        "What for",
                        "me too",
                        "Who may read that",
                        "private"));
        assertThat(sent.problems()).isEmpty();
        View again = sent.modal();
        assertThat(again.words()).contains("carl").contains("a mac signer");
        assertThat(again.buttons()).contains("Wait for it");
        Golden.holds("claim-form-held", again);

        Exchange other = ann.submits(again, Map.of("What", "dev-beetmover"));
        assertThat(other.problems()).isEmpty();
        assertThat(dibs.talk()
                        .say("root", "who-is-using dev-beetmover")
                        .reply()
                        .facts()
                        .lease())
                .hasValueSatisfying(lease ->
                        assertThat(lease.purpose().orElseThrow().words()).isEqualTo("me too (private)"));
    }

    @Test
    void aTypedEndCountsAndOneThatIsNoneIsSaidAtItsInput() {
        View form = opens(ann);
        Exchange wrong = ann.submits(
                form, Map.of("What", "dev-signing", "Or until when, in your words", "17:00 with @bob for ever"));
        assertThat(wrong.json().path("response_action").stringValue("")).isEqualTo("errors");
        assertThat(wrong.json().path("errors").path("claim-typed-end").stringValue(""))
                .contains("friday 5pm");
        assertThat(ann.modals()).hasSize(1);
        for (String end : List.of("until 17:00", "17:00", "UNTIL 5 pm")) {
            dibs.talk().forget();
            assertThat(ann.submits(form, Map.of("What", "dev-signing", "Or until when, in your words", end))
                            .problems())
                    .isEmpty();
            assertThat(dibs.talk()
                            .say("root", "who-is-using dev-signing")
                            .reply()
                            .facts()
                            .lease())
                    .as(end)
                    .hasValueSatisfying(lease -> assertThat(lease.until()).isEqualTo("2026-11-23T16:00:00Z"));
            form = opens(ann);
        }
    }

    @Test
    void hostilePurposesStayPurposes() {
        for (String purpose : List.of(
                "with @bob until 23:00",
                "<@" + bob.id() + "> <!channel> & *bold* `code`",
                "for 3d for ever because until tomorrow",
                "x".repeat(480))) {
            dibs.talk().forget();
            Exchange sent = ann.submits(
                    opens(ann),
                    Map.of("What", "dev-signing", "Or until when, in your words", "2h", "What for", purpose));
            assertThat(sent.problems()).isEmpty();
            assertThat(dibs.talk()
                            .say("root", "who-is-using dev-signing")
                            .reply()
                            .facts()
                            .lease())
                    .as(purpose)
                    .hasValueSatisfying(lease -> {
                        assertThat(lease.purpose().orElseThrow().words()).isEqualTo(purpose);
                        assertThat(lease.helpers()).isEmpty();
                        assertThat(lease.until()).isEqualTo("2026-11-23T11:00:00Z");
                    });
        }
    }

    @Test
    void offersWhatMayBeClaimedWithItsHolder() {
        dibs.talk().say("carl", "claim dev-signing for 4h");
        View form = opens(ann);
        assertThat(ann.picks(form, "What", ""))
                .hasSizeBetween(10, 100)
                .contains("dev-signing: held by carl", "dev-beetmover: free");
        assertThat(ann.picks(form, "What", "sign").getFirst()).isEqualTo("dev-signing: held by carl");
        assertThat(ann.picks(form, "What", "Dev Signing").getFirst()).isEqualTo("dev-signing: held by carl");
        assertThat(ann.picks(form, "What", "<!channel> ' or 1=1 --")).isEmpty();
        assertThat(ann.picks(form, "What", "z".repeat(3000))).isEmpty();
    }

    @Test
    void aGuestIsToldInTheFormWhoMayClaim() {
        FakeUser gus = dibs.user("gus").isGuest();
        Exchange sent = gus.submits(opens(gus), Map.of("What", "dev-signing"));
        assertThat(sent.modal().words()).contains("claim");
        assertThat(dibs.talk()
                        .say("root", "who-is-using dev-signing")
                        .reply()
                        .facts()
                        .lease())
                .isEmpty();
    }

    @Test
    void whereSlackDoesNotOpenItThePersonIsToldWhatToType() {
        for (String error : List.of("expired_trigger_id", "exchanged_trigger_id", "internal_error")) {
            dibs.slack().fails("views.open", 1, Fault.error(error));
            Exchange typed = ann.types(dibs.releng(), "/claim");
            assertThat(typed.problems()).isEmpty();
            assertThat(typed.answer().words()).as(error).contains("/claim dev-signing until 17:00");
        }
        assertThat(ann.modals()).isEmpty();
    }

    @Test
    void waitsByTheButtonInTheForm() {
        dibs.talk().say("carl", "claim dev-signing for 4h");
        View held = ann.submits(opens(ann), Map.of("What", "dev-signing")).modal();
        Exchange pressed = ann.presses(held, "Wait for it");
        assertThat(pressed.problems()).isEmpty();
        assertThat(pressed.modal().words()).contains("in line");
    }
}
