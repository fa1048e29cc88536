package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Limits;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Lease.State;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rules of leases: what a claim, an extend and a release mean. Each is one transaction with one result. */
public final class LeaseService {
    private static final int SWEEP = 100;

    private final Transactor<? extends LeaseTx> transactor;
    private final IdSource ids;

    public LeaseService(Transactor<? extends LeaseTx> transactor, IdSource ids) {
        this.transactor = transactor;
        this.ids = ids;
    }

    /**
     * Claims environments, all or nothing.
     *
     * @param environments what is asked for, at least one, all of them leasable
     * @param helpers who may also extend and release
     * @param purpose why, as typed
     */
    public ClaimResult claim(
            List<Environment> environments,
            EndWish wish,
            List<PersonRef> helpers,
            Optional<String> purpose,
            Asker asker) {
        for (Environment environment : environments) {
            Limits limits = environment.guidance().limits();
            Instant latest = asker.now().plus(limits.maximum());
            if (wish.from(asker.now(), limits, asker.zone(), asker.hours()).isAfter(latest)) {
                return new ClaimResult.TooLong(environment.id(), limits.maximum(), latest);
            }
        }
        return once(asker, ClaimResult.class, tx -> claim(tx, environments, wish, helpers, purpose, asker));
    }

    private ClaimResult claim(
            LeaseTx tx,
            List<Environment> environments,
            EndWish wish,
            List<PersonRef> helpers,
            Optional<String> purpose,
            Asker asker) {
        List<UnitName> units = environments.stream()
                .flatMap(environment -> environment.units().stream())
                .distinct()
                .sorted()
                .toList();
        Map<UnitName, FencingToken> tokens = tx.leases().lock(units);
        List<Lease> open = tx.leases().open(units);
        List<Lease> mine = open.stream()
                .filter(lease -> lease.heldAt(asker.now()))
                .filter(lease -> lease.belongsTo(asker.person().id()))
                .toList();
        Set<UnitName> had = new LinkedHashSet<>();
        mine.forEach(lease -> had.addAll(lease.units()));
        if (had.containsAll(units)) {
            return new ClaimResult.AlreadyYours(
                    mine.stream().map(lease -> help(tx, lease, helpers, asker)).toList());
        }
        List<Lease> granted = plan(environments, wish, helpers, purpose, asker, had, tokens);
        boolean won = tx.leases().allOrNothing(() -> {
            open.stream()
                    .filter(lease -> !lease.heldAt(asker.now()))
                    .forEach(lease -> LeaseEnding.expire(tx, lease, asker.now()));
            return granted.stream().allMatch(lease -> tx.leases().take(lease, asker.now()));
        });
        if (!won) {
            Instant until = granted.stream()
                    .map(Lease::until)
                    .max(Comparator.naturalOrder())
                    .orElse(asker.now());
            return new ClaimResult.Held(
                    tx.leases().blockers(units, asker.person().id(), asker.now(), until));
        }
        granted.forEach(lease -> tell(tx, lease, asker));
        return new ClaimResult.Granted(granted, mine);
    }

    /** The leases that the claim makes: one for each environment that has a unit which is not the asker's yet. */
    private List<Lease> plan(
            List<Environment> environments,
            EndWish wish,
            List<PersonRef> helpers,
            Optional<String> purpose,
            Asker asker,
            Set<UnitName> had,
            Map<UnitName, FencingToken> tokens) {
        Set<UnitName> gone = new LinkedHashSet<>(had);
        List<Lease> leases = new ArrayList<>();
        for (Environment environment : environments) {
            List<UnitName> wanted =
                    environment.units().stream().filter(gone::add).toList();
            if (wanted.isEmpty()) {
                continue;
            }
            FencingToken highest = wanted.stream()
                    .map(tokens::get)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            Instant until = wish.from(asker.now(), environment.guidance().limits(), asker.zone(), asker.hours());
            leases.add(new Lease(
                    new LeaseId(ids.next()),
                    environment.id(),
                    wanted,
                    asker.person(),
                    others(helpers, asker.person()),
                    highest.next(),
                    asker.now(),
                    until,
                    purpose,
                    State.HELD));
        }
        return leases;
    }

