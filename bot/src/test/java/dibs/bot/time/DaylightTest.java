package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.person.WorkingHours;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days on which a clock on the wall jumps. */
class DaylightTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Spring: 02:00 becomes 03:00, and 02:30 is read as 03:30.
            Europe/Berlin       | 2026-03-28T12:00:00Z | tomorrow 1:59     | END   | 2026-03-29T00:59:00Z
            Europe/Berlin       | 2026-03-28T12:00:00Z | tomorrow 2:00     | END   | 2026-03-29T01:00:00Z
            Europe/Berlin       | 2026-03-28T12:00:00Z | tomorrow 2:30     | END   | 2026-03-29T01:30:00Z
            Europe/Berlin       | 2026-03-28T12:00:00Z | tomorrow 2:30     | START | 2026-03-29T01:30:00Z
            Europe/Berlin       | 2026-03-28T12:00:00Z | tomorrow 3:00     | END   | 2026-03-29T01:00:00Z
            # By the stopwatch, and by the wall.
            Europe/Berlin       | 2026-03-28T12:00:00Z | in 24 hours       | END   | 2026-03-29T12:00:00Z
            Europe/Berlin       | 2026-03-28T12:00:00Z | tomorrow 13:00    | END   | 2026-03-29T11:00:00Z
            Europe/Berlin       | 2026-03-28T12:00:00Z | in 1 day at 13:00 | END   | 2026-03-29T11:00:00Z
            # Autumn: 02:30 comes twice; an end is the later, a start the earlier unless that is over.
            Europe/Berlin       | 2026-10-24T12:00:00Z | tomorrow 2:30     | END   | 2026-10-25T01:30:00Z
            Europe/Berlin       | 2026-10-24T12:00:00Z | tomorrow 2:30     | START | 2026-10-25T00:30:00Z
            Europe/Berlin       | 2026-10-25T00:40:00Z | 2:30              | END   | 2026-10-25T01:30:00Z
            Europe/Berlin       | 2026-10-25T00:40:00Z | 2:30              | START | 2026-10-25T01:30:00Z
            Europe/Berlin       | 2026-10-25T01:40:00Z | 2:30              | END   | past 2026-10-25T01:30:00Z
            Europe/Berlin       | 2026-10-24T12:00:00Z | tomorrow 3:00     | END   | 2026-10-25T02:00:00Z
            # What names its offset is one moment all the same.
            Europe/Berlin       | 2026-10-24T12:00:00Z | 2026-10-25T02:30+02:00   | END | 2026-10-25T00:30:00Z
            Europe/Berlin       | 2026-10-24T12:00:00Z | 2026-10-25 02:30 +01:00  | START | 2026-10-25T01:30:00Z
            America/Vancouver   | 2026-03-07T20:00:00Z | tomorrow 2:30am   | END   | 2026-03-08T10:30:00Z
            America/Vancouver   | 2026-03-07T20:00:00Z | tomorrow          | END   | 2026-03-09T01:00:00Z
            # Half an hour: 02:00 becomes 02:30 on 4 October 2026, and 02:00 becomes 01:30 on 5 April 2026.
            Australia/Lord_Howe | 2026-10-03T05:00:00Z | tomorrow 2:15     | END   | 2026-10-03T15:45:00Z
            Australia/Lord_Howe | 2026-10-03T05:00:00Z | tomorrow 2:30     | END   | 2026-10-03T15:30:00Z
            Australia/Lord_Howe | 2026-04-04T05:00:00Z | tomorrow 1:45     | END   | 2026-04-04T15:15:00Z
            Australia/Lord_Howe | 2026-04-04T05:00:00Z | tomorrow 1:45     | START | 2026-04-04T14:45:00Z
            # Samoa left out 30 December 2011: what was said of it is a day later.
            Pacific/Apia        | 2011-12-29T20:00:00Z | 17:00             | END   | 2011-12-30T03:00:00Z
            Pacific/Apia        | 2011-12-29T20:00:00Z | tomorrow 17:00    | END   | 2011-12-31T03:00:00Z
            Pacific/Apia        | 2011-12-29T20:00:00Z | friday 17:00      | END   | 2011-12-31T03:00:00Z
            Pacific/Apia        | 2011-12-29T20:00:00Z | saturday 17:00    | END   | 2011-12-31T03:00:00Z
            Pacific/Apia        | 2011-12-29T20:00:00Z | midnight          | END   | 2011-12-30T10:00:00Z
            # Midnight itself is jumped over in Beirut: the day ends with the hour after.
            Asia/Beirut         | 2021-03-27T12:00:00Z | midnight          | END   | 2021-03-27T22:00:00Z
            """)
    void readsTheWall(ZoneId zone, Instant now, String phrase, Direction direction, String meaning) {
        Reading<TimePoint> read = TimePoints.read(Said.words(phrase));
        Resolved resolved = read.maybe().orElseThrow().resolve(now, zone, WorkingHours.USUAL, direction);
        assertThat(resolved)
                .isEqualTo(
                        meaning.startsWith("past ")
                                ? new Resolved.Past(Instant.parse(meaning.substring(5)))
                                : new Resolved.At(Instant.parse(meaning)));
    }

    @Test
    void whatIsSaidInTheHourThatComesTwiceNamesItsOffset() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(HumanTimes.day(first, Said.BERLIN, first)).isEqualTo("Sun 25 Oct 02:30 (+02:00)");
        assertThat(HumanTimes.day(second, Said.BERLIN, first)).isEqualTo("Sun 25 Oct 02:30 (+01:00)");
    }
}
