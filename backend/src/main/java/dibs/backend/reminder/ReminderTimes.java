package dibs.backend.reminder;

import dibs.backend.lease.Lease;
import dibs.backend.lease.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a holder is reminded of a lease's end: so long before it. Where that, or the end itself, is outside of the holder's working
 * hours, it is shortly before the last working day before it is over.
 */
final class ReminderTimes {
    /** So long before the end of a working day it is reminded of what ends after it. */
    private static final Duration BEFORE_THE_EVENING = Duration.ofMinutes(30);

    /** Who sets an end after hours that is no further off is taken to be there still. */
    private static final Duration STILL_THERE = Duration.ofHours(4);

    private ReminderTimes() {}

    /** A reminder that goes out so long before the end, and when that is. */
    record Planned(Duration lead, Instant at) {}

    /** What is to be reminded of; not what would have been before the end was set, or before another sign of life. */
    static List<Planned> of(Lease lease, List<Duration> leads, WorkingTime time) {
        return leads.stream()
                .filter(lead -> !lead.isZero())
                .map(lead -> new Planned(lead, at(lease, lead, time)))
                .filter(planned -> planned.at().isAfter(lease.seen()))
                .toList();
    }

    private static Instant at(Lease lease, Duration lead, WorkingTime time) {
        Instant plain = lease.until().minus(lead);
        boolean ends = time.includes(lease.until());
        if (ends && time.includes(plain)) {
            return plain;
        }
        Instant evening = time.lastEvening(ends ? plain : lease.until()).minus(BEFORE_THE_EVENING);
        boolean passed = !evening.isAfter(lease.seen());
        boolean there = !lease.until().isAfter(lease.seen().plus(STILL_THERE));
        return passed && there ? plain : evening;
    }
}
