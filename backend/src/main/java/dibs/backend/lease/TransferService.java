package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a lease passes from one person to another: nudge, take over, keep, hand over, call off. */
public final class TransferService {
    /** How much of the holder's working time a wish to take over leaves for a "keep it". */
    public static final Duration TO_KEEP = Duration.ofMinutes(15);

    /** How long one may not nudge for the same lease again. */
    public static final Duration BETWEEN_NUDGES = Duration.ofMinutes(15);

    private static final int RECENT = 50;

    private final Transactor<? extends LeaseTx> transactor;
    private final IdSource ids;
    private final ZoneId zone;

    /** @param zone of holders who have none */
    public TransferService(Transactor<? extends LeaseTx> transactor, IdSource ids, ZoneId zone) {
        this.transactor = transactor;
        this.ids = ids;
        this.zone = zone;
    }

    /**
     * Takes a lease over: at once when it is stale, when the asker is an admin, or when the holder was asked and let the
     * time to keep it pass; else the holder is asked. One person at a time may ask, until the wish lapses.
     *
     * @param reason why, as typed
     * @param atOnce whether the asker need not ask
     * @param pastGates whether the asker may have what is shut
     */
    public TakeoverResult takeover(
            Environment environment, String reason, boolean atOnce, boolean pastGates, Asker asker) {
        return Once.run(
                transactor,
                asker,
                TakeoverResult.class,
                tx -> new Takeovers(tx, ids, zone, asker).takeover(environment, reason, atOnce, pastGates));
    }

    /** Says that the lease is still needed: a sign of life, and a "no" to whoever wants to take it over. */
    public KeepResult keep(Environment environment, Asker asker) {
        return Once.run(transactor, asker, KeepResult.class, tx -> {
            tx.leases().lock(environment.units());
            return switch (Owned.of(tx, environment, asker)) {
                case Owned.Yours yours -> keep(tx, yours.lease(), asker);
                case Owned.Part part -> new KeepResult.PartOf(environment.id(), part.lease());
                case Owned.Anothers other -> new KeepResult.Anothers(other.lease());
                case Owned.Nobodys ignored -> new KeepResult.NotHeld(environment.id());
            };
        });
    }

    private static KeepResult keep(LeaseTx tx, Lease lease, Asker asker) {
        Optional<Takeover> against = tx.pending().takeover(lease.id(), asker.now());
        tx.pending().closeTakeover(lease.id());
        tx.leases().seen(lease.id(), asker.now());
        HolderNotices.kept(tx, lease, asker.now());
        Notes.write(tx, What.KEPT, lease, asker, Map.of());
        against.ifPresent(takeover -> tx.outbox()
                .put(
                        takeover.by().id(),
                        new Notice.Kept(lease.environment(), asker.person().name(), lease.until()),
                        asker.now()));
        return new KeepResult.Kept(lease.withUntil(lease.until(), asker.now()), against);
    }

    /**
     * Offers a lease to somebody; the holder keeps it until that person claims it.
     *
     * @param wish {@code Usual}: the end stays as it is
     */
    public HandoverResult handover(Environment environment, PersonRef to, EndWish wish, Asker asker) {
        return Once.run(transactor, asker, HandoverResult.class, tx -> {
            tx.leases().lock(environment.units());
            return switch (Owned.of(tx, environment, asker)) {
                case Owned.Yours yours -> handover(tx, yours.lease(), environment, to, wish, asker);
                case Owned.Part part -> new HandoverResult.PartOf(environment.id(), part.lease());
                case Owned.Anothers other -> new HandoverResult.Anothers(other.lease());
                case Owned.Nobodys ignored -> new HandoverResult.NotHeld(environment.id());
            };
        });
    }

