package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines inside a transaction. Who is first in line for what is free gets a window in which nobody else can take it, and after
 * it the next. Who waits for several units gathers them one by one, in the order of arrival, so that no two wait for each other.
 */
final class Lines {
    private static final String DETAIL = "person";

    private final LeaseTx tx;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone of persons who have none */
    Lines(LeaseTx tx, ZoneId zone, Instant now) {
        this.tx = tx;
        this.zone = zone;
        this.now = now;
    }

    /** Gives those who are first in line for the units their turn; how many got something kept. */
    int serve(Collection<UnitName> units) {
        return serve(units, wish -> true);
    }

    /** Gives those their turn whom a claim of the asker would pass by: whose window is over and who is before the asker in line. */
    void settle(Collection<UnitName> units, PersonId asker) {
        lapse(tx.windows().of(units).stream()
                .filter(window -> !window.until().isAfter(now))
                .toList());
        serve(units, wish -> !wish.person().id().equals(asker));
    }

    /** One by one: who gets something kept stands aside in the lines that they joined instead. */
    private int serve(Collection<UnitName> units, Predicate<Wish> whose) {
        Set<Wish> served = new HashSet<>();
        int kept = 0;
        for (UnitName unit : new TreeSet<>(units)) {
            Optional<Wish> wish = first(unit).map(Wish::of).filter(whose);
            if (wish.isPresent() && served.add(wish.get()) && serve(wish.get())) {
                kept++;
            }
        }
        return kept;
    }

    /** The units of what the person waits for instead of those: whoever gets one of several is out of the lines of all. */
    static List<UnitName> instead(LeaseTx tx, PersonId person, Collection<UnitName> units) {
        List<Waiting> places = tx.waiting().of(person);
        Set<String> wishes = places.stream()
                .filter(place -> units.contains(place.unit()))
                .flatMap(place -> place.any().stream())
                .collect(Collectors.toSet());
        return places.stream()
                .filter(place -> place.any().filter(wishes::contains).isPresent())
                .map(Waiting::unit)
                .filter(unit -> !units.contains(unit))
                .sorted()
                .toList();
    }

    /** Takes the person out of the lines of the units and of what they waited for instead, all of which must be locked; how many. */
    int leave(PersonId person, Collection<UnitName> units) {
        List<UnitName> others = instead(tx, person, units);
        Set<EnvironmentId> wished = tx.waiting().of(person).stream()
                .filter(place -> units.contains(place.unit()))
                .map(Waiting::environment)
                .collect(Collectors.toSet());
        int places = tx.waiting().leave(person, units, now) + tx.waiting().leave(person, others, now);
        serve(letGo(person, others));
        // Whoever left a part of what they wait for may have all of the rest already.
        serve(tx.waiting().of(person).stream()
                .filter(place -> wished.contains(place.environment()))
                .map(Waiting::unit)
                .toList());
        return places;
    }

    /**
     * Ends windows that are over: who did not claim leaves the line; who could not gather all goes to its end, and leaves the parts to
     * others for as long. Then the next has a turn. Who could not claim because a gate is shut keeps the place.
     */
    void lapse(Collection<Window> over) {
        Set<UnitName> free = new TreeSet<>();
        over.stream()
                .collect(Collectors.groupingBy(Window::person))
                .forEach((person, windows) -> free.addAll(lapse(person, windows)));
        serve(free);
    }

