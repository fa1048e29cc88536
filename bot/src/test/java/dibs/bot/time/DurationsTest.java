package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            90m                            | PT1H30M | 1
            90 m                           | PT1H30M | 2
            90min                          | PT1H30M | 1
            90 min                         | PT1H30M | 2
            90 mins                        | PT1H30M | 2
            90 minutes                     | PT1H30M | 2
            1 minute                       | PT1M    | 2
            60s                            | PT1M    | 1
            90 seconds                     | PT1M30S | 2
            2h                             | PT2H    | 1
            2H                             | PT2H    | 1
            2hrs                           | PT2H    | 1
            2 hours                        | PT2H    | 2
            2 Hours                        | PT2H    | 2
            2h30m                          | PT2H30M | 1
            2h30min                        | PT2H30M | 1
            2h30                           | PT2H30M | 1
            2h5                            | PT2H5M  | 1
            2h 30m                         | PT2H30M | 2
            1.5 hours                      | PT1H30M | 2
            1.5h                           | PT1H30M | 1
            1,5h                           | PT1H30M | 1
            .5h                            | PT30M   | 1
            1½h                            | PT1H30M | 1
            ½h                             | PT30M   | 1
            ½ hour                         | PT30M   | 2
            1 ½ hours                      | PT1H30M | 3
            1 1/2 hours                    | PT1H30M | 3
            1/2 an hour                    | PT30M   | 3
            half an hour                   | PT30M   | 3
            half a day                     | PT12H   | 3
            a half hour                    | PT30M   | 3
            a quarter of an hour           | PT15M   | 5
            quarter of an hour             | PT15M   | 4
            three quarters of an hour      | PT45M   | 5
            an hour                        | PT1H    | 2
            one hour                       | PT1H    | 2
            a day                          | PT24H   | 2
            two days                       | PT48H   | 2
            Twelve days                    | PT288H  | 2
            forty-five minutes             | PT45M   | 2
            a couple of hours              | PT2H    | 4
            a couple hours                 | PT2H    | 3
            couple of days                 | PT48H   | 3
            an hour and a half             | PT1H30M | 5
            a day and a half               | PT36H   | 5
            two days and a half day        | PT60H   | 6
            one and a half hours           | PT1H30M | 5
            2 and a half hours             | PT2H30M | 5
            3d                             | PT72H   | 1
            1w                             | PT168H  | 1
            2 weeks                        | PT336H  | 2
            2 wks                          | PT336H  | 2
            1 month                        | PT720H  | 2
            1mo                            | PT720H  | 1
            1 year                         | PT8760H | 2
            10 years                       | PT87600H | 2
            1d4h                           | PT28H   | 1
            1 day 4 hours                  | PT28H   | 4
            1 day, 4 hours                 | PT28H   | 4
            1 day and 4 hours              | PT28H   | 5
            a day and an hour              | PT25H   | 5
            2 hours and 30 minutes         | PT2H30M | 5
            2 hours & 30 minutes           | PT2H30M | 5
            1w 2d 3h 4m                    | PT219H4M | 4
            2h.                            | PT2H    | 1
            2 hours!                       | PT2H    | 2
            2h,                            | PT2H    | 1
            """)
    void readsTheWholePhrase(String phrase, Duration length, int words) {
        assertThat(Durations.read(Said.words(phrase))).isEqualTo(new Reading.Ok<>(length, words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2h testing the new key         | PT2H    | 1
            2 hours and testing            | PT2H    | 2
            2 days and 1 release           | PT48H   | 2
            an hour and a halfling         | PT1H    | 2
            2h 3h                          | PT2H    | 1
            2h 1d                          | PT2H    | 1
            2h 30                          | PT2H    | 1
            2h 145.0b3                     | PT2H    | 1
            2h until 17:00                 | PT2H    | 1
            2 days a release               | PT48H   | 2
            2 days an hour each            | PT48H   | 2
            2h. 30 minutes of it testing   | PT2H    | 1
            2h! 30 minutes                 | PT2H    | 1
            1 day -2 hours                 | PT24H   | 2
            """)
    void leavesTheRest(String phrase, Duration length, int words) {
        assertThat(Durations.read(Said.words(phrase))).isEqualTo(new Reading.Ok<>(length, words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0h                             | TOO_SHORT | 1
            0 minutes                      | TOO_SHORT | 2
            zero hours                     | TOO_SHORT | 2
            00h00m                         | TOO_SHORT | 1
            -2h                            | TOO_SHORT | 1
            −2h                            | TOO_SHORT | 1
            - 2h                           | TOO_SHORT | 2
            minus two hours                | TOO_SHORT | 3
            -2 hours                       | TOO_SHORT | 2
            -1 day 4 hours                 | TOO_SHORT | 4
            30s                            | TOO_SHORT | 1
            59 seconds                     | TOO_SHORT | 2
            1 second                       | TOO_SHORT | 2
            0.5m                           | TOO_SHORT | 1
            11 years                       | TOO_LONG  | 2
            3654 days                      | TOO_LONG  | 2
            99999999999h                   | TOO_LONG  | 1
            9223372036854775807d           | TOO_LONG  | 1
            99999999999999999999999999 weeks | TOO_LONG | 2
            10 years 2 months              | TOO_LONG  | 4
            """)
    void tellsWhatIsTooShortAndTooLong(String phrase, Fault fault, int words) {
        assertThat(Durations.read(Said.words(phrase))).isEqualTo(new Reading.Bad<>(fault, words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the",
                "rack-12",
                "14:00",
                "2nd",
                "3x",
                "1.2.3",
                "145.0b3",
                "2hours-ish",
                "1:30h",
                "2",
                "2.5",
                "h",
                "hours",
                "m",
                "a",
                "an",
                "a d",
                "a m",
                "two h",
                "half",
                "half term",
                "a half",
                "quarter",
                "a couple",
                "a couple of tests",
                "a second opinion",
                "one second",
                "a test",
                "2 tests",
                "2 hourly",
                "2h30x",
                "2h99",
                "2h3h",
                "30m2h",
                "2-hour",
                "1,500 minutes",
                "1..5h",
                "h2",
                "+2h",
                "2h-ish",
                "twohours",
                "--2h",
                "-",
                "minus",
                "2e3h",
                "0x2h",
                "٢h",
                "2 working days",
                "2 ч",
                "½",
                "½½h",
                "2 hours-ish",
                "and 2h",
                "for 2h"
            })
    void isSomethingElse(String phrase) {
        assertThat(Durations.read(Said.words(phrase))).isEqualTo(new Reading.None<Duration>());
    }
}
