package dibs.fakeslack.block;

import dibs.fakeslack.workspace.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        if (blocks.isArray() && blocks.isEmpty()) {
            return problems;
        }
        Shapes.MESSAGE.check(blocks, "/blocks", problems);
        ids(blocks, "/blocks", problems);
        return problems;
    }

    /** What is wrong with a view of this type. */
    public static List<String> ofView(JsonNode view, String type) {
        List<String> problems = new ArrayList<>();
        if (!Json.text(view, "type").equals(type)) {
            Rule.complain(problems, "must be of type " + type, "/view/type");
            return problems;
        }
        (type.equals("home") ? Shapes.HOME : Shapes.MODAL).check(view, "/view", problems);
        ids(view.path("blocks"), "/view/blocks", problems);
        return problems;
    }

    /** What is wrong with the options that the app offers. */
    public static List<String> ofOptions(JsonNode options) {
        List<String> problems = new ArrayList<>();
        if (!options.isEmpty()) {
            Elements.options().check(options, "/options", problems);
        }
        return problems;
    }

    /** An id may stand once: a block's among all, an action's in its block. */
    private static void ids(JsonNode blocks, String pointer, List<String> problems) {
        Set<String> blockIds = new HashSet<>();
        for (int place = 0; place < blocks.size(); place++) {
            String here = pointer + "/" + place;
            unique(problems, "`block_id`", blockIds, Json.text(blocks.get(place), "block_id"), here + "/block_id");
            Set<String> actionIds = new HashSet<>();
            JsonNode elements = blocks.get(place).path("elements");
            for (int inner = 0; inner < elements.size(); inner++) {
                String id = Json.text(elements.get(inner), "action_id");
                unique(problems, "`action_id`", actionIds, id, here + "/elements/" + inner + "/action_id");
            }
        }
    }

    private static void unique(List<String> problems, String what, Set<String> seen, String id, String pointer) {
        if (!id.isEmpty() && !seen.add(id)) {
            Rule.complain(problems, what + " " + id + " already exists", pointer);
        }
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
