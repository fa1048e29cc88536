package dibs.bot.question;

import dibs.backend.policy.AccessWords;
import dibs.backend.policy.FactWords;
import dibs.backend.policy.Purpose;
import dibs.backend.policy.PurposeWords;
import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.Vocabulary.FactKind;
import dibs.backend.policy.Vocabulary.PurposeKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code KEY:VALUE}: {@code access}, {@code purpose}, {@code via}, names of facts, and the two names themselves. */
final class KeyWords {
    private static final String VIA = "via";
    private static final String CONSUMER = "consumer";
    private static final String ENVIRONMENT = "environment";

    private static final Set<String> KEYS = Set.of(Vocabulary.ACCESS, Vocabulary.PURPOSE, VIA, CONSUMER, ENVIRONMENT);

    private final Vocabulary vocabulary;
    private final AccessWords accesses;
    private final PurposeWords purposes;
    private final FactWords facts;
    private final CatalogNames names;

    KeyWords(Vocabulary vocabulary, AccessWords accesses, PurposeWords purposes, FactWords facts, CatalogNames names) {
        this.vocabulary = vocabulary;
        this.accesses = accesses;
        this.purposes = purposes;
        this.facts = facts;
        this.names = names;
    }

    /** Takes the keys with their values out of the words; the words that are left. */
    List<Word> take(List<Word> words, Draft draft) {
        List<Word> rest = new ArrayList<>();
        Set<String> told = new HashSet<>();
        int at = 0;
        while (at < words.size()) {
            Optional<String> key = key(words.get(at));
            if (key.isEmpty()) {
                rest.add(words.get(at));
                at++;
                continue;
            }
            int end = at + 1;
            StringBuilder value = new StringBuilder(valueIn(words.get(at)));
            boolean open = key.get().equals(Vocabulary.PURPOSE) || value.isEmpty();
            while (open && end < words.size() && key(words.get(end)).isEmpty()) {
                value.append(value.isEmpty() ? "" : " ").append(words.get(end).said());
                end++;
                open = key.get().equals(Vocabulary.PURPOSE);
            }
            if (!told.add(key.get())) {
                throw new Unclear("There is " + key.get() + ": twice: give it once, several values with commas.");
            }
            tell(key.get(), value.toString(), draft);
            at = end;
        }
        return rest;
    }

    private static String valueIn(Word word) {
        String said = word.said();
        int colon = said.indexOf(':');
        return colon < 0 ? "" : said.substring(colon + 1).replaceAll("^[\"'“”‘’`]+", "");
    }

    /** The key that the word begins with; a name or a purpose with a colon in it is none. */
    private Optional<String> key(Word word) {
        int colon = word.key().indexOf(':');
        if (colon < 1 || names.resolve(word.said()).known()) {
            return Optional.empty();
        }
        String key = word.key().substring(0, colon).replace('-', '_');
        boolean known = KEYS.contains(key) || facts.named(key).isPresent();
        if (!known && key.matches("[a-z_]+") && purposes.read(word.said()).isEmpty()) {
            throw new Unclear("I know no key " + Unclear.quoted(key) + ": there are access, purpose, via, "
                    + String.join(", ", vocabulary.facts().keySet()) + ".");
        }
        return known ? Optional.of(key) : Optional.empty();
    }

    private void tell(String key, String value, Draft draft) {
        if (value.isBlank()) {
            throw new Unclear("There is no value behind " + key + ":.");
        }
        switch (key) {
            case Vocabulary.ACCESS -> split(value).forEach(it -> access(it, draft));
            case Vocabulary.PURPOSE -> purpose(value, draft);
            case VIA -> split(value).forEach(draft::via);
            case CONSUMER -> draft.consumer(names.resolve(value));
            case ENVIRONMENT -> draft.environment(names.resolve(value));
            default -> fact(facts.named(key).orElseThrow(), value, draft);
        }
    }

    private static List<String> split(String value) {
        return List.of(value.split("\\s*,\\s*")).stream()
                .filter(it -> !it.isBlank())
                .toList();
    }

    private void access(String value, Draft draft) {
        AccessWords.Told told = accesses.read(value);
        if (told.accesses().isEmpty()) {
            throw new Unclear("I know no access " + Unclear.quoted(value) + ": there are "
                    + String.join(", ", vocabulary.accesses().keySet()) + ".");
        }
        draft.accesses(told.accesses());
        draft.tell(told.tells());
    }

    /** A purpose that nobody knows may be any of them: it is never a reason for an answer. */
    void purpose(String value, Draft draft) {
        List<Purpose> told = new ArrayList<>();
        split(value).forEach(it -> told.addAll(purposes.read(it)));
        draft.purposes(told.isEmpty() ? any() : told);
    }

    private List<Purpose> any() {
        List<PurposeKind> kinds = List.copyOf(vocabulary.purposes().values());
        boolean wide = kinds.stream().anyMatch(kind -> kind.wide() && kind.testing());
        return kinds.stream()
                .filter(kind -> !wide || kind.wide() || !kind.testing())
                .map(kind -> Purpose.of(kind.id()))
                .toList();
    }

    private void fact(FactKind fact, String value, Draft draft) {
        List<String> values = new ArrayList<>();
        split(value).forEach(it -> values.addAll(facts.values(fact, it)));
        if (values.isEmpty()) {
            throw new Unclear("There is no " + fact.name() + " " + Unclear.quoted(value) + ": there are "
                    + String.join(", ", fact.values()) + ".");
        }
        draft.tell(fact.name(), values);
    }
}
