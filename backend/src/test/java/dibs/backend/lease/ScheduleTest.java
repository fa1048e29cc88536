package dibs.backend.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.lease.Schedule.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When windows are that come each day, on the days on which a clock jumps. */
class ScheduleTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Recurrence DAILY = new Recurrence(EnumSet.allOf(DayOfWeek.class), 1);

    private static Schedule daily(ZoneId zone, LocalDateTime first) {
        return new Schedule(zone, first, HOUR, Optional.of(DAILY), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # Autumn: in Berlin 3:00 becomes 2:00 on 31 October 2027, in Los Angeles 2:00 becomes 1:00 a week later.
        Europe/Berlin       | 2027-10-30T09:00 | 2027-10-30T07:00:00Z 2027-10-31T08:00:00Z 2027-11-01T08:00:00Z
        Europe/Berlin       | 2027-10-30T02:30 | 2027-10-30T00:30:00Z 2027-10-31T00:30:00Z 2027-11-01T01:30:00Z
        Europe/Berlin       | 2027-10-30T03:00 | 2027-10-30T01:00:00Z 2027-10-31T02:00:00Z 2027-11-01T02:00:00Z
        America/Los_Angeles | 2027-10-30T09:00 | 2027-10-30T16:00:00Z 2027-10-31T16:00:00Z 2027-11-01T16:00:00Z
        America/Los_Angeles | 2027-11-06T09:00 | 2027-11-06T16:00:00Z 2027-11-07T17:00:00Z 2027-11-08T17:00:00Z
        America/Los_Angeles | 2027-11-06T01:30 | 2027-11-06T08:30:00Z 2027-11-07T08:30:00Z 2027-11-08T09:30:00Z
        America/Los_Angeles | 2027-11-05T18:00 | 2027-11-06T01:00:00Z 2027-11-07T01:00:00Z 2027-11-08T02:00:00Z
        # Spring: 2:30 does not exist, in Berlin on 28 March 2027, in Los Angeles a fortnight before.
        Europe/Berlin       | 2027-03-27T02:30 | 2027-03-27T01:30:00Z 2027-03-28T01:30:00Z 2027-03-29T00:30:00Z
        Europe/Berlin       | 2027-03-28T02:30 | 2027-03-28T01:30:00Z 2027-03-29T00:30:00Z 2027-03-30T00:30:00Z
        America/Los_Angeles | 2027-03-13T02:30 | 2027-03-13T10:30:00Z 2027-03-14T10:30:00Z 2027-03-15T09:30:00Z
        # Half an hour, the other way round.
        Australia/Lord_Howe | 2027-04-03T01:45 | 2027-04-02T14:45:00Z 2027-04-03T14:45:00Z 2027-04-04T15:15:00Z
        Australia/Lord_Howe | 2027-10-02T02:15 | 2027-10-01T15:45:00Z 2027-10-02T15:45:00Z 2027-10-03T15:15:00Z
        """)
    void keepsTheTimeOnTheWall(ZoneId zone, LocalDateTime first, String starts) {
        Schedule schedule = daily(zone, first);
        Instant from = first.atZone(zone).toInstant();
        List<Span> spans = schedule.between(from, from.plus(Duration.ofDays(4)));
        assertThat(spans)
                .extracting(Span::starts)
                .startsWith(Stream.of(starts.split(" ")).map(Instant::parse).toArray(Instant[]::new));
        assertThat(spans).allMatch(span -> span.ends().equals(span.starts().plus(HOUR)));
        assertThat(schedule.beginning(spans.get(1))
                        .between(spans.get(1).starts(), spans.get(3).starts()))
                .isEqualTo(spans.subList(1, 3));
    }

    @Test
    void comesOnceOnEachDayInEveryZoneHoweverItIsStored() {
        long seed = Long.getLong("dibs.seed", System.nanoTime());
        Random random = new Random(seed);
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
            LocalDateTime first = LocalDate.of(2027, 1, 2).atTime(time);
            Schedule schedule = daily(zone, first);
            Instant from = first.atZone(zone).toInstant();
            Instant to = from.plus(Duration.ofDays(300));
            List<Span> all = schedule.between(from, to);

            List<Span> portions = new ArrayList<>();
            for (Instant at = from; at.isBefore(to); ) {
                Instant next = at.plus(Duration.ofMinutes(1 + random.nextInt(40_000)));
                Instant until = next.isBefore(to) ? next : to;
                portions.addAll(schedule.between(at, until));
                at = until;
            }
            assertThat(portions).as("seed %d, %s", seed, id).isEqualTo(all);
            for (int day = 0; day < all.size(); day++) {
                LocalDateTime meant = first.plusDays(day);
                assertThat(all.get(day).starts())
                        .as("seed %d, %s, %s", seed, id, meant)
                        .isEqualTo(moment(meant, zone));
            }
        }
    }

    /** As the clock shows it; what it skips as though it had not jumped, what it shows twice the first time. */
    private static Instant moment(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(local);
        return local.toInstant(jump == null ? zone.getRules().getOffset(local) : jump.getOffsetBefore());
    }
}
