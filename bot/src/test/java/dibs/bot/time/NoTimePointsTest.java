package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a moment ends among other words, and what is none. */
class NoTimePointsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            17:00 testing                  | 1
            17:00 paris release            | 1
            17:00 for the release          | 1
            17:00 and/or later             | 1
            friday for testing             | 1
            friday 9 machines              | 1
            friday, monday too             | 1
            friday 145.0b3                 | 1
            friday 1.5 hours               | 1
            friday! 5pm                    | 1
            friday. 5pm                    | 1
            friday the release             | 1
            friday at the latest           | 1
            tomorrow may be late           | 1
            end of day one                 | 3
            5pm on a ship                  | 1
            noon on                        | 1
            2026-11-27 rack-12             | 1
            27 nov 145.0b3                 | 2
            in 2 hours for testing         | 3
            in 2 hours 17:00               | 3
            next monday release            | 2
            monday morning coffee          | 2
            17:00 (see the ticket)         | 1
            9:00-17:00                     | 0
            """)
    void leavesTheRest(String phrase, int words) {
        assertThat(TimePoints.read(Said.words(phrase)).taken()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25:00                      | NO_SUCH_TIME   | 1 | ''
            24:01                      | NO_SUCH_TIME   | 1 | ''
            17:60                      | NO_SUCH_TIME   | 1 | ''
            13pm                       | NO_SUCH_TIME   | 1 | ''
            0am                        | NO_SUCH_TIME   | 1 | ''
            17:00 pm                   | NO_SUCH_TIME   | 2 | ''
            friday 25:00               | NO_SUCH_TIME   | 2 | ''
            tomorrow at 25             | NO_SUCH_TIME   | 3 | ''
            25 o'clock                 | NO_SUCH_TIME   | 2 | ''
            2026-11-27T25:00           | NO_SUCH_TIME   | 1 | ''
            2026-02-30                 | NO_SUCH_DATE   | 1 | ''
            2026-13-01                 | NO_SUCH_DATE   | 1 | ''
            2026-02-30T17:00           | NO_SUCH_DATE   | 1 | ''
            31 nov                     | NO_SUCH_DATE   | 2 | ''
            0 nov                      | NO_SUCH_DATE   | 2 | ''
            29 feb 2026                | NO_SUCH_DATE   | 3 | ''
            friday 31 nov              | NO_SUCH_DATE   | 3 | ''
            friday the 32nd            | NO_SUCH_DATE   | 3 | ''
            11/27                      | AMBIGUOUS_DATE | 1 | 27 Nov
            27/11                      | AMBIGUOUS_DATE | 1 | 27 Nov
            3/4                        | AMBIGUOUS_DATE | 1 | 4 Mar,3 Apr
            3/3                        | AMBIGUOUS_DATE | 1 | 3 Mar
            11/27/2026                 | AMBIGUOUS_DATE | 1 | 27 Nov
            27-11-2026                 | AMBIGUOUS_DATE | 1 | 27 Nov
            27.11.                     | AMBIGUOUS_DATE | 1 | 27 Nov
            27.11.2026                 | AMBIGUOUS_DATE | 1 | 27 Nov
            27.11                      | AMBIGUOUS_DATE | 1 | 27 Nov
            11.12.                     | AMBIGUOUS_DATE | 1 | 12 Nov,11 Dec
            friday 11/27               | AMBIGUOUS_DATE | 2 | 27 Nov
            5pm on 11/27               | AMBIGUOUS_DATE | 3 | 27 Nov
            in 0 minutes               | TOO_SHORT      | 3 | ''
            in 100 years               | TOO_LONG       | 3 | ''
            17:00 pst                  | AMBIGUOUS_ZONE | 2 | America/Los_Angeles,America/Vancouver,Asia/Manila
            friday 5pm cet             | AMBIGUOUS_ZONE | 3 | Europe/Berlin,Europe/Paris,Europe/Madrid
            17:00 europe/berlni        | UNKNOWN_ZONE   | 2 | Europe/Berlin
            """)
    void saysWhatIsWrong(String phrase, Fault fault, int words, String suggestions) {
        Reading<TimePoint> read = TimePoints.read(Said.words(phrase));
        assertThat(read).isEqualTo(new Reading.Bad<>(fault, words, Said.list(suggestions)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1700",
                "17",
                "9",
                "5",
                "rack-12",
                "the",
                "2nd",
                "145.0b3",
                "1.2.3",
                "5pm-ish",
                "fridays",
                "fridayish",
                "mo",
                "nov",
                "november",
                "may",
                "27",
                "the 27th",
                "at",
                "on",
                "at noonish",
                "in",
                "in the morning",
                "morning",
                "evening",
                "night",
                "this",
                "this release",
                "next",
                "next release",
                "next working",
                "end",
                "end of",
                "end of the release",
                "the day",
                "2h",
                "2 hours",
                "a day",
                "sometime",
                "later",
                "17h",
                "17:0",
                "1:2:3:4",
                "2026-11",
                "20261127",
                "2026-1127",
                "week",
                "close",
                "24/7x",
                "utc",
                "right",
                "99/99",
                "٥pm",
                "5 mp"
            })
    void isSomethingElse(String phrase) {
        assertThat(TimePoints.read(Said.words(phrase))).isEqualTo(new Reading.None<TimePoint>());
    }
}
