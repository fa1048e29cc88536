package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A window that is one person's: no lease of another overlaps it. It begins by itself once its person has confirmed it.
 *
 * @param id by which it is called off
 * @param series the id of what it is one of; its own where it is the only one
 * @param starts the first moment of the window
 * @param ends the first moment after it
 * @param longer until when it may be confirmed, where Dibs was away while it could have been
 * @param every when it comes again; nothing: it is the only one
 * @param bundle what was reserved together, such as {@code staging-release firefox 145.0b3}
 */
public record Reservation(
        String id,
        String series,
        PersonRef person,
        List<Part> parts,
        Instant starts,
        Instant ends,
        State state,
        Optional<Instant> longer,
        Optional<Recurrence> every,
        Optional<String> purpose,
        Optional<String> bundle) {
    /** So long before its start its person is asked, and may confirm it. */
    public static final Duration BEFORE = Duration.ofMinutes(15);

    /** So long after its start it may still be confirmed. */
    public static final Duration AFTER = Duration.ofMinutes(15);

    /** For less than that before another's reservation nothing is claimed. */
    public static final Duration SHORTEST = Duration.ofMinutes(15);

    public Reservation {
        parts = List.copyOf(parts);
    }

    /** An environment with what it keeps. */
    public record Part(EnvironmentId environment, List<UnitName> units) {
        public Part {
            units = units.stream().sorted().toList();
        }
    }

    /** How far it is. */
    public enum State {
        PLANNED,
        ASKED,
        CONFIRMED,
        STARTED,
        LAPSED,
        CANCELLED;

        /** Whether it is still to begin. */
        public boolean isOpen() {
            return this == PLANNED || this == ASKED || this == CONFIRMED;
        }
    }

    /** What it is of, in the order named. */
    public List<EnvironmentId> environments() {
        return parts.stream().map(Part::environment).toList();
    }

    /** All that it keeps, in name order. */
    public List<UnitName> units() {
        return parts.stream()
                .flatMap(part -> part.units().stream())
                .distinct()
                .sorted()
                .toList();
    }

    boolean belongsTo(PersonId other) {
        return person.id().equals(other);
    }

    /** The last moment before which it may be confirmed. */
    public Instant confirmBy() {
        Instant latest = longer.orElse(starts.plus(AFTER));
        return latest.isBefore(ends) ? latest : ends;
    }

    /** Whether nobody confirmed it in time, or it is over. */
    public boolean lapsedAt(Instant now) {
        return state.isOpen() && !now.isBefore(state == State.CONFIRMED ? ends : confirmBy());
    }

    /** Whether it may be confirmed then. */
    boolean mayBeConfirmed(Instant now) {
        return !now.isBefore(starts.minus(BEFORE));
    }

    /** Whether its person, who had not confirmed it, could not do so then for a while, has less than {@link #AFTER} left, and could still. */
    public boolean missed(Instant from, Instant to) {
        return (state == State.PLANNED || state == State.ASKED)
                && ends.isAfter(to)
                && confirmBy().isAfter(from)
                && confirmBy().isBefore(to.plus(AFTER));
    }

    /** The same in another state. */
    Reservation withState(State other) {
        return new Reservation(id, series, person, parts, starts, ends, other, longer, every, purpose, bundle);
    }

    /** What of it stands in the way of whoever wants those units. */
    List<Blocker> blocking(Collection<UnitName> wanted) {
        return parts.stream()
                .map(part -> new Part(
                        part.environment(),
                        part.units().stream().filter(wanted::contains).toList()))
                .filter(part -> !part.units().isEmpty())
                .map(part -> new Blocker(
                        part.environment(),
                        part.units(),
                        person,
                        Blocker.State.RESERVED,
                        starts,
                        ends,
                        Optional.empty()))
                .toList();
    }
}
