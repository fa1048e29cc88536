package dibs.fakeslack.block;

import dibs.fakeslack.workspace.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what Slack would refuse in blocks and views, and fills in what it fills in. */
public final class BlockCheck {
    private BlockCheck() {}

    /** What is wrong with a message's blocks, each with a JSON pointer; empty when they are taken. */
    public static List<String> ofMessage(JsonNode blocks) {
        List<String> problems = new ArrayList<>();
        return problems;
    }

    /** What is wrong with a view of this type. */
    public static List<String> ofView(JsonNode view, String type) {
        List<String> problems = new ArrayList<>();
        return problems;
    }

    /** A copy with the ids that Slack gives where the app gave none. */
    public static ArrayNode completed(JsonNode blocks, Supplier<String> ids) {
        ArrayNode copy = blocks.deepCopy().asArray();
        for (JsonNode block : copy) {
            named((ObjectNode) block, "block_id", ids);
            block.path("elements").forEach(element -> action(element, ids));
            action(block.path("accessory"), ids);
            action(block.path("element"), ids);
        }
        return copy;
    }

    private static void action(JsonNode element, Supplier<String> ids) {
        String type = Json.text(element, "type");
        boolean acts = type.equals("button")
                || type.equals("overflow")
                || type.equals("checkboxes")
                || type.endsWith("_select")
                || type.endsWith("_input")
                || type.endsWith("picker")
                || type.endsWith("_buttons");
        if (acts && element instanceof ObjectNode object) {
            named(object, "action_id", ids);
        }
    }

    private static void named(ObjectNode json, String field, Supplier<String> ids) {
        if (Json.text(json, field).isEmpty()) {
            json.put(field, ids.get());
        }
    }
}
