package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.gate.Gate;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Lease.State;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.IdSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One claim inside a transaction. */
final class Claims {
    private final LeaseTx tx;
    private final IdSource ids;
    private final Lines lines;
    private final ClaimRequest request;
    private final Asker asker;
    private final List<ClaimResult.Shortened> shortened = new ArrayList<>();

    /** @param zone of persons who have none */
    Claims(LeaseTx tx, IdSource ids, ZoneId zone, ClaimRequest request, Asker asker) {
        this.tx = tx;
        this.ids = ids;
        this.lines = new Lines(tx, zone, asker.now());
        this.request = request;
        this.asker = asker;
    }

    ClaimResult claim() {
        List<UnitName> units = units(request.environments());
        Map<UnitName, FencingToken> tokens = tx.leases()
                .lock(Stream.concat(
                                units.stream(), Lines.instead(tx, asker.person().id(), units).stream())
                        .toList());
        List<Lease> open = tx.leases().open(units);
        Map<EnvironmentId, Lease> offered = offered(open);
        List<Lease> mine = open.stream()
                .filter(lease -> lease.heldAt(asker.now()))
                .filter(lease -> lease.belongsTo(asker.person().id()))
                .filter(lease -> !offered.containsValue(lease))
                .toList();
        Set<UnitName> had = new LinkedHashSet<>();
        mine.forEach(lease -> had.addAll(lease.units()));
        if (had.containsAll(units)) {
            return new ClaimResult.AlreadyYours(mine.stream().map(this::help).toList());
        }
        List<Gate> shut = shut(units);
        if (!shut.isEmpty()) {
            return new ClaimResult.Shut(shut);
        }
        boolean first = !request.alike().isEmpty()
                && !tx.leases().everHeld(asker.person().id(), request.alike());
        List<Lease> granted = plan(had, tokens, offered);
        List<Lease> over =
                open.stream().filter(lease -> !lease.heldAt(asker.now())).toList();
        over.forEach(lease -> LeaseEnding.expire(tx, lease, asker.now()));
        lines.settle(units, asker.person().id());
        boolean won = tx.leases().allOrNothing(() -> {
            offered.values().forEach(this::accept);
            return granted.stream().allMatch(lease -> tx.leases().take(lease, asker.now()));
        });
        if (!won) {
            lines.serve(rest(over, units));
            return new ClaimResult.Held(blockers(units, granted, offered));
        }
        granted.forEach(lease -> tell(lease, offered));
        offered.values().forEach(this::tellFormerHolder);
        lines.leave(asker.person().id(), units);
        lines.serve(rest(over, units));
        lines.serve(rest(offered.values(), units));
        List<Use> uses = request.uses().stream().map(this::use).toList();
        return new ClaimResult.Granted(granted, mine, uses, first, shortened);
    }

    /** The gates that are in the way of what is asked for: its own, those of its parts, of the whole and of what it uses. */
    private List<Gate> shut(List<UnitName> units) {
        Set<EnvironmentId> named = new LinkedHashSet<>();
        request.environments().forEach(environment -> {
            named.add(environment.id());
            named.addAll(environment.parts());
        });
        request.uses().forEach(used -> named.add(used.id()));
        // What is claimed together is called by the set's name, and then the release's.
        request.bundle().ifPresent(bundle -> named.add(new EnvironmentId(bundle.split(" ", 2)[0])));
        return ShutGates.of(tx, named, units, request.approved(), asker.now());
    }

    /** What the leases held besides the units that were just asked for. */
    static List<UnitName> rest(Collection<Lease> leases, Collection<UnitName> asked) {
        return Lease.unitsOf(leases).stream()
                .filter(unit -> !asked.contains(unit))
                .toList();
    }

    /** What is in the way now; of reservations those that leave too little time, for before others it would have been shortened. */
    private List<Blocker> blockers(List<UnitName> units, List<Lease> granted, Map<EnvironmentId, Lease> offered) {
        Instant soon = asker.now().plus(Reservation.SHORTEST);
        Instant until = granted.stream()
                .map(Lease::until)
                .max(Comparator.naturalOrder())
                .filter(end -> end.isBefore(soon))
                .orElse(soon);
        return tx.leases().blockers(units, asker.person().id(), asker.now(), until).stream()
                .filter(blocker -> blocker.lease()
                        .filter(lease -> offered.containsValue(lease))
                        .isEmpty())
                .toList();
    }

