package dibs.backend.lease;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.gate.Gate;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Lease.State;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.IdSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One undo inside a transaction: what was done last is read off the history. */
final class Undoing {
    private static final Set<What> GIVEN_BACK = EnumSet.of(What.RELEASED, What.USE_ENDED);
    private static final Set<What> UNDOABLE = EnumSet.of(What.RELEASED, What.USE_ENDED, What.TAKEN_OVER, What.UNDONE);
    private static final int RECENT = 100;

    private final LeaseTx tx;
    private final IdSource ids;
    private final ZoneId zone;
    private final boolean pastGates;
    private final Asker asker;

    /**
     * @param zone of persons who have none
     * @param pastGates whether the asker may have what is shut
     */
    Undoing(LeaseTx tx, IdSource ids, ZoneId zone, boolean pastGates, Asker asker) {
        this.tx = tx;
        this.ids = ids;
        this.zone = zone;
        this.pastGates = pastGates;
        this.asker = asker;
    }

    UndoResult undo() {
        List<HistoryEvent> recent =
                tx.history().by(asker.person().id(), asker.now().minus(UndoService.WITHIN), RECENT).stream()
                        .filter(event -> UNDOABLE.contains(event.what()))
                        .toList();
        if (recent.isEmpty() || recent.getFirst().what() == What.UNDONE) {
            return new UndoResult.Nothing();
        }
        HistoryEvent last = recent.getFirst();
        if (last.what() == What.TAKEN_OVER) {
            return giveBack(last);
        }
        return holdAgain(recent.stream()
                .filter(event -> GIVEN_BACK.contains(event.what()) && event.at().equals(last.at()))
                .toList());
    }

    private Optional<Lease> lease(Optional<String> id) {
        return id.flatMap(value -> tx.leases().find(new LeaseId(value)));
    }

    private UndoResult holdAgain(List<HistoryEvent> givenBack) {
        List<Lease> released = givenBack.stream()
                .filter(event -> event.what() == What.RELEASED)
                .flatMap(event -> lease(event.lease()).stream())
                .sorted(Comparator.comparing(Lease::environment))
                .toList();
        Optional<Lease> late = released.stream()
                .filter(lease -> !lease.until().isAfter(asker.now()))
                .findFirst();
        if (late.isPresent()) {
            return new UndoResult.Over(late.get());
        }
        List<UnitName> units = Lease.unitsOf(released);
        Map<UnitName, FencingToken> tokens = tx.leases().lock(units);
        List<Gate> shut = shut(released);
        if (!shut.isEmpty()) {
            return new UndoResult.Shut(shut);
        }
        new Lapsing(tx, zone, asker.now()).of(units);
        List<Lease> again = released.stream()
                .map(lease -> again(lease, lease.holder(), tokens))
                .toList();
        if (!take(again)) {
            return gone(again);
        }
        released.forEach(lease -> tx.tidying().lift(lease.id()));
        again.forEach(this::note);
        again.forEach(this::tellHolder);
        List<Use> uses = givenBack.stream()
                .filter(event -> event.what() == What.USE_ENDED)
                .flatMap(event -> Uses.again(ids, event, asker).stream())
                .filter(this::ended)
                .sorted(Comparator.comparing(Use::environment))
                .toList();
        uses.forEach(use -> {
            tx.uses().record(use);
            Notes.write(tx, What.UNDONE, use.environment(), asker, Map.of("until", Notes.moment(use.until())));
        });
        return again.isEmpty() && uses.isEmpty() ? new UndoResult.Nothing() : new UndoResult.HeldAgain(again, uses);
    }

    /** Whether the asker has not begun another use of the same. */
    private boolean ended(Use use) {
        return tx.uses().of(use.environment(), asker.now()).stream()
                .noneMatch(open -> open.person().id().equals(asker.person().id()));
    }

