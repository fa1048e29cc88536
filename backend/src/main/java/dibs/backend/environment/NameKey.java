package dibs.backend.environment;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How names are compared: letter case, quotes, backticks, dashes of any kind, spaces against hyphens, and punctuation
 * around the name make no difference.
 */
final class NameKey {
    /** No name is longer; what is longer is cut before it costs anything. */
    static final int MAX_TEXT = 1000;

    private static final String AROUND = ".,;:!?()<>[]{}*~-";

    private NameKey() {}

    /** The form in which the text is compared; empty where nothing of it is left. */
    static String of(String text) {
        String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
        if (isPlain(cut)) {
            return cut;
        }
        String plain = Normalizer.normalize(cut, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(plain.length());
        plain.codePoints().filter(NameKey::counts).forEach(point -> {
            if (!joins(point)) {
                key.appendCodePoint(point);
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != '-') {
                key.append('-');
            }
        });
        return trimmed(key);
    }

    /** Whether the text is its own key already, as ids are: most of what is compared. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            boolean inside = index > 0 && index < text.length() - 1;
            boolean plain = (letter >= 'a' && letter <= 'z')
                    || (letter >= '0' && letter <= '9')
                    || (inside && (letter == '.' || letter == '/'))
                    || (inside && letter == '-' && text.charAt(index - 1) != '-');
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean joins(int point) {
        return point == '_'
                || Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.DASH_PUNCTUATION;
    }

    private static boolean counts(int point) {
        return switch (Character.getType(point)) {
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.FORMAT -> false;
            case Character.CONTROL -> Character.isWhitespace(point);
            default -> "'\"`´‚„".indexOf(point) < 0;
        };
    }

    private static String trimmed(StringBuilder key) {
        int start = 0;
        int end = key.length();
        while (start < end && AROUND.indexOf(key.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(key.charAt(end - 1)) >= 0) {
            end--;
        }
        return key.substring(start, end);
    }
}
