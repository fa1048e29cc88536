package dibs.backend.policy;

import java.util.Locale;
import java.util.Map;

/**
 * What the forms of an English word have in common, so that "writes", "writing" and "written" are the same as "write".
 * Cruder than a dictionary: only ever compare two stems, never show one.
 */
public final class WordStem {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("written", "write"),
            Map.entry("wrote", "write"),
            Map.entry("taken", "take"),
            Map.entry("took", "take"),
            Map.entry("held", "hold"),
            Map.entry("built", "build"),
            Map.entry("sent", "send"),
            Map.entry("ran", "run"),
            Map.entry("brought", "bring"),
            Map.entry("uses", "use"),
            Map.entry("used", "use"),
            Map.entry("using", "use"));

    private WordStem() {}

    /** The stem of one word; letter case does not matter. */
    public static String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String known = IRREGULAR.getOrDefault(lower, lower);
        return withoutE(withoutEnding(known));
    }

    private static String withoutEnding(String word) {
        int length = word.length();
        if (length < 4 || !Character.isLetter(word.charAt(length - 1))) {
            return word;
        }
        if (word.endsWith("ies") || word.endsWith("ied")) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("ing") && length > 5) {
            return single(word.substring(0, length - 3));
        }
        if (word.endsWith("ed") && length > 4) {
            return single(word.substring(0, length - 2));
        }
        if (word.matches(".*(s|x|z|ch|sh)es")) {
            return word.substring(0, length - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural ? word.substring(0, length - 1) : word;
    }

    /** "stopp" is "stop": a consonant was doubled for the ending. */
    private static String single(String stem) {
        int last = stem.length() - 1;
        boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
        return doubled && "lsaeiou".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
    }

    private static String withoutE(String stem) {
        return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }
}
