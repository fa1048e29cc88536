package dibs.backend.catalog;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.Role;
import dibs.backend.policy.Condition;
import dibs.backend.policy.Policy;
import dibs.backend.policy.Presumption;
import dibs.backend.policy.Rule;
import dibs.backend.policy.SubjectTest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a policy of a layer, and finds what its entries name that is not there. */
final class PolicyReader {
    private final PolicyLayer layer;
    private final PolicyNames names;
    private final List<Fault> faults;

    private PolicyReader(PolicyLayer layer, CatalogNames catalog, List<Fault> faults) {
        this.layer = layer;
        this.names = new PolicyNames(layer, catalog, faults);
        this.faults = faults;
    }

    /** The policy; it only counts where no fault was added. */
    static Policy read(PolicyLayer layer, CatalogNames catalog, List<Fault> faults) {
        Policy policy = new PolicyReader(layer, catalog, faults).policy();
        PolicyChecks.check(layer, policy, faults);
        return policy;
    }

    private Policy policy() {
        SubjectTestReader tests = new SubjectTestReader(names);
        ConditionReader conditions = new ConditionReader(names);
        RuleReader ruleReader = new RuleReader(names, faults);
        Map<String, SubjectTest> classes = new LinkedHashMap<>();
        layer.entries(PolicySection.CLASSES).forEach((name, test) -> classes.put(name, tests.read(test)));
        Map<String, Condition> situations = new LinkedHashMap<>();
        layer.entries(PolicySection.SITUATIONS).forEach((name, when) -> situations.put(name, conditions.read(when)));
        List<Presumption> presumptions = layer.entries(PolicySection.PRESUMPTIONS).entrySet().stream()
                .map(entry -> presumption(entry.getKey(), entry.getValue(), conditions))
                .toList();
        Map<String, Rule> rules = new LinkedHashMap<>();
        layer.entries(PolicySection.RULES).forEach((id, rule) -> rules.put(id, ruleReader.read(id, rule)));
        Policy read = new Policy(
                revision(),
                new VocabularyReader(layer, names).read(),
                classes,
                situations,
                presumptions,
                rules,
                askers());
        names.reportMissed();
        return read;
    }

    /** What people stand for who ask, by the least role that they have. */
    private Map<Role, EnvironmentId> askers() {
        Map<Role, EnvironmentId> askers = new EnumMap<>(Role.class);
        // The schema has reported what is no role.
        layer.entries(PolicySection.ASKERS)
                .forEach((key, value) -> Arrays.stream(Role.values())
                        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(key))
                        .forEach(role -> names.attributes().values("id", value).stream()
                                .findFirst()
                                .ifPresent(id -> askers.put(role, new EnvironmentId(id)))));
        return askers;
    }

    private Presumption presumption(String id, Located entry, ConditionReader conditions) {
        Optional<Located.Word> fact = word(entry, "fact");
        Optional<Located.Word> value = word(entry, "value");
        String name = fact.map(names::fact).orElse("");
        return new Presumption(
                id,
                conditions.read(entry.get("when")),
                name,
                value.map(word -> names.presumed(name, word)).orElse(""));
    }

    private static Optional<Located.Word> word(Located entry, String key) {
        return entry.get(key).stream().flatMap(Located::words).findFirst();
    }

    private Policy.Revision revision() {
        return new Policy.Revision(said("by").orElse("Dibs"), said("why").orElse("the policy that comes with it"));
    }

    private Optional<String> said(String key) {
        return layer.revision().flatMap(revision -> revision.get(key)).flatMap(Located::text);
    }
}
