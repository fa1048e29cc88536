package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Places in line inside a transaction, with a guess when it is somebody's turn: each who is ahead keeps it as long as is usual there. */
final class Guesses {
    /** So many of the last leases say what is usual. */
    private static final int LATELY = 20;

    /** From fewer nothing is guessed. */
    private static final int FEWEST = 3;

    private final LeaseTx tx;
    private final Instant now;

    Guesses(LeaseTx tx, Instant now) {
        this.tx = tx;
        this.now = now;
    }

    /** Where the person stands in the lines of those units of the environment. */
    Place place(EnvironmentId environment, Collection<UnitName> units, Optional<String> any, PersonId person) {
        Set<PersonRef> ahead = new LinkedHashSet<>();
        List<Optional<Instant>> guesses = new ArrayList<>();
        List<Lease> held = tx.leases().open(units).stream()
                .filter(lease -> lease.heldAt(now) && !lease.belongsTo(person))
                .toList();
        for (UnitName unit : units) {
            List<PersonRef> before = ahead(unit, person);
            ahead.addAll(before);
            Optional<Instant> free = held.stream()
                    .filter(lease -> lease.units().contains(unit))
                    .map(Lease::until)
                    .findFirst();
            guesses.add(turn(unit, free, before.size()));
        }
        Optional<Instant> guess = guesses.stream().allMatch(Optional::isPresent)
                ? guesses.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
        return new Place(environment, any, List.copyOf(ahead), guess);
    }

    private List<PersonRef> ahead(UnitName unit, PersonId person) {
        return tx.waiting().line(unit).stream()
                .map(Waiting::person)
                .takeWhile(other -> !other.id().equals(person))
                .toList();
    }

    /** Who is first in line for what nobody holds waits for something else, such as a gate: nobody knows how long. */
    private Optional<Instant> turn(UnitName unit, Optional<Instant> free, int ahead) {
        if (ahead == 0) {
            return free;
        }
        List<Duration> lately =
                tx.leases().lately(unit, LATELY).stream().sorted().toList();
        return lately.size() < FEWEST
                ? Optional.empty()
                : Optional.of(
                        free.orElse(now).plus(lately.get(lately.size() / 2).multipliedBy(ahead)));
    }
}
