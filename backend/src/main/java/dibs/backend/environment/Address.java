package dibs.backend.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and the segments of a path: what is left of a pasted address once scheme, user, port, query and fragment are
 * off.
 */
record Address(String host, List<String> path) {
    /** {@code git@github.com:owner/name} */
    private static final Pattern REMOTE = Pattern.compile("[\\w.-]+@([\\w.-]+):(?!\\d+/)([^\\s]+)");

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9-]+)+");
    private static final String AROUND = ".,;:!?()[]\"'`“”‘’«»";

    Address {
        path = List.copyOf(path);
    }

    /** The address that the text is, or nothing where it is none. */
    static Optional<Address> of(String text) {
        String cut = bare(text.length() > NameKey.MAX_TEXT ? text.substring(0, NameKey.MAX_TEXT) : text);
        if (cut.isEmpty() || cut.chars().anyMatch(Character::isWhitespace)) {
            return Optional.empty();
        }
        Matcher remote = REMOTE.matcher(cut);
        if (remote.matches()) {
            return of(remote.group(1), remote.group(2));
        }
        int scheme = cut.indexOf("://");
        String rest = until(scheme < 0 ? cut : cut.substring(scheme + 3), "?#");
        String authority = until(rest, "/");
        String path = rest.substring(authority.length());
        String host = authority.substring(scheme < 0 ? 0 : authority.lastIndexOf('@') + 1);
        return of(host.replaceFirst(":\\d{1,5}$", ""), path);
    }

    private static Optional<Address> of(String host, String path) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        if (!HOST.matcher(name).matches()) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>(Arrays.stream(path.split("/"))
                .map(segment -> segment.toLowerCase(Locale.ROOT))
                .filter(segment -> !segment.isEmpty())
                .toList());
        if (!segments.isEmpty() && segments.getLast().endsWith(".git")) {
            String last = segments.removeLast();
            segments.add(last.substring(0, last.length() - ".git".length()));
        }
        return Optional.of(new Address(name, segments));
    }

    /** Without quotes, punctuation and the brackets of {@code <address|label>} around it. */
    private static String bare(String text) {
        String inner = stripped(text.strip());
        if (inner.startsWith("<")) {
            inner = until(inner.substring(1), "|>");
        }
        return stripped(inner);
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && AROUND.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && AROUND.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String until(String text, String stops) {
        for (int index = 0; index < text.length(); index++) {
            if (stops.indexOf(text.charAt(index)) >= 0) {
                return text.substring(0, index);
            }
        }
        return text;
    }
}