    private Set<UnitName> lapse(PersonRef person, List<Window> over) {
        Set<UnitName> units = over.stream().map(Window::unit).collect(Collectors.toCollection(TreeSet::new));
        Set<UnitName> shut = ShutGates.units(tx, now);
        boolean offered = over.stream().anyMatch(window -> window.kind() == Window.Kind.OFFER);
        List<Waiting> places = tx.waiting().of(person.id());
        Set<EnvironmentId> wished = places.stream()
                .filter(place -> units.contains(place.unit()))
                .map(Waiting::environment)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (EnvironmentId environment : wished) {
            List<UnitName> all = units(places, environment);
            Optional<String> any = any(places, environment);
            if (offered && all.stream().anyMatch(shut::contains)) {
                // Nobody could have claimed it: the place stays, and its turn comes once it is open.
                units.addAll(letGo(person.id(), all));
            } else if (offered) {
                List<UnitName> others = instead(tx, person.id(), all);
                tx.leases().lock(others);
                units.addAll(letGo(person.id(), others));
                units.addAll(letGo(person.id(), all));
                tx.waiting().leave(person.id(), others, now);
                tx.waiting().leave(person.id(), all, now);
                note(person, environment);
                tx.outbox().put(person.id(), new Notice.WindowOver(environment), now);
            } else {
                units.addAll(letGo(person.id(), all));
                tx.waiting().rejoin(person, environment, all, any, now, now.plus(WaitService.TO_GATHER));
                tx.outbox().put(person.id(), new Notice.NotGathered(environment), now);
            }
        }
        tx.windows().letGo(units);
        return units;
    }

    private static Optional<String> any(List<Waiting> places, EnvironmentId environment) {
        return places.stream()
                .filter(place -> place.environment().equals(environment))
                .flatMap(place -> place.any().stream())
                .findFirst();
    }

    private void note(PersonRef person, EnvironmentId environment) {
        tx.history()
                .add(new HistoryEvent(
                        now,
                        What.LEFT_LINE,
                        Optional.of(environment),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(DETAIL, person.name())));
    }

    /** Lets go what is kept for that person of the units; which units that were. */
    List<UnitName> letGo(PersonId person, Collection<UnitName> units) {
        List<UnitName> kept = tx.windows().of(units).stream()
                .filter(window -> window.person().id().equals(person))
                .map(Window::unit)
                .toList();
        tx.windows().letGo(kept);
        return kept;
    }

    /** Whose turn it is. Who could not gather all leaves the parts to those behind for a while, but for when all is free at once. */
    private Optional<Waiting> first(UnitName unit) {
        return line(unit)
                .filter(place -> mayGather(Wish.of(place)) || allFree(Wish.of(place)))
                .findFirst();
    }

    private Stream<Waiting> line(UnitName unit) {
        return tx.waiting().line(unit).stream().filter(place -> !aside(place));
    }

    /** Whether all that it takes could be offered now: nobody has any of it, and nobody before them in any of the lines wants it yet. */
    private boolean allFree(Wish wish) {
        List<UnitName> wanted = units(tx.waiting().of(wish.person().id()), wish.environment());
        Set<UnitName> blocked = blocked(wanted, wish.person().id());
        return wanted.stream()
                .allMatch(unit -> !blocked.contains(unit)
                        && line(unit)
                                .map(Wish::of)
                                .takeWhile(other -> !other.equals(wish))
                                .noneMatch(this::mayGather));
    }

    /** Whether the person may claim now what they wait for instead: one of them is enough. */
    private boolean aside(Waiting place) {
        if (place.any().isEmpty()) {
            return false;
        }
        List<UnitName> instead = tx.waiting().of(place.person().id()).stream()
                .filter(other ->
                        other.any().equals(place.any()) && !other.environment().equals(place.environment()))
                .map(Waiting::unit)
                .toList();
        return tx.windows().of(instead).stream()
                .anyMatch(window -> window.kind() == Window.Kind.OFFER
                        && window.person().id().equals(place.person().id())
                        && window.until().isAfter(now));
    }

    private boolean serve(Wish wish) {
        PersonId person = wish.person().id();
        List<UnitName> wanted = wanted(wish);
        List<UnitName> others = instead(tx, person, wanted);
        tx.leases().lock(Stream.concat(wanted.stream(), others.stream()).toList());
        List<Window> mine = tx.windows().of(wanted).stream()
                .filter(window -> window.person().id().equals(person))
                .toList();
        if (wanted.isEmpty() || mine.stream().anyMatch(this::settled)) {
            return false;
        }
        List<UnitName> leading = leading(wanted, person);
        if (leading.size() == wanted.size()) {
            offer(wish, wanted);
            serve(letGo(person, others));
            return true;
        }
        return mayGather(wish) && gather(person, leading, mine);
    }

