package dibs.backend.catalog;

import dibs.backend.policy.Policy;
import dibs.backend.policy.Rule;
import dibs.backend.policy.Vocabulary.Access;
import dibs.backend.policy.Vocabulary.Phrase;
import dibs.backend.policy.Vocabulary.PurposeKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds what is wrong with a policy as a whole: entries that do not go with each other. */
final class PolicyChecks {
    private final PolicyLayer layer;
    private final Policy policy;
    private final List<Fault> faults;

    private PolicyChecks(PolicyLayer layer, Policy policy, List<Fault> faults) {
        this.layer = layer;
        this.policy = policy;
        this.faults = faults;
    }

    /** Adds what is wrong with the policy that was read from the layer. */
    static void check(PolicyLayer layer, Policy policy, List<Fault> faults) {
        PolicyChecks checks = new PolicyChecks(layer, policy, faults);
        checks.factNames();
        checks.narrowed();
        checks.phrases(PolicySection.ACCESSES, policy.vocabulary().accesses(), Access::words);
        checks.phrases(PolicySection.PURPOSES, policy.vocabulary().purposes(), PurposeKind::words);
        checks.ruleIds();
        checks.engineRules();
        new PolicyCircles(layer, policy, faults).check();
    }

    private void factNames() {
        layer.entries(PolicySection.FACTS).forEach((name, entry) -> {
            if (ConditionReader.WORDS.contains(name) || name.equals(PolicyNames.ACCESS)) {
                faults.add(
                        entry.fault(name + " is a word of conditions, so no fact can have that name: choose another"));
            }
        });
    }

    private void narrowed() {
        layer.entries(PolicySection.FACTS).values().forEach(entry -> {
            List<String> values = entry.get("values").stream()
                    .flatMap(Located::words)
                    .map(Located.Word::text)
                    .toList();
            entry.get("narrowed").stream()
                    .flatMap(several -> several.pairs().stream())
                    .filter(pair -> values.contains(pair.key()))
                    .forEach(pair -> faults.add(pair.value()
                            .fault(pair.key() + " is one of values: already, so it cannot leave several open: remove"
                                    + " one of them")));
        });
    }

    /** What people say may mean only one entry of a section. */
    private <T> void phrases(PolicySection section, Map<String, T> entries, Function<T, List<Phrase>> words) {
        Map<String, String> owners = new HashMap<>();
        entries.forEach((id, entry) -> words.apply(entry).stream()
                .map(Phrase::text)
                .distinct()
                .forEach(text -> {
                    String owner = owners.putIfAbsent(text, id);
                    Located place = layer.entries(section).get(id);
                    if (owner != null && place != null) {
                        faults.add(place.get("words")
                                .orElse(place)
                                .fault("\"" + text + "\" means " + owner + " already, and cannot mean " + id
                                        + " too: remove it from one of them"));
                    }
                }));
    }

    private void ruleIds() {
        Map<String, String> seen = new HashMap<>();
        layer.entries(PolicySection.RULES).forEach((id, entry) -> {
            String before = seen.putIfAbsent(id.toLowerCase(Locale.ROOT), id);
            if (before != null) {
                faults.add(entry.fault(id + " and " + before
                        + " differ only in the case of letters, which nobody minds:" + " choose another id"));
            }
        });
    }

    private void engineRules() {
        Map<Rule.Engine, String> seen = new EnumMap<>(Rule.Engine.class);
        policy.rules()
                .values()
                .forEach(rule -> rule.engine().ifPresent(engine -> {
                    String before = seen.putIfAbsent(engine, rule.id());
                    Located entry = layer.entries(PolicySection.RULES).get(rule.id());
                    if (before != null && entry != null) {
                        faults.add(entry.get("engine")
                                .orElse(entry)
                                .fault("engine: " + engine.name().toLowerCase(Locale.ROOT) + " is what " + before
                                        + " is for already: keep one of them"));
                    }
                }));
    }
}
