package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.UserId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The words of a message in HTML, with what stands for the users whom it links. One pass over it, whatever it is. */
final class HtmlText {
    private static final Set<String> BREAKS =
            Set.of("br", "p", "div", "li", "tr", "blockquote", "pre", "h1", "h2", "h3");
    private static final String TO = "matrix.to/#/";
    private static final int LONGEST_ENTITY = 10;

    private final String html;
    private final BiFunction<UserId, String, String> user;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String html, BiFunction<UserId, String, String> user) {
        this.html = html;
        this.user = user;
    }

    /** Whether users are linked in it. */
    static boolean links(String html) {
        return html.contains(TO) || html.contains("matrix:u/");
    }

    /**
     * The words.
     *
     * @param user what stands for a user who is linked by those words
     */
    static String of(String html, BiFunction<UserId, String, String> user) {
        return new HtmlText(html, user).read();
    }

    private String read() {
        while (at < html.length()) {
            char next = html.charAt(at);
            if (next == '<') {
                tag();
            } else if (next == '&') {
                entity();
            } else {
                text.append(next);
                at++;
            }
        }
        return text.toString();
    }

    private void tag() {
        int end = html.indexOf('>', at);
        if (end < 0) {
            at = html.length();
            return;
        }
        String tag = html.substring(at + 1, end);
        at = end + 1;
        String name = tag.strip().split("[\\s/]+", 2)[0].toLowerCase(Locale.ROOT);
        if (name.equals("mx-reply")) {
            skipTo("</mx-reply>");
        } else if (name.equals("a")) {
            linked(tag).ifPresent(this::link);
        } else if (BREAKS.contains(name)) {
            text.append('\n');
        }
    }

    private void link(UserId id) {
        int begin = at;
        int end = skipTo("</a>");
        String words = of(html.substring(begin, end), (other, label) -> label);
        text.append(user.apply(id, words.strip()));
    }

    /** Goes on behind that; where what is before it ends. */
    private int skipTo(String closing) {
        int end = html.indexOf(closing, at);
        at = end < 0 ? html.length() : end + closing.length();
        return end < 0 ? html.length() : end;
    }

    private static Optional<UserId> linked(String tag) {
        int href = tag.toLowerCase(Locale.ROOT).indexOf("href=");
        if (href < 0 || href + 6 > tag.length()) {
            return Optional.empty();
        }
        char quote = tag.charAt(href + 5);
        int end = tag.indexOf(quote, href + 6);
        if ((quote != '"' && quote != '\'') || end < 0) {
            return Optional.empty();
        }
        return user(tag.substring(href + 6, end));
    }

    private static Optional<UserId> user(String href) {
        int to = href.indexOf(TO);
        String rest;
        if (to >= 0) {
            rest = href.substring(to + TO.length());
        } else if (href.startsWith("matrix:u/")) {
            rest = "@" + href.substring("matrix:u/".length());
        } else {
            return Optional.empty();
        }
        String id = rest.split("\\?", 2)[0];
        try {
            // A plus sign is one in the part behind the hash.
            return Mentions.user(URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private void entity() {
        int end = html.indexOf(';', at);
        if (end < 0 || end - at > LONGEST_ENTITY) {
            text.append('&');
            at++;
            return;
        }
        text.append(decoded(html.substring(at + 1, end)).orElse(html.substring(at, end + 1)));
        at = end + 1;
    }

    private static Optional<String> decoded(String entity) {
        return switch (entity) {
            case "lt" -> Optional.of("<");
            case "gt" -> Optional.of(">");
            case "amp" -> Optional.of("&");
            case "quot" -> Optional.of("\"");
            case "apos" -> Optional.of("'");
            case "nbsp" -> Optional.of(" ");
            default -> numbered(entity);
        };
    }

    private static Optional<String> numbered(String entity) {
        try {
            int point = entity.startsWith("#x") || entity.startsWith("#X")
                    ? Integer.parseInt(entity.substring(2), 16)
                    : entity.startsWith("#") ? Integer.parseInt(entity.substring(1)) : -1;
            return Character.isValidCodePoint(point) ? Optional.of(Character.toString(point)) : Optional.empty();
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }
}
