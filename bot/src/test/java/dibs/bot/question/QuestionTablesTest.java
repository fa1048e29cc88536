package dibs.bot.question;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.policy.Inquiry;
import dibs.backend.policy.Vocabulary;
import dibs.bot.question.QuestionReading.Nearest;
import dibs.bot.question.QuestionReading.NotUnderstood;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Questions as people put them, each with its reading; and traps, none of which may be answered safe. */
class QuestionTablesTest {
    private static final Asked ASKED = new Asked();

    @Test
    void everyQuestionOfTheTableIsReadAsItSays() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (String line : Asked.table("readings.txt")) {
            int bar = line.indexOf(" | ");
            String text = line.substring(0, bar);
            softly.assertThat(ASKED.reading(text)).as(text).isEqualTo(line.substring(bar + 3));
        }
        softly.assertAll();
    }

    @Test
    void noTrapIsAnsweredSafe() throws IOException {
        assertThat(Asked.table("traps.txt"))
                .filteredOn(text -> ASKED.answer(text).equals("safe"))
                .isEmpty();
    }

    @Test
    void aFreeQuestionIsNotSafeWhereTheTwoNamesAloneAreUnsafe() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (String line : Asked.table("readings.txt")) {
            String text = line.substring(0, line.indexOf(" | "));
            ASKED.inquiry(text).filter(it -> ASKED.answer(it).equals("safe")).ifPresent(inquiry -> {
                String line2 = InquiryLine.of(inquiry);
                softly.assertThat(ASKED.answer(line2)).as(text).isEqualTo("safe");
                if (ASKED.read(text) instanceof QuestionReading.Understood read && read.asUsual()) {
                    softly.assertThat(ASKED.answer(withoutUse(inquiry)))
                            .as(text)
                            .isNotEqualTo("unsafe");
                }
            });
        }
        softly.assertAll();
    }

    private static Inquiry withoutUse(Inquiry inquiry) {
        Map<String, List<String>> told = new LinkedHashMap<>(inquiry.told());
        told.remove(Vocabulary.ACCESS);
        told.remove(Vocabulary.PURPOSE);
        return new Inquiry(inquiry.consumer(), inquiry.environment(), told, inquiry.via());
    }

    @Test
    void whatIsReadIsTheSameAgainFromItsLine() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (String line : Asked.table("readings.txt")) {
            String text = line.substring(0, line.indexOf(" | "));
            ASKED.inquiry(text)
                    .ifPresent(inquiry -> softly.assertThat(ASKED.reading(InquiryLine.of(inquiry)))
                            .as(text)
                            .isEqualTo(Asked.written(inquiry)));
        }
        softly.assertAll();
    }

    @Test
    void whatIsNotUnderstoodComesWithLinesThatCanBeTypedAsTheyStand() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        int offered = 0;
        for (String line : Asked.table("readings.txt")) {
            String text = line.substring(0, line.indexOf(" | "));
            if (ASKED.read(text) instanceof NotUnderstood not) {
                softly.assertThat(not.nearest()).as(text).hasSizeLessThanOrEqualTo(3);
                for (Nearest nearest : not.nearest()) {
                    offered++;
                    softly.assertThat(ASKED.reading(nearest.line()))
                            .as(nearest.line())
                            .isNotEqualTo(Asked.UNREAD);
                }
            }
        }
        softly.assertThat(offered).isPositive();
        softly.assertAll();
    }
}
