package dibs.backend.gate;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.GateState;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What somebody decided of an environment. It is a notice: claims go by it, and it stops nobody outside Dibs. One past its end is
 * open, whether that was noted or not.
 *
 * @param environment what it was said of
 * @param covers that, and everything that it stands for
 * @param units what leases of it hold; none of what is shared
 * @param state never {@link GateState#OPEN}
 * @param reason why, as typed
 * @param by who decided it
 * @param since when
 * @param until the first instant at which it is open by itself; nothing: when somebody opens it
 * @param rhythm when it is on; nothing: all the time
 */
public record Gate(
        EnvironmentId environment,
        List<EnvironmentId> covers,
        List<UnitName> units,
        GateState state,
        String reason,
        PersonRef by,
        Instant since,
        Optional<Instant> until,
        Optional<Rhythm> rhythm) {
    public Gate {
        covers = List.copyOf(covers);
        units = List.copyOf(units);
    }

    /** Whether it is shut at that moment, in the manner that its state says. */
    public boolean shut(Instant now) {
        return rhythm.map(it -> it.window(now).isPresent())
                .orElseGet(() -> until.filter(end -> !now.isBefore(end)).isEmpty());
    }

    /** Whether nothing comes of it any more. */
    public boolean over(Instant now) {
        return rhythm.isEmpty() && !shut(now);
    }

    /** When it opens by itself, if it is shut and does. */
    public Optional<Instant> opens(Instant now) {
        return rhythm.map(it -> it.window(now).map(Rhythm.Span::until)).orElse(until);
    }

    /** The next window of its rhythm after that moment, where it has one. */
    public Optional<Rhythm.Span> next(Instant now) {
        return rhythm.map(it -> it.next(now));
    }

    /** When it next shuts or opens by itself. */
    Optional<Instant> changes(Instant now) {
        return opens(now).or(() -> next(now).map(Rhythm.Span::from));
    }

    /** Whether it speaks of any of those environments, or of what leases of them hold. */
    public boolean concerns(Collection<EnvironmentId> environments, Collection<UnitName> held) {
        return covers.stream().anyMatch(environments::contains)
                || units.stream().anyMatch(held::contains);
    }
}
