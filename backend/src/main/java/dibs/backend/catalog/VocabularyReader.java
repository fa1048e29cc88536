package dibs.backend.catalog;

import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.Vocabulary.Access;
import dibs.backend.policy.Vocabulary.FactKind;
import dibs.backend.policy.Vocabulary.Phrase;
import dibs.backend.policy.Vocabulary.PurposeKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the words that rules are written in and questions are understood by. */
final class VocabularyReader {
    private final PolicyLayer layer;
    private final PolicyNames names;

    VocabularyReader(PolicyLayer layer, PolicyNames names) {
        this.layer = layer;
        this.names = names;
    }

    Vocabulary read() {
        return new Vocabulary(
                each(PolicySection.ACCESSES, this::access),
                each(PolicySection.PURPOSES, this::purpose),
                each(PolicySection.FACTS, this::fact));
    }

    private <T> Map<String, T> each(PolicySection section, BiFunction<String, Located, T> read) {
        Map<String, T> result = new LinkedHashMap<>();
        layer.entries(section).forEach((key, entry) -> result.put(key, read.apply(key, entry)));
        return result;
    }

    private Access access(String id, Located entry) {
        return new Access(id, text(entry, "say", id), phrases(entry.get("words")), is(entry, "implied", true));
    }

    private PurposeKind purpose(String id, Located entry) {
        return new PurposeKind(
                id,
                text(entry, "say", id),
                phrases(entry.get("words")),
                names.attributes().checked(entry.get("about")),
                is(entry, "testing", false),
                is(entry, "wide", false));
    }

    private FactKind fact(String name, Located entry) {
        Map<String, List<String>> narrowed = new LinkedHashMap<>();
        pairs(entry, "narrowed").forEach(pair -> narrowed.put(pair.key(), names.values(name, pair.value())));
        Map<String, List<Phrase>> words = new LinkedHashMap<>();
        pairs(entry, "words").forEach(pair -> {
            names.told(name, new Located.Word(pair.key(), pair.value().place()));
            words.put(pair.key(), phrases(Optional.of(pair.value())));
        });
        return new FactKind(
                name,
                entry.get("values").stream()
                        .flatMap(Located::words)
                        .map(Located.Word::text)
                        .toList(),
                entry.get("values-of").flatMap(this::attribute),
                narrowed,
                words,
                text(entry, "ask", name),
                entry.get("settles").flatMap(this::attribute));
    }

    private Optional<String> attribute(Located value) {
        return value.words().map(names.attributes()::checked).findFirst();
    }

    private static List<Located.Pair> pairs(Located entry, String key) {
        return entry.get(key).map(Located::pairs).orElse(List.of());
    }

    private List<Phrase> phrases(Optional<Located> words) {
        return words.stream()
                .flatMap(list -> list.items().stream())
                .map(this::phrase)
                .toList();
    }

    private Phrase phrase(Located item) {
        Map<String, String> tells = new LinkedHashMap<>();
        pairs(item, "tells").forEach(pair -> {
            String fact = names.fact(new Located.Word(pair.key(), pair.value().place()));
            pair.value().words().map(word -> names.told(fact, word)).forEach(value -> tells.put(fact, value));
        });
        String text = item.text().orElseGet(() -> text(item, "text", ""));
        return new Phrase(text.strip().toLowerCase(Locale.ROOT), tells);
    }

    private static String text(Located entry, String key, String otherwise) {
        return entry.get(key).flatMap(Located::text).map(String::strip).orElse(otherwise);
    }

    private static boolean is(Located entry, String key, boolean otherwise) {
        return entry.get(key).flatMap(Located::text).map("true"::equals).orElse(otherwise);
    }
}
