package dibs.backend.probe;

import java.util.Optional;

/**
 * What a host answered.
 *
 * @param body its beginning
 * @param cut whether more of it came than is read
 * @param elsewhere where it redirects to, when that is not followed
 */
record Answer(int status, String body, boolean cut, Optional<String> elsewhere) {
    boolean success() {
        return status / 100 == 2;
    }

    /** What it is, in words, such as {@code answers 502: "no database"}. */
    String said() {
        if (elsewhere.isPresent()) {
            return "redirects to " + elsewhere.get() + ", where probes do not go";
        }
        String words = Words.plain(body);
        boolean page = words.startsWith("<") || words.startsWith("{") || words.isEmpty();
        return "answers " + status + (page ? "" : ": \"" + Words.cut(words, 80) + "\"");
    }
}
