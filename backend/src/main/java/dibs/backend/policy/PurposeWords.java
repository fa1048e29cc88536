package dibs.backend.policy;

import dibs.backend.environment.Catalog;
import dibs.backend.policy.PhraseFinder.Entry;
import dibs.backend.policy.PhraseFinder.Match;
import dibs.backend.policy.PurposeSubjects.Run;
import dibs.backend.policy.PurposeSubjects.Runs;
import dibs.backend.policy.Vocabulary.PurposeKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a phrase says that something is wanted for: by the words of the vocabulary, also inside a longer phrase, and about
 * which of the catalog's services, scripts and products. Longer phrases hide the shorter ones in them.
 */
public final class PurposeWords {
    private static final int LONGEST = 1_000;

    private final Map<String, PurposeKind> kinds;
    private final PhraseFinder<PurposeKind> phrases;
    private final PurposeSubjects subjects;

    /** @param catalog where the subjects of purposes come from */
    public PurposeWords(Vocabulary vocabulary, Catalog catalog) {
        this.kinds = vocabulary.purposes();
        List<Entry<PurposeKind>> entries = new ArrayList<>();
        for (PurposeKind kind : kinds.values()) {
            kind.words().forEach(phrase -> entries.add(Entry.of(phrase, kind)));
        }
        this.phrases = PhraseFinder.of(entries);
        this.subjects = new PurposeSubjects(catalog);
    }

    /** The purposes that the phrase may mean: none where it says none, several where it leaves several open. */
    public List<Purpose> read(String phrase) {
        String text = phrase.length() > LONGEST ? phrase.substring(0, LONGEST) : phrase;
        Purpose spelled = Purpose.of(text.strip());
        PurposeKind kind = kinds.get(spelled.id());
        if (kind != null) {
            List<String> about = spelled.subject().map(PhraseFinder::words).orElse(List.of());
            return settled(Map.of(kind, subjects.of(about, kind.about())));
        }
        return find(PhraseFinder.words(text.replaceAll("[^\\p{L}\\p{N}\\s._-]+", " ")))
                .purposes();
    }

    /** The same of a row of words, in lower case and without hyphens, with the words that said so. */
    public Found find(List<String> words) {
        List<Match<PurposeKind>> found = phrases.in(words);
        Set<String> about = new LinkedHashSet<>();
        found.forEach(match -> about.addAll(match.entry().means().about()));
        Runs runs = subjects.runs(words, about);
        BitSet covered = new BitSet();
        Map<PurposeKind, Set<String>> meant = new LinkedHashMap<>();
        for (Match<PurposeKind> match : found) {
            if (!insideSubject(match, found, runs)) {
                covered.set(match.from(), match.to());
                meant.put(match.entry().means(), new LinkedHashSet<>());
            }
        }
        meant.forEach((kind, values) -> {
            for (Run run : runs.by(kind.about())) {
                covered.set(run.from(), run.to());
                values.add(run.value());
            }
        });
        return new Found(settled(meant), covered);
    }

    /** Whether the phrase is a part of the name of what another one is about, as "ship" is of "ship it". */
    private static boolean insideSubject(Match<PurposeKind> match, List<Match<PurposeKind>> all, Runs runs) {
        Set<String> about = new LinkedHashSet<>();
        all.stream()
                .filter(other -> other.to() <= match.from() || other.from() >= match.to())
                .forEach(other -> about.addAll(other.entry().means().about()));
        return runs.hide(match.from(), match.to(), about);
    }

    /** The stems of all words that purposes are told by. */
    public Set<String> stems() {
        return phrases.stems();
    }

    private List<Purpose> settled(Map<PurposeKind, Set<String>> meant) {
        Set<Purpose> purposes = new LinkedHashSet<>();
        boolean narrow =
                meant.entrySet().stream().anyMatch(entry -> entry.getKey().testing() && isNarrow(entry));
        meant.forEach((kind, about) -> {
            boolean said = !kind.testing() || !narrow;
            if (!about.isEmpty()) {
                about.forEach(subject -> purposes.add(Purpose.of(kind.id() + ":" + subject)));
            } else if (needsSubject(kind)) {
                // A test of what the catalog does not know is a test of something.
                wideOnes(kind).filter(wide -> said).forEach(wide -> purposes.add(Purpose.of(wide)));
            } else if (said || !kind.wide()) {
                purposes.add(Purpose.of(kind.id()));
            }
        });
        return List.copyOf(purposes);
    }

    private static boolean isNarrow(Map.Entry<PurposeKind, Set<String>> meant) {
        PurposeKind kind = meant.getKey();
        return !kind.wide() && (!meant.getValue().isEmpty() || !needsSubject(kind));
    }

    /** Whether every phrase for it has room for a subject: then it says nothing without one. */
    private static boolean needsSubject(PurposeKind kind) {
        return !kind.about().isEmpty()
                && kind.words().stream().allMatch(phrase -> phrase.text().contains("*"));
    }

    /** What stands for any purpose of its sort; itself where nothing does. */
    private Stream<String> wideOnes(PurposeKind kind) {
        List<String> wide = kinds.values().stream()
                .filter(other -> other.wide() && other.testing() == kind.testing())
                .map(PurposeKind::id)
                .toList();
        return wide.isEmpty() ? Stream.of(kind.id()) : wide.stream();
    }

    /**
     * The purposes of a row of words.
     *
     * @param purposes none where none is said, several where several are open
     * @param covered the places of the words that the purposes and their subjects take
     */
    public record Found(List<Purpose> purposes, BitSet covered) {}
}
