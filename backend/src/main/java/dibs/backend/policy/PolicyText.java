package dibs.backend.policy;

import dibs.backend.environment.Edge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy as text, a text for each of its parts, in the words of its file: two policies that say the same have the same
 * text, on every machine and in every run. What a part leaves out does not show, so that a later program that knows more
 * of a part does not see a change in each.
 */
final class PolicyText {
    private PolicyText() {}

    /** The parts with their texts: where the file's order counts, in the file's order; else by name. */
    static Map<PolicyPart, String> of(Policy policy) {
        Map<PolicyPart, String> parts = new LinkedHashMap<>();
        policy.rules().forEach((id, rule) -> parts.put(part(PolicyPart.Kind.RULE, id), rule(rule)));
        policy.presumptions().forEach(it -> parts.put(part(PolicyPart.Kind.PRESUMPTION, it.id()), presumption(it)));
        new TreeMap<>(policy.situations())
                .forEach((name, it) -> parts.put(part(PolicyPart.Kind.SITUATION, name), condition(it)));
        new TreeMap<>(policy.classes()).forEach((name, it) -> parts.put(part(PolicyPart.Kind.CLASS, name), test(it)));
        Vocabulary words = policy.vocabulary();
        words.accesses().forEach((id, it) -> parts.put(part(PolicyPart.Kind.ACCESS, id), access(it)));
        words.purposes().forEach((id, it) -> parts.put(part(PolicyPart.Kind.PURPOSE, id), purpose(it)));
        words.facts().forEach((id, it) -> parts.put(part(PolicyPart.Kind.FACT, id), fact(it)));
        new TreeMap<>(policy.askers())
                .forEach((role, id) -> parts.put(part(PolicyPart.Kind.ASKER, word(role)), quoted(id.value())));
        return parts;
    }

    private static PolicyPart part(PolicyPart.Kind kind, String name) {
        return new PolicyPart(kind, name);
    }

    private static String rule(Rule rule) {
        FlowMap map = new FlowMap().text("title", rule.title()).text("reason", rule.reason());
        rule.citation()
                .ifPresent(it -> map.text("quote", it.quote())
                        .text("source", it.source())
                        .text("link", it.link()));
        rule.reading().ifPresent(it -> map.text("reading", it));
        rule.engine().ifPresent(it -> map.text("engine", word(it)));
        map.flows("says", rule.clauses().stream().map(PolicyText::clause).toList());
        map.flows(
                "alternatives",
                rule.alternatives().stream().map(PolicyText::alternative).toList());
        return map.toString();
    }

    private static String clause(Clause clause) {
        FlowMap map = new FlowMap().flow(word(clause.effect()), condition(clause.when()));
        clause.id().ifPresent(it -> map.text("id", it));
        return map.texts("say", clause.say()).toString();
    }

    private static String alternative(Alternative alternative) {
        FlowMap map = new FlowMap().flow("when", condition(alternative.when()));
        alternative.search().ifPresent(search -> {
            map.flow("find", test(search.test()))
                    .texts("like-consumer", search.likeConsumer())
                    .texts("like-environment", search.likeEnvironment());
            if (search.named()) {
                map.flow("use", "true");
            }
        });
        map.text("say", alternative.say());
        alternative.otherwise().ifPresent(it -> map.text("otherwise", it));
        return map.toString();
    }

    private static String presumption(Presumption presumption) {
        return new FlowMap()
                .flow("when", condition(presumption.when()))
                .text("fact", presumption.fact())
                .text("value", presumption.value())
                .toString();
    }

    private static String condition(Condition condition) {
        FlowMap map = new FlowMap();
        switch (condition) {
            case Condition.Consumer it -> map.flow("consumer", test(it.test()));
            case Condition.TheEnvironment it -> map.flow("environment", test(it.test()));
            case Condition.Fact it -> map.any(it.name(), it.values());
            case Condition.Given it ->
                map.flow("given", new FlowMap().any(it.name(), it.values()).toString());
            case Condition.ForPurpose it ->
                map.any(
                        "purpose",
                        it.patterns().stream().map(PurposePattern::toString).toList());
            case Condition.Testing ignored -> map.flow("testing", "true");
            case Condition.In it -> map.text("in", it.situation());
            case Condition.Wired it -> map.any("wired", sorts(it.sorts()));
            case Condition.WiredFrom it ->
                map.flow(
                        "wired-from",
                        new FlowMap()
                                .flow("from", test(it.from()))
                                .any("by", sorts(it.sorts()))
                                .toString());
            case Condition.Indirect ignored -> map.flow("indirect", "true");
            case Condition.Severed ignored -> map.flow("severed", "true");
            case Condition.Reaches it -> map.flow("reaches", test(it.test()));
            case Condition.PermittedBy it -> map.any("permitted-by", it.rules());
            case Condition.All it ->
                map.flows("all", it.parts().stream().map(PolicyText::condition).toList());
            case Condition.Any it ->
                map.flow(
                        "any",
                        list(it.parts().stream().map(PolicyText::condition).toList()));
            case Condition.Not it -> map.flow("not", condition(it.part()));
        }
        return map.toString();
    }

