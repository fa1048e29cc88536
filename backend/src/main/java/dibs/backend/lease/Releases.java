package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Lease.State;
import dibs.backend.notice.Notice;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One release inside a transaction. */
final class Releases {
    private final LeaseTx tx;
    private final ZoneId zone;
    private final Asker asker;

    /** @param zone of persons who have none */
    Releases(LeaseTx tx, ZoneId zone, Asker asker) {
        this.tx = tx;
        this.zone = zone;
        this.asker = asker;
    }

    /** Gives back those, all or none. */
    ReleaseResult of(List<Environment> environments) {
        tx.leases().lock(Claims.units(environments));
        Set<Lease> leases = new LinkedHashSet<>();
        Set<Use> uses = new LinkedHashSet<>();
        for (Environment environment : environments) {
            Optional<Use> use = use(environment);
            if (use.isPresent()) {
                uses.add(use.get());
                continue;
            }
            switch (Owned.of(tx, environment, asker)) {
                case Owned.Yours own -> leases.add(own.lease());
                case Owned.Part part -> {
                    return new ReleaseResult.PartOf(environment.id(), part.lease());
                }
                case Owned.Anothers other -> {
                    return new ReleaseResult.Anothers(other.lease());
                }
                case Owned.Nobodys ignored -> {
                    return new ReleaseResult.NotHeld(environment.id());
                }
            }
        }
        return release(List.copyOf(leases), List.copyOf(uses));
    }

    private Optional<Use> use(Environment environment) {
        return tx.uses().of(environment.id(), asker.now()).stream()
                .filter(use -> use.person().id().equals(asker.person().id()))
                .findFirst();
    }

    /** Gives back everything that the asker holds and uses; of one bundle, where it is given. */
    ReleaseResult everything(Optional<String> bundle) {
        List<Lease> leases = tx.leases().held(asker.now()).stream()
                .filter(lease -> lease.holder().id().equals(asker.person().id()))
                .filter(lease -> bundle.isEmpty() || lease.bundle().equals(bundle))
                .toList();
        List<Use> uses = tx.uses().by(asker.person().id(), asker.now()).stream()
                .filter(use -> bundle.isEmpty() || use.bundle().equals(bundle))
                .toList();
        tx.leases().lock(Lease.unitsOf(leases));
        return release(leases, uses);
    }

    private ReleaseResult release(List<Lease> leases, List<Use> uses) {
        List<Lease> released = new ArrayList<>();
        for (Lease lease : leases) {
            if (LeaseEnding.end(tx, lease, State.RELEASED, asker.now(), asker.now())) {
                Notes.write(
                        tx,
                        What.RELEASED,
                        lease,
                        asker,
                        Map.of("holder", lease.holder().name()));
                TidyService.leave(tx, lease, asker.now());
                tellHolder(lease);
                released.add(lease.withState(State.RELEASED));
            }
        }
        List<Use> ended = uses.stream().filter(use -> Uses.end(tx, use, asker)).toList();
        if (released.isEmpty() && ended.isEmpty()) {
            return new ReleaseResult.Nothing();
        }
        new Lines(tx, zone, asker.now()).serve(Lease.unitsOf(released));
        return new ReleaseResult.Released(released, ended);
    }

    private void tellHolder(Lease lease) {
        if (!lease.holder().id().equals(asker.person().id())) {
            tx.outbox()
                    .put(
                            lease.holder().id(),
                            new Notice.ReleasedByOther(
                                    lease.environment(), asker.person().name()),
                            asker.now());
        }
    }
}
