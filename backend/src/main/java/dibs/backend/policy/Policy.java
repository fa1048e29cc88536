package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of an organisation, with the words and the classes that they are written in.
 *
 * @param revision what a person says of this state of the file
 * @param classes what consumers and environments are, by name
 * @param situations conditions that several rules share, by name
 * @param presumptions earlier ones win
 * @param rules by id, in the file's order
 * @param askers what whoever asks stands for as a consumer, by the least role that they have
 */
public record Policy(
        Revision revision,
        Vocabulary vocabulary,
        Map<String, SubjectTest> classes,
        Map<String, Condition> situations,
        List<Presumption> presumptions,
        Map<String, Rule> rules,
        Map<Role, EnvironmentId> askers) {
    public Policy {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        situations = Collections.unmodifiableMap(new LinkedHashMap<>(situations));
        presumptions = List.copyOf(presumptions);
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
        askers = Map.copyOf(askers);
    }

    /** A policy that does not say what askers stand for. */
    public Policy(
            Revision revision,
            Vocabulary vocabulary,
            Map<String, SubjectTest> classes,
            Map<String, Condition> situations,
            List<Presumption> presumptions,
            Map<String, Rule> rules) {
        this(revision, vocabulary, classes, situations, presumptions, rules, Map.of());
    }

    /** What somebody of that role stands for as a consumer, or nothing where the policy does not say. */
    public Optional<EnvironmentId> asker(Role role) {
        return askers.entrySet().stream()
                .filter(entry -> role.includes(entry.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    /**
     * What the file says of its own last change.
     *
     * @param by who changed it
     * @param why what for
     */
    public record Revision(String by, String why) {}

    /** The rule of that id, or nothing. Letter case does not matter. */
    public Optional<Rule> rule(String id) {
        Rule exact = rules.get(id);
        if (exact != null) {
            return Optional.of(exact);
        }
        return rules.values().stream()
                .filter(rule -> rule.id().equalsIgnoreCase(id))
                .findFirst();
    }

    /** The rule that says what the engine itself has to say, or nothing where the file has none. */
    public Optional<Rule> engine(Rule.Engine what) {
        return rules.values().stream()
                .filter(rule -> rule.engine().equals(Optional.of(what)))
                .findFirst();
    }
}
