package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.UnitName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whose an environment is, seen by somebody. */
sealed interface Owned {
    /** It is the asker's, as holder or helper. */
    record Yours(Lease lease) implements Owned {}

    /** The asker holds it as a part of another environment. */
    record Part(Lease lease) implements Owned {}

    /** It is another's. */
    record Anothers(Lease lease) implements Owned {}

    /** Nobody holds it. */
    record Nobodys() implements Owned {}

    /** Whose it is now; a lease on just this environment goes before one that covers it. */
    static Owned of(LeaseTx tx, Environment environment, Asker asker) {
        List<Lease> held = held(tx, environment.units(), asker);
        Optional<Lease> exact = held.stream()
                .filter(lease -> lease.environment().equals(environment.id()))
                .findFirst();
        Optional<Lease> chosen = exact.or(() -> held.stream().findFirst());
        if (chosen.isEmpty()) {
            return new Nobodys();
        }
        Lease lease = chosen.get();
        if (!lease.belongsTo(asker.person().id())) {
            return new Anothers(lease);
        }
        return exact.isPresent() ? new Yours(lease) : new Part(lease);
    }

    /** The leases that hold any of the units now. */
    static List<Lease> held(LeaseTx tx, Collection<UnitName> units, Asker asker) {
        return tx.leases().open(units).stream()
                .filter(lease -> lease.heldAt(asker.now()))
                .toList();
    }
}
