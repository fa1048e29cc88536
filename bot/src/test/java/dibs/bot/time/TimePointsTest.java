package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Said on Monday, 23 November 2026, at 10:00 in Berlin, by somebody who works from 9 to 18 on weekdays. */
class TimePointsTest {
    private static final String NOW = "2026-11-23T10:00";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            17:00                        | 2026-11-23T17:00
            17:00.                       | 2026-11-23T17:00
            at 17:00                     | 2026-11-23T17:00
            17:00h                       | 2026-11-23T17:00
            17:00:30                     | 2026-11-23T17:00:30
            17h00                        | 2026-11-23T17:00
            17.00                        | 2026-11-23T17:00
            17.00.                       | 2026-11-23T17:00
            5pm                          | 2026-11-23T17:00
            5PM!                         | 2026-11-23T17:00
            5 pm                         | 2026-11-23T17:00
            5p.m.                        | 2026-11-23T17:00
            5 p.m.                       | 2026-11-23T17:00
            5:30pm                       | 2026-11-23T17:30
            5:30 pm                      | 2026-11-23T17:30
            5.30pm                       | 2026-11-23T17:30
            12pm                         | 2026-11-23T12:00
            11 am                        | 2026-11-23T11:00
            5 o'clock                    | 2026-11-23T17:00
            at 5                         | 2026-11-23T17:00
            at 11                        | 2026-11-23T11:00
            noon                         | 2026-11-23T12:00
            12 noon                      | 2026-11-23T12:00
            midday                       | 2026-11-23T12:00
            midnight                     | 2026-11-24T00:00
            12am                         | 2026-11-24T00:00
            0:00                         | 2026-11-24T00:00
            00:00                        | 2026-11-24T00:00
            24:00                        | 2026-11-24T00:00
            today 17:00                  | 2026-11-23T17:00
            17:00 today                  | 2026-11-23T17:00
            5pm today                    | 2026-11-23T17:00
            this afternoon at 3          | 2026-11-23T15:00
            tonight at 8                 | 2026-11-23T20:00
            tonight 22:00                | 2026-11-23T22:00
            tomorrow 9:00                | 2026-11-24T09:00
            tomorrow noon                | 2026-11-24T12:00
            noon tomorrow                | 2026-11-24T12:00
            tomorrow at 9                | 2026-11-24T09:00
            tomorrow at 5                | 2026-11-24T17:00
            tomorrow at 8                | 2026-11-24T08:00
            tomorrow at 20               | 2026-11-24T20:00
            tomorrow at 24               | 2026-11-25T00:00
            tmrw 5pm                     | 2026-11-24T17:00
            the day after tomorrow 9:00  | 2026-11-25T09:00
            day after tomorrow at noon   | 2026-11-25T12:00
            fri 5pm                      | 2026-11-27T17:00
            Fri. 5 p.m.                  | 2026-11-27T17:00
            friday, 5pm                  | 2026-11-27T17:00
            friday 17:00                 | 2026-11-27T17:00
            friday noon                  | 2026-11-27T12:00
            friday at 5pm                | 2026-11-27T17:00
            on friday at 5pm             | 2026-11-27T17:00
            this friday 5pm              | 2026-11-27T17:00
            coming friday 5pm            | 2026-11-27T17:00
            friday midnight              | 2026-11-28T00:00
            midnight friday              | 2026-11-28T00:00
            friday 0:00                  | 2026-11-27T00:00
            5pm friday                   | 2026-11-27T17:00
            5 pm on friday               | 2026-11-27T17:00
            9:00 next monday             | 2026-11-30T09:00
            next monday 9:00             | 2026-11-30T09:00
            next friday 9:00             | 2026-12-04T09:00
            monday 9:00                  | 2026-11-30T09:00
            monday 11:00                 | 2026-11-23T11:00
            weds noon                    | 2026-11-25T12:00
            thurs noon                   | 2026-11-26T12:00
            tues noon                    | 2026-11-24T12:00
            sat noon                     | 2026-11-28T12:00
            2026-11-27 17:00             | 2026-11-27T17:00
            2026-11-27 5pm               | 2026-11-27T17:00
            2026/11/27 17:00             | 2026-11-27T17:00
            17:00 on 2026-11-27          | 2026-11-27T17:00
            2026-11-27T17:00             | 2026-11-27T17:00
            2026-11-27t17:00             | 2026-11-27T17:00
            20:00 2026-11-27             | 2026-11-27T20:00
            2026-11-27T17:00:30          | 2026-11-27T17:00:30
            2026-11-27T17:00:30.123Z     | 2026-11-27T18:00:30
            2026-11-27T17:00Z            | 2026-11-27T18:00
            2026-11-27T17:00+01:00       | 2026-11-27T17:00
            2026-11-27T17:00-08:00       | 2026-11-28T02:00
            2026-11-27T17:00-0800        | 2026-11-28T02:00
            2026-11-27T17:00 utc         | 2026-11-27T18:00
            2026-11-27 17:00 utc         | 2026-11-27T18:00
            2026-11-27 17:00Z            | 2026-11-27T18:00
            2026-11-27 17:00 +02:00      | 2026-11-27T16:00
            27 nov 17:00                 | 2026-11-27T17:00
            27 Nov. 17:00                | 2026-11-27T17:00
            nov 27 17:00                 | 2026-11-27T17:00
            27th of november at noon     | 2026-11-27T12:00
            the 27th of november, noon   | 2026-11-27T12:00
            nov 27th noon                | 2026-11-27T12:00
            november 27, 2026 noon       | 2026-11-27T12:00
            27 nov 2026 noon             | 2026-11-27T12:00
            friday 27 nov 17:00          | 2026-11-27T17:00
            fri, nov 27, 17:00           | 2026-11-27T17:00
            fri 2026-11-27 17:00         | 2026-11-27T17:00
            friday the 27th 17:00        | 2026-11-27T17:00
            friday 4th at noon           | 2026-12-04T12:00
            next friday 4 dec noon       | 2026-12-04T12:00
            5pm on friday the 27th       | 2026-11-27T17:00
            Fri 27 Nov 18:00 (Berlin)    | 2026-11-27T18:00
            Fri 27 Nov 18:00 (UTC)       | 2026-11-27T19:00
            Fri 27 Nov 18:00 (+02:00)    | 2026-11-27T17:00
            Fri 27 Nov 18:00 (New York)  | 2026-11-28T00:00
            2 jan noon                   | 2027-01-02T12:00
            17:00 utc                    | 2026-11-23T18:00
            17:00Z                       | 2026-11-23T18:00
            17:00+01:00                  | 2026-11-23T17:00
            17:00 +02:00                 | 2026-11-23T16:00
            17:00 utc+2                  | 2026-11-23T16:00
            5pm gmt                      | 2026-11-23T18:00
            17:00 Europe/Berlin          | 2026-11-23T17:00
            17:00 europe/london          | 2026-11-23T18:00
            17:00 london time            | 2026-11-23T18:00
            17:00 utc on friday          | 2026-11-27T18:00
            17:00 friday utc             | 2026-11-27T18:00
            friday 5pm utc               | 2026-11-27T18:00
            in 2 hours                   | 2026-11-23T12:00
            in half an hour              | 2026-11-23T10:30
            in 2h30                      | 2026-11-23T12:30
            in a week                    | 2026-11-30T10:00
            2 hours from now             | 2026-11-23T12:00
            in 2 hours from now          | 2026-11-23T12:00
            in 2 days                    | 2026-11-25T10:00
            in 2 days at noon            | 2026-11-25T12:00
            in 2 days 17:00              | 2026-11-25T17:00
            in a week at 9:00            | 2026-11-30T09:00
            """)
    void readsAMomentToItsLastWord(String phrase, String local) {
        List<String> words = Said.words(phrase);
        assertThat(TimePoints.read(words).taken()).isEqualTo(words.size());
        assertThat(Said.meaning(phrase, NOW, Said.BERLIN, Direction.END)).isEqualTo(local);
        assertThat(Said.meaning(phrase, NOW, Said.BERLIN, Direction.START)).isEqualTo(local);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            today                     | 2026-11-23T18:00 | 2026-11-23T10:00
            tonight                   | 2026-11-24T00:00 | 2026-11-23T18:00
            this afternoon            | 2026-11-23T18:00 | 2026-11-23T12:00
            this evening              | 2026-11-23T18:00 | 2026-11-23T18:00
            tomorrow                  | 2026-11-24T18:00 | 2026-11-24T09:00
            tomorrow morning          | 2026-11-24T09:00 | 2026-11-24T09:00
            tomorrow night            | 2026-11-25T00:00 | 2026-11-24T18:00
            the day after tomorrow    | 2026-11-25T18:00 | 2026-11-25T09:00
            friday                    | 2026-11-27T18:00 | 2026-11-27T09:00
            Friday?                   | 2026-11-27T18:00 | 2026-11-27T09:00
            friday morning            | 2026-11-27T09:00 | 2026-11-27T09:00
            friday afternoon          | 2026-11-27T18:00 | 2026-11-27T12:00
            monday                    | 2026-11-23T18:00 | 2026-11-30T09:00
            sunday                    | 2026-11-29T18:00 | 2026-11-29T09:00
            next monday               | 2026-11-30T18:00 | 2026-11-30T09:00
            next friday               | 2026-12-04T18:00 | 2026-12-04T09:00
            next week                 | 2026-11-30T09:00 | 2026-11-30T09:00
            next working day          | 2026-11-24T18:00 | 2026-11-24T09:00
            next business day         | 2026-11-24T18:00 | 2026-11-24T09:00
            next working morning      | 2026-11-24T09:00 | 2026-11-24T09:00
            2026-11-27                | 2026-11-27T18:00 | 2026-11-27T09:00
            27 nov                    | 2026-11-27T18:00 | 2026-11-27T09:00
            end of day                | 2026-11-23T18:00 | 2026-11-23T18:00
            end of the day            | 2026-11-23T18:00 | 2026-11-23T18:00
            end of my day             | 2026-11-23T18:00 | 2026-11-23T18:00
            end of my working day     | 2026-11-23T18:00 | 2026-11-23T18:00
            end of business           | 2026-11-23T18:00 | 2026-11-23T18:00
            close of business         | 2026-11-23T18:00 | 2026-11-23T18:00
            eod                       | 2026-11-23T18:00 | 2026-11-23T18:00
            EOD.                      | 2026-11-23T18:00 | 2026-11-23T18:00
            cob                       | 2026-11-23T18:00 | 2026-11-23T18:00
            eod friday                | 2026-11-27T18:00 | 2026-11-27T18:00
            friday eod                | 2026-11-27T18:00 | 2026-11-27T18:00
            friday end of day         | 2026-11-27T18:00 | 2026-11-27T18:00
            end of day tomorrow       | 2026-11-24T18:00 | 2026-11-24T18:00
            end of friday             | 2026-11-27T18:00 | 2026-11-27T18:00
            end of tomorrow           | 2026-11-24T18:00 | 2026-11-24T18:00
            end of week               | 2026-11-27T18:00 | 2026-11-27T18:00
            end of the week           | 2026-11-27T18:00 | 2026-11-27T18:00
            end of this week          | 2026-11-27T18:00 | 2026-11-27T18:00
            end of next week          | 2026-12-04T18:00 | 2026-12-04T18:00
            eow                       | 2026-11-27T18:00 | 2026-11-27T18:00
            """)
    void aDayEndsAndBeginsWithTheWorkingDay(String phrase, String end, String start) {
        List<String> words = Said.words(phrase);
        assertThat(TimePoints.read(words).taken()).isEqualTo(words.size());
        assertThat(Said.meaning(phrase, NOW, Said.BERLIN, Direction.END)).isEqualTo(end);
        assertThat(Said.meaning(phrase, NOW, Said.BERLIN, Direction.START)).isEqualTo(start);
    }

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

    @Test
    void aTimeInAnotherZoneIsTheNextOneAroundMidnight() {
        // Half past midnight in Berlin is the day before in UTC, and the evening in Vancouver is the day after.
        assertThat(Said.meaning("09:00 utc", "2026-11-24T00:30", Said.BERLIN, Direction.END))
                .isEqualTo("2026-11-24T10:00");
        assertThat(Said.meaning("17:00 utc", "2026-11-23T18:00", ZoneId.of("America/Vancouver"), Direction.END))
                .isEqualTo("2026-11-24T09:00");
        assertThat(Said.meaning("23:45 utc", "2026-11-24T00:30", Said.BERLIN, Direction.END))
                .isEqualTo("2026-11-24T00:45");
    }
}