    private static String test(SubjectTest test) {
        FlowMap map = new FlowMap();
        switch (test) {
            case SubjectTest.Is it -> map.any("is", it.classes());
            case SubjectTest.Has it -> map.any(it.attribute(), it.values());
            case SubjectTest.HasAny it -> map.text("has", it.attribute());
            case SubjectTest.All it ->
                map.flows("all", it.parts().stream().map(PolicyText::test).toList());
            case SubjectTest.Any it ->
                map.flow("any", list(it.parts().stream().map(PolicyText::test).toList()));
            case SubjectTest.Not it -> map.flow("not", test(it.part()));
        }
        return map.toString();
    }

    private static List<String> sorts(Collection<Edge.Sort> sorts) {
        return sorts.stream().sorted().map(Edge.Sort::spelling).toList();
    }

    private static String access(Vocabulary.Access access) {
        return new FlowMap()
                .text("say", access.say())
                .flows("words", phrases(access.words()))
                .flow("implied", Boolean.toString(access.implied()))
                .toString();
    }

    private static String purpose(Vocabulary.PurposeKind purpose) {
        return new FlowMap()
                .text("say", purpose.say())
                .flows("words", phrases(purpose.words()))
                .texts("about", purpose.about())
                .flow("testing", Boolean.toString(purpose.testing()))
                .flow("wide", Boolean.toString(purpose.wide()))
                .toString();
    }

    private static String fact(Vocabulary.FactKind fact) {
        FlowMap map = new FlowMap().texts("values", fact.values());
        fact.valuesOf().ifPresent(it -> map.text("values-of", it));
        FlowMap narrowed = new FlowMap();
        new TreeMap<>(fact.narrowed()).forEach(narrowed::texts);
        map.some("narrowed", narrowed);
        FlowMap words = new FlowMap();
        new TreeMap<>(fact.words()).forEach((value, phrases) -> words.flows(value, phrases(phrases)));
        map.some("words", words).text("ask", fact.ask());
        fact.settles().ifPresent(it -> map.text("settles", it));
        return map.toString();
    }

    private static List<String> phrases(List<Vocabulary.Phrase> phrases) {
        return phrases.stream().map(PolicyText::phrase).toList();
    }

    private static String phrase(Vocabulary.Phrase phrase) {
        if (phrase.tells().isEmpty()) {
            return quoted(phrase.text());
        }
        FlowMap tells = new FlowMap();
        new TreeMap<>(phrase.tells()).forEach(tells::text);
        return new FlowMap().text("text", phrase.text()).some("tells", tells).toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String list(List<String> flows) {
        return "[" + String.join(", ", flows) + "]";
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append("\\u00")
                        .append(Character.forDigit(letter >> 4, 16))
                        .append(Character.forDigit(letter & 15, 16));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }

    /** Keys and values in one line, as YAML and JSON both read it; what is empty is left out. */
    private static final class FlowMap {
        private final List<String> entries = new ArrayList<>();

        FlowMap flow(String key, String flow) {
            entries.add(quoted(key) + ": " + flow);
            return this;
        }

        FlowMap text(String key, String text) {
            return flow(key, quoted(text));
        }

        FlowMap texts(String key, List<String> texts) {
            return flows(key, texts.stream().map(PolicyText::quoted).toList());
        }

        /** The same, left in where there are none: what is true of none must not look like what is always true. */
        FlowMap any(String key, List<String> texts) {
            return flow(key, list(texts.stream().map(PolicyText::quoted).toList()));
        }

        FlowMap flows(String key, List<String> flows) {
            return flows.isEmpty() ? this : flow(key, list(flows));
        }

        FlowMap some(String key, FlowMap map) {
            return map.entries.isEmpty() ? this : flow(key, map.toString());
        }

        @Override
        public String toString() {
            return "{" + String.join(", ", entries) + "}";
        }
    }
}
