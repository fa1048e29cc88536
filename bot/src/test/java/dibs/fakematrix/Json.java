package dibs.fakematrix;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Content of events, as people's clients write it. */
public final class Json {
    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An object with that one text in it. */
    public static ObjectNode of(String key, String value) {
        return object().put(key, value);
    }

    /** What somebody types: a message of type {@code m.text}. */
    public static ObjectNode text(String body) {
        return object().put("msgtype", "m.text").put("body", body);
    }

    /** The text at that place; empty where there is none. */
    public static String at(JsonNode json, String... path) {
        return json.at("/" + String.join("/", path)).asString("");
    }
}
