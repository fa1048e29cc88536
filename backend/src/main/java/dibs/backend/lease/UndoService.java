package dibs.backend.lease;

import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Lease.State;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes back a person's last release or takeover, for ten minutes, while nobody else has it. */
public final class UndoService {
    /** How long something can be undone. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    private static final Set<What> UNDOABLE = EnumSet.of(What.RELEASED, What.TAKEN_OVER, What.UNDONE);
    private static final int RECENT = 100;

    private final Transactor<? extends LeaseTx> transactor;
    private final IdSource ids;

    public UndoService(Transactor<? extends LeaseTx> transactor, IdSource ids) {
        this.transactor = transactor;
        this.ids = ids;
    }

    /** Undoes the asker's last release or takeover; an undo itself is not undone. */
    public UndoResult undo(Asker asker) {
        return Once.run(transactor, asker, UndoResult.class, tx -> {
            List<HistoryEvent> recent = tx
                    .history()
                    .by(asker.person().id(), asker.now().minus(WITHIN), RECENT)
                    .stream()
                    .filter(event -> UNDOABLE.contains(event.what()))
                    .toList();
            if (recent.isEmpty() || recent.getFirst().what() == What.UNDONE) {
                return new UndoResult.Nothing();
            }
            HistoryEvent last = recent.getFirst();
            if (last.what() == What.TAKEN_OVER) {
                return giveBack(tx, last, asker);
            }
            List<Lease> released = recent.stream()
                    .filter(event -> event.what() == What.RELEASED && event.at().equals(last.at()))
                    .flatMap(event -> lease(tx, event.lease()).stream())
                    .sorted(Comparator.comparing(Lease::environment))
                    .toList();
            return holdAgain(tx, released, asker);
        });
    }

    private static Optional<Lease> lease(LeaseTx tx, Optional<String> id) {
        return id.flatMap(value -> tx.leases().find(new LeaseId(value)));
    }

    private UndoResult holdAgain(LeaseTx tx, List<Lease> released, Asker asker) {
        Optional<Lease> over = released.stream()
                .filter(lease -> !lease.until().isAfter(asker.now()))
                .findFirst();
        if (over.isPresent()) {
            return new UndoResult.Over(over.get());
        }
        List<UnitName> units = units(released);
        Map<UnitName, FencingToken> tokens = tx.leases().lock(units);
        List<Lease> again = released.stream()
                .map(lease -> again(lease, lease.holder(), tokens, asker))
                .toList();
        if (!tx.leases()
                .allOrNothing(() -> again.stream().allMatch(lease -> tx.leases().take(lease, asker.now())))) {
            return gone(tx, units, again, asker);
        }
        again.forEach(
                lease -> Notes.write(tx, What.UNDONE, lease, asker, Map.of("until", Notes.moment(lease.until()))));
        return new UndoResult.HeldAgain(again);
    }

    private UndoResult giveBack(LeaseTx tx, HistoryEvent takeover, Asker asker) {
        Optional<Lease> mine = lease(tx, takeover.lease());
        Optional<Lease> before =
                lease(tx, Optional.ofNullable(takeover.details().get("before")));
        if (mine.isEmpty() || before.isEmpty()) {
            return new UndoResult.Nothing();
        }
        Map<UnitName, FencingToken> tokens = tx.leases().lock(before.get().units());
        if (!before.get().until().isAfter(asker.now())) {
            return new UndoResult.Over(before.get());
        }
        if (!mine.get().heldAt(asker.now())
                || !mine.get().holder().id().equals(asker.person().id())) {
            return gone(tx, before.get().units(), before.stream().toList(), asker);
        }
        Lease again = again(before.get(), before.get().holder(), tokens, asker);
        tx.leases().end(mine.get().id(), mine.get().token(), State.RELEASED, asker.now());
        if (!tx.leases().take(again, asker.now())) {
            throw new IllegalStateException("what was just given back could not be taken: " + again.environment());
        }
        Notes.write(tx, What.UNDONE, again, asker, Map.of("until", Notes.moment(again.until())));
        tx.outbox()
                .put(
                        again.holder().id(),
                        new Notice.TakeoverUndone(
                                again.environment(), asker.person().name(), again.until()),
                        asker.now());
        return new UndoResult.GivenBack(again);
    }

    private static UndoResult gone(LeaseTx tx, List<UnitName> units, List<Lease> wanted, Asker asker) {
        Instant until =
                wanted.stream().map(Lease::until).max(Comparator.naturalOrder()).orElse(asker.now());
        List<Blocker> blockers = tx.leases().blockers(units, asker.person().id(), asker.now(), until);
        return blockers.isEmpty() ? new UndoResult.Nothing() : new UndoResult.Gone(blockers);
    }

    private Lease again(Lease lease, PersonRef holder, Map<UnitName, FencingToken> tokens, Asker asker) {
        FencingToken highest = lease.units().stream()
                .map(tokens::get)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Lease(
                new LeaseId(ids.next()),
                lease.environment(),
                lease.units(),
                holder,
                lease.helpers(),
                highest.next(),
                asker.now(),
                lease.until(),
                lease.purpose(),
                lease.bundle(),
                asker.now(),
                State.HELD);
    }

    private static List<UnitName> units(List<Lease> leases) {
        return leases.stream()
                .flatMap(lease -> lease.units().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
