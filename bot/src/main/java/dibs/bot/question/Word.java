package dibs.bot.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A word of a question.
 *
 * @param said as it was typed, without the punctuation around it
 * @param key in lower case
 * @param ends whether a comma, a full stop or the like follows
 * @param stops whether that is the end of a sentence
 */
record Word(String said, String key, boolean ends, boolean stops) {
    Word(String said, String key, boolean ends) {
        this(said, key, ends, false);
    }

    static final String ARROW = "->";

    private static final String BEFORE = "([{\"'`*_~¿¡„“”‘«‹";
    private static final String BEHIND = ")]}\"'`*_~.,;:!?…“”’»›";
    private static final String BREAKS = ".,;:!?…)";
    private static final String STOPS = ".!?…";
    private static final Map<String, String> CONTRACTED = Map.ofEntries(
            Map.entry("i'm", "i am"),
            Map.entry("i'd", "i would"),
            Map.entry("i'll", "i will"),
            Map.entry("i've", "i have"),
            Map.entry("we're", "we are"),
            Map.entry("we'd", "we would"),
            Map.entry("we'll", "we will"),
            Map.entry("we've", "we have"),
            Map.entry("it's", "it is"),
            Map.entry("there's", "there is"),
            Map.entry("what's", "what is"),
            Map.entry("that's", "that is"),
            Map.entry("let's", "let us"),
            Map.entry("wanna", "want to"),
            Map.entry("gonna", "going to"));

    /** The words of a text; what cannot be seen does not count. */
    static List<Word> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("\\p{Cc}", " ")
                .replaceAll("[’‘‛´]", "'")
                .replaceAll("[‐‑]", "-")
                .replaceAll("\\s*(-{1,2}>|=>|→|⇒|⟶)\\s*", " " + ARROW + " ")
                .replaceAll("\\s(-{1,3}|[‒–—―])\\s", ", ");
        List<Word> words = new ArrayList<>();
        for (String raw : plain.split("[\\s\\p{Z}]+")) {
            add(raw, words);
        }
        return words;
    }

    private static void add(String raw, List<Word> words) {
        if (raw.equals(ARROW)) {
            words.add(new Word(raw, raw, false));
            return;
        }
        int start = 0;
        int end = raw.length();
        boolean linked = raw.startsWith("<");
        while (!linked && start < end && BEFORE.indexOf(raw.charAt(start)) >= 0) {
            start++;
        }
        boolean ends = false;
        boolean stops = false;
        while (end > start && BEHIND.indexOf(raw.charAt(end - 1)) >= 0) {
            end--;
            ends |= BREAKS.indexOf(raw.charAt(end)) >= 0;
            stops |= STOPS.indexOf(raw.charAt(end)) >= 0;
        }
        if (ends && start == end && !words.isEmpty()) {
            Word last = words.removeLast();
            words.add(new Word(last.said, last.key, true, last.stops || stops));
        }
        if (start < end) {
            spoken(raw.substring(start, end), ends, stops, words);
        }
    }

    private static void spoken(String said, boolean ends, boolean stops, List<Word> words) {
        String key = said.toLowerCase(Locale.ROOT);
        String[] parts = CONTRACTED.getOrDefault(key, "").split(" ");
        if (parts.length > 1) {
            words.add(new Word(parts[0], parts[0], false));
            words.add(new Word(parts[1], parts[1], ends, stops));
            return;
        }
        boolean owner = key.endsWith("'s") && key.length() > 2;
        String bare = owner ? said.substring(0, said.length() - 2) : said;
        words.add(new Word(bare, bare.toLowerCase(Locale.ROOT), ends, stops));
    }

    boolean is(Set<String> keys) {
        return keys.contains(key);
    }

    boolean is(String other) {
        return key.equals(other);
    }

    /** The word without its hyphens, as phrases are made of. */
    List<String> bare() {
        return Arrays.stream(key.split("-")).filter(part -> !part.isEmpty()).toList();
    }

    /** Whether it has a hyphen, a digit, a point or the like in it, as names have and plain words have not. */
    boolean looksLikeName() {
        return !key.equals(ARROW) && !key.chars().allMatch(letter -> Character.isLetter(letter) || letter == '\'');
    }
}
