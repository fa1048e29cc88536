package dibs.bot.platform.matrix.hear;

import static dibs.bot.platform.matrix.hear.Mentions.SELF;

import dibs.bot.command.CommandParser;
import dibs.bot.command.Verb;
import dibs.bot.platform.matrix.client.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Which messages are meant for Dibs, and the line that they say: what begins with an exclamation mark and a command, what calls Dibs at its
 * beginning or its end, and in a direct room everything. Other bots' commands are left to them, and so are notices.
 */
final class Commands {
    private static final String DIBS = "dibs";
    private static final String EVERYTHING = "all";

    /** Far more than any command has; what is longer is cut, and so refused as too long. */
    private static final int LONGEST = 4_000;

    private static final int LONGEST_HTML = 20_000;
    private static final String QUOTED = ">";

    private Commands() {}

    /**
     * What a message says to Dibs; nothing where it is not meant for Dibs.
     *
     * @param content of the message: nobody knows what is in it
     * @param direct whether nobody but the speaker and Dibs is there
     * @param names what Dibs is called there besides its id
     */
    static Optional<Spoken> of(JsonNode content, boolean direct, UserId self, Collection<String> names) {
        if (!content.path("msgtype").asString("").equals("m.text")) {
            return Optional.empty();
        }
        Mentions mentions = new Mentions(self);
        String text = text(content, mentions).strip();
        return line(text, direct, names(self, names)).map(line -> new Spoken(line, mentions.named()));
    }

    private static String text(JsonNode content, Mentions mentions) {
        String html = content.path("format").asString("").equals("org.matrix.custom.html")
                ? cut(content.path("formatted_body").asString(""), LONGEST_HTML)
                : "";
        if (HtmlText.links(html)) {
            return cut(mentions.inHtml(html), LONGEST);
        }
        String body = cut(content.path("body").asString(""), LONGEST);
        boolean reply = content.path("m.relates_to").path("m.in_reply_to").isObject();
        return mentions.inPlain(reply ? withoutQuote(body) : body);
    }

    /** Older clients put what is replied to before the reply. */
    private static String withoutQuote(String body) {
        return body.lines().dropWhile(line -> line.startsWith(QUOTED)).collect(Collectors.joining("\n"));
    }

    private static Optional<String> line(String text, boolean direct, List<String> names) {
        if (prefixed(text)) {
            return Optional.of(text.replace(SELF, " "));
        }
        Optional<String> called = called(text, names);
        return called.isEmpty() && direct ? Optional.of(text.replace(SELF, " ")) : called;
    }

    /** Whether an exclamation mark stands right before Dibs' name or one of its commands. */
    private static boolean prefixed(String text) {
        if (text.length() < 2 || text.charAt(0) != '!' || !Character.isLetter(text.codePointAt(1))) {
            return false;
        }
        String[] words = text.substring(1).split("[\\s\\p{Z}\\p{Cc}]+", 2);
        if (bare(words[0]).equals(DIBS)) {
            return true;
        }
        Optional<Verb> verb = CommandParser.begun(text);
        return verb.equals(Optional.of(Verb.HELP)) ? words.length > 1 && isTopic(words[1]) : verb.isPresent();
    }

    /** Many bots hear {@code !help}: Dibs is meant where its own commands are asked for. */
    private static boolean isTopic(String text) {
        return bare(text).equals(EVERYTHING) || CommandParser.begun(text).isPresent();
    }

    private static String bare(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceFirst("[.,:;!?]+$", "");
    }

    private static Optional<String> called(String text, List<String> names) {
        String unmarked = text.replace(SELF, " ").strip();
        if (text.startsWith(SELF) || text.startsWith("@" + SELF)) {
            return Optional.of(unmarked.replaceFirst("^[@:,\\s]+", ""));
        }
        if (text.replaceFirst("[\\s.,!?]+$", "").endsWith(SELF)) {
            return Optional.of(unmarked);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (String name : names) {
            String at = lower.startsWith("@") ? "@" : "";
            if (lower.startsWith(at + name)) {
                String rest = text.substring(at.length() + name.length());
                boolean apart = at.isEmpty() ? rest.matches("(?s)\\s*[:,].*") : rest.matches("(?s)[\\s:,].*|");
                if (apart) {
                    return Optional.of(rest.replaceFirst("^[:,\\s]+", "").replace(SELF, " "));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> names(UserId self, Collection<String> others) {
        String local = self.value().substring(1).split(":", 2)[0];
        return Stream.concat(others.stream(), Stream.of(local, DIBS))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
