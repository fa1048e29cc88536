package dibs.bot.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts the parts of a question into the order in which they are read: "X: may I push there?" is "may I push to X?", "can my
 * branch be tested on X?" is "can I test my branch on X?". No word is added that is not said by another one, and none lost.
 */
final class WordOrder {
    private static final Set<String> IT = Set.of("it", "that", "this");
    private static final Set<String> SENTENCE_OPENERS =
            Set.of("is", "are", "was", "would", "will", "if", "make", "makes");
    private static final List<String> WHERE = List.of("to", "on");

    private WordOrder() {}

    /** The ways to order it, likeliest first; at least one. */
    static List<Sentence> of(Sentence sentence) {
        List<Part> parts = active(sentence.parts());
        int name = fronted(parts);
        if (name < 0) {
            return List.of(new Sentence(parts));
        }
        List<Part> front = new ArrayList<>(parts.subList(0, name + 1));
        List<Part> rest = parts.subList(name + 1, parts.size());
        Part named = front.getLast();
        Optional<String> preposition = front.stream()
                .filter(part -> part.is(PlainWords.PREPOSITIONS))
                .map(Part::key)
                .findFirst();
        int there = last(rest, WordOrder::isThere);
        if (there >= 0) {
            return preposition.map(List::of).orElse(WHERE).stream()
                    .map(where -> new Sentence(replaced(rest, there, List.of(word(where), named))))
                    .toList();
        }
        int it = last(rest, WordOrder::isIt);
        if (it >= 0 && preposition.isEmpty()) {
            return List.of(new Sentence(replaced(rest, it, List.of(named))));
        }
        List<Part> moved = new ArrayList<>(rest);
        preposition.ifPresent(key -> moved.add(word(key)));
        moved.add(named);
        return List.of(new Sentence(moved));
    }

    /** The place of the name that stands before everything else, cut off by a comma or the like; less than zero for none. */
    private static int fronted(List<Part> parts) {
        int at = 0;
        while (at < parts.size()
                && at < 3
                && (parts.get(at).is(PlainWords.ARTICLES)
                        || (at == 0 && parts.get(at).is(PlainWords.PREPOSITIONS)))) {
            at++;
        }
        boolean front =
                at + 1 < parts.size() && parts.get(at).isName() && parts.get(at).ends();
        return front && !parts.get(at + 1).isName() ? at : -1;
    }

    private static boolean isThere(List<Part> parts, int at) {
        boolean opening = at == 0 || parts.get(at - 1).is(PlainWords.BEING);
        return parts.get(at).is("there") && !opening;
    }

    /** "It" that stands for a thing, not the one of "is it ok". */
    private static boolean isIt(List<Part> parts, int at) {
        boolean first = at == 0 || parts.get(at - 1).is(SENTENCE_OPENERS);
        boolean article = at + 1 < parts.size()
                && !parts.get(at).is("it")
                && !parts.get(at).ends();
        return parts.get(at).is(IT) && !first && !article;
    }

    private static int last(List<Part> parts, Test test) {
        for (int at = parts.size() - 1; at >= 0; at--) {
            if (test.holds(parts, at)) {
                return at;
            }
        }
        return -1;
    }

    private interface Test {
        boolean holds(List<Part> parts, int at);
    }

    private static List<Part> replaced(List<Part> parts, int at, List<Part> by) {
        return Stream.of(parts.subList(0, at), by, parts.subList(at + 1, parts.size()))
                .flatMap(List::stream)
                .toList();
    }

    private static Part word(String key) {
        return Part.word(new Word(key, key, false));
    }

    /** "Can my branch be tested" as "can I tested my branch": endings do not matter. */
    private static List<Part> active(List<Part> parts) {
        int modal = 0;
        while (modal < parts.size() && !parts.get(modal).is(PlainWords.MODALS)) {
            modal++;
        }
        int be = modal + 1;
        boolean change = false;
        while (be < parts.size()
                && (parts.get(be).is(PlainWords.ARTICLES) || parts.get(be).is(PlainWords.CHANGES))) {
            change |= parts.get(be).is(PlainWords.CHANGES);
            be++;
        }
        if (modal > 0 || !change || be + 1 >= parts.size() || !parts.get(be).is("be")) {
            return parts;
        }
        List<Part> active = new ArrayList<>(List.of(parts.getFirst(), word("i"), parts.get(be + 1)));
        active.addAll(parts.subList(1, be));
        active.addAll(parts.subList(be + 2, parts.size()));
        return active;
    }
}
