package dibs.bot.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words made ready for reading: lower case, without the punctuation at their ends. A sentence's end ends them, so that
 * nothing is put together across it.
 */
final class Words {
    private static final String PUNCTUATION = ".,;:!?…";
    /** A full stop behind one of these is likely no sentence's end: "fri. 5 p.m." */
    private static final Pattern ABBREVIATION = Pattern.compile("[a-z]{1,4}|[ap]\\.m");

    private static final Pattern QUOTES = Pattern.compile("[`\"“”„]|(?<![a-z])['‘’]|['‘’](?![a-z])");

    private final List<String> texts;
    private final List<String> raw;

    private Words(List<String> texts, List<String> raw) {
        this.texts = texts;
        this.raw = raw;
    }

    static Words of(List<String> words) {
        Words made = new Words(new ArrayList<>(), new ArrayList<>());
        for (String word : words) {
            String lower = unquoted(word.toLowerCase(Locale.ROOT))
                    .replace('\u2212', '-')
                    .replace('\u2013', '-');
            String text = withoutTail(lower);
            made.raw.add(lower);
            made.texts.add(text);
            if (ends(text, lower.substring(text.length()))) {
                break;
            }
        }
        return made;
    }

    /** An apostrophe between letters stays: "5 o'clock". */
    private static String unquoted(String word) {
        return QUOTES.matcher(word).replaceAll("");
    }

    private static String withoutTail(String word) {
        int end = word.length();
        while (end > 0 && PUNCTUATION.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    private static boolean ends(String text, String tail) {
        return tail.chars().anyMatch(c -> c != ',' && c != '.' && c != ':')
                || (tail.indexOf('.') >= 0 && !ABBREVIATION.matcher(text).matches());
    }

    /** The word there, or nothing behind the last one. */
    String at(int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    /** The word there with its punctuation, or nothing behind the last one. */
    String rawAt(int index) {
        return index < raw.size() ? raw.get(index) : "";
    }

    /** The words from one place to before another, with spaces between them. */
    String phrase(int from, int to) {
        return String.join(" ", texts.subList(Math.min(from, texts.size()), Math.min(to, texts.size())));
    }

    /** The same words, that one without a minus in front of it. */
    Words unsigned(int index) {
        if (!at(index).startsWith("-")) {
            return this;
        }
        List<String> changed = new ArrayList<>(texts);
        changed.set(index, at(index).substring(1));
        return new Words(changed, raw);
    }

    /** Whether one of these stands there. */
    boolean is(int index, String... any) {
        return List.of(any).contains(at(index));
    }

    /** Behind that phrase, if all of its words stand there; else the same place. */
    int after(int index, String... phrase) {
        for (int i = 0; i < phrase.length; i++) {
            if (!at(index + i).equals(phrase[i])) {
                return index;
            }
        }
        return index + phrase.length;
    }

    /** Behind one of these words, if one stands there; else the same place. */
    int skip(int index, String... any) {
        return is(index, any) ? index + 1 : index;
    }
}
