package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Limits;
import dibs.backend.gate.Gate;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Lease.State;
import dibs.backend.person.PersonId;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of leases: what a claim, an extend and a release mean. Each is one transaction with one result. */
public final class LeaseService {
    private static final int SWEEP = 100;

    private final Transactor<? extends LeaseTx> transactor;
    private final IdSource ids;
    private final ZoneId zone;

    /** @param zone of persons who have none */
    public LeaseService(Transactor<? extends LeaseTx> transactor, IdSource ids, ZoneId zone) {
        this.transactor = transactor;
        this.ids = ids;
        this.zone = zone;
    }

    /**
     * Claims environments, all or nothing. What was offered to the asker passes to the asker. A repeated message gets the answer of the
     * first time, here and below.
     */
    public ClaimResult claim(ClaimRequest request, Asker asker) {
        return Once.run(
                transactor,
                asker,
                ClaimResult.class,
                tx -> tooLong(request, asker)
                        .orElseGet(() -> new Reservations(tx, ids, zone, asker.now()).claim(request, asker)));
    }

    /**
     * Claims the first of the environments that is free; {@code Held} with what is in the way of each when none is, and
     * {@code AlreadyYours} when the asker has them all.
     */
    public ClaimResult claimAny(ClaimRequest request, Asker asker) {
        return Once.run(transactor, asker, ClaimResult.class, tx -> {
            Optional<ClaimResult> tooLong = tooLong(request, asker);
            if (tooLong.isPresent()) {
                return tooLong.get();
            }
            tx.leases().lock(Claims.units(request.environments()));
            // One lease may be in the way of several of them.
            Set<Blocker> blockers = new LinkedHashSet<>();
            Set<Lease> mine = new LinkedHashSet<>();
            Set<Gate> shut = new LinkedHashSet<>();
            for (Environment environment : unreservedFirst(tx, request, asker)) {
                if (!(Owned.of(tx, environment, asker) instanceof Owned.Nobodys)) {
                    mine.addAll(Owned.held(tx, environment.units(), asker));
                    blockers.addAll(tx.leases()
                            .blockers(
                                    environment.units(),
                                    asker.person().id(),
                                    asker.now(),
                                    soonest(request, environment, asker)));
                    continue;
                }
                switch (new Claims(tx, ids, zone, request.of(List.of(environment)), asker).claim()) {
                    case ClaimResult.Granted granted -> {
                        return granted;
                    }
                    case ClaimResult.Held held -> blockers.addAll(held.blockers());
                    case ClaimResult.Shut gates -> shut.addAll(gates.gates());
                    case ClaimResult.AlreadyYours ignored -> {}
                    case ClaimResult.Confirmed ignored -> {}
                    case ClaimResult.TooLong late -> {
                        return late;
                    }
                }
            }
            if (blockers.isEmpty() && !shut.isEmpty()) {
                return new ClaimResult.Shut(List.copyOf(shut));
            }
            return blockers.isEmpty()
                    ? new ClaimResult.AlreadyYours(List.copyOf(mine))
                    : new ClaimResult.Held(List.copyOf(blockers));
        });
    }

    /** What can be had as long as is asked goes before what another has reserved meanwhile. */
    private List<Environment> unreservedFirst(LeaseTx tx, ClaimRequest request, Asker asker) {
        new Lapsing(tx, zone, asker.now()).of(Claims.units(request.environments()));
        return request.environments().stream()
                .sorted(Comparator.comparing(environment -> {
                    Instant end = request.wish()
                            .from(asker.now(), environment.guidance().limits(), asker.zone(), asker.hours());
                    PersonId person = asker.person().id();
                    return Reservations.before(tx, environment.units(), person, asker.now(), end)
                            .isBefore(end);
                }))
                .toList();
    }

    /** The end that was asked for, or the moment until which a reservation of another is in the way of a claim at all. */
    private static Instant soonest(ClaimRequest request, Environment environment, Asker asker) {
        Instant end = request.wish().from(asker.now(), environment.guidance().limits(), asker.zone(), asker.hours());
        Instant soon = asker.now().plus(Reservation.SHORTEST);
        return end.isBefore(soon) ? end : soon;
    }

    private static Optional<ClaimResult> tooLong(ClaimRequest request, Asker asker) {
        for (Environment environment : request.environments()) {
            Limits limits = environment.guidance().limits();
            Instant latest = asker.now().plus(limits.maximum());
            if (request.wish()
                    .from(asker.now(), limits, asker.zone(), asker.hours())
                    .isAfter(latest)) {
                return Optional.of(new ClaimResult.TooLong(environment.id(), limits.maximum(), latest));
            }
        }
        return Optional.empty();
    }

