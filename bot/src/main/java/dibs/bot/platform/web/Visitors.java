package dibs.bot.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites' scripts out. A page that nobody but this machine reaches is still reached by every site that runs in
 * a browser on it: by a post to this address, or by a host name of the site's own that leads here.
 *
 * @param loopback whether nobody but this machine reaches the page
 */
record Visitors(boolean loopback) {
    /** The names by which a machine calls itself; an address in digits cannot be another's host name either. */
    private static final Pattern OWN_HOST =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1])(:\\d{1,5})?");

    /** Why the request is refused, in one sentence; nothing when it is welcome. */
    Optional<String> refusal(Request request) {
        String host = lower(request.getHeaders().get(HttpHeader.HOST));
        if (loopback && !OWN_HOST.matcher(host).matches()) {
            return Optional.of("This page answers to localhost, 127.0.0.1 and [::1] only: open it under one of these.");
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !isFrom(origin, host)) {
            return Optional.of("This page answers to itself only, and that was sent from another site.");
        }
        return Optional.empty();
    }

    private static boolean isFrom(String origin, String host) {
        try {
            URI uri = new URI(lower(origin));
            String usual = switch (String.valueOf(uri.getScheme())) {
                case "http" -> ":80";
                case "https" -> ":443";
                default -> "";
            };
            return !usual.isEmpty() && without(usual, uri.getRawAuthority()).equals(without(usual, host));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Browsers leave the scheme's own port out; other programs may write it. */
    private static String without(String usual, @Nullable String authority) {
        String given = lower(authority);
        return given.endsWith(usual) ? given.substring(0, given.length() - usual.length()) : given;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