    /** Whether nothing is to be added to what is kept: it may be claimed, or is over and will be ended. */
    private boolean settled(Window window) {
        return window.kind() == Window.Kind.OFFER || !window.until().isAfter(now);
    }

    private boolean mayGather(Wish wish) {
        return tx.waiting().of(wish.person().id()).stream()
                .filter(place -> place.environment().equals(wish.environment()))
                .flatMap(place -> place.gathersFrom().stream())
                .noneMatch(from -> from.isAfter(now));
    }

    private boolean gather(PersonId person, List<UnitName> leading, List<Window> mine) {
        Set<UnitName> gathered = mine.stream().map(Window::unit).collect(Collectors.toSet());
        List<UnitName> more =
                leading.stream().filter(unit -> !gathered.contains(unit)).toList();
        Instant full = mine.stream().map(Window::until).findFirst().orElse(now.plus(WaitService.TO_GATHER));
        Instant until = Reservations.before(tx, more, person, now, full);
        return !more.isEmpty() && tx.windows().gather(more, person, now, until);
    }

    /** What the person waits for and does not hold. */
    private List<UnitName> wanted(Wish wish) {
        List<UnitName> places = units(tx.waiting().of(wish.person().id()), wish.environment());
        List<Lease> open = tx.leases().open(places);
        open.stream().filter(lease -> !lease.heldAt(now)).forEach(lease -> LeaseEnding.expire(tx, lease, now));
        Set<UnitName> held = open.stream()
                .filter(lease ->
                        lease.heldAt(now) && lease.belongsTo(wish.person().id()))
                .flatMap(lease -> lease.units().stream())
                .collect(Collectors.toSet());
        return places.stream().filter(unit -> !held.contains(unit)).toList();
    }

    /** Those of the units that are free for the person and whose line the person leads. */
    private List<UnitName> leading(List<UnitName> wanted, PersonId person) {
        Set<UnitName> blocked = blocked(wanted, person);
        return wanted.stream()
                .filter(unit -> !blocked.contains(unit))
                .filter(unit -> first(unit)
                        .filter(place -> place.person().id().equals(person))
                        .isPresent())
                .toList();
    }

    private Set<UnitName> blocked(List<UnitName> wanted, PersonId person) {
        Set<UnitName> blocked = tx.leases().blockers(wanted, person, now, now.plus(Reservation.SHORTEST)).stream()
                .flatMap(blocker -> blocker.units().stream())
                .collect(Collectors.toCollection(HashSet::new));
        blocked.addAll(ShutGates.units(tx, now));
        return blocked;
    }

    private void offer(Wish wish, List<UnitName> units) {
        Instant full = WorkingTime.of(tx, wish.person().id(), zone).after(now, WaitService.TO_CLAIM);
        Instant until = Reservations.before(tx, units, wish.person().id(), now, full);
        if (!tx.windows().offer(units, wish.person().id(), now, until)) {
            throw new IllegalStateException("what is free could not be offered: " + units);
        }
        tx.outbox().put(wish.person().id(), new Notice.Freed(wish.environment(), until), now);
    }

    private static List<UnitName> units(List<Waiting> places, EnvironmentId environment) {
        return places.stream()
                .filter(place -> place.environment().equals(environment))
                .map(Waiting::unit)
                .sorted()
                .toList();
    }

    /** What somebody waits for: an environment, which may be one of several of which any will do. */
    private record Wish(PersonRef person, EnvironmentId environment) {
        static Wish of(Waiting place) {
            return new Wish(place.person(), place.environment());
        }
    }
}
