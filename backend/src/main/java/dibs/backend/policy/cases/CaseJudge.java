package dibs.backend.policy.cases;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.backend.person.Role;
import dibs.backend.policy.Inquiry;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyEngine;
import dibs.backend.policy.Questions;
import dibs.backend.policy.Verdict;
import dibs.backend.policy.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds what the rules say of a case against what they have to say. Nothing of now counts: no lease, no gate, no
 * exception, only what the case itself tells. Immutable, and safe for many threads.
 */
public final class CaseJudge {
    /** How many rules may be cited beside those that have to be. */
    public static final int FURTHER = 2;

    private final Catalog catalog;
    private final Policy policy;
    private final PolicyEngine engine;
    private final Questions questions;
    private final CatalogMentions mentions;

    public CaseJudge(Catalog catalog, Policy policy) {
        this.catalog = catalog;
        this.policy = policy;
        this.engine = new PolicyEngine(policy, World.of(catalog));
        this.questions = new Questions(catalog, policy.vocabulary());
        this.mentions = new CatalogMentions(catalog);
    }

    /** The case by its fields. */
    public CaseResult judge(WrittenCase written) {
        return judge(written, written.inquiry());
    }

    /** The case by what was read from its words; the facts of its context are added. */
    public CaseResult judgeAsRead(WrittenCase written, Inquiry read) {
        return judge(written, written.context().addedTo(read));
    }

    private CaseResult judge(WrittenCase written, Inquiry inquiry) {
        EnvironmentId asker = asker(written);
        return switch (questions.read(inquiry, asker)) {
            case Questions.Reading.Ready ready -> result(written, engine.judge(ready.question()), List.of());
            case Questions.Reading.Unresolved unresolved -> {
                String consumer = inquiry.consumer().orElse(asker.value());
                Verdict verdict = engine.unresolved(consumer, inquiry.environment(), unresolved.why());
                yield result(written, verdict, unresolved.suggestions());
            }
        };
    }

    /** Who asks: the case's consumer where that is a role, else whoever may claim. */
    private EnvironmentId asker(WrittenCase written) {
        return written.inquiry()
                .consumer()
                .flatMap(this::role)
                .or(() -> policy.asker(Role.CLAIM))
                .orElse(new EnvironmentId("asker"));
    }

    private Optional<EnvironmentId> role(String name) {
        return catalog.names().resolve(name, Sense.THING) instanceof Resolution.Found found
                        && found.environment().kind() == Kind.ROLE
                ? Optional.of(found.environment().id())
                : Optional.empty();
    }

    private CaseResult result(WrittenCase written, Verdict verdict, List<EnvironmentId> suggestions) {
        List<String> alternatives = Stream.concat(
                        verdict.alternatives().stream().map(Verdict.Way::text),
                        suggestions.stream().map(EnvironmentId::value))
                .distinct()
                .toList();
        List<String> differences = new ArrayList<>();
        if (verdict.answer() != written.expected()) {
            differences.add("it is " + verdict.answer().word());
        }
        List<String> rules = verdict.rules();
        written.because().stream()
                .filter(rule -> rules.stream().noneMatch(rule::equalsIgnoreCase))
                .forEach(rule -> differences.add(rule + " is not cited"));
        List<String> further = rules.stream()
                .filter(rule -> written.because().stream().noneMatch(rule::equalsIgnoreCase))
                .toList();
        if (further.size() > FURTHER) {
            differences.add("cited are also " + String.join(", ", further) + ", and at most two more may be");
        }
        offered(written, verdict, suggestions, alternatives, differences);
        return new CaseResult(
                written, Optional.of(verdict.answer()), rules, alternatives, verdict.conditions(), differences);
    }

    private void offered(
            WrittenCase written,
            Verdict verdict,
            List<EnvironmentId> suggestions,
            List<String> alternatives,
            List<String> differences) {
        Set<EnvironmentId> offered = new LinkedHashSet<>(suggestions);
        verdict.alternatives().forEach(way -> offered.addAll(way.names()));
        alternatives.forEach(text -> mentions.in(text).values().forEach(offered::addAll));
        written.alternative()
                .ifPresent(text -> mentions.in(text).forEach((name, meant) -> {
                    if (Collections.disjoint(meant, offered)) {
                        differences.add(name + " is not among the alternatives");
                    }
                }));
    }
}
