package dibs.backend.health;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How all environments are at one moment. */
public final class HealthNow {
    private final Catalog catalog;
    private final Map<EnvironmentId, HealthState> states = new LinkedHashMap<>();
    private final Map<EnvironmentId, Tree> trees = new LinkedHashMap<>();
    private final Causes causes;

    HealthNow(Catalog catalog, Collection<HealthState> all, Collection<Tree> trees) {
        this.catalog = catalog;
        all.forEach(state -> states.put(state.environment(), state));
        trees.forEach(tree -> this.trees.put(tree.environment(), tree));
        this.causes = new Causes(catalog, states);
    }

    /** Nothing is known of any. */
    static HealthNow nothing(Catalog catalog) {
        return new HealthNow(catalog, List.of(), List.of());
    }

    /** All that anybody looks at and the catalog still has, in the catalog's order. */
    public List<HealthState> all() {
        return catalog.environments().stream()
                .filter(environment -> environment.retired().isEmpty())
                .flatMap(environment -> Optional.ofNullable(states.get(environment.id())).stream())
                .toList();
    }

    /** Those that are not well: each cause before its symptoms, what fails before what does less, and then the oldest. */
    public List<HealthState> bad() {
        return all().stream()
                .filter(HealthState::bad)
                .sorted(Comparator.<HealthState, Boolean>comparing(
                                state -> cause(state).isPresent())
                        .thenComparing(state -> state.health() != Health.FAILING)
                        .thenComparing(HealthState::since))
                .toList();
    }

    /** How it is, or the worst of what it stands for; nothing where nobody looks at any of it. */
    public Optional<HealthState> of(Environment environment) {
        HealthState own = states.get(environment.id());
        if (own != null) {
            return Optional.of(own);
        }
        return catalog.standingFor(environment).stream()
                .flatMap(id -> Optional.ofNullable(states.get(id)).stream())
                .max(Comparator.comparingInt(HealthNow::weight).thenComparing(HealthState::health));
    }

    /** How each of those is that it stands for, in the catalog's order; without those that nobody looks at. */
    public List<HealthState> parts(Environment environment) {
        return catalog.standingFor(environment).stream()
                .filter(id -> !id.equals(environment.id()))
                .flatMap(id -> Optional.ofNullable(states.get(id)).stream())
                .toList();
    }

    /** What was read of that tree lately; nothing where it is none, or nobody reads it. */
    public Optional<Tree> tree(EnvironmentId id) {
        return Optional.ofNullable(trees.get(id));
    }

    /** The trees that are not open, in the catalog's order. */
    public List<Tree> shut() {
        return catalog.environments().stream()
                .filter(environment -> environment.retired().isEmpty())
                .flatMap(environment -> tree(environment.id()).stream())
                .filter(Tree::shut)
                .toList();
    }

    /** What is at the bottom of it where it is a symptom. */
    public Optional<EnvironmentId> cause(HealthState state) {
        return causes.of(state.environment());
    }

    /** What is a symptom of it, in the catalog's order. */
    public List<EnvironmentId> symptoms(EnvironmentId cause) {
        return all().stream()
                .map(HealthState::environment)
                .filter(id -> causes.of(id).equals(Optional.of(cause)))
                .toList();
    }

    private static int weight(HealthState state) {
        if (state.bad()) {
            return 2;
        }
        return state.health() == Health.UNKNOWN ? 0 : 1;
    }
}
