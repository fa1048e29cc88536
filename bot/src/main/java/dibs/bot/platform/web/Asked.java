package dibs.bot.platform.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the page sends: who says what. */
sealed interface Asked {
    /**
     * Something was said.
     *
     * @param id the message's id, the same when it is sent again
     * @param zone the browser's; nothing where it is none that is known here
     */
    record Said(String speaker, String text, Optional<String> id, Optional<ZoneId> zone) implements Asked {}

    /** It cannot be read; {@code why} is one sentence. */
    record Malformed(String why) implements Asked {}

    /** What a person on the page may be called; the page's script knows the same form. */
    Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    /** What a message id may be. */
    Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

    /** What the bytes of a JSON object say. */
    static Asked read(byte[] json) {
        JsonNode node;
        try {
            node = JsonMapper.shared().readTree(json);
        } catch (JacksonException broken) {
            return new Malformed("That is no JSON: send an object such as {\"as\":\"ann\",\"text\":\"help\"}.");
        }
        if (!node.isObject() || !node.path("text").isString()) {
            return new Malformed("Send an object with your words under \"text\", {\"as\":\"ann\",\"text\":\"help\"}.");
        }
        if (!NAME.matcher(text(node, "as")).matches()) {
            return new Malformed(
                    "The name under \"as\" may have letters, digits, points, hyphens and underscores, 64 at most.");
        }
        boolean hasId = node.hasNonNull("id");
        if (hasId && !ID.matcher(text(node, "id")).matches()) {
            return new Malformed("The message's \"id\" has 1 to 200 letters, digits, points, colons and hyphens.");
        }
        return new Said(
                text(node, "as"),
                text(node, "text"),
                hasId ? Optional.of(text(node, "id")) : Optional.empty(),
                zone(text(node, "zone")));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isString() ? node.path(field).asString() : "";
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional
                    .empty(); // browsers know zones that this machine may not: the person's own setting counts then
        }
    }
}
