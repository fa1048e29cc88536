package dibs.backend.policy;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.backend.environment.UnitName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes questions of inquiries: names become subjects, and what is told becomes facts that the rules know. */
public final class Questions {
    private static final String LEASE = "lease";
    private static final String LEASE_ON = "lease_on";
    private static final String CONSUMER_LEASE = "consumer_lease";
    private static final String OTHER = "other";

    private final Catalog catalog;
    private final Vocabulary vocabulary;

    public Questions(Catalog catalog, Vocabulary vocabulary) {
        this.catalog = catalog;
        this.vocabulary = vocabulary;
    }

    /** What came of an inquiry. */
    public sealed interface Reading {
        /** Every name is known. */
        record Ready(Question question) implements Reading {}

        /**
         * A name is not known, or means several things, or leads to what is no more.
         *
         * @param name as it was said
         * @param why in one sentence
         * @param suggestions known ids, nearest first
         */
        record Unresolved(String name, String why, List<EnvironmentId> suggestions) implements Reading {
            public Unresolved {
                suggestions = List.copyOf(suggestions);
            }
        }
    }

    /**
     * The question that the inquiry comes to.
     *
     * @param asker the environment that the asker stands for
     */
    public Reading read(Inquiry inquiry, EnvironmentId asker) {
        Named consumer = name(inquiry.consumer().orElse(asker.value()));
        Optional<Named> environment = inquiry.environment().map(this::name);
        if (consumer.trouble().isPresent()) {
            return consumer.trouble().get();
        }
        if (environment.flatMap(Named::trouble).isPresent()) {
            return environment.flatMap(Named::trouble).get();
        }
        Map<String, List<String>> told = told(inquiry, consumer, environment);
        return new Reading.Ready(new Question(
                consumer.subject().orElseThrow(),
                environment.flatMap(Named::subject),
                told,
                inquiry.via().stream().map(this::link).toList(),
                List.of()));
    }

    /** A name with what it came to. */
    private record Named(
            Optional<Subject> subject, Optional<Environment> environment, Optional<Reading.Unresolved> trouble) {
        static Named not(String said, String why, List<EnvironmentId> suggestions) {
            return new Named(
                    Optional.empty(), Optional.empty(), Optional.of(new Reading.Unresolved(said, why, suggestions)));
        }
    }

    private Named name(String text) {
        return switch (catalog.names().resolve(text, Sense.THING)) {
            case Resolution.Found found -> {
                Environment environment = found.environment();
                yield environment
                        .retired()
                        .map(retired -> Named.not(
                                found.said(),
                                environment.id() + " is no more, since " + retired.since(),
                                retired.use()))
                        .orElseGet(() -> new Named(
                                Optional.of(Subjects.of(environment, found.branch())),
                                Optional.of(environment),
                                Optional.empty()));
            }
            case Resolution.Several several ->
                Named.not(
                        several.said(),
                        several.said() + " means several things",
                        several.environments().stream().map(Environment::id).toList());
            case Resolution.Unknown unknown ->
                Named.not(unknown.said(), unknown.said() + " is in no catalog", unknown.nearest());
        };
    }

    private String link(String text) {
        return catalog.names().resolve(text, Sense.THING) instanceof Resolution.Found found
                ? found.environment().id().value()
                : text;
    }

    private Map<String, List<String>> told(Inquiry inquiry, Named consumer, Optional<Named> environment) {
        Map<String, List<String>> told = new LinkedHashMap<>();
        inquiry.told().forEach((name, values) -> {
            List<String> known = values.stream()
                    .flatMap(value -> known(name, value).stream())
                    .distinct()
                    .toList();
            if (!known.isEmpty()) {
                told.put(name, known);
            }
        });
        lease(told, inquiry.told().getOrDefault(LEASE_ON, List.of()), consumer, environment);
        return told;
    }

    /** The values that it stands for; none where the policy does not know it, so that it stays missing. */
    private List<String> known(String name, String value) {
        if (name.equals(Vocabulary.ACCESS)) {
            return vocabulary.accesses().containsKey(value) ? List.of(value) : List.of();
        }
        if (name.equals(Vocabulary.PURPOSE)) {
            return vocabulary.purposes().containsKey(Purpose.of(value).id()) ? List.of(value) : List.of();
        }
        Vocabulary.FactKind kind = vocabulary.facts().get(name);
        if (kind == null) {
            return List.of();
        }
        List<String> narrowed = kind.narrowed().get(value);
        if (narrowed != null) {
            return narrowed;
        }
        boolean free = kind.values().isEmpty() || kind.valuesOf().isPresent();
        return free || kind.values().contains(value) ? List.of(value) : List.of();
    }

    /**
     * A lease that was told is the environment's, or the consumer's where the environment is none to lease. One on
     * something else counts where it shares a unit: another's part is enough to be in the way, while what is mine or free
     * has to be all of it.
     */
    private void lease(Map<String, List<String>> told, List<String> on, Named consumer, Optional<Named> environment) {
        List<String> lease = told.remove(LEASE);
        if (lease == null) {
            return;
        }
        List<UnitName> asked = environment.map(this::units).orElse(List.of());
        List<UnitName> own = units(consumer);
        if (on.isEmpty()) {
            told.put(asked.isEmpty() && !own.isEmpty() ? CONSUMER_LEASE : LEASE, lease);
            return;
        }
        List<UnitName> leased = units(name(on.getFirst()));
        if (counts(lease, leased, asked)) {
            told.put(LEASE, lease);
        }
        if (counts(lease, leased, own)) {
            told.put(CONSUMER_LEASE, lease);
        }
    }

    private static boolean counts(List<String> lease, List<UnitName> leased, List<UnitName> asked) {
        if (asked.isEmpty()) {
            return false;
        }
        return lease.equals(List.of(OTHER)) ? !Collections.disjoint(leased, asked) : leased.containsAll(asked);
    }

    private List<UnitName> units(Named named) {
        return named.environment()
                .map(environment -> environment.units().isEmpty()
                        ? catalog.setOf(environment.id())
                                .map(Environment::units)
                                .orElse(List.of())
                        : environment.units())
                .orElse(List.of());
    }
}
