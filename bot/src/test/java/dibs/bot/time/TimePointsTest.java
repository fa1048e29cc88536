package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
