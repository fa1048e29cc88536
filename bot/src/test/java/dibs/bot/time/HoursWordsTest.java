package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.person.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9-17                            | 09:00 | 17:00 | 12345   | 1
            9–17                            | 09:00 | 17:00 | 12345   | 1
            hours 9-17 mon-fri              | 09:00 | 17:00 | 12345   | 3
            Hours 9-17 Mon-Fri.             | 09:00 | 17:00 | 12345   | 3
            9-17 remind 1h                  | 09:00 | 17:00 | 12345   | 1
            9-17 mon-fri zone berlin        | 09:00 | 17:00 | 12345   | 2
            9:30-17:30 mon,wed,fri          | 09:30 | 17:30 | 135     | 2
            9.30-17.30 mon,wed,fri          | 09:30 | 17:30 | 135     | 2
            9:30-17:30 mon, wed, fri        | 09:30 | 17:30 | 135     | 4
            9-17 mon wed fri                | 09:00 | 17:00 | 135     | 4
            9-17 mon and wed                | 09:00 | 17:00 | 13      | 4
            9-17 mon and then               | 09:00 | 17:00 | 1       | 2
            9-17 mon-wed,fri                | 09:00 | 17:00 | 1235    | 2
            9-17 monday to thursday         | 09:00 | 17:00 | 1234    | 4
            9-17 mon - thu                  | 09:00 | 17:00 | 1234    | 4
            9-17 on weekdays                | 09:00 | 17:00 | 12345   | 3
            9-17 weekends                   | 09:00 | 17:00 | 67      | 2
            9-17 every day                  | 09:00 | 17:00 | 1234567 | 3
            9-17 daily                      | 09:00 | 17:00 | 1234567 | 2
            9-17 sun-thu                    | 09:00 | 17:00 | 12347   | 2
            9-17 sat-mon                    | 09:00 | 17:00 | 167     | 2
            0-24 mon-sun                    | 00:00 | 00:00 | 1234567 | 2
            0:00-24:00                      | 00:00 | 00:00 | 12345   | 1
            14-24                           | 14:00 | 00:00 | 12345   | 1
            14-0                            | 14:00 | 00:00 | 12345   | 1
            9am-5pm weekdays                | 09:00 | 17:00 | 12345   | 2
            9:30am-5:15pm                   | 09:30 | 17:15 | 12345   | 1
            9 to 17                         | 09:00 | 17:00 | 12345   | 3
            from 9 to 17                    | 09:00 | 17:00 | 12345   | 4
            9 - 17 fri                      | 09:00 | 17:00 | 5       | 4
            9am until 5pm fri               | 09:00 | 17:00 | 5       | 4
            """)
    void readsHours(String phrase, LocalTime from, LocalTime to, String days, int words) {
        Set<DayOfWeek> set = Arrays.stream(days.split(""))
                .map(digit -> DayOfWeek.of(Integer.parseInt(digit)))
                .collect(Collectors.toSet());
        assertThat(HoursWords.read(Said.words(phrase)))
                .isEqualTo(new Reading.Ok<>(new WorkingHours(from, to, set), words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9-5                    | HOURS_BACKWARDS | 1 | 9-17
            9:30-5:15              | HOURS_BACKWARDS | 1 | 9:30-17:15
            9am-5 mon-fri          | HOURS_BACKWARDS | 1 | 9-17
            17-9                   | HOURS_BACKWARDS | 1 | ''
            9-9                    | HOURS_BACKWARDS | 1 | 9-21
            9pm-5am                | HOURS_BACKWARDS | 1 | ''
            22-6                   | HOURS_BACKWARDS | 1 | ''
            9-25                   | NO_SUCH_TIME    | 1 | ''
            24-25                  | NO_SUCH_TIME    | 1 | ''
            9:60-17                | NO_SUCH_TIME    | 1 | ''
            13pm-5pm               | NO_SUCH_TIME    | 1 | ''
            9-17 mon-xyz           | NO_SUCH_DAY     | 2 | ''
            9-17 mon,xyz           | NO_SUCH_DAY     | 2 | ''
            9-17 mon-tue-wed       | NO_SUCH_DAY     | 2 | ''
            9-17 mon to xyz        | NO_SUCH_DAY     | 3 | ''
            hours nine to five     | NO_HOURS        | 2 | ''
            hours mon-fri          | NO_HOURS        | 2 | ''
            """)
    void saysWhatIsWrong(String phrase, Fault fault, int words, String suggestions) {
        assertThat(HoursWords.read(Said.words(phrase)))
                .isEqualTo(new Reading.Bad<>(fault, words, Said.list(suggestions)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hours", "9", "9-", "-9", "mon-fri", "nine-five", "9to17", "9-17-18", "rack-12", "9 mon"})
    void isSomethingElse(String phrase) {
        assertThat(HoursWords.read(Said.words(phrase))).isEqualTo(new Reading.None<WorkingHours>());
    }
}
