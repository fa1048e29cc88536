package dibs.bot.question;

import dibs.backend.policy.PhraseFinder;
import dibs.backend.policy.PhraseFinder.Entry;
import dibs.backend.policy.PhraseFinder.Match;
import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.Vocabulary.Access;
import dibs.backend.policy.Vocabulary.Phrase;
import dibs.backend.policy.WordStem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the verbs of the vocabulary in a sentence. The preposition that ends a phrase may stand further on. */
final class VerbFinder {
    private final PhraseFinder<Use> heads;
    private final Set<String> firstWords = new HashSet<>();

    VerbFinder(Vocabulary vocabulary) {
        List<Entry<Use>> entries = new ArrayList<>();
        for (Access access : vocabulary.accesses().values()) {
            for (Phrase phrase : access.words()) {
                Use use = use(access.id(), phrase);
                entries.add(new Entry<>(use.head(), phrase, use));
                firstWords.add(use.head().split(" ")[0]);
            }
        }
        PlainWords.OPEN_VERBS.forEach(
                verb -> entries.add(new Entry<>(verb, new Phrase(verb, Map.of()), Use.open(verb))));
        this.heads = PhraseFinder.of(entries);
    }

    /** Phrases of one word are their own heads, be it a preposition. */
    private static Use use(String access, Phrase phrase) {
        List<String> words = new ArrayList<>(List.of(phrase.text().split("\\s+")));
        if (words.size() == 1 && !words.getFirst().startsWith("<")) {
            words = new ArrayList<>(PhraseFinder.words(phrase.text()));
        }
        Optional<String> kind = Optional.empty();
        int last = words.size() - 1;
        if (last > 1 && words.get(last).startsWith("<") && PlainWords.PREPOSITIONS.contains(words.get(last - 1))) {
            kind = Optional.of(words.removeLast());
            last--;
        }
        Optional<String> preposition = last > 0 && PlainWords.PREPOSITIONS.contains(words.get(last))
                ? Optional.of(words.removeLast())
                : Optional.empty();
        return new Use(String.join(" ", words), access, preposition, kind, phrase);
    }

    /** The first words of verbs. */
    Set<String> firstWords() {
        return firstWords;
    }

    /** A verb of one word that says nothing of how. */
    static Verb open(int at, String word) {
        return new Verb(at, at + 1, 1, List.of(Use.open(word)));
    }

    /** Whether what is used stands behind that preposition: "turn off X", "signed by X", "read from X". */
    boolean takes(Verb verb, String preposition) {
        return verb.uses().stream().anyMatch(use -> use.preposition().equals(Optional.of(preposition)));
    }

    /** The verbs in some parts, by the place of their first word; of those at one place the longest first. */
    List<Verb> in(Sentence sentence, int from, int to) {
        Sentence.Stretch stretch = sentence.withoutNames(from, to);
        List<Verb> verbs = new ArrayList<>();
        List<Match<Use>> matches = new ArrayList<>(heads.all(stretch.words()));
        matches.sort(Comparator.<Match<Use>>comparingInt(match -> match.from())
                .thenComparingInt(match -> -match.literal())
                .thenComparingInt(Match::to));
        for (Match<Use> match : matches) {
            stretch.run(match)
                    .filter(run -> !sentence.isAccounted(run.from()))
                    .ifPresent(run -> add(
                            new Verb(
                                    run.from(),
                                    run.to(),
                                    match.literal(),
                                    List.of(match.entry().means())),
                            verbs));
        }
        return verbs;
    }

    private static void add(Verb verb, List<Verb> verbs) {
        if (!verbs.isEmpty() && verbs.getLast().isAt(verb)) {
            Verb same = verbs.removeLast();
            List<Use> uses = new ArrayList<>(same.uses());
            uses.addAll(verb.uses());
            verbs.add(new Verb(verb.from(), verb.to(), verb.literal(), uses));
        } else {
            verbs.add(verb);
        }
    }

    /** What those words say, written with hyphens or without, where they are a verb themselves. */
    List<Use> called(String words) {
        String head = words.replace('-', ' ');
        return heads.entries().stream()
                .map(Entry::means)
                .filter(use -> use.head().equals(head))
                .toList();
    }

    /** What people do with a kind of thing, where a phrase ends in it. */
    List<Use> endingIn(String placeholder) {
        return heads.entries().stream()
                .map(Entry::means)
                .filter(use -> use.head().endsWith(placeholder))
                .toList();
    }

    /** The stems of all words of verbs. */
    Set<String> stems() {
        return heads.stems();
    }

    /**
     * One way to use something, as a phrase says it.
     *
     * @param head the phrase without its preposition
     * @param access nothing is said of how where it is empty
     * @param kind the kind of what is used, as a placeholder, where the phrase is about one
     */
    record Use(String head, String access, Optional<String> preposition, Optional<String> kind, Phrase phrase) {
        static final Use OPEN = open("use");

        /** A word that says nothing of how. */
        static Use open(String word) {
            return new Use(word, "", Optional.empty(), Optional.empty(), new Phrase(word, Map.of()));
        }

        /** How well it fits to what is used, behind that preposition; less than zero where it does not. */
        int fit(Optional<String> before, Optional<Part> used) {
            boolean fits = (preposition.isEmpty() || preposition.equals(before))
                    && (kind.isEmpty() || used.map(Part::placeholder).equals(kind));
            return fits ? (kind.isPresent() ? 2 : 0) + (preposition.isPresent() ? 1 : 0) : -1;
        }

        boolean isOpen() {
            return access.isEmpty();
        }

        /** Whether the word is one that the phrase gives. */
        boolean gives(String word) {
            return PhraseFinder.words(head).stream()
                    .anyMatch(own -> WordStem.of(own).equals(WordStem.of(word)));
        }
    }

    /**
     * A verb in a sentence.
     *
     * @param from the place of its first part
     * @param to the place behind its last one
     * @param uses what it may say
     */
    record Verb(int from, int to, int literal, List<Use> uses) {
        Verb {
            uses = List.copyOf(uses);
        }

        private boolean isAt(Verb other) {
            return from == other.from && to == other.to && literal == other.literal;
        }

        boolean isOpen() {
            return uses.stream().allMatch(Use::isOpen);
        }
    }
}
