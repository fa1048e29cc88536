package dibs.backend.policy;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Answers inquiries: names are looked up, what holds now is told where the inquiry does not tell it, and the rules are
 * asked. Safe for many threads.
 */
public final class Verdicts {
    private static final String LEASE = "lease";

    /** Whether a release or a chemspill is in flight: told where a freeze says so, and left open where none does. */
    private static final String IN_FLIGHT = "chemspill";

    private static final String CONSUMER_LEASE = "consumer_lease";

    private final PolicySource policies;
    private final WaiverSource waivers;
    private final MomentSource moments;
    private final AtomicReference<Built> built = new AtomicReference<>();

    public Verdicts(PolicySource policies, WaiverSource waivers, MomentSource moments) {
        this.policies = policies;
        this.waivers = waivers;
        this.moments = moments;
    }

    /** An engine with what it was made of. */
    private record Built(Policy policy, Catalog catalog, PolicyEngine engine, Questions questions) {
        /** The very same objects: a reload makes new ones, and to compare all they hold would take longer than a verdict. */
        @SuppressWarnings("ReferenceEquality")
        boolean madeOf(Policy other, Catalog known) {
            return policy == other && catalog == known;
        }
    }

    /**
     * Who asks.
     *
     * @param as what they stand for as a consumer
     */
    public record Asker(PersonId person, EnvironmentId as, Instant now) {}

    /** The engine for the catalog, made once for each policy and catalog. */
    public PolicyEngine engine(Catalog catalog) {
        return built(policies.policy(), catalog).engine();
    }

    /** The answer by the policy of the moment. Never fails: a name that is not known makes it unknown. */
    public Judged judge(Inquiry inquiry, Catalog catalog, Asker asker) {
        return judge(inquiry, policies.policy(), catalog, asker);
    }

    /** The same by that policy, for whoever has to know which one it was. */
    public Judged judge(Inquiry inquiry, Policy policy, Catalog catalog, Asker asker) {
        Built now = built(policy, catalog);
        return switch (now.questions().read(inquiry, asker.as())) {
            case Questions.Reading.Unresolved unresolved -> unresolved(unresolved, inquiry, now.engine(), asker);
            case Questions.Reading.Ready ready -> judge(ready.question(), now, asker);
        };
    }

    private Built built(Policy policy, Catalog catalog) {
        Built before = built.get();
        if (before != null && before.madeOf(policy, catalog)) {
            return before;
        }
        World world = World.of(catalog);
        Built now = new Built(
                policy, catalog, new PolicyEngine(policy, world), new Questions(catalog, policy.vocabulary()));
        built.set(now);
        return now;
    }

    private static Judged unresolved(
            Questions.Reading.Unresolved unresolved, Inquiry inquiry, PolicyEngine engine, Asker asker) {
        Verdict verdict = engine.unresolved(
                inquiry.consumer().orElse(asker.as().value()), inquiry.environment(), unresolved.why());
        return new Judged(verdict, Optional.empty(), List.of(), List.of(), unresolved.suggestions(), Optional.empty());
    }

    private Judged judge(Question question, Built now, Asker asker) {
        Optional<Environment> environment =
                question.environment().flatMap(subject -> now.catalog().find(subject.id()));
        Optional<Moment> moment = environment.map(it -> moment(it, now.catalog(), asker));
        Question full = withLeases(question, now.catalog(), moment, asker);
        Verdict verdict = now.engine().judge(full);
        List<Verdict.Way> offered = new ArrayList<>();
        List<Judged.Hindered> hindered = new ArrayList<>();
        for (Verdict.Way way : verdict.alternatives()) {
            sort(way, now.catalog(), asker, offered, hindered);
        }
        return new Judged(verdict, moment, offered, hindered, List.of(), Optional.empty());
    }

    private Moment moment(Environment environment, Catalog catalog, Asker asker) {
        return moments.of(leased(environment, catalog), asker.person(), asker.now());
    }

    /** What a lease of it would be on. */
    private static Environment leased(Environment environment, Catalog catalog) {
        return environment.units().isEmpty() ? catalog.setOf(environment.id()).orElse(environment) : environment;
    }

    /** The leases of now and the exceptions of now, where the question tells nothing of leases. */
    private Question withLeases(Question question, Catalog catalog, Optional<Moment> moment, Asker asker) {
        Map<String, List<String>> told = new LinkedHashMap<>(question.told());
        boolean silent = !told.containsKey(LEASE) && !told.containsKey(CONSUMER_LEASE);
        if (silent && question.environment().flatMap(it -> units(it, catalog)).isPresent()) {
            moment.ifPresent(it -> told.put(LEASE, List.of(lease(it))));
        }
        if (silent) {
            units(question.consumer(), catalog)
                    .map(leased -> moments.of(leased, asker.person(), asker.now()))
                    .ifPresent(it -> told.put(CONSUMER_LEASE, List.of(lease(it))));
        }
        boolean inFlight = moment.flatMap(Moment::freeze).isPresent()
                && policies.policy().vocabulary().facts().containsKey(IN_FLIGHT);
        if (inFlight) {
            told.putIfAbsent(IN_FLIGHT, List.of("true"));
        }
        List<Waiver> inForce = question.environment()
                .map(it -> waivers.inForce(question.consumer().id(), it.id(), asker.now()))
                .orElse(List.of());
        return new Question(question.consumer(), question.environment(), told, question.via(), inForce);
    }

    private static Optional<Environment> units(Subject subject, Catalog catalog) {
        return catalog.find(subject.id())
                .map(it -> leased(it, catalog))
                .filter(it -> !it.units().isEmpty());
    }

    private static String lease(Moment moment) {
        if (moment.holder().isEmpty()) {
            return "free";
        }
        return moment.heldByAnother() ? "other" : "mine";
    }

    /** What is held, shut or failing is no way out now; what is left of the names is. */
    private void sort(
            Verdict.Way way, Catalog catalog, Asker asker, List<Verdict.Way> offered, List<Judged.Hindered> hindered) {
        List<EnvironmentId> left = new ArrayList<>();
        for (EnvironmentId id : way.names()) {
            Optional<Environment> named = catalog.find(id);
            Optional<Moment> moment =
                    named.map(it -> moment(it, catalog, asker)).filter(Moment::hindered);
            if (moment.isPresent()) {
                Optional<String> owner = named.flatMap(it -> it.contact().owner());
                hindered.add(new Judged.Hindered(way.only(List.of(id)), id, moment.get(), owner));
            } else {
                left.add(id);
            }
        }
        if (way.names().isEmpty() || !left.isEmpty()) {
            offered.add(way.only(left));
        }
    }
}
