package dibs.backend.lease;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogSource;
import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Windows in the future that are one person's. Before each its person is asked; confirmed, it begins by itself, else it
 * lapses. A confirmation is a claim, see {@link LeaseService#claim}.
 */
public final class ReservationService {
    /** How far ahead a window may begin. */
    public static final Duration AHEAD = Duration.ofDays(56);

    /** How far ahead the windows of what comes again are stored, and so kept. */
    public static final Duration STORED = Duration.ofDays(28);

    /** How many reservations one person may have at a time; what comes again counts once. */
    public static final int MOST = 20;

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int AT_ONCE = 100;

    private final Transactor<? extends LeaseTx> transactor;
    private final IdSource ids;
    private final ZoneId zone;
    private final CatalogSource catalog;

    /** @param zone of persons who have none */
    public ReservationService(
            Transactor<? extends LeaseTx> transactor, IdSource ids, ZoneId zone, CatalogSource catalog) {
        this.transactor = transactor;
        this.ids = ids;
        this.zone = zone;
        this.catalog = catalog;
    }

    /** Reserves environments, all or nothing: each of the windows, of those that come again each one that is stored now. */
    public ReserveResult reserve(ReserveRequest request, Asker asker) {
        return Once.run(transactor, asker, ReserveResult.class, tx -> {
            tx.leases().lock(Claims.units(request.environments()));
            new Lapsing(tx, zone, asker.now()).of(Claims.units(request.environments()));
            return new Reserving(tx, ids, asker.now()).reserve(request, asker);
        });
    }

    /**
     * Calls off a window, or all that is still to come of a series.
     *
     * @param id of the one or the other
     * @param any whether the asker may call off what is another's
     */
    public UnreserveResult cancel(String id, boolean any, Asker asker) {
        return Once.run(transactor, asker, UnreserveResult.class, tx -> {
            List<Reservation> series = tx.reservations().ofSeries(id);
            List<Reservation> found = series.isEmpty()
                    ? tx.reservations().find(id).stream()
                            .filter(it -> it.state().isOpen())
                            .toList()
                    : series;
            if (found.isEmpty()) {
                return new UnreserveResult.NoSuch();
            }
            if (!any && !found.getFirst().belongsTo(asker.person().id())) {
                return new UnreserveResult.Anothers(found.getFirst());
            }
            List<Reservation> off = cancel(tx, found, zone, asker);
            if (!series.isEmpty()) {
                tx.reservations().end(id, asker.now());
            }
            return off.isEmpty() ? new UnreserveResult.NoSuch() : new UnreserveResult.Cancelled(off, !series.isEmpty());
        });
    }

    /** Calls them off inside a transaction; those that were still to begin. */
    static List<Reservation> cancel(LeaseTx tx, List<Reservation> found, ZoneId zone, Asker asker) {
        tx.leases()
                .lock(found.stream()
                        .flatMap(it -> it.units().stream())
                        .distinct()
                        .sorted()
                        .toList());
        List<Reservation> off = found.stream()
                .filter(it -> tx.reservations().move(it.id(), Reservation.State.CANCELLED, asker.now()))
                .toList();
        for (Reservation reservation : off) {
            Map<String, String> details =
                    Map.of("holder", reservation.person().name(), "starts", Notes.moment(reservation.starts()));
            reservation.environments().forEach(id -> Notes.write(tx, What.RESERVATION_CANCELLED, id, asker, details));
            if (!reservation.belongsTo(asker.person().id())) {
                Notice notice = new Notice.ReservationCancelled(
                        reservation.environments(),
                        reservation.starts(),
                        asker.person().name());
                tx.outbox().put(reservation.person().id(), notice, asker.now());
            }
        }
        Lines lines = new Lines(tx, zone, asker.now());
        off.forEach(it -> lines.serve(it.units()));
        return off.stream().map(it -> it.withState(Reservation.State.CANCELLED)).toList();
    }

    /** Asks for, begins and ends what is due, the soonest first; how many that were. */
    public int look(Instant now) {
        Catalog known = catalog.current();
        return transactor.write(tx -> {
            List<Reservation> due = tx.reservations().due(now.plus(Reservation.BEFORE), AT_ONCE);
            tx.leases()
                    .lock(due.stream()
                            .flatMap(it -> it.units().stream())
                            .distinct()
                            .sorted()
                            .toList());
            Reservations reservations = new Reservations(tx, ids, zone, now);
            // Read again, now that nobody else may confirm them.
            return due.stream()
                    .flatMap(it -> tx.reservations().find(it.id()).stream())
                    .filter(it -> it.state().isOpen())
                    .mapToInt(it -> reservations.look(it, known) ? 1 : 0)
                    .sum();
        });
    }

    /** Stores the next windows of a series that comes again; how many series that were, 0 once all are. */
    public int add(Instant now) {
        Catalog known = catalog.current();
        Instant to = now.plus(STORED);
        return transactor.write(tx -> {
            List<Series> behind = tx.reservations().toAdd(to.minus(A_DAY), 1);
            behind.forEach(series -> add(tx, series, known, to, now));
            return behind.size();
        });
    }

    private void add(LeaseTx tx, Series series, Catalog known, Instant to, Instant now) {
        List<Environment> environments = series.environments().stream()
                .flatMap(id -> known.find(id).stream())
                .filter(Environment::leasable)
                .toList();
        if (environments.size() < series.environments().size()) {
            tx.reservations().end(series.id(), now);
            tx.outbox().put(series.person().id(), new Notice.ReservationEnded(series.environments(), series.id()), now);
            return;
        }
        tx.leases().lock(Claims.units(environments));
        new Reserving(tx, ids, now).more(series, environments, to);
    }

    /** What is reserved and still to begin, the soonest first. */
    public List<Reservation> upcoming(Instant now) {
        return transactor.read(tx -> tx.reservations().open()).stream()
                .filter(it -> !it.lapsedAt(now))
                .toList();
    }

    /** Those that begin sooner than so long from now, or should have begun by now; the soonest first, a hundred at most. */
    public List<Reservation> soon(Duration ahead, Instant now) {
        Instant before = now.plus(ahead);
        return transactor.read(tx -> tx.reservations().due(before, AT_ONCE)).stream()
                .filter(it -> it.starts().isBefore(before) && !it.lapsedAt(now))
                .toList();
    }

    /** What is reserved of any of the environment's units and still to begin, the soonest first. */
    public List<Reservation> upcoming(Environment environment, Instant now) {
        return transactor.read(tx -> tx.reservations().open(environment.units())).stream()
                .filter(it -> !it.lapsedAt(now))
                .toList();
    }

    /** The next of the person's reservations of that environment, for a transaction that holds its units' locks. */
    static Optional<Reservation> next(LeaseTx tx, Environment environment, Asker asker) {
        return tx.reservations().open(environment.units()).stream()
                .filter(it ->
                        it.belongsTo(asker.person().id()) && it.environments().contains(environment.id()))
                .findFirst();
    }
}
