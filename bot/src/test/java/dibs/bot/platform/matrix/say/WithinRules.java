package dibs.bot.platform.matrix.say;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Whether a message is as the specification wants it ("m.room.message msgtypes", version 1.19): well below the size of an event, HTML
 * of the listed tags alone and well formed, and the same words in both forms.
 */
final class WithinRules {
    /** An event may have 65,536 bytes, of which the homeserver's own fields and signatures take some thousand. */
    private static final int MOST_BYTES = 60_000;

    private static final Set<String> TAGS = Set.of(
            "del",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "p",
            "a",
            "ul",
            "ol",
            "sup",
            "sub",
            "li",
            "b",
            "i",
            "u",
            "strong",
            "em",
            "s",
            "code",
            "hr",
            "br",
            "div",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "caption",
            "pre",
            "span",
            "img",
            "details",
            "summary");
    private static final Pattern MARKUP = Pattern.compile("<(/?)([a-z0-9]+)( href=\"https?://[^\"<>]*\")?>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|#39);");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069\\u200B&&[^\\n]]");

    private final List<String> faults = new ArrayList<>();

    private WithinRules() {}

    static List<String> faults(Said said) {
        return new WithinRules().look(said);
    }

    private List<String> look(Said said) {
        JsonNode content = said.content();
        String body = content.path("body").stringValue("");
        String html = content.path("formatted_body").stringValue("");
        int bytes = new ObjectMapper().writeValueAsString(content).getBytes(StandardCharsets.UTF_8).length;
        check(bytes <= MOST_BYTES, "too long: " + bytes);
        check(content.path("m.mentions").isObject(), "mentions are not said");
        check(content.path("format").stringValue("").equals("org.matrix.custom.html"), "no format");
        check(!body.isBlank(), "no plain body");
        check(!HIDDEN.matcher(body + html).find(), "hidden characters: " + body);
        check(said.reactions().size() <= Reaction.MOST, "too many reactions");
        check(
                said.reactions().stream().map(Reaction::emoji).distinct().count()
                        == said.reactions().size(),
                "a reaction twice");
        String shown = shown(html);
        check(letters(shown).equals(letters(body)), "not the same words:\n" + shown + "\n" + body);
        return faults;
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    /** The words that a client shows of it. */
    private String shown(String html) {
        StringBuilder shown = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Matcher markup = MARKUP.matcher(html);
        int from = 0;
        while (markup.find()) {
            shown.append(words(html.substring(from, markup.start())));
            from = markup.end();
            String tag = markup.group(2);
            check(TAGS.contains(tag), "a tag that is not listed: " + tag);
            check(markup.group(3) == null || tag.equals("a"), "an attribute on " + tag);
            if (markup.group(1).isEmpty()) {
                open.push(tag);
                if (markup.group(3) != null) {
                    shown.append(
                            words(markup.group(3).substring(7, markup.group(3).length() - 1)));
                }
            } else {
                check(tag.equals(open.poll()), "not well nested at " + tag);
            }
        }
        shown.append(words(html.substring(from)));
        check(open.isEmpty(), "left open: " + open);
        return shown.toString();
    }

    private String words(String escaped) {
        check(!escaped.contains("<") && !escaped.contains(">"), "not escaped: " + escaped);
        check(!ENTITY.matcher(escaped).replaceAll("").contains("&"), "an ampersand: " + escaped);
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** Without what only one of the forms needs, and in no order: an address stands before its label in one of them. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(it -> !Character.isWhitespace(it) && it != '`' && it != '-')
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
