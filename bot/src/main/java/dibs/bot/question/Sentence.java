package dibs.bot.question;

import dibs.backend.policy.PhraseFinder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a question, and which of them are accounted for. */
final class Sentence {
    private final List<Part> parts;
    private final BitSet accounted = new BitSet();

    Sentence(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The same, to be accounted for on its own. */
    Sentence copy() {
        Sentence copy = new Sentence(parts);
        copy.accounted.or(accounted);
        return copy;
    }

    List<Part> parts() {
        return parts;
    }

    int size() {
        return parts.size();
    }

    Part part(int at) {
        return parts.get(at);
    }

    Optional<Part> maybe(int at) {
        return at >= 0 && at < parts.size() ? Optional.of(parts.get(at)) : Optional.empty();
    }

    void account(int at) {
        accounted.set(at);
    }

    void account(int from, int to) {
        accounted.set(from, to);
    }

    boolean isAccounted(int at) {
        return accounted.get(at);
    }

    /** Whether a name stands there that nothing else has claimed. */
    boolean isName(int at) {
        return at >= 0 && at < parts.size() && parts.get(at).isName() && !accounted.get(at);
    }

    /** The words of a stretch, with a placeholder for each name. */
    Stretch withoutNames(int from, int to) {
        return new Stretch(from, to, false);
    }

    /** The words of a stretch, those of names too. */
    Stretch withNames(int from, int to) {
        return new Stretch(from, to, true);
    }

    /** What was typed there. */
    String said(int from, int to) {
        return String.join(" ", parts.subList(from, to).stream().map(Part::said).toList());
    }

    /** The words of some parts without hyphens, as phrases are found in them. */
    final class Stretch {
        private final List<String> words = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();
        private final int to;

        private Stretch(int from, int to, boolean names) {
            this.to = to;
            for (int at = from; at < to; at++) {
                int place = at;
                Part part = Sentence.this.parts.get(at);
                Stream<String> bare = part.isName() && !names
                        ? PhraseFinder.words(part.placeholder()).stream()
                        : part.words().stream().flatMap(word -> word.bare().stream());
                bare.forEach(word -> {
                    words.add(word);
                    places.add(place);
                });
            }
        }

        List<String> words() {
            return List.copyOf(words);
        }

        /** The part that a word belongs to. */
        int part(int word) {
            return places.get(word);
        }

        /** The parts of a match; nothing where it takes a part of a part only. */
        Optional<Run> run(PhraseFinder.Match<?> match) {
            int from = places.get(match.from());
            int end = match.to() < places.size() ? places.get(match.to()) : to;
            boolean begins = match.from() == 0 || places.get(match.from() - 1) != from;
            boolean whole = begins && (match.to() == places.size() || end > places.get(match.to() - 1));
            return whole ? Optional.of(new Run(from, end)) : Optional.empty();
        }
    }

    /** Some parts in a row. */
    record Run(int from, int to) {}
}
