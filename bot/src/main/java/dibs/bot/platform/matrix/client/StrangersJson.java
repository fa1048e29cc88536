package dibs.bot.platform.matrix.client;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON in which strangers may have put anything. What is nested too deep, and what is no number that a computer counts with,
 * reads as null, and all that is beside it is there: one event in a batch must not keep Dibs from reading the others.
 */
final class StrangersJson {
    /** Nothing that Dibs looks at is half as deep; what walks through the tree later takes this much of the stack. */
    private static final int DEEPEST = 64;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The length of all of it is limited before. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private final JsonParser parser;

    private StrangersJson(JsonParser parser) {
        this.parser = parser;
    }

    /** The tree; nothing where it is no JSON, or not all of it. */
    static Optional<JsonNode> read(byte[] bytes) {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            return first == null ? Optional.empty() : Optional.of(new StrangersJson(parser).value(first, 0));
        } catch (JacksonException half) {
            return Optional.empty();
        }
    }

    private JsonNode value(JsonToken token, int depth) {
        return switch (token) {
            case START_OBJECT, START_ARRAY -> depth < DEEPEST ? nested(token, depth + 1) : skipped();
            case VALUE_STRING -> NODES.stringNode(storable(parser.getString()));
            case VALUE_NUMBER_INT ->
                switch (parser.getNumberType()) {
                    case INT, LONG -> NODES.numberNode(parser.getLongValue());
                    default -> NODES.nullNode();
                };
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode nested(JsonToken token, int depth) {
        return token == JsonToken.START_OBJECT ? object(depth) : array(depth);
    }

    private ObjectNode object(int depth) {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            object.set(storable(name), value(parser.nextToken(), depth));
        }
        return object;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            array.add(value(next, depth));
        }
        return array;
    }

    private JsonNode skipped() {
        parser.skipChildren();
        return NODES.nullNode();
    }

    /** No store keeps a null character in a text, and PostgreSQL fails on it. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
