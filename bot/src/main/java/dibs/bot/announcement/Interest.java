package dibs.bot.announcement;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.Untidied;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which leases and reservations a home wants to hear of: those of any of what its environments stand for. */
final class Interest {
    private final Set<String> names;
    private final Set<EnvironmentId> environments = new HashSet<>();
    private final Set<UnitName> units = new HashSet<>();

    /**
     * @param names ids and labels; none: everything
     */
    Interest(Collection<String> names, Catalog catalog) {
        this.names = Set.copyOf(names);
        for (String name : names) {
            Optional<Environment> named = catalog.find(new EnvironmentId(name));
            List<Environment> meant = named.map(List::of).orElseGet(() -> catalog.labelled(name));
            meant.forEach(environment -> catalog.standingFor(environment).stream()
                    .flatMap(id -> catalog.find(id).stream())
                    .forEach(this::add));
        }
    }

    private void add(Environment environment) {
        environments.add(environment.id());
        units.addAll(environment.units());
    }

    /** Whether the lease is of interest. */
    boolean in(Lease lease) {
        return names.isEmpty()
                || environments.contains(lease.environment())
                || lease.units().stream().anyMatch(units::contains)
                || lease.bundle().filter(this::ofANamedSet).isPresent();
    }

    /** Whether the reservation is. */
    boolean in(Reservation reservation) {
        return names.isEmpty()
                || reservation.environments().stream().anyMatch(environments::contains)
                || reservation.units().stream().anyMatch(units::contains)
                || reservation.bundle().filter(this::ofANamedSet).isPresent();
    }

    /** Whether what happens to that environment is. */
    boolean in(EnvironmentId environment) {
        return names.isEmpty() || environments.contains(environment);
    }

    /** Whether what is left to tidy is of interest. */
    boolean in(Untidied left) {
        return names.isEmpty() || environments.contains(left.environment()) || units.contains(left.unit());
    }

    /** What was claimed together begins with the set's name, a release's slot among it. */
    private boolean ofANamedSet(String bundle) {
        return names.contains(bundle.split(" ", 2)[0]);
    }
}
