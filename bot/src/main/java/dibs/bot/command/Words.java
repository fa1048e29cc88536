package dibs.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The words of a line, read from the left. */
final class Words {
    private final List<String> words;
    private int at;
    private int end;

    private Words(List<String> words) {
        this.words = words;
        this.end = words.size();
    }

    /** The words of a text: split at white space and at whatever cannot be seen. */
    static Words of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[\\s\\p{Z}\\p{Cc}]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return new Words(words);
    }

    /** Those words. */
    static Words of(List<String> words) {
        return new Words(List.copyOf(words));
    }

    boolean done() {
        return at >= end;
    }

    /** What is still to be read. */
    List<String> rest() {
        return words.subList(at, end);
    }

    /** What is still to be read, as one text. */
    String restText() {
        return String.join(" ", rest());
    }

    /** The next word as a keyword: without case, quotation marks and the punctuation around it. */
    String keyword() {
        return done() ? "" : keyword(words.get(at));
    }

    /** A word as a keyword. */
    static String keyword(String word) {
        return bare(word).toLowerCase(Locale.ROOT);
    }

    /** A word without quotation marks and the punctuation around it. */
    private static String bare(String word) {
        return word.replaceAll("^[\\p{Ps}\\p{Pi}\"'`]+|[\\p{Pe}\\p{Pf}\"'`.,;:!?…]+$", "");
    }

    /** Reads the next word when it is one of those. */
    boolean take(String... keywords) {
        String next = keyword();
        for (String keyword : keywords) {
            if (next.equals(keyword)) {
                at++;
                return true;
            }
        }
        return false;
    }

    /** Reads that many words. */
    List<String> take(int count) {
        List<String> taken = words.subList(at, at + count);
        at += count;
        return taken;
    }

    /** Reads the next word without the punctuation around it. */
    String takeBare() {
        return bare(words.get(at++));
    }

    /** Leaves unread, at the end, the words that are among those. */
    void dropLast(Set<String> keywords) {
        while (end > at && keywords.contains(keyword(words.get(end - 1)))) {
            end--;
        }
    }

    /** Reads the next word when it names a person; the name without its {@code @}. */
    Optional<String> takePerson() {
        if (!atPerson(0)) {
            return Optional.empty();
        }
        return Optional.of(bare(words.get(at++)).substring(1));
    }

    /** Whether a person is named that many words on. */
    boolean atPerson(int ahead) {
        return at + ahead < end && bare(words.get(at + ahead)).matches("@.+");
    }
}
