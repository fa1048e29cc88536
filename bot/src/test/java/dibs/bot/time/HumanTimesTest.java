package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanTimesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T17:00:00Z | Europe/Berlin       | Mon 23 Nov 18:00 (Berlin)
            2026-11-23T17:00:59Z | Europe/Berlin       | Mon 23 Nov 18:00 (Berlin)
            2026-11-23T23:00:00Z | Europe/Berlin       | Tue 24 Nov 00:00 (Berlin)
            2026-12-31T23:00:00Z | Europe/Berlin       | Fri 1 Jan 2027 00:00 (Berlin)
            2026-12-31T23:00:00Z | UTC                 | Thu 31 Dec 23:00 (UTC)
            2025-03-01T08:05:00Z | Etc/UTC             | Sat 1 Mar 2025 08:05 (UTC)
            2026-11-23T17:00:00Z | Z                   | Mon 23 Nov 17:00 (UTC)
            2026-11-23T17:00:00Z | GMT                 | Mon 23 Nov 17:00 (UTC)
            2026-11-23T17:00:00Z | +02:00              | Mon 23 Nov 19:00 (+02:00)
            2026-11-23T17:00:00Z | America/Los_Angeles | Mon 23 Nov 09:00 (Los Angeles)
            2026-11-23T17:00:00Z | America/Argentina/Buenos_Aires | Mon 23 Nov 14:00 (Buenos Aires)
            2026-05-06T17:00:00Z | Asia/Kathmandu      | Wed 6 May 22:45 (Kathmandu)
            """)
    void namesDayDateHourAndZone(Instant instant, ZoneId zone, String said) {
        assertThat(HumanTimes.day(instant, zone, Instant.parse("2026-11-23T10:00:00Z")))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PT0S       | now               | 0 min
            PT59S      | now               | 59 s
            -PT59S     | now               | -59 s
            PT1M       | in 1 min          | 1 min
            PT90S      | in 1 min          | 1 min 30 s
            -PT4M10S   | 4 min ago         | -4 min 10 s
            PT1H       | in 1 h            | 1 h
            PT2H30M    | in 2 h 30 min     | 2 h 30 min
            PT3H10M59S | in 3 h 10 min     | 3 h 10 min 59 s
            -PT3H10M   | 3 h 10 min ago    | -3 h 10 min
            PT23H59M   | in 23 h 59 min    | 23 h 59 min
            PT24H      | in 1 day          | 1 day
            P2DT4H59M  | in 2 days 4 h     | 2 days 4 h 59 min
            PT48H59M   | in 2 days         | 2 days 59 min
            -P3D       | 3 days ago        | -3 days
            P5D        | in 5 days         | 5 days
            P400D      | in 400 days       | 400 days
            """)
    void saysHowFarAndHowLong(Duration duration, String left, String length) {
        assertThat(HumanTimes.left(duration)).isEqualTo(left);
        assertThat(HumanTimes.length(duration)).isEqualTo(length);
    }

    @Test
    void theMachinesLanguageChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Instant at = Instant.parse("2026-11-23T17:00:00Z");
            assertThat(HumanTimes.day(at, Said.BERLIN, at)).isEqualTo("Mon 23 Nov 18:00 (Berlin)");
            assertThat(HumanTimes.length(Duration.ofMinutes(150))).isEqualTo("2 h 30 min");
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Durations.read(Said.words("90 MINUTES")).taken()).isEqualTo(2);
            assertThat(TimePoints.read(Said.words("FRI NOON")).taken()).isEqualTo(2);
        } finally {
            Locale.setDefault(before);
        }
    }
}
