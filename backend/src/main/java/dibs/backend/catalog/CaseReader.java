package dibs.backend.catalog;

import dibs.backend.environment.Catalog;
import dibs.backend.policy.AccessWords;
import dibs.backend.policy.Answer;
import dibs.backend.policy.FactWords;
import dibs.backend.policy.Inquiry;
import dibs.backend.policy.Policy;
import dibs.backend.policy.Purpose;
import dibs.backend.policy.PurposeWords;
import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.cases.Context;
import dibs.backend.policy.cases.WrittenCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the cases of one file with the words of a policy; what is wrong is added to the faults, and reading goes on. */
final class CaseReader {
    private static final int MOST_CASES = 10_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ITEMS = 50;
    private static final int LONGEST_SHOWN = 60;
    private static final List<String> TEXTS = List.of(
            "id", "question", "consumer", "environment", "access", "purpose", "expected", "alternative", "note");
    private static final List<String> LISTS = List.of("because", "conditions");
    private static final String CONTEXT = "context";
    private static final String VIA = "via";
    private static final List<String> FIELDS =
            Stream.of(TEXTS, LISTS, List.of(CONTEXT)).flatMap(List::stream).toList();

    private final Vocabulary vocabulary;
    private final AccessWords accesses;
    private final PurposeWords purposes;
    private final FactWords facts;
    private final List<Fault> faults;
    private final Map<String, Place> seen = new HashMap<>();

    CaseReader(Catalog catalog, Policy policy, List<Fault> faults) {
        this.vocabulary = policy.vocabulary();
        this.accesses = new AccessWords(vocabulary);
        this.purposes = new PurposeWords(vocabulary, catalog);
        this.facts = new FactWords(vocabulary, catalog);
        this.faults = faults;
    }

    /** The cases of the document's root. */
    List<WrittenCase> read(Located root) {
        if (root.value().isObject()) {
            unknownKeys(root, List.of("cases"), "a file of cases");
        }
        Optional<Located> cases = root.get("cases");
        if (cases.isEmpty() || !cases.get().value().isArray()) {
            faults.add(cases.orElse(root).fault("a file of cases has a list cases: write one, each item a case"));
            return List.of();
        }
        List<Located> items = cases.get().items();
        if (items.isEmpty()) {
            faults.add(cases.get().fault("cases is empty: write at least one"));
        }
        if (items.size() > MOST_CASES) {
            faults.add(cases.get().fault("cases has more than " + MOST_CASES + " items: split the file"));
            return List.of();
        }
        return items.stream().flatMap(item -> one(item).stream()).toList();
    }

    private Optional<WrittenCase> one(Located item) {
        if (!item.value().isObject()) {
            faults.add(item.fault("a case has keys such as id, question and expected: write them"));
            return Optional.empty();
        }
        unknownKeys(item, FIELDS, "a case");
        TEXTS.forEach(key -> item.get(key).ifPresent(value -> mustBeText(key, value)));
        LISTS.forEach(key -> item.get(key).ifPresent(value -> mustBeTexts(key, value)));
        Optional<String> id = required(item, "id");
        item.get("id").ifPresent(this::mustBeNew);
        Optional<String> question = required(item, "question");
        Optional<Answer> expected = required(item, "expected").flatMap(word -> answer(item, word));
        Map<String, List<String>> told = new LinkedHashMap<>();
        text(item, "access").ifPresent(said -> access(item, said, told));
        text(item, "purpose").ifPresent(said -> purpose(said, told));
        Context context = context(item);
        if (id.isEmpty() || question.isEmpty() || expected.isEmpty()) {
            return Optional.empty();
        }
        Inquiry inquiry = new Inquiry(text(item, "consumer"), text(item, "environment"), told, List.of());
        return Optional.of(new WrittenCase(
                id.get(),
                question.get(),
                context.addedTo(inquiry),
                context,
                expected.get(),
                texts(item, "because"),
                text(item, "alternative")));
    }

    private void unknownKeys(Located mapping, List<String> known, String what) {
        mapping.pairs().stream()
                .filter(pair -> !known.contains(pair.key()))
                .forEach(pair -> faults.add(pair.value()
                        .fault(what + " has no key " + cut(pair.key()) + near(pair.key(), known) + ": remove it")));
    }

    private void mustBeText(String key, Located value) {
        JsonNode node = value.value();
        if (!node.isString() && !node.isNumber()) {
            faults.add(value.fault(key + " is a text: write one, in quotes where needed"));
        } else if (node.asString().length() > LONGEST_TEXT) {
            faults.add(value.fault(key + " is longer than " + LONGEST_TEXT + " characters: shorten it"));
        }
    }

