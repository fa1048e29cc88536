package dibs.backend.environment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every environment that Dibs knows, and what their names mean. Immutable: a reload makes a new one. */
public final class Catalog {
    private final Map<EnvironmentId, Environment> environments;
    private final ReleaseSlots slots;
    private final Names names;
    private final Edges edges;
    private final Edges links;

    /**
     * @param environments in the order that lists show them; ids differ
     * @param prefer which meaning of a name with two counts
     */
    public Catalog(Collection<Environment> environments, Map<String, Preference> prefer) {
        this(environments, prefer, new Environment.Guidance(Limits.BUILT_IN, List.of(), List.of()));
    }

    /**
     * @param environments in the order that lists show them; ids differ
     * @param prefer which meaning of a name with two counts
     * @param slots what holds for every release slot
     */
    public Catalog(Collection<Environment> environments, Map<String, Preference> prefer, Environment.Guidance slots) {
        this(environments, prefer, slots, Edges.NONE);
    }

    /**
     * @param environments in the order that lists show them; ids differ
     * @param prefer which meaning of a name with two counts
     * @param slots what holds for every release slot
     * @param edges who uses what; both ends are among the environments
     */
    public Catalog(
            Collection<Environment> environments,
            Map<String, Preference> prefer,
            Environment.Guidance slots,
            Edges edges) {
        this.environments = new LinkedHashMap<>();
        environments.forEach(environment -> this.environments.put(environment.id(), environment));
        this.slots = new ReleaseSlots(this.environments.values(), slots);
        this.names = new Names(this.environments, prefer, this.slots);
        this.edges = edges;
        List<Edge> links = new ArrayList<>(edges.all());
        links.addAll(SetEdges.of(environments));
        this.links = new Edges(links);
    }

    /** The environments in the catalog's order, retired ones among them. */
    public Collection<Environment> environments() {
        return Collections.unmodifiableCollection(environments.values());
    }

    /** The environment of that id, or nothing. A release slot is found though no list has it. */
    public Optional<Environment> find(EnvironmentId id) {
        return listed(id).or(() -> slots.find(id.value()));
    }

    /** The environment of that id where it is one of the catalog's own. */
    Optional<Environment> listed(EnvironmentId id) {
        return Optional.ofNullable(environments.get(id));
    }

    /** What a release of the product takes in that set; nothing where the set has no such product. */
    public Optional<Environment.ReleaseParts> releaseParts(EnvironmentId set, String product) {
        return listed(set)
                .flatMap(Environment::releases)
                .map(releases -> releases.products().get(Names.key(product)));
    }

    /** What names mean here. */
    public Names names() {
        return names;
    }

    /** Who uses what, as far as it is known. */
    public Edges edges() {
        return edges;
    }

    /** The same with what sets have as their members and parts, and what their releases claim and use. */
    public Edges links() {
        return links;
    }

    /** The environment and all that it stands for: its members and its parts, and theirs; itself first. */
    public Set<EnvironmentId> standingFor(Environment environment) {
        Set<EnvironmentId> standing = new LinkedHashSet<>();
        Deque<Environment> left = new ArrayDeque<>(List.of(environment));
        while (!left.isEmpty()) {
            Environment one = left.removeFirst();
            if (standing.add(one.id())) {
                Stream.concat(one.parts().stream(), one.members().stream())
                        .flatMap(id -> listed(id).stream())
                        .forEach(left::addLast);
            }
        }
        return Collections.unmodifiableSet(standing);
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
