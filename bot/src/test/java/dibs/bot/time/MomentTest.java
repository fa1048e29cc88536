package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.person.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days against the moment at which they are said; 23 November 2026 is a Monday. */
class MomentTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T17:00    | 17:00           | END   | past 2026-11-23T17:00
            2026-11-23T16:59:59 | 17:00           | END   | 2026-11-23T17:00
            2026-11-23T17:00    | 17:00           | START | 2026-11-23T17:00
            2026-11-23T17:00:20 | 17:00           | START | 2026-11-23T17:00:20
            2026-11-23T17:01    | 17:00           | START | past 2026-11-23T17:00
            2026-11-23T19:00    | today           | END   | past 2026-11-23T18:00
            2026-11-23T08:00    | today           | START | 2026-11-23T09:00
            2026-11-23T19:00    | today           | START | 2026-11-23T19:00
            2026-11-23T19:00    | eod             | END   | past 2026-11-23T18:00
            2026-11-23T19:00    | tonight         | END   | 2026-11-24T00:00
            2026-11-23T23:59    | midnight        | END   | 2026-11-24T00:00
            2026-11-24T00:00    | midnight        | END   | 2026-11-25T00:00
            2026-11-23T10:00    | now             | START | 2026-11-23T10:00
            2026-11-23T10:00    | right now       | START | 2026-11-23T10:00
            2026-11-23T10:00    | now             | END   | past 2026-11-23T10:00
            2026-11-27T10:00    | friday          | END   | 2026-11-27T18:00
            2026-11-27T18:00    | friday          | END   | 2026-12-04T18:00
            2026-11-27T10:00    | friday 9:00     | END   | 2026-12-04T09:00
            2026-11-27T10:00    | friday 11:00    | END   | 2026-11-27T11:00
            2026-11-27T10:00    | friday          | START | 2026-12-04T09:00
            2026-11-27T10:00    | next friday     | END   | 2026-12-04T18:00
            2026-11-28T10:00    | next friday     | END   | 2026-12-04T18:00
            2026-11-29T10:00    | next monday     | END   | 2026-11-30T18:00
            2026-11-27T10:00    | eow             | END   | 2026-11-27T18:00
            2026-11-28T10:00    | eow             | END   | past 2026-11-27T18:00
            2026-11-27T10:00    | next working day | END  | 2026-11-30T18:00
            2026-11-23T08:00    | next working day | END  | 2026-11-24T18:00
            2026-11-23T08:00    | next working morning | END | 2026-11-23T09:00
            2026-11-27T10:00    | next working morning | END | 2026-11-30T09:00
            2026-11-23T10:00    | 2026-11-22      | END   | past 2026-11-22T18:00
            2026-11-23T10:00    | 22 nov          | END   | past 2026-11-22T18:00
            2026-11-23T10:00    | 1 jan           | END   | 2027-01-01T18:00
            2026-11-23T10:00    | 1 jun           | END   | past 2026-06-01T18:00
            2026-11-23T10:00    | 24 may          | END   | 2027-05-24T18:00
            2026-01-10T10:00    | 20 dec          | END   | past 2025-12-20T18:00
            2028-02-01T10:00    | 29 feb          | END   | 2028-02-29T18:00
            2026-02-01T10:00    | 29 feb          | END   | past 2024-02-29T18:00
            2026-11-23T10:00    | thu 27 nov      | END   | other day 2026-11-27
            2026-11-23T10:00    | thu 2026-11-27  | END   | other day 2026-11-27
            2026-11-23T10:00    | friday the 28th | END   | other day 2026-11-28
            2026-11-23T10:00    | next friday 27 nov | END | 2026-11-27T18:00
            2026-11-27T19:00    | friday the 27th | END   | past 2026-11-27T18:00
            2026-11-23T10:00    | 2036-11-22      | END   | 2036-11-22T18:00
            2026-11-23T10:00    | 2036-12-01      | END   | too far
            2026-11-23T10:00    | 9999-12-31T23:59 | END  | too far
            2026-11-23T10:00    | 9999-12-31 midnight | END | too far
            2026-11-23T10:00    | 0000-01-01      | END   | past 0000-01-01T18:00
            2026-12-31T10:00    | tomorrow        | END   | 2027-01-01T18:00
            """)
    void isAheadOrOver(String now, String phrase, Direction direction, String meaning) {
        assertThat(Said.meaning(phrase, now, Said.BERLIN, direction)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NIGHT   | friday               | 2026-11-28T00:00 | 2026-11-27T14:00
            NIGHT   | friday at 5          | 2026-11-27T17:00 | 2026-11-27T17:00
            NIGHT   | friday at 2          | 2026-11-27T14:00 | 2026-11-27T14:00
            NIGHT   | eod                  | 2026-11-24T00:00 | 2026-11-24T00:00
            ROUND   | friday               | 2026-11-28T00:00 | 2026-11-27T00:00
            ROUND   | friday at 5          | 2026-11-27T05:00 | 2026-11-27T05:00
            ROUND   | eow                  | 2026-11-30T00:00 | 2026-11-30T00:00
            SUNDAY  | eow                  | 2026-11-26T17:00 | 2026-11-26T17:00
            SUNDAY  | next week            | 2026-11-29T08:00 | 2026-11-29T08:00
            SUNDAY  | next sunday          | 2026-11-29T17:00 | 2026-11-29T08:00
            SUNDAY  | next working day     | 2026-11-24T17:00 | 2026-11-24T08:00
            ONEDAY  | next working day     | 2026-11-25T13:30 | 2026-11-25T08:15
            ONEDAY  | next week            | 2026-12-02T08:15 | 2026-12-02T08:15
            ONEDAY  | eow                  | 2026-11-25T13:30 | 2026-11-25T13:30
            ONEDAY  | friday at 1          | 2026-11-27T13:00 | 2026-11-27T13:00
            """)
    void followsTheSpeakersHours(Hours hours, String phrase, String end, String start) {
        var now = Said.at("2026-11-23T10:00", Said.BERLIN);
        assertThat(Said.meaning(phrase, now, Said.BERLIN, hours.hours(), Direction.END))
                .isEqualTo(end);
        assertThat(Said.meaning(phrase, now, Said.BERLIN, hours.hours(), Direction.START))
                .isEqualTo(start);
    }

    enum Hours {
        NIGHT,
        ROUND,
        SUNDAY,
        ONEDAY;

        WorkingHours hours() {
            Set<DayOfWeek> all = EnumSet.allOf(DayOfWeek.class);
            return switch (this) {
                case NIGHT -> new WorkingHours(LocalTime.of(14, 0), LocalTime.MIDNIGHT, all);
                case ROUND -> new WorkingHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, all);
                case SUNDAY ->
                    new WorkingHours(
                            LocalTime.of(8, 0),
                            LocalTime.of(17, 0),
                            EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY)));
                case ONEDAY -> new WorkingHours(LocalTime.of(8, 15), LocalTime.of(13, 30), Set.of(DayOfWeek.WEDNESDAY));
            };
        }
    }
}
