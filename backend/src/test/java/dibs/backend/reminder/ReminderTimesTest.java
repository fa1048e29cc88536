package dibs.backend.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.FencingToken;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.WorkingTime;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import dibs.backend.person.WorkingHours;
import dibs.backend.reminder.ReminderTimes.Planned;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** When holders are reminded; the usual hours are nine to six in Berlin, Monday to Friday. */
final class ReminderTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final WorkingTime USUAL = new WorkingTime(WorkingHours.USUAL, BERLIN);
    private static final List<Duration> LEADS = List.of(Duration.ofMinutes(30), Duration.ofMinutes(5));
    private static final Duration STILL_THERE = Duration.ofHours(4);

    @Test
    void withinTheHoursItIsSoLongBefore() {
        assertThat(at("2026-11-23T09:00:00Z", "2026-11-23T15:00:00Z"))
                .containsExactly("2026-11-23T14:30:00Z", "2026-11-23T14:55:00Z");
    }

    @Test
    void whatWasBeforeTheEndWasSetIsLeftOut() {
        assertThat(at("2026-11-23T14:40:00Z", "2026-11-23T15:00:00Z")).containsExactly("2026-11-23T14:55:00Z");
        assertThat(at("2026-11-23T14:57:00Z", "2026-11-23T15:00:00Z")).isEmpty();
    }

    @Test
    void anEndAtNightOrOnAWeekendIsRemindedOfBeforeTheDayIsOver() {
        assertThat(at("2026-11-23T09:00:00Z", "2026-11-24T02:00:00Z"))
                .containsExactly("2026-11-23T16:30:00Z", "2026-11-23T16:30:00Z");
        assertThat(at("2026-11-26T09:00:00Z", "2026-11-29T12:00:00Z"))
                .containsExactly("2026-11-27T16:30:00Z", "2026-11-27T16:30:00Z");
    }

    @Test
    void anEndInTheMorningIsRemindedOfTheEveningBeforeWhereItsLeadBeginsAtNight() {
        assertThat(at("2026-11-26T09:00:00Z", "2026-11-30T08:10:00Z"))
                .containsExactly("2026-11-27T16:30:00Z", "2026-11-30T08:05:00Z");
    }

    @Test
    void whoSetsAnEndAtNightIsStillThere() {
        assertThat(at("2026-11-23T20:00:00Z", "2026-11-23T22:00:00Z"))
                .containsExactly("2026-11-23T21:30:00Z", "2026-11-23T21:55:00Z");
        assertThat(at("2026-11-23T20:00:00Z", "2026-11-24T02:00:00Z")).isEmpty();
    }

    @Test
    void noLeadIsNoReminder() {
        Lease lease = lease(Instant.parse("2026-11-23T09:00:00Z"), Instant.parse("2026-11-23T15:00:00Z"));
        assertThat(ReminderTimes.of(lease, List.of(Duration.ZERO), USUAL)).isEmpty();
        assertThat(ReminderTimes.of(lease, List.of(), USUAL)).isEmpty();
    }

    @Property
    void neverAfterTheEndNorOutsideOfTheHoursOfWhoIsAwayAndOnceALead(
            @ForAll @IntRange(max = 500_000) int seenMinute,
            @ForAll @IntRange(min = 1, max = 20_000) int minutes,
            @ForAll @IntRange(max = 22) int from,
            @ForAll @IntRange(min = 1, max = 23) int hours,
            @ForAll @IntRange(min = 1, max = 127) int days,
            @ForAll @IntRange(min = 1, max = 600) int lead) {
        Instant seen = Instant.parse("2026-06-01T00:00:00Z").plus(Duration.ofMinutes(seenMinute));
        Instant until = seen.plus(Duration.ofMinutes(minutes));
        WorkingTime time = new WorkingTime(hours(from, hours, days), BERLIN);

        List<Planned> planned = ReminderTimes.of(
                lease(seen, until), List.of(Duration.ofMinutes(lead), Duration.ofMinutes(lead + 1L)), time);

        boolean there = !until.isAfter(seen.plus(STILL_THERE));
        assertThat(planned).extracting(Planned::lead).doesNotHaveDuplicates();
        assertThat(planned).allSatisfy(it -> {
            assertThat(it.at()).isAfter(seen).isBefore(until);
            assertThat(there || time.includes(it.at())).isTrue();
        });
    }

    private static WorkingHours hours(int from, int length, int days) {
        EnumSet<DayOfWeek> set = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((days >> (day.getValue() - 1) & 1) == 1) {
                set.add(day);
            }
        }
        return new WorkingHours(LocalTime.of(from, 0), LocalTime.of(Math.min(from + length, 24) % 24, 0), set);
    }

    private static List<String> at(String seen, String until) {
        return ReminderTimes.of(lease(Instant.parse(seen), Instant.parse(until)), LEADS, USUAL).stream()
                .map(planned -> planned.at().toString())
                .toList();
    }

    private static Lease lease(Instant seen, Instant until) {
        return new Lease(
                new LeaseId("l1"),
                new EnvironmentId("dev-signing"),
                List.of(new UnitName("dev-signing")),
                new PersonRef(new PersonId("p1"), "ann"),
                List.of(),
                new FencingToken(1),
                seen,
                until,
                Optional.empty(),
                Optional.empty(),
                seen,
                Lease.State.HELD);
    }
}
