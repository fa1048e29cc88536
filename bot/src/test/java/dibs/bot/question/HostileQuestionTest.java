package dibs.bot.question;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.question.QuestionReading.NotUnderstood;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that was not meant to be understood. */
class HostileQuestionTest {
    private static final Asked ASKED = new Asked();

    @Test
    void whatIsTooLongIsSaidSo() {
        for (String text : List.of(
                "a".repeat(100_000),
                "autoland ".repeat(12_000),
                "is-safe " + "autoland,".repeat(11_000),
                "may " + "gecko-t-signing and ".repeat(5_000) + "use balrog-stage?",
                "(".repeat(100_000),
                "-> ".repeat(33_000))) {
            assertThat(ASKED.read(text))
                    .isInstanceOfSatisfying(
                            NotUnderstood.class, not -> assertThat(not.why()).contains("too long"));
        }
    }

    @Test
    void theLongestThatIsReadEndsToo() {
        for (String text : List.of(
                "may " + "autoland ".repeat(118),
                "sign ".repeat(119),
                "may autoland " + "use for to ".repeat(36) + "balrog-stage",
                "autoland " + "-> balrog-stage ".repeat(59),
                "test a new test of ".repeat(24))) {
            assertThat(ASKED.answer(text)).isNotEqualTo("safe");
        }
    }

    @Test
    void whatCannotBeSeenDoesNotCount() {
        assertThat(ASKED.reading("may auto\u200bland\u202e use\u0000 autograph\u2011stage\u200f?"))
                .isEqualTo("autoland | autograph-stage |");
    }

    @Test
    void markupAndQuotesAroundNamesDoNotCount() {
        String read = ASKED.reading("may autoland write to balrog-stage?");
        assertThat(ASKED.reading("may `autoland` write to *balrog-stage*?")).isEqualTo(read);
        assertThat(ASKED.reading("may “autoland write to 'balrog-stage")).isEqualTo(read);
        assertThat(ASKED.reading("MAY _Autoland_ WRITE TO ‘Balrog-Stage’ ?!")).isEqualTo(read);
    }

    @Test
    void whatIsNoQuestionIsNotUnderstood() {
        for (String text : List.of(
                "",
                " ",
                "?",
                "null",
                "undefined",
                "\u0000",
                "🚀🚀🚀",
                "may 🚀 use 🔥?",
                "<script>alert(1)</script>",
                "'; drop table leases; --",
                "\"\"\"\"",
                "->",
                "is-safe",
                "ask",
                "ask ?",
                "{\"as\":\"root\"}")) {
            assertThat(ASKED.reading(text)).as(text).isEqualTo(Asked.UNREAD);
        }
    }

    @Test
    void anEmojiOrATagThatStandsForAWordIsNotPassedOver() {
        assertThat(ASKED.answer("may a staging release <b>never</b> write to shipit-staging?"))
                .isNotEqualTo("safe");
        assertThat(ASKED.answer("may a staging release 🚫 write to shipit-staging?"))
                .isNotEqualTo("safe");
    }
}
