package dibs.bot.command;

import dibs.backend.policy.Alternative;
import dibs.backend.policy.Clause;
import dibs.backend.policy.Condition;
import dibs.backend.policy.Policy;
import dibs.backend.policy.Rule;
import dibs.backend.policy.SubjectTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a rule says, in words made from its conditions. */
final class RuleWords {
    private RuleWords() {}

    /** What the rule does, in a word each, such as "forbids" and "allows"; in the order in which it does so. */
    static List<String> effects(Rule rule) {
        return rule.engine().isPresent()
                ? List.of(engine(rule.engine().get()))
                : rule.clauses().stream()
                        .map(clause -> effect(clause.effect()))
                        .distinct()
                        .toList();
    }

    /** The clauses, a line each. */
    static List<String> clauses(List<Clause> clauses) {
        return clauses.stream().map(RuleWords::clause).toList();
    }

    private static String clause(Clause clause) {
        String when = clause.when().equals(Condition.ALWAYS) ? " always" : " where " + ConditionWords.of(clause.when());
        String say = clause.say().isEmpty() ? "" : ": " + plain(String.join("; ", clause.say()));
        return effect(clause.effect()) + when + say;
    }

    private static String effect(Clause.Effect effect) {
        return switch (effect) {
            case FORBID -> "forbids";
            case ALLOW -> "allows";
            case SUPPORT -> "speaks for it";
            case OBLIGE -> "asks for something first";
            case ADVISE -> "advises";
            case ABSENT_UNKNOWN -> "says that there is no such thing (unknown)";
            case ABSENT_UNSAFE -> "says that there is no such thing (unsafe)";
        };
    }

    /** When the engine itself speaks so. */
    static String engine(Rule.Engine engine) {
        return switch (engine) {
            case MISSING -> "speaks where the question leaves out what decides";
            case UNRESOLVED -> "speaks where a name is not known or means several things";
            case SILENT -> "speaks where no other rule does";
        };
    }

    /** The ways out that it offers, a line each. */
    static List<String> alternatives(Rule rule) {
        return rule.alternatives().stream().map(RuleWords::alternative).toList();
    }

    private static String alternative(Alternative alternative) {
        String say = plain(alternative.say());
        String found = alternative.search().map(RuleWords::found).orElse("");
        String when =
                alternative.when().equals(Condition.ALWAYS) ? "" : ", where " + ConditionWords.of(alternative.when());
        return say.replace("{names}", found) + when;
    }

    private static String found(Alternative.Search search) {
        List<String> what = new ArrayList<>();
        if (search.named()) {
            what.add("the catalog names instead");
        }
        if (!search.test().equals(new SubjectTest.All(List.of()))) {
            what.add(ConditionWords.of(search.test()));
        }
        if (!search.likeConsumer().isEmpty()) {
            what.add("has the consumer's " + like(search.likeConsumer()));
        }
        if (!search.likeEnvironment().isEmpty()) {
            what.add("has the environment's " + like(search.likeEnvironment()));
        }
        return "(what " + String.join(" and ", what) + ")";
    }

    private static String like(List<String> attributes) {
        return String.join(
                " and ",
                attributes.stream()
                        .map(it -> it.toLowerCase(Locale.ROOT).replace('-', ' '))
                        .toList());
    }

    /** A sentence of the policy without a question to fill it. */
    static String plain(String sentence) {
        return sentence.replace("{consumer}", "the consumer")
                .replace("{environment}", "the environment")
                .replace("{owner}", "the owner")
                .replace("{channel}", "")
                .replace("{trust-domain}", "TRUST-DOMAIN")
                .replace("{script}", "SCRIPT");
    }

    /** What the classes and situations are that the clauses name, and those that these name, a line each. */
    static List<String> terms(List<Clause> clauses, Policy policy) {
        List<String> lines = new ArrayList<>();
        PolicyTerms.of(clauses, policy).forEach((name, meaning) -> lines.add(name + ": " + meaning));
        return lines;
    }
}