    private UndoResult giveBack(HistoryEvent takeover) {
        Optional<Lease> mine = lease(takeover.lease());
        Optional<Lease> before = lease(Optional.ofNullable(takeover.details().get("before")));
        if (mine.isEmpty() || before.isEmpty()) {
            return new UndoResult.Nothing();
        }
        Map<UnitName, FencingToken> tokens = tx.leases().lock(before.get().units());
        if (!before.get().until().isAfter(asker.now())) {
            return new UndoResult.Over(before.get());
        }
        new Lapsing(tx, zone, asker.now()).of(before.get().units());
        // Read again, now that nobody else may end it.
        Lease held = lease(takeover.lease()).orElseThrow();
        if (!held.heldAt(asker.now())
                || !held.holder().id().equals(asker.person().id())) {
            return gone(List.of(before.get()));
        }
        List<Gate> shut = shut(List.of(before.get()));
        if (!shut.isEmpty()) {
            return new UndoResult.Shut(shut);
        }
        Lease again = again(before.get(), before.get().holder(), tokens);
        boolean given = tx.leases()
                .allOrNothing(() -> LeaseEnding.end(tx, held, State.RELEASED, asker.now(), asker.now())
                        && tx.leases().take(again, asker.now()));
        if (!given) {
            return gone(List.of(again));
        }
        tx.tidying().lift(before.get().id());
        note(again);
        Notice notice =
                new Notice.TakeoverUndone(again.environment(), asker.person().name(), again.until());
        tx.outbox().put(again.holder().id(), notice, asker.now());
        return new UndoResult.GivenBack(again);
    }

    /** The gates that are in the way of holding them again. */
    private List<Gate> shut(List<Lease> leases) {
        List<EnvironmentId> named = leases.stream().map(Lease::environment).toList();
        return pastGates ? List.of() : ShutGates.of(tx, named, Lease.unitsOf(leases), false, asker.now());
    }

    /** Takes them all, or none; whoever claimed meanwhile and let it run out keeps nobody out. */
    private boolean take(List<Lease> leases) {
        List<UnitName> units = Lease.unitsOf(leases);
        List<Lease> over = tx.leases().open(units).stream()
                .filter(lease -> !lease.heldAt(asker.now()))
                .toList();
        over.forEach(lease -> LeaseEnding.expire(tx, lease, asker.now()));
        Lines lines = new Lines(tx, zone, asker.now());
        lines.settle(units, asker.person().id());
        boolean taken = tx.leases().allOrNothing(() -> {
            // What is kept for the asker is in nobody's way, whoever of them held it.
            lines.letGo(asker.person().id(), units);
            return leases.stream().allMatch(lease -> tx.leases().take(lease, asker.now()));
        });
        lines.serve(Claims.rest(over, units));
        return taken;
    }

    private void note(Lease lease) {
        Notes.write(tx, What.UNDONE, lease, asker, Map.of("until", Notes.moment(lease.until())));
    }

    /** A holder who was told that a helper gave it back hears that it is back. */
    private void tellHolder(Lease lease) {
        if (!lease.holder().id().equals(asker.person().id())) {
            Notice notice =
                    new Notice.ReleaseUndone(lease.environment(), asker.person().name(), lease.until());
            tx.outbox().put(lease.holder().id(), notice, asker.now());
        }
    }

    private UndoResult gone(Collection<Lease> wanted) {
        Instant until =
                wanted.stream().map(Lease::until).max(Comparator.naturalOrder()).orElse(asker.now());
        List<Blocker> blockers =
                tx.leases().blockers(Lease.unitsOf(wanted), asker.person().id(), asker.now(), until).stream()
                        .filter(blocker -> wanted.stream().anyMatch(lease -> isInTheWay(blocker, lease)))
                        .toList();
        return blockers.isEmpty() ? new UndoResult.Nothing() : new UndoResult.Gone(blockers);
    }

    /** Of several leases each has its own end: what is reserved after it is not in its way. */
    private static boolean isInTheWay(Blocker blocker, Lease lease) {
        return blocker.from().isBefore(lease.until())
                && blocker.units().stream().anyMatch(lease.units()::contains);
    }

    private Lease again(Lease lease, PersonRef holder, Map<UnitName, FencingToken> tokens) {
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
}
