package dibs.bot.question;

import java.util.List;
import java.util.Optional;

/** One way in which words name an environment. */
interface NamePattern {
    /** The name that begins there, or nothing. */
    Optional<Named.Span> at(List<Word> words, int from);

    /** The places behind the words that may belong to a name that begins there: none crosses a comma. */
    static int reach(List<Word> words, int from, int most) {
        int to = from;
        while (to < words.size() && to - from < most) {
            to++;
            if (words.get(to - 1).ends()) {
                break;
            }
        }
        return to;
    }
}