    private static List<PersonRef> others(List<PersonRef> helpers, PersonRef holder) {
        return helpers.stream()
                .filter(helper -> !helper.id().equals(holder.id()))
                .distinct()
                .toList();
    }

    private static void tell(LeaseTx tx, Lease lease, Asker asker) {
        Map<String, String> details = new HashMap<>();
        details.put("until", Long.toString(lease.until().toEpochMilli()));
        lease.purpose().ifPresent(why -> details.put("purpose", why));
        note(tx, What.CLAIMED, lease, asker, details);
        lease.helpers().forEach(helper -> tellHelper(tx, lease, helper, asker));
    }

    private static void tellHelper(LeaseTx tx, Lease lease, PersonRef helper, Asker asker) {
        tx.outbox()
                .put(
                        helper.id(),
                        new Notice.HelperAdded(
                                lease.environment(), asker.person().name(), lease.until()),
                        asker.now());
    }

    private static Lease help(LeaseTx tx, Lease lease, List<PersonRef> helpers, Asker asker) {
        List<PersonRef> added = others(helpers, lease.holder()).stream()
                .filter(helper -> !lease.belongsTo(helper.id()))
                .toList();
        for (PersonRef helper : added) {
            tx.leases().addHelper(lease.id(), helper);
            tellHelper(tx, lease, helper, asker);
        }
        List<PersonRef> all = new ArrayList<>(lease.helpers());
        all.addAll(added);
        return lease.withHelpers(all);
    }

    /**
     * Gives a lease a later end, up to the environment's maximum from the lease's start.
     *
     * @param wish {@code For}: so much after its present end; {@code Until}: that moment; {@code Usual}: as long as a
     *     claim of now would last, or an hour more if that is no later
     */
    public ExtendResult extend(Environment environment, EndWish wish, Asker asker) {
        return once(asker, ExtendResult.class, tx -> {
            tx.leases().lock(environment.units());
            return switch (owned(tx, environment, asker)) {
                case Ownership.Yours yours ->
                    extend(tx, yours.lease(), environment.guidance().limits(), wish, asker);
                case Ownership.Part part -> new ExtendResult.PartOf(environment.id(), part.lease());
                case Ownership.Anothers other -> new ExtendResult.Anothers(other.lease());
                case Ownership.Nobodys ignored -> new ExtendResult.NotHeld(environment.id());
            };
        });
    }

    private static ExtendResult extend(LeaseTx tx, Lease lease, Limits limits, EndWish wish, Asker asker) {
        Instant until = switch (wish) {
            case EndWish.For more -> lease.until().plus(more.length());
            case EndWish.Until moment -> moment.end();
            case EndWish.Usual usual -> {
                Instant anew = usual.from(asker.now(), limits, asker.zone(), asker.hours());
                yield anew.isAfter(lease.until()) ? anew : lease.until().plus(EndWish.MORE);
            }
        };
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
        Lease longer = lease.withUntil(until);
        note(tx, What.EXTENDED, longer, asker, Map.of("until", Long.toString(until.toEpochMilli())));
        return new ExtendResult.Extended(longer, lease.until());
    }

    /** Gives leases back, all or none of them. */
    public ReleaseResult release(List<Environment> environments, Asker asker) {
        return once(asker, ReleaseResult.class, tx -> {
            tx.leases()
                    .lock(environments.stream()
                            .flatMap(environment -> environment.units().stream())
                            .distinct()
                            .sorted()
                            .toList());
            Set<Lease> yours = new LinkedHashSet<>();
            for (Environment environment : environments) {
                switch (owned(tx, environment, asker)) {
                    case Ownership.Yours own -> yours.add(own.lease());
                    case Ownership.Part part -> {
                        return new ReleaseResult.PartOf(environment.id(), part.lease());
                    }
                    case Ownership.Anothers other -> {
                        return new ReleaseResult.Anothers(other.lease());
                    }
                    case Ownership.Nobodys ignored -> {
                        return new ReleaseResult.NotHeld(environment.id());
                    }
                }
            }
            return release(tx, List.copyOf(yours), asker);
        });
    }

