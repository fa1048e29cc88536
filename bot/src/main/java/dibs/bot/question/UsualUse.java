package dibs.bot.question;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Edge;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Names;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.backend.environment.Tier;
import dibs.backend.policy.Inquiry;
import dibs.backend.policy.Purpose;
import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.Vocabulary.PurposeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is meant by a question that leaves out how and what for, where the catalog knows only one use: a dep pool and the
 * stage that it is configured for, a staging release and a part of it, a developer and the stage of his own service, a dev
 * pool, which is there for tests. Of production nothing is taken for granted but that.
 */
final class UsualUse {
    private static final String TEST_ON = "test-on";
    private static final String DEVELOPER = "-developer";
    private static final Map<Edge.Sort, String> ACCESSES =
            Map.of(Edge.Sort.DEPENDS_ON, "depend-on", Edge.Sort.WRITES, "write", Edge.Sort.READS, "read-only");

    private final Catalog catalog;
    private final Vocabulary vocabulary;

    UsualUse(Catalog catalog, Vocabulary vocabulary) {
        this.catalog = catalog;
        this.vocabulary = vocabulary;
    }

    /** The inquiry with its usual use told where it tells none. */
    Inquiry completed(Inquiry inquiry) {
        Optional<Environment> consumer = inquiry.consumer().flatMap(this::one);
        Optional<Environment> environment = inquiry.environment().flatMap(this::one);
        if (consumer.isEmpty() || environment.isEmpty() || !inquiry.via().isEmpty()) {
            return inquiry;
        }
        Map<String, List<String>> told = new LinkedHashMap<>();
        if (isTestOnProduction(consumer.get(), environment.get())
                && !inquiry.told().containsKey(Vocabulary.ACCESS)) {
            told.put(Vocabulary.ACCESS, List.of(TEST_ON));
        }
        Optional<Edge.Sort> use = environment.get().tier().equals(Optional.of(Tier.PRODUCTION))
                ? Optional.empty()
                : use(consumer.get(), environment.get());
        Optional<String> access = Optional.ofNullable(inquiry.told().get(Vocabulary.ACCESS))
                .map(List::getFirst)
                .or(() -> use.map(ACCESSES::get).filter(vocabulary.accesses()::containsKey));
        access.ifPresent(it -> told.put(Vocabulary.ACCESS, List.of(it)));
        boolean asUsual = access.filter(ACCESSES::containsValue).isPresent();
        purpose(consumer.get(), environment.get(), use)
                .filter(it -> asUsual)
                .ifPresent(it -> told.put(Vocabulary.PURPOSE, List.of(it.toString())));
        told.putAll(inquiry.told());
        return new Inquiry(inquiry.consumer(), inquiry.environment(), told, inquiry.via());
    }

    /** A tree that ships nothing has nothing but tests for a pool that ships. */
    private boolean isTestOnProduction(Environment consumer, Environment environment) {
        return vocabulary.accesses().containsKey(TEST_ON)
                && (consumer.kind() == Kind.TREE || consumer.kind() == Kind.STAGING_REPO)
                && consumer.tier().equals(Optional.of(Tier.STAGING))
                && environment.kind() == Kind.WORKER_POOL
                && environment.tier().equals(Optional.of(Tier.PRODUCTION));
    }

    private Optional<Environment> one(String name) {
        Names names = catalog.names();
        return names.resolve(name, Sense.THING) instanceof Resolution.Found found
                ? Optional.of(found.environment())
                : Optional.empty();
    }

    /** How the one uses the other, as far as the catalog knows; what may merely be is no use. */
    private Optional<Edge.Sort> use(Environment consumer, Environment environment) {
        if (tests(consumer, environment)) {
            return Optional.of(Edge.Sort.WRITES);
        }
        boolean part = consumer.releases()
                .filter(releases -> releases.products().values().stream()
                        .anyMatch(parts -> parts.uses().contains(environment.id())))
                .isPresent();
        if (part) {
            return Optional.of(environment.kind() == Kind.SERVICE ? Edge.Sort.WRITES : Edge.Sort.DEPENDS_ON);
        }
        return consumer.tier().equals(Optional.of(Tier.DEPEND)) ? edge(consumer, environment) : Optional.empty();
    }

    private Optional<Edge.Sort> edge(Environment consumer, Environment environment) {
        return catalog.edges().from(consumer.id()).stream()
                .filter(edge -> edge.to().equals(environment.id()) && edge.evidence() != Edge.Evidence.PERMITTED)
                .map(Edge::sort)
                .filter(ACCESSES::containsKey)
                .findFirst();
    }

    /** Whether it is a developer's own stage: of his service, or one that the dep pools of his script are for. */
    private boolean tests(Environment consumer, Environment environment) {
        if (consumer.kind() != Kind.ROLE || !consumer.id().value().endsWith(DEVELOPER)) {
            return false;
        }
        Environment.Belongs own = consumer.belongs();
        boolean service = own.service().isPresent()
                && own.service().equals(environment.belongs().service());
        return environment.kind() == Kind.SERVICE
                && (service
                        || catalog.environments().stream()
                                .filter(it -> own.script().isPresent()
                                        && it.belongs().script().equals(own.script()))
                                .filter(it -> it.tier().equals(Optional.of(Tier.DEPEND)))
                                .anyMatch(it -> edge(it, environment).isPresent()));
    }

    private Optional<Purpose> purpose(Environment consumer, Environment environment, Optional<Edge.Sort> use) {
        if (consumer.tier().equals(Optional.of(Tier.DEV)) && consumer.kind() != Kind.SERVICE) {
            return kind(kind -> kind.testing() && kind.wide()).map(id -> new Purpose(id, Optional.empty()));
        }
        if (use.isEmpty()) {
            return Optional.empty();
        }
        if (consumer.kind() == Kind.ROLE) {
            Environment.Belongs own = consumer.belongs();
            Optional<String> subject = own.service().isPresent() ? own.service() : own.script();
            return kind(kind -> kind.testing() && kind.about().contains("service"))
                    .map(id -> new Purpose(id, subject));
        }
        boolean released = consumer.kind() == Kind.SET || environment.kind() == Kind.SERVICE;
        return kind(kind -> kind.testing() && kind.about().contains("product"))
                .filter(id -> released)
                .map(id -> new Purpose(id, Optional.empty()));
    }

    private Optional<String> kind(Predicate<PurposeKind> which) {
        return vocabulary.purposes().values().stream()
                .filter(which)
                .map(PurposeKind::id)
                .findFirst();
    }
}
