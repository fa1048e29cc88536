package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes history: who did what to which lease; and tells those who watch. */
final class Notes {
    private Notes() {}

    static void write(LeaseTx tx, What what, Lease lease, Asker asker, Map<String, String> details) {
        write(tx, what, lease.environment(), Optional.of(lease.id().value()), asker, details);
        Watches.tell(tx, what, lease, asker.person(), asker.now());
    }

    static void write(LeaseTx tx, What what, EnvironmentId environment, Asker asker, Map<String, String> details) {
        write(tx, what, environment, Optional.empty(), asker, details);
    }

    private static void write(
            LeaseTx tx,
            What what,
            EnvironmentId environment,
            Optional<String> lease,
            Asker asker,
            Map<String, String> details) {
        tx.history()
                .add(new HistoryEvent(
                        asker.now(), what, Optional.of(environment), lease, Optional.of(asker.person()), details));
    }

    /** A moment as a detail. */
    static String moment(Instant at) {
        return Long.toString(at.toEpochMilli());
    }

    /** The moment that a detail says. */
    static Instant moment(String detail) {
        return Instant.ofEpochMilli(Long.parseLong(detail));
    }
}
