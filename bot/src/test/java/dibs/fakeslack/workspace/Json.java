package dibs.fakeslack.workspace;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as the fake reads and writes it. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty list. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The parsed text; {@link tools.jackson.core.JacksonException} when it is no JSON. */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** The text at a field, or an empty text. */
    public static String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    /** A scalar as text; anything else is an empty text. */
    public static String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isNumber() || node.isBoolean() ? node.toString() : "";
    }

    /** Whether the field is there and not null. */
    public static boolean has(JsonNode node, String field) {
        return node.hasNonNull(field);
    }
}
