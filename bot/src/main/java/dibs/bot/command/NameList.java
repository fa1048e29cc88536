package dibs.bot.command;

import dibs.backend.environment.Names;
import dibs.backend.environment.Sense;
import java.util.ArrayList;
import java.util.List;

/**
 * NAME[,NAME…] at the head of some words.
 *
 * @param names as typed
 * @param words how many words they took
 * @param broken whether a comma had no name beside it
 */
record NameList(List<String> names, int words, boolean broken) {
    private static final String COMMA = ",";
    private static final List<String> CLAUSES = List.of("for", "until", "with", "by");

    /** Whether the next word is none of a name but begins what follows names. */
    static boolean opensClause(Words words) {
        return CLAUSES.contains(words.keyword());
    }

    /** Reads names: commas join them, with or without spaces, and so does "and" before a known name. */
    static NameList read(Words words, Names known) {
        List<String> pieces = new ArrayList<>();
        List<Integer> wordsBefore = new ArrayList<>();
        int count = 0;
        for (String word : words.rest()) {
            for (String piece : word.split("(?<=,)|(?=,)")) {
                // What is left of “dev-signing,” behind its comma is no name.
                if (piece.equals(word)
                        || piece.equals(COMMA)
                        || !Words.keyword(piece).isEmpty()) {
                    pieces.add(piece);
                    wordsBefore.add(count);
                }
            }
            count++;
        }
        wordsBefore.add(count);
        return read(Words.of(pieces), wordsBefore, known);
    }

    private static NameList read(Words pieces, List<Integer> wordsBefore, Names known) {
        int all = pieces.rest().size();
        List<String> names = new ArrayList<>();
        do {
            if (pieces.done() || pieces.keyword().isEmpty() || (!names.isEmpty() && opensClause(pieces))) {
                return new NameList(names, 0, true);
            }
            List<String> rest = pieces.rest();
            int comma = rest.indexOf(COMMA);
            List<String> here = comma < 0 ? rest : rest.subList(0, comma);
            int run = Math.max(1, known.longestKnown(here, Sense.LEASE));
            names.add(String.join(" ", pieces.take(run)));
        } while (joined(pieces, known));
        return new NameList(names, wordsBefore.get(all - pieces.rest().size()), false);
    }

    private static boolean joined(Words pieces, Names known) {
        List<String> rest = pieces.rest();
        boolean comma = !rest.isEmpty() && rest.getFirst().equals(COMMA);
        boolean and =
                pieces.keyword().equals("and") && known.longestKnown(rest.subList(1, rest.size()), Sense.LEASE) > 0;
        if (comma || and) {
            pieces.take(1);
        }
        return comma || and;
    }
}
