package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines: one per unit, first in, first out; who is first when it is free has a window in which nobody else can take it. */
public final class WaitService {
    /** How much working time of their own who is first in line has to claim what is free. */
    public static final Duration TO_CLAIM = Duration.ofMinutes(10);

    /** How long what is free is kept for who waits for more. */
    public static final Duration TO_GATHER = Duration.ofHours(2);

    private static final int AT_ONCE = 100;

    private final Transactor<? extends LeaseTx> transactor;
    private final ZoneId zone;

    /** @param zone of persons who have none */
    public WaitService(Transactor<? extends LeaseTx> transactor, ZoneId zone) {
        this.transactor = transactor;
        this.zone = zone;
    }

    /** Ends windows that are over, the oldest first, and gives the next their turn; how many that were. */
    public int lapse(Instant now) {
        return transactor.write(tx -> {
            List<UnitName> units = tx.windows().over(now, AT_ONCE).stream()
                    .map(Window::unit)
                    .sorted()
                    .toList();
            tx.leases().lock(units);
            // Read again, now that nobody else may take them.
            List<Window> over = tx.windows().of(units).stream()
                    .filter(window -> !window.until().isAfter(now))
                    .toList();
            new Lines(tx, zone, now).lapse(over);
            return over.size();
        });
    }

    /**
     * Gives who is first in line for what is free their turn, however it became free: by the end of a reservation, say; how many got
     * something kept.
     */
    public int serve(Instant now) {
        return transactor.write(tx -> {
            List<UnitName> units = tx.windows().waitedFor(now, AT_ONCE);
            tx.leases().lock(units);
            return new Lines(tx, zone, now).serve(units);
        });
    }

    /**
     * Puts the asker at the end of the lines of all the environment's units, at one instant; a place that is there stays. Who waits for something else that has
     * a part in common with it is told so instead: a place is for one wish.
     */
    public WaitResult await(Environment environment, Asker asker) {
        return Once.run(transactor, asker, WaitResult.class, tx -> {
            tx.leases().lock(environment.units());
            List<Lease> held = Owned.held(tx, environment.units(), asker);
            new Lapsing(tx, zone, asker.now()).of(environment.units());
            if (isFree(tx, environment, asker)) {
                boolean allMine = !held.isEmpty()
                        && held.stream()
                                .flatMap(lease -> lease.units().stream())
                                .collect(Collectors.toSet())
                                .containsAll(environment.units());
                return allMine ? new WaitResult.Yours(held.getFirst()) : new WaitResult.Free(environment.id());
            }
            Optional<WaitResult> overlap = overlap(tx, List.of(environment), asker);
            if (overlap.isPresent()) {
                return overlap.get();
            }
            join(tx, environment, Optional.empty(), asker);
            return new WaitResult.InLine(place(tx, environment, asker), held);
        });
    }

    /**
     * Puts the asker at the end of the lines of all those environments, at one instant; who gets one of them is out of the lines of
     * all. What the asker has already is left out.
     *
     * @param environments no two of which share a unit
     * @param any what the asker waits for any of, as it is said back
     */
    public WaitResult awaitAny(List<Environment> environments, String any, Asker asker) {
        return Once.run(transactor, asker, WaitResult.class, tx -> {
            tx.leases().lock(Claims.units(environments));
            new Lapsing(tx, zone, asker.now()).of(Claims.units(environments));
            List<Environment> others = new ArrayList<>();
            Optional<Lease> mine = Optional.empty();
            for (Environment environment : environments) {
                Optional<Lease> had = Owned.held(tx, environment.units(), asker).stream()
                        .filter(lease -> lease.belongsTo(asker.person().id()))
                        .findFirst();
                mine = mine.or(() -> had);
                if (had.isEmpty()) {
                    others.add(environment);
                }
            }
            if (others.isEmpty()) {
                return new WaitResult.Yours(mine.orElseThrow());
            }
            Optional<Environment> free = others.stream()
                    .filter(environment -> isFree(tx, environment, asker))
                    .findFirst();
            if (free.isPresent()) {
                return new WaitResult.Free(free.get().id());
            }
            Optional<WaitResult> overlap = overlap(tx, others, asker);
            if (overlap.isPresent()) {
                return overlap.get();
            }
            others.forEach(environment -> join(tx, environment, Optional.of(any), asker));
            return new WaitResult.InLines(
                    any,
                    others.stream()
                            .map(environment -> place(tx, environment, asker))
                            .toList());
        });
    }