    /**
     * Gives a lease of the asker, or one that the asker helps with, a later end, up to the environment's maximum from the lease's start.
     *
     * @param wish {@code For}: so much after its present end; {@code Until}: that moment; {@code Usual}: as long as a
     *     claim of now would last, or an hour more if that is no later
     */
    public ExtendResult extend(Environment environment, EndWish wish, Asker asker) {
        return Once.run(transactor, asker, ExtendResult.class, tx -> {
            tx.leases().lock(environment.units());
            return switch (Owned.of(tx, environment, asker)) {
                case Owned.Yours yours ->
                    extend(tx, yours.lease(), environment.guidance().limits(), wish, asker);
                case Owned.Part part -> new ExtendResult.PartOf(environment.id(), part.lease());
                case Owned.Anothers other -> new ExtendResult.Anothers(other.lease());
                case Owned.Nobodys ignored -> new ExtendResult.NotHeld(environment.id());
            };
        });
    }

    private ExtendResult extend(LeaseTx tx, Lease lease, Limits limits, EndWish wish, Asker asker) {
        new Lapsing(tx, zone, asker.now()).of(lease.units());
        Instant until = wish.later(lease.until(), limits, asker);
        Instant latest = lease.since().plus(limits.maximum());
        if (until.isAfter(latest)) {
            return new ExtendResult.TooLong(lease, limits.maximum(), latest);
        }
        if (!until.isAfter(lease.until())) {
            return new ExtendResult.NotLater(lease, until);
        }
        Optional<Blocker> reserved =
                tx.leases().blockers(lease.units(), lease.holder().id(), asker.now(), until).stream()
                        .filter(blocker -> blocker.state() == Blocker.State.RESERVED)
                        .findFirst();
        if (reserved.isPresent()) {
            return new ExtendResult.Reserved(lease, reserved);
        }
        if (!tx.leases().extend(lease.id(), lease.token(), until, asker.now())) {
            return new ExtendResult.NotHeld(lease.environment());
        }
        tx.leases().seen(lease.id(), asker.now());
        Lease longer = lease.withUntil(until, asker.now());
        HolderNotices.extended(tx, longer, asker.now());
        Notes.write(tx, What.EXTENDED, longer, asker, Map.of("until", Notes.moment(until)));
        return new ExtendResult.Extended(longer, lease.until());
    }

    /** Gives leases back and ends uses, all or none of them. */
    public ReleaseResult release(List<Environment> environments, Asker asker) {
        return Once.run(transactor, asker, ReleaseResult.class, tx -> new Releases(tx, zone, asker).of(environments));
    }

    /** Gives back everything that the asker holds and uses; only what was claimed together, where a bundle is given. */
    public ReleaseResult releaseAll(Optional<String> bundle, Asker asker) {
        return Once.run(transactor, asker, ReleaseResult.class, tx -> new Releases(tx, zone, asker).everything(bundle));
    }

    /** Ends what is past its end; how many leases that were. */
    public int sweep(Instant now) {
        return transactor.write(tx -> {
            List<Lease> due = tx.leases().due(now, SWEEP);
            tx.leases().lock(Lease.unitsOf(due));
            List<Lease> ended = due.stream()
                    .map(lease -> tx.leases().find(lease.id()).orElseThrow())
                    .filter(lease -> lease.state() == State.HELD && !lease.heldAt(now))
                    .filter(lease -> LeaseEnding.expire(tx, lease, now))
                    .toList();
            new Lines(tx, zone, now).serve(Lease.unitsOf(ended));
            return ended.size();
        });
    }

    /** What is held at that moment, by environment. */
    public List<Lease> held(Instant now) {
        return transactor.read(tx -> tx.leases().held(now));
    }

    /** The question whether the lease is still used, where the time to answer it is over. */
    public Optional<StaleQuestion> unanswered(Lease lease, Instant now) {
        return transactor
                .<Optional<StaleQuestion>>read(tx -> tx.questions().open(lease.id()))
                .filter(question -> question.overdueAt(now));
    }

    /** Who holds any of the environment's units at that moment, oldest lease first. */
    public List<Lease> holding(Environment environment, Instant now) {
        return transactor.read(tx -> tx.leases().open(environment.units())).stream()
                .filter(lease -> lease.heldAt(now))
                .toList();
    }
}