    private static HandoverResult handover(
            LeaseTx tx, Lease lease, Environment environment, PersonRef to, EndWish wish, Asker asker) {
        if (!lease.holder().id().equals(asker.person().id())) {
            return new HandoverResult.Anothers(lease);
        }
        if (to.id().equals(lease.holder().id())) {
            return new HandoverResult.ToHolder(lease);
        }
        Instant until = wish instanceof EndWish.Usual
                ? lease.until()
                : wish.from(asker.now(), environment.guidance().limits(), asker.zone(), asker.hours());
        Duration maximum = environment.guidance().limits().maximum();
        Instant latest = asker.now().plus(maximum);
        if (until.isAfter(latest) && until.isAfter(lease.until())) {
            return new HandoverResult.TooLong(lease, maximum, latest);
        }
        Handover handover = new Handover(lease.id(), to, asker.person(), until, asker.now());
        tx.pending()
                .handover(lease.id())
                .filter(before -> !before.to().id().equals(to.id()))
                .ifPresent(before -> tx.outbox()
                        .put(
                                before.to().id(),
                                new Notice.OfferWithdrawn(
                                        lease.environment(), asker.person().name()),
                                asker.now()));
        tx.pending().offer(handover);
        Notes.write(tx, What.OFFERED, lease, asker, Map.of("to", to.name()));
        tx.outbox()
                .put(
                        to.id(),
                        new Notice.Offered(lease.environment(), asker.person().name(), until),
                        asker.now());
        return new HandoverResult.Offered(handover, lease, passed(tx, lease, to));
    }

    private static List<PersonRef> passed(LeaseTx tx, Lease lease, PersonRef to) {
        return lease.units().stream()
                .flatMap(unit -> tx.waiting().line(unit).stream())
                .map(Waiting::person)
                .filter(person -> !person.id().equals(to.id()))
                .distinct()
                .toList();
    }

    /** Calls off whatever the asker has open about it: an offer to or by the asker, a wish to take over, a place in line. */
    public CancelResult cancel(Environment environment, Asker asker) {
        return Once.run(
                transactor, asker, CancelResult.class, tx -> new Cancelling(tx, zone, environment, asker).cancel());
    }

    /** Asks those who hold it to let go. */
    public NudgeResult nudge(Environment environment, Optional<String> message, Asker asker) {
        return Once.run(transactor, asker, NudgeResult.class, tx -> {
            tx.leases().lock(environment.units());
            List<Lease> held = Owned.held(tx, environment.units(), asker);
            if (held.isEmpty()) {
                return new NudgeResult.Free(environment.id());
            }
            List<Lease> others = held.stream()
                    .filter(lease -> !lease.belongsTo(asker.person().id()))
                    .toList();
            if (others.isEmpty()) {
                return new NudgeResult.Yours(held.getFirst());
            }
            List<Lease> nudged = others.stream()
                    .filter(lease -> lastNudge(tx, lease, asker).isEmpty())
                    .toList();
            if (nudged.isEmpty()) {
                Lease first = others.getFirst();
                Instant again = lastNudge(tx, first, asker).orElseThrow().at().plus(BETWEEN_NUDGES);
                return new NudgeResult.TooSoon(first, again);
            }
            nudged.forEach(lease -> nudge(tx, lease, message, asker));
            return new NudgeResult.Nudged(nudged);
        });
    }

    private static Optional<HistoryEvent> lastNudge(LeaseTx tx, Lease lease, Asker asker) {
        return tx
                .history()
                .by(asker.person().id(), asker.now().minus(BETWEEN_NUDGES).plusMillis(1), RECENT)
                .stream()
                .filter(event -> event.what() == What.NUDGED)
                .filter(event -> event.lease().equals(Optional.of(lease.id().value())))
                .findFirst();
    }

    private static void nudge(LeaseTx tx, Lease lease, Optional<String> message, Asker asker) {
        Notes.write(
                tx,
                What.NUDGED,
                lease,
                asker,
                message.map(words -> Map.of("purpose", words)).orElse(Map.of()));
        tx.outbox()
                .put(
                        lease.holder().id(),
                        new Notice.Nudged(lease.environment(), asker.person().name(), message),
                        asker.now());
    }
}