    private static boolean isFree(LeaseTx tx, Environment environment, Asker asker) {
        Instant soon = asker.now().plus(Reservation.SHORTEST);
        boolean shut = !environment.units().isEmpty()
                && tx.gates().all().stream()
                        .anyMatch(gate -> gate.concerns(List.of(environment.id()), environment.units())
                                && gate.shut(asker.now()));
        return !shut
                && tx.leases()
                        .blockers(environment.units(), asker.person().id(), asker.now(), soon)
                        .isEmpty();
    }

    private static Optional<WaitResult> overlap(LeaseTx tx, List<Environment> wanted, Asker asker) {
        Map<EnvironmentId, Set<UnitName>> wishes = tx
                .waiting()
                .of(asker.person().id())
                .stream()
                .collect(Collectors.groupingBy(
                        Waiting::environment,
                        LinkedHashMap::new,
                        Collectors.mapping(Waiting::unit, Collectors.toSet())));
        for (Environment environment : wanted) {
            Set<UnitName> units = Set.copyOf(environment.units());
            for (Map.Entry<EnvironmentId, Set<UnitName>> wish : wishes.entrySet()) {
                // The same units under another name are what it was called before.
                if (!wish.getKey().equals(environment.id())
                        && !wish.getValue().equals(units)
                        && !Collections.disjoint(wish.getValue(), units)) {
                    return Optional.of(new WaitResult.Overlaps(environment.id(), wish.getKey()));
                }
            }
        }
        return Optional.empty();
    }

    private static void join(LeaseTx tx, Environment environment, Optional<String> any, Asker asker) {
        boolean there = environment.units().stream()
                .anyMatch(unit -> tx.waiting().line(unit).stream()
                        .anyMatch(place ->
                                place.person().id().equals(asker.person().id())));
        tx.waiting().join(asker.person(), environment.id(), environment.units(), any, asker.now());
        tx.questions().lookAgain(environment.units());
        if (!there) {
            Notes.write(tx, What.WAITING, environment.id(), asker, Map.of());
        }
    }

    private static Place place(LeaseTx tx, Environment environment, Asker asker) {
        return new Guesses(tx, asker.now())
                .place(
                        environment.id(),
                        environment.units(),
                        Optional.empty(),
                        asker.person().id());
    }

    /** Where the person stands in line, by environment in the order in which they were joined. */
    public List<Place> places(PersonId person, Instant now) {
        return transactor.read(tx -> {
            Map<EnvironmentId, List<Waiting>> byEnvironment = tx.waiting().of(person).stream()
                    .collect(Collectors.groupingBy(Waiting::environment, LinkedHashMap::new, Collectors.toList()));
            Guesses guesses = new Guesses(tx, now);
            return byEnvironment.entrySet().stream()
                    .map(places -> guesses.place(
                            places.getKey(),
                            places.getValue().stream()
                                    .map(Waiting::unit)
                                    .sorted()
                                    .toList(),
                            places.getValue().getFirst().any(),
                            person))
                    .toList();
        });
    }

    /** Who waits for any of the environment's units, first in line first. */
    public List<PersonRef> line(Environment environment) {
        return transactor.read(tx -> environment.units().stream()
                .flatMap(unit -> tx.waiting().line(unit).stream())
                .map(Waiting::person)
                .distinct()
                .toList());
    }

    /** Which of the environment's units are kept for somebody at that moment, in name order. */
    public List<Window> kept(Environment environment, Instant now) {
        return transactor.read(tx -> tx.windows().of(environment.units()).stream()
                .filter(window -> window.until().isAfter(now))
                .toList());
    }

    /** The places in line that the person has, oldest first; one for each unit. */
    public List<Waiting> of(PersonId person) {
        return transactor.read(tx -> tx.waiting().of(person));
    }
}
