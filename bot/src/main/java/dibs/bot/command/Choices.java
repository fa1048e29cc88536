package dibs.bot.command;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogSource;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Names;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.policy.PolicySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What forms offer to choose from. All of it is in memory but who holds what, which is asked for apart. */
public final class Choices {
    private static final int NO_MATCH = 3;

    private final CatalogSource catalog;
    private final PolicySource policy;
    private final LeaseService leases;

    Choices(CatalogSource catalog, PolicySource policy, LeaseService leases) {
        this.catalog = catalog;
        this.policy = policy;
        this.leases = leases;
    }

    /**
     * One thing to choose.
     *
     * @param value as a line has it: an id of the catalog or of the vocabulary
     * @param label in words of ours, names and ids
     */
    public record Choice(String value, String label) {}

    /** Everything that is held, for {@link #leasable}; asks the store. */
    public List<Lease> held(Instant now) {
        return leases.held(now);
    }

    /**
     * What may be claimed, and then what else goes by such a name, nearest to what was typed first.
     *
     * @param typed the beginning or a part of a name; blank: everything that may be claimed, in the catalog's order
     * @param held what is held now; nothing: not said
     * @param most how many are wanted
     */
    public List<Choice> leasable(String typed, Optional<List<Lease>> held, int most) {
        Map<UnitName, Lease> byUnit = new HashMap<>();
        held.orElse(List.of()).forEach(lease -> lease.units().forEach(unit -> byUnit.put(unit, lease)));
        boolean known = held.isPresent();
        return found(
                typed,
                Sense.LEASE,
                most,
                environment -> environment.leasable() || (!typed.isBlank() && environment.mode() == Mode.SHARED),
                environment -> environment.id() + ": " + standing(environment, byUnit, known));
    }

    private static String standing(Environment environment, Map<UnitName, Lease> held, boolean known) {
        if (environment.retired().isPresent()) {
            return "retired";
        }
        if (!environment.leasable()) {
            return "shared, not for claiming";
        }
        Optional<Lease> lease = environment.units().stream()
                .flatMap(unit -> Stream.ofNullable(held.get(unit)))
                .findFirst();
        return lease.map(it -> (it.environment().equals(environment.id()) ? "held by " : "in part held by ")
                        + it.holder().name())
                .orElse(known ? "free" : environment.title());
    }

    /** Everything that may be asked about, services and sets before pools, nearest to what was typed first. */
    public List<Choice> things(String typed, int most) {
        return found(
                typed,
                Sense.THING,
                most,
                environment -> environment.kind() != Kind.MISSING && environment.kind() != Kind.ROLE,
                Choices::described);
    }

    /** Whoever may be asked for as the one who wants to use something. */
    public List<Choice> consumers(String typed, int most) {
        return found(typed, Sense.THING, most, environment -> environment.kind() != Kind.MISSING, Choices::described);
    }

    /** The ways to use an environment, by the vocabulary. */
    public List<Choice> accesses() {
        return policy.policy().vocabulary().accesses().values().stream()
                .map(access -> new Choice(access.id(), access.say()))
                .toList();
    }

    /** The purposes of the vocabulary. */
    public List<Choice> purposes() {
        return policy.policy().vocabulary().purposes().values().stream()
                .map(purpose -> new Choice(purpose.id(), purpose.say()))
                .toList();
    }

    private static String described(Environment environment) {
        return environment.id() + ": " + environment.kind().description();
    }

    private List<Choice> found(
            String typed, Sense sense, int most, Predicate<Environment> offered, Function<Environment, String> label) {
        Catalog known = catalog.current();
        Map<String, Environment> found = new LinkedHashMap<>();
        String key = Names.key(typed);
        if (!key.isEmpty() && known.names().resolve(typed, sense) instanceof Resolution.Found exact) {
            found.put(exact.environment().id().value(), exact.environment());
        }
        List<Environment> near = new ArrayList<>(known.environments().stream()
                .filter(offered)
                .filter(environment -> environment.retired().isEmpty())
                .filter(environment -> distance(environment, key) < NO_MATCH)
                .toList());
        near.sort(Comparator.comparing((Environment environment) -> !environment.leasable())
                .thenComparingInt(environment -> distance(environment, key)));
        near.forEach(environment -> found.putIfAbsent(environment.id().value(), environment));
        return found.values().stream()
                .limit(most)
                .map(environment -> new Choice(environment.id().value(), label.apply(environment)))
                .toList();
    }

    /** 0: it is called that; 1: a name begins with it; 2: a name has it somewhere. */
    private static int distance(Environment environment, String key) {
        if (key.isEmpty()) {
            return 0;
        }
        return Stream.concat(
                        Stream.of(environment.id().value(), environment.title()),
                        environment.naming().aliases().stream())
                .map(Names::key)
                .mapToInt(name -> name.equals(key) ? 0 : name.startsWith(key) ? 1 : name.contains(key) ? 2 : NO_MATCH)
                .min()
                .orElse(NO_MATCH);
    }
}
