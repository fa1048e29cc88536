package dibs.backend.lease;

import dibs.backend.person.PeopleTx;
import dibs.backend.person.Person;
import dibs.backend.person.PersonId;
import dibs.backend.person.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When somebody works: their hours on their own clock. Nights and weekends are none of it.
 *
 * @param hours the person's own, or the usual ones
 * @param zone the person's own, or that of whoever has none
 */
public record WorkingTime(WorkingHours hours, ZoneId zone) {
    /** So far back a day of work is looked for; hours have at least one in a week. */
    private static final int A_WEEK = 7;

    /** That of the person. */
    public static WorkingTime of(PeopleTx tx, PersonId id, ZoneId otherwise) {
        Optional<Person> person = tx.people().find(id);
        return new WorkingTime(
                person.flatMap(Person::hours).orElse(WorkingHours.USUAL),
                person.map(it -> it.zoneOr(otherwise)).orElse(otherwise));
    }

    /** When the person will have worked so long since then. */
    public Instant after(Instant since, Duration work) {
        return hours.after(since, work, zone);
    }

    /** Whether the person works then; the end of a working day is still part of it. */
    public boolean includes(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        return within(day, moment) || within(day.minusDays(1), moment);
    }

    private boolean within(LocalDate day, Instant moment) {
        return hours.days().contains(day.getDayOfWeek())
                && !moment.isBefore(day.atTime(hours.from()).atZone(zone).toInstant())
                && !moment.isAfter(hours.endOf(day, zone));
    }

    /** The last end of a working day that is not after that moment. */
    public Instant lastEvening(Instant moment) {
        LocalDate day = moment.atZone(zone).toLocalDate();
        for (int back = 0; back <= A_WEEK; back++) {
            LocalDate before = day.minusDays(back);
            Instant evening = hours.endOf(before, zone);
            if (hours.days().contains(before.getDayOfWeek()) && !evening.isAfter(moment)) {
                return evening;
            }
        }
        throw new IllegalStateException("working hours need a day");
    }
}
