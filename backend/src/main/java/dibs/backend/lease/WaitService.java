package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** Puts the asker at the end of the lines of all the environment's units, at one instant; a place that is there stays. */
    public WaitResult await(Environment environment, Asker asker) {
        return Once.run(transactor, asker, WaitResult.class, tx -> {
            tx.leases().lock(environment.units());
            List<Lease> held = Owned.held(tx, environment.units(), asker);
            new Lapsing(tx, zone, asker.now()).of(environment.units());
            Instant soon = asker.now().plus(Reservation.SHORTEST);
            boolean shut = !environment.units().isEmpty()
                    && tx.gates().all().stream()
                            .anyMatch(gate -> gate.concerns(List.of(environment.id()), environment.units())
                                    && gate.shut(asker.now()));
            if (!shut
                    && tx.leases()
                            .blockers(environment.units(), asker.person().id(), asker.now(), soon)
                            .isEmpty()) {
                boolean allMine = !held.isEmpty()
                        && held.stream()
                                .flatMap(lease -> lease.units().stream())
                                .collect(Collectors.toSet())
                                .containsAll(environment.units());
                return allMine ? new WaitResult.Yours(held.getFirst()) : new WaitResult.Free(environment.id());
            }
            boolean there = ahead(tx, environment.units(), asker).contains(asker.person());
            tx.waiting().join(asker.person(), environment.id(), environment.units(), asker.now());
            tx.questions().lookAgain(environment.units());
            if (!there) {
                Notes.write(tx, What.WAITING, environment.id(), asker, Map.of());
            }
            List<PersonRef> ahead = ahead(tx, environment.units(), asker).stream()
                    .filter(person -> !person.equals(asker.person()))
                    .toList();
            return new WaitResult.InLine(environment.id(), ahead, held);
        });
    }

    /** Who stands in the lines of the units up to the asker, and the asker where it stands there. */
    private static Set<PersonRef> ahead(LeaseTx tx, List<UnitName> units, Asker asker) {
        Set<PersonRef> ahead = new LinkedHashSet<>();
        for (UnitName unit : units) {
            for (Waiting waiting : tx.waiting().line(unit)) {
                ahead.add(waiting.person());
                if (waiting.person().id().equals(asker.person().id())) {
                    break;
                }
            }
        }
        return ahead;
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
