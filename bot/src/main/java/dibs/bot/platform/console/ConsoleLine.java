package dibs.bot.platform.console;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of input: words to answer, or a JSON object that also says who speaks and with which message. */
public sealed interface ConsoleLine {
    /**
     * Something was said.
     *
     * @param id the message's id, where the line had one
     */
    record Said(String speaker, Optional<String> id, String text) implements ConsoleLine {}

    /** The line cannot be read; {@code why} is one sentence. */
    record Malformed(String why) implements ConsoleLine {}

    /** What a name of the terminal may be. */
    Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /** The longest message id, in characters. */
    int LONGEST_ID = 200;

    /** Whether somebody may be called that. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** What a line says; {@code speaker} where it does not say who. */
    static ConsoleLine read(String line, String speaker) {
        if (!line.startsWith("{")) {
            return new Said(speaker, Optional.empty(), line);
        }
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(line);
        } catch (JacksonException broken) {
            return new Malformed(
                    "That line begins like a JSON object and is none: write {\"as\":\"bob\",\"text\":\"help\"}.");
        }
        String as = node.path("as").asString(speaker);
        if (!text(node, "as") || !isName(as)) {
            return new Malformed(
                    "The name under \"as\" may have letters, digits, points, hyphens and underscores, 64 at most.");
        }
        if (!node.path("text").isString()) {
            return new Malformed(
                    "A JSON line needs its words under \"text\": write {\"as\":\"bob\",\"text\":\"help\"}.");
        }
        String id = node.path("id").asString("");
        if (!text(node, "id") || id.length() > LONGEST_ID) {
            return new Malformed("The message's \"id\" is a text of at most " + LONGEST_ID + " characters.");
        }
        return new Said(
                as,
                id.isEmpty() ? Optional.empty() : Optional.of(id),
                node.path("text").asString());
    }

    private static boolean text(JsonNode node, String field) {
        return !node.has(field) || node.get(field).isString();
    }
}
