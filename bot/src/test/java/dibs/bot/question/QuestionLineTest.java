package dibs.bot.question;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.question.QuestionReading.NotUnderstood;
import org.junit.jupiter.api.Test;

/** The line {@code is-safe [CONSUMER] ENVIRONMENT [to VERB] [for PURPOSE] [KEY:VALUE…]}. */
class QuestionLineTest {
    private static final Asked ASKED = new Asked();

    private static String why(String line) {
        return ASKED.read(line) instanceof NotUnderstood not ? not.why() : "understood as " + ASKED.reading(line);
    }

    @Test
    void wordsAndKeysSayTheSame() {
        String read = "try | balrog-stage | access:write purpose:demo";
        assertThat(ASKED.reading("is-safe try balrog-stage to write for a demo"))
                .isEqualTo(read);
        assertThat(ASKED.reading("is-safe try balrog-stage access:write purpose:demo"))
                .isEqualTo(read);
        assertThat(ASKED.reading("/is-safe purpose:demo consumer:try environment:balrog-stage access:write"))
                .isEqualTo(read);
    }

    @Test
    void oneNameIsForWhoeverAsks() {
        assertThat(ASKED.reading("is-safe gecko-3-signing to claim")).isEqualTo("- | gecko-3-signing | access:claim");
    }

    @Test
    void aPurposeWithItsSubjectIsNoKey() {
        assertThat(ASKED.reading("is-safe try balrog-stage to test-on for test:balrog"))
                .isEqualTo("try | balrog-stage | access:test-on purpose:test:balrog");
    }

    @Test
    void severalValuesAreAllLeftOpen() {
        assertThat(ASKED.reading("is-safe try balrog-prod access:read-only,write"))
                .isEqualTo("try | balrog-prod | access:read-only,write");
    }

    @Test
    void theLinksOfThePathAreTheirOwn() {
        assertThat(ASKED.reading("is-safe mozilla-release balrog-stage via:version-tool,proxy"))
                .isEqualTo("mozilla-release | balrog-stage | via:version-tool,proxy");
    }

    @Test
    void anUnknownKeyIsNamedWithTheKnownOnes() {
        assertThat(why("is-safe autoland autograph-stage colour:green"))
                .contains("“colour”")
                .contains("access, purpose, via")
                .contains("credential");
    }

    @Test
    void aKeyGivenTwiceIsNamed() {
        assertThat(why("is-safe autoland balrog-stage access:write access:read-only"))
                .isEqualTo("There is access: twice: give it once, several values with commas.");
    }

    @Test
    void aValueThatThereIsNotComesWithThoseThatThereAre() {
        assertThat(why("is-safe autoland balrog-stage access:teleport"))
                .contains("“teleport”")
                .contains("read-only");
        assertThat(why("is-safe autoland balrog-stage trigger:moon"))
                .contains("“moon”")
                .contains("on-push, manual");
    }

    @Test
    void anUnknownPurposeIsAMissingOneAndNeverAReasonForSafe() {
        assertThat(ASKED.answer("is-safe try autograph-stage to write for fun")).isNotEqualTo("safe");
        assertThat(ASKED.answer("is-safe staging-release shipit-staging to write for frobnication"))
                .isEqualTo(ASKED.answer("is-safe staging-release shipit-staging to write purpose:frobnication"));
    }

    @Test
    void anUnknownNameIsKeptAndNeverGuessed() {
        assertThat(ASKED.reading("is-safe autolnd autograph-stage")).isEqualTo("autolnd | autograph-stage |");
        assertThat(ASKED.answer("is-safe autolnd autograph-stage")).isEqualTo("unknown");
    }

    @Test
    void threeNamesAreOneTooMany() {
        assertThat(ASKED.reading("is-safe autoland balrog-stage archive-stage")).isEqualTo(Asked.UNREAD);
    }
}