    static List<UnitName> units(List<Environment> environments) {
        return environments.stream()
                .flatMap(environment -> environment.units().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Leases of others that are offered to the asker, where just their environment is asked for. */
    private Map<EnvironmentId, Lease> offered(List<Lease> open) {
        Map<EnvironmentId, Lease> offered = new LinkedHashMap<>();
        for (Lease lease : open) {
            boolean wanted = request.environments().stream()
                    .anyMatch(environment -> environment.id().equals(lease.environment()));
            if (wanted && lease.heldAt(asker.now()) && offer(lease).isPresent()) {
                offered.put(lease.environment(), lease);
            }
        }
        return offered;
    }

    private Optional<Handover> offer(Lease lease) {
        return tx.pending()
                .handover(lease.id())
                .filter(handover -> handover.to().id().equals(asker.person().id()));
    }

    /** The leases that the claim makes: one for each environment that has a unit which is not the asker's yet. */
    private List<Lease> plan(Set<UnitName> had, Map<UnitName, FencingToken> tokens, Map<EnvironmentId, Lease> offered) {
        Set<UnitName> gone = new LinkedHashSet<>(had);
        List<Lease> leases = new ArrayList<>();
        for (Environment environment : request.environments()) {
            List<UnitName> wanted =
                    environment.units().stream().filter(gone::add).toList();
            if (!wanted.isEmpty()) {
                FencingToken highest = wanted.stream()
                        .map(tokens::get)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                leases.add(
                        lease(environment, wanted, highest.next(), Optional.ofNullable(offered.get(environment.id()))));
            }
        }
        return leases;
    }

    private Lease lease(Environment environment, List<UnitName> units, FencingToken token, Optional<Lease> offered) {
        Instant wished = request.wish().from(asker.now(), environment.guidance().limits(), asker.zone(), asker.hours());
        Instant asked = request.wish() instanceof EndWish.Usual
                ? offered.map(this::offeredUntil).orElse(wished)
                : wished;
        LeaseId id = new LeaseId(ids.next());
        Instant until = shortened(id, units, asked);
        return new Lease(
                id,
                environment.id(),
                units,
                asker.person(),
                others(request.helpers(), asker.person()),
                token,
                asker.now(),
                until,
                request.purpose().or(() -> offered.flatMap(Lease::purpose)),
                request.bundle().or(() -> offered.flatMap(Lease::bundle)),
                asker.now(),
                State.HELD);
    }

    /** That end, or the start of another's reservation before it; as it is where too little would be left. */
    private Instant shortened(LeaseId id, List<UnitName> units, Instant asked) {
        Instant now = asker.now();
        Optional<Blocker> first = tx.leases().blockers(units, asker.person().id(), now, asked).stream()
                .filter(blocker -> blocker.state() == Blocker.State.RESERVED)
                .min(Comparator.comparing(Blocker::from))
                .filter(blocker -> !blocker.from().isBefore(now.plus(Reservation.SHORTEST)));
        first.ifPresent(blocker -> shortened.add(new ClaimResult.Shortened(id, blocker)));
        return first.map(Blocker::from).orElse(asked);
    }

    /** The end that was offered; where that has passed, because the lease was extended since, the lease's own. */
    private Instant offeredUntil(Lease offered) {
        return offer(offered)
                .map(Handover::until)
                .filter(until -> until.isAfter(asker.now()))
                .orElse(offered.until());
    }

    private void accept(Lease offered) {
        LeaseEnding.end(tx, offered, State.HANDED_OVER, asker.now(), asker.now());
    }

    static List<PersonRef> others(List<PersonRef> helpers, PersonRef holder) {
        return helpers.stream()
                .filter(helper -> !helper.id().equals(holder.id()))
                .distinct()
                .toList();
    }

    private void tell(Lease lease, Map<EnvironmentId, Lease> offered) {
        Map<String, String> details = new HashMap<>();
        details.put("until", Notes.moment(lease.until()));
        lease.purpose().ifPresent(why -> details.put("purpose", why));
        lease.bundle().ifPresent(bundle -> details.put("bundle", bundle));
        Lease from = offered.get(lease.environment());
        if (from != null) {
            details.put("from", from.holder().name());
        }
        Notes.write(tx, from == null ? What.CLAIMED : What.HANDED_OVER, lease, asker, details);
        lease.helpers().forEach(helper -> tellHelper(lease, helper));
    }

    private void tellFormerHolder(Lease offered) {
        Notice notice =
                new Notice.OfferAccepted(offered.environment(), asker.person().name());
        tx.outbox().put(offered.holder().id(), notice, asker.now());
    }

    private void tellHelper(Lease lease, PersonRef helper) {
        Notes.write(tx, What.HELPER_ADDED, lease, asker, Map.of("helper", helper.name()));
        tx.outbox()
                .put(
                        helper.id(),
                        new Notice.HelperAdded(
                                lease.environment(), asker.person().name(), lease.until()),
                        asker.now());
    }

    private Lease help(Lease lease) {
        List<PersonRef> added = others(request.helpers(), lease.holder()).stream()
                .filter(helper -> !lease.belongsTo(helper.id()))
                .toList();
        for (PersonRef helper : added) {
            tx.leases().addHelper(lease.id(), helper);
            tellHelper(lease, helper);
        }
        List<PersonRef> all = new ArrayList<>(lease.helpers());
        all.addAll(added);
        return lease.withHelpers(all);
    }

    private Use use(Environment environment) {
        return Uses.record(tx, ids, environment, request.wish(), request.purpose(), request.bundle(), asker);
    }
}