    private void mustBeTexts(String key, Located value) {
        if (!value.value().isArray()) {
            faults.add(value.fault(key + " is a list of texts: write each after a hyphen"));
            return;
        }
        if (value.value().size() > MOST_ITEMS) {
            faults.add(value.fault(key + " has more than " + MOST_ITEMS + " items: shorten it"));
        }
        value.items().forEach(item -> mustBeText("an item of " + key, item));
    }

    private Optional<String> required(Located item, String key) {
        Optional<String> text = text(item, key);
        if (text.isEmpty()) {
            faults.add(item.get(key).orElse(item).fault("a case needs " + key + ": write it"));
        }
        return text;
    }

    private void mustBeNew(Located id) {
        id.text().ifPresent(text -> {
            Place before = seen.putIfAbsent(text, id.place());
            if (before != null) {
                faults.add(
                        id.fault(text + " is here a second time, after " + before + ": give one of them another id"));
            }
        });
    }

    /** The text of a key; nothing where it is blank. */
    private static Optional<String> text(Located item, String key) {
        return item.get(key).flatMap(Located::text).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static List<String> texts(Located item, String key) {
        return item.get(key).map(Located::items).orElse(List.of()).stream()
                .flatMap(one -> one.text().stream())
                .map(String::strip)
                .toList();
    }

    private Optional<Answer> answer(Located item, String word) {
        Optional<Answer> answer = Arrays.stream(Answer.values())
                .filter(it -> it.word().equals(word))
                .findFirst();
        if (answer.isEmpty()) {
            List<String> words =
                    Arrays.stream(Answer.values()).map(Answer::word).toList();
            faults.add(item.get("expected")
                    .orElse(item)
                    .fault("there is no answer " + quoted(word) + near(word, words) + ": write one of "
                            + String.join(", ", words)));
        }
        return answer;
    }

    private void access(Located item, String said, Map<String, List<String>> told) {
        AccessWords.Told read = accesses.read(said);
        if (read.accesses().isEmpty()) {
            List<String> known = List.copyOf(vocabulary.accesses().keySet());
            faults.add(item.get("access")
                    .orElse(item)
                    .fault("there is no access " + quoted(said) + near(said, known) + ": write one of "
                            + String.join(", ", known)));
            return;
        }
        told.put(Vocabulary.ACCESS, read.accesses());
        read.tells().forEach((fact, value) -> told.put(fact, List.of(value)));
    }

    /** A purpose that is in no list is a missing one, as it is for whoever asks. */
    private void purpose(String said, Map<String, List<String>> told) {
        List<String> read = purposes.read(said).stream().map(Purpose::toString).toList();
        if (!read.isEmpty()) {
            told.put(Vocabulary.PURPOSE, read);
        }
    }

    private Context context(Located item) {
        Map<String, List<String>> told = new LinkedHashMap<>();
        List<String> via = new ArrayList<>();
        Optional<Located> context = item.get(CONTEXT);
        if (context.isPresent() && !context.get().value().isObject()) {
            faults.add(context.get().fault("context holds facts by name, such as lease: mine: write them so"));
            return new Context(told, via);
        }
        for (Located.Pair pair : context.map(Located::pairs).orElse(List.of())) {
            if (pair.key().equals(VIA)) {
                mustBeTexts(VIA, pair.value());
                via.addAll(texts(context.orElseThrow(), VIA));
            } else {
                fact(pair, told);
            }
        }
        return new Context(told, via);
    }

    private void fact(Located.Pair pair, Map<String, List<String>> told) {
        Optional<Vocabulary.FactKind> kind = facts.named(pair.key());
        Located value = pair.value();
        if (kind.isEmpty()) {
            List<String> known = Stream.concat(vocabulary.facts().keySet().stream(), Stream.of(VIA))
                    .toList();
            faults.add(value.fault("there is no fact " + quoted(pair.key()) + near(pair.key(), known)
                    + ": write one of " + String.join(", ", known)));
            return;
        }
        List<String> values =
                value.text().map(text -> facts.values(kind.get(), text)).orElse(List.of());
        if (values.isEmpty()) {
            faults.add(value.fault(pair.key() + " is " + allowed(kind.get())));
        } else {
            told.put(kind.get().name(), values);
        }
    }

    private static String allowed(Vocabulary.FactKind kind) {
        String allowed = Stream.concat(kind.values().stream(), kind.narrowed().keySet().stream())
                .collect(Collectors.joining(", "));
        return allowed.isEmpty() ? "a short text: write one" : "none of " + allowed + ": write one of them";
    }

    private static String near(String text, List<String> known) {
        return text.length() > LONGEST_SHOWN ? "" : Suggestion.of(text, known);
    }

    private static String quoted(String text) {
        return "\"" + cut(text) + "\"";
    }

    private static String cut(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