    /** Gives back everything that the asker holds. */
    public ReleaseResult releaseAll(Asker asker) {
        return once(asker, ReleaseResult.class, tx -> {
            List<Lease> yours = tx.leases().held(asker.now()).stream()
                    .filter(lease -> lease.holder().id().equals(asker.person().id()))
                    .toList();
            tx.leases()
                    .lock(yours.stream()
                            .flatMap(lease -> lease.units().stream())
                            .sorted()
                            .toList());
            return yours.isEmpty() ? new ReleaseResult.Nothing() : release(tx, yours, asker);
        });
    }

    private static ReleaseResult release(LeaseTx tx, List<Lease> leases, Asker asker) {
        List<Lease> released = new ArrayList<>();
        for (Lease lease : leases) {
            if (tx.leases().end(lease.id(), lease.token(), State.RELEASED, asker.now())) {
                note(
                        tx,
                        What.RELEASED,
                        lease,
                        asker,
                        Map.of("holder", lease.holder().name()));
                released.add(lease.withState(State.RELEASED));
            }
        }
        return released.isEmpty() ? new ReleaseResult.Nothing() : new ReleaseResult.Released(released);
    }

    /** Ends what is past its end; how many leases that were. */
    public int sweep(Instant now) {
        return transactor.write(tx -> {
            List<Lease> due = tx.leases().due(now, SWEEP);
            tx.leases()
                    .lock(due.stream()
                            .flatMap(lease -> lease.units().stream())
                            .sorted()
                            .toList());
            return (int) due.stream()
                    .map(lease -> tx.leases().find(lease.id()).orElseThrow())
                    .filter(lease -> lease.state() == State.HELD && !lease.heldAt(now))
                    .filter(lease -> LeaseEnding.expire(tx, lease, now))
                    .count();
        });
    }

    /** What is held at that moment, by environment. */
    public List<Lease> held(Instant now) {
        return transactor.read(tx -> tx.leases().held(now));
    }

    /** Who holds any of the environment's units at that moment, oldest lease first. */
    public List<Lease> holding(Environment environment, Instant now) {
        return transactor.read(tx -> tx.leases().open(environment.units())).stream()
                .filter(lease -> lease.heldAt(now))
                .toList();
    }

    private static Ownership owned(LeaseTx tx, Environment environment, Asker asker) {
        List<Lease> held = tx.leases().open(environment.units()).stream()
                .filter(lease -> lease.heldAt(asker.now()))
                .toList();
        Optional<Lease> exact = held.stream()
                .filter(lease -> lease.environment().equals(environment.id()))
                .findFirst();
        Optional<Lease> chosen = exact.or(() -> held.stream().findFirst());
        if (chosen.isEmpty()) {
            return new Ownership.Nobodys();
        }
        Lease lease = chosen.get();
        if (!lease.belongsTo(asker.person().id())) {
            return new Ownership.Anothers(lease);
        }
        return exact.isPresent() ? new Ownership.Yours(lease) : new Ownership.Part(lease);
    }

    private static void note(LeaseTx tx, What what, Lease lease, Asker asker, Map<String, String> details) {
        tx.history()
                .add(new HistoryEvent(
                        asker.now(),
                        what,
                        Optional.of(lease.environment()),
                        Optional.of(lease.id().value()),
                        Optional.of(asker.person()),
                        details));
    }

    private <R> R once(Asker asker, Class<R> type, Function<LeaseTx, R> work) {
        return asker.message()
                .map(message -> transactor.once(message, type, asker.now(), work))
                .orElseGet(() -> transactor.write(work));
    }

    /** Whose an environment is, seen by the asker. */
    private sealed interface Ownership {
        record Yours(Lease lease) implements Ownership {}

        record Part(Lease lease) implements Ownership {}

        record Anothers(Lease lease) implements Ownership {}

        record Nobodys() implements Ownership {}
    }
}
