package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.natty.DateGroup;
import org.natty.Parser;
import org.slf4j.LoggerFactory;

/**
 * Another parser's opinion of the phrases that both understand, and the reasons where it differs. Said on Monday, 23
 * November 2026, at 10:00 in Berlin.
 */
class OracleTest {
    private static final Instant NOW = Said.at("2026-11-23T10:00", Said.BERLIN);

    @BeforeAll
    static void quiet() {
        // It logs every token of every phrase.
        if (LoggerFactory.getLogger("org.natty") instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17:00",
                "5pm",
                "5 pm",
                "5:30pm",
                "5:30 pm",
                "5 p.m.",
                "17.00",
                "noon",
                "at 5pm",
                "at 17:00",
                "today 17:00",
                "today at noon",
                "today at 6pm",
                "tonight at 8",
                "tonight 22:00",
                "tomorrow 9:00",
                "tomorrow noon",
                "noon tomorrow",
                "tomorrow at 9",
                "tomorrow at 17:00",
                "tomorrow 5:30pm",
                "tomorrow at 5:30 pm",
                "the day after tomorrow 9:00",
                "fri 5pm",
                "friday 17:00",
                "friday noon",
                "friday at 5pm",
                "5pm friday",
                "5 pm on friday",
                "next monday 9:00",
                "next tuesday at 10am",
                "next friday 9:00",
                "monday 9:00",
                "this friday 5pm",
                "tuesday 10am",
                "10am tuesday",
                "10am on tuesday",
                "wed noon",
                "thurs noon",
                "saturday noon",
                "sat 10am",
                "saturday at 8:30",
                "sunday 11:00",
                "2026-11-27 17:00",
                "2026/11/27 17:00",
                "2026-11-27T17:00",
                "2026-11-27T17:00Z",
                "2026-11-27T17:00+01:00",
                "2026-11-27T17:00-08:00",
                "2026-11-27 17:00 utc",
                "27 nov 17:00",
                "nov 27 17:00",
                "dec 24 18:00",
                "december 24 at 6pm",
                "24 december 2026 6pm",
                "27th of november at noon",
                "november 27th at noon",
                "november 27, 2026 at noon",
                "27 nov 2026 at noon",
                "friday 27 nov 17:00",
                "feb 29 2028 noon",
                "2028-02-29 12:00",
                "17:00 utc",
                "5pm gmt",
                "in 1 hour",
                "in 2 hours",
                "in two hours",
                "in twelve hours",
                "in 30 minutes",
                "in 90 minutes",
                "in 2 days",
                "in 10 days",
                "in a week",
                "in one week",
                "in two weeks",
                "2 hours from now",
                "20 minutes from now",
                "three days from now"
            })
    void bothReadTheSame(String phrase) {
        assertThat(TimePoints.read(Said.words(phrase)).taken())
                .isEqualTo(Said.words(phrase).size());
        assertThat(ours(phrase)).isEqualTo(theirs(phrase));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            midnight          | 2026-11-24T00:00 | 2026-11-23T00:00 | until midnight is until the coming one
            friday midnight   | 2026-11-28T00:00 | 2026-11-27T00:00 | midnight is the end of its day
            12am              | 2026-11-24T00:00 | 2026-11-23T00:00 | a moment that is over helps nobody
            monday 11:00      | 2026-11-23T11:00 | 2026-11-30T11:00 | today is that day, and the hour is ahead
            next sunday noon  | 2026-12-06T12:00 | 2026-11-29T12:00 | its week begins on Sunday
            friday            | 2026-11-27T18:00 | 2026-11-27T10:00 | a day ends with work, not at the hour it is said
            friday at 5       | 2026-11-27T17:00 | 2026-11-27T05:00 | of two hours the one within working hours
            tomorrow morning  | 2026-11-24T09:00 | 2026-11-24T08:00 | a morning begins with the speaker's hours
            2 jan noon        | 2027-01-02T12:00 | 2026-01-02T12:00 | a date without a year is the nearest
            in 3 days at noon | 2026-11-26T12:00 | 2026-11-26T10:00 | the hour is not to be dropped
            17:00 est         | AMBIGUOUS_ZONE   | 2026-11-23T23:00 | letters are no zone
            11/27             | AMBIGUOUS_DATE   | 2026-11-27T10:00 | which figure is the month is not to be guessed
            rack-12           | none             | 2026-11-23T12:00 | a name is no time
            17h00             | 2026-11-23T17:00 | none             | the French way
            in half an hour   | 2026-11-23T10:30 | none             | it knows no halves
            eod               | 2026-11-23T18:00 | none             | it knows no working hours
            end of day        | 2026-11-23T18:00 | none             | it knows no working hours
            """)
    void theyDifferForAReason(String phrase, String ours, String theirs, String reason) {
        assertThat(ours(phrase)).as(reason).isEqualTo(ours);
        assertThat(theirs(phrase)).as(reason).isEqualTo(theirs);
    }

    private static String ours(String phrase) {
        return Said.meaning(phrase, "2026-11-23T10:00", Said.BERLIN, Direction.END);
    }

    private static String theirs(String phrase) {
        List<DateGroup> groups = new Parser(TimeZone.getTimeZone(Said.BERLIN)).parse(phrase, Date.from(NOW));
        return groups.isEmpty()
                ? "none"
                : groups.stream()
                        .flatMap(group -> group.getDates().stream())
                        .map(date -> date.toInstant()
                                .atZone(Said.BERLIN)
                                .toLocalDateTime()
                                .toString())
                        .collect(Collectors.joining(" "));
    }
}
