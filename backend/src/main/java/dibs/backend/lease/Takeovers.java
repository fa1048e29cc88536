package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.gate.Gate;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Lease.State;
import dibs.backend.notice.Notice;
import dibs.backend.transaction.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One wish to take something over inside a transaction. */
final class Takeovers {
    private final LeaseTx tx;
    private final IdSource ids;
    private final ZoneId zone;
    private final Asker asker;

    /** @param zone of holders who have none */
    Takeovers(LeaseTx tx, IdSource ids, ZoneId zone, Asker asker) {
        this.tx = tx;
        this.ids = ids;
        this.zone = zone;
        this.asker = asker;
    }

    TakeoverResult takeover(Environment environment, String reason, boolean atOnce, boolean pastGates) {
        List<UnitName> units = environment.units();
        Map<UnitName, FencingToken> tokens = tx.leases()
                .lock(Stream.concat(
                                units.stream(), Lines.instead(tx, asker.person().id(), units).stream())
                        .toList());
        new Lapsing(tx, zone, asker.now()).of(environment.units());
        List<Lease> held = Owned.held(tx, environment.units(), asker);
        if (held.isEmpty()) {
            return new TakeoverResult.Free(environment.id());
        }
        List<Lease> others = held.stream()
                .filter(lease -> !lease.belongsTo(asker.person().id()))
                .toList();
        if (others.isEmpty()) {
            return new TakeoverResult.Yours(held.getFirst());
        }
        Lease lease = others.getFirst();
        if (others.size() > 1 || !lease.environment().equals(environment.id())) {
            return new TakeoverResult.Parts(environment.id(), others);
        }
        List<Gate> shut = ShutGates.of(tx, gated(environment), lease.units(), false, asker.now());
        if (!pastGates && !shut.isEmpty()) {
            return new TakeoverResult.Shut(environment.id(), shut);
        }
        Optional<Takeover> pending = tx.pending().takeover(lease.id(), asker.now());
        boolean mine =
                pending.filter(it -> it.by().id().equals(asker.person().id())).isPresent();
        boolean waited = mine && !pending.get().due().isAfter(asker.now());
        if (atOnce || waited || stale(lease, environment)) {
            Optional<Blocker> reserved = reserved(lease);
            if (reserved.isPresent()) {
                return new TakeoverResult.Reserved(lease, reserved.get());
            }
            return take(lease, tokens, environment, reason);
        }
        if (pending.isPresent()) {
            return mine
                    ? new TakeoverResult.Asked(pending.get(), lease)
                    : new TakeoverResult.AskedByOther(pending.get(), lease);
        }
        return ask(lease, reason);
    }

    private static List<EnvironmentId> gated(Environment environment) {
        return Stream.concat(Stream.of(environment.id()), environment.parts().stream())
                .toList();
    }

    /** A reservation that has begun, such as one that the holder has still to confirm. */
    private Optional<Blocker> reserved(Lease lease) {
        return tx
                .leases()
                .blockers(
                        lease.units(),
                        asker.person().id(),
                        asker.now(),
                        asker.now().plusMillis(1))
                .stream()
                .filter(blocker -> blocker.state() == Blocker.State.RESERVED)
                .findFirst();
    }

    private TakeoverResult ask(Lease lease, String reason) {
        Takeover takeover = new Takeover(lease.id(), asker.person(), reason, asker.now(), due(lease));
        tx.pending().ask(takeover);
        Notes.write(tx, What.TAKEOVER_ASKED, lease, asker, Map.of("purpose", reason));
        Notice notice =
                new Notice.TakeoverAsked(lease.environment(), asker.person().name(), reason, takeover.due());
        tx.outbox().put(lease.holder().id(), notice, asker.now());
        return new TakeoverResult.Asked(takeover, lease);
    }

    /** Fifteen minutes of the holder's own working time from now, so that nobody is overrun while asleep. */
    private Instant due(Lease lease) {
        return worked(lease).after(asker.now(), TransferService.TO_KEEP);
    }

    /**
     * Whether the holder was asked if it is still used and let the time to answer pass; where nobody asked: held long without a sign of
     * life. Nights and weekends of the holder do not count.
     */
    private boolean stale(Lease lease, Environment environment) {
        Optional<StaleQuestion> question = tx.questions().open(lease.id());
        if (question.isPresent()) {
            return question.get().overdueAt(asker.now());
        }
        Duration silent = environment.guidance().attention().silent();
        return !worked(lease).after(lease.seen(), silent).isAfter(asker.now());
    }

    private WorkingTime worked(Lease lease) {
        return WorkingTime.of(tx, lease.holder().id(), zone);
    }

    private TakeoverResult take(
            Lease before, Map<UnitName, FencingToken> tokens, Environment environment, String reason) {
        Instant usual =
                new EndWish.Usual().from(asker.now(), environment.guidance().limits(), asker.zone(), asker.hours());
        // The units' own tokens: a rename may have left them higher than the lease's.
        FencingToken highest = before.units().stream()
                .map(unit -> tokens.getOrDefault(unit, before.token()))
                .max(Comparator.naturalOrder())
                .orElse(before.token());
        LeaseEnding.end(tx, before, State.TAKEN, asker.now(), asker.now());
        TidyService.leave(tx, before, asker.now());
        Lease lease = before.passedTo(
                new LeaseId(ids.next()),
                asker.person(),
                highest.next(),
                asker.now(),
                Reservations.before(tx, before.units(), asker.person().id(), asker.now(), usual),
                Optional.of(reason));
        if (!tx.leases().take(lease, asker.now())) {
            throw new IllegalStateException("what was just given back could not be taken: " + before.environment());
        }
        new Lines(tx, zone, asker.now()).leave(asker.person().id(), before.units());
        Map<String, String> details =
                Map.of("from", before.holder().name(), "before", before.id().value(), "purpose", reason);
        Notes.write(tx, What.TAKEN_OVER, lease, asker, details);
        Notice notice =
                new Notice.TakenOver(before.environment(), asker.person().name(), reason);
        tx.outbox().put(before.holder().id(), notice, asker.now());
        before.helpers().stream()
                .filter(helper -> !helper.id().equals(asker.person().id()))
                .forEach(helper -> tx.outbox().put(helper.id(), notice, asker.now()));
        return new TakeoverResult.Taken(lease, before.withState(State.TAKEN));
    }
}
