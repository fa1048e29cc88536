package dibs.backend.environment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every environment that Dibs knows, and what their names mean. Immutable: a reload makes a new one. */
public final class Catalog {
    private final Map<EnvironmentId, Environment> environments;
    private final Names names;

    /**
     * @param environments in the order that lists show them; ids differ
     * @param prefer which meaning of a name with two counts
     */
    public Catalog(Collection<Environment> environments, Map<String, Preference> prefer) {
        this.environments = new LinkedHashMap<>();
        environments.forEach(environment -> this.environments.put(environment.id(), environment));
        this.names = new Names(this.environments, prefer);
    }

    /** The environments in the catalog's order, retired ones among them. */
    public Collection<Environment> environments() {
        return java.util.Collections.unmodifiableCollection(environments.values());
    }

    /** The environment of that id, or nothing. */
    public Optional<Environment> find(EnvironmentId id) {
        return Optional.ofNullable(environments.get(id));
    }

    /** What names mean here. */
    public Names names() {
        return names;
    }

    /** The set that leases a dev worker pool, or nothing where it has none. */
    public Optional<Environment> setOf(EnvironmentId pool) {
        return environments.values().stream()
                .filter(set -> set.kind() == Kind.DEV_SET && set.members().contains(pool))
                .findFirst();
    }

    /** The environments that carry the label and can be claimed, in the catalog's order. */
    public List<Environment> labelled(String label) {
        return environments.values().stream()
                .filter(environment -> environment.labels().contains(label))
                .toList();
    }

    /**
     * Which meaning of a name counts.
     *
     * @param lease for whatever is about leases
     * @param thing for whatever is about the thing
     */
    public record Preference(EnvironmentId lease, EnvironmentId thing) {}
}
