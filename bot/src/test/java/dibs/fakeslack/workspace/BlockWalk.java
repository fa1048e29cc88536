package dibs.fakeslack.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Finds what can be read and pressed in blocks. */
public final class BlockWalk {
    /**
     * Something that can be pressed or filled in.
     *
     * @param block the block that holds it
     * @param json the element
     */
    public record Element(JsonNode block, JsonNode json) {
        public String type() {
            return Json.text(json, "type");
        }

        public String actionId() {
            return Json.text(json, "action_id");
        }

        public String blockId() {
            return Json.text(block, "block_id");
        }

        /** What a person would call it: a button's words, an input's label, else its placeholder. */
        public String label() {
            if (Json.has(json, "text")) {
                return Json.text(json.path("text"), "text");
            }
            if (Json.has(block, "label")) {
                return Json.text(block.path("label"), "text");
            }
            return Json.text(json.path("placeholder"), "text");
        }

        boolean is(String name) {
            return name.equals(actionId()) || name.equals(blockId()) || name.equals(label());
        }
    }

    private BlockWalk() {}

    /** All elements with an action id, in reading order. */
    public static List<Element> elements(JsonNode blocks) {
        List<Element> found = new ArrayList<>();
        for (JsonNode block : blocks) {
            for (JsonNode element : block.path("elements")) {
                add(found, block, element);
            }
            add(found, block, block.path("accessory"));
            add(found, block, block.path("element"));
        }
        return found;
    }

    /** Elements that a person could mean by a label, an action id or a block id. */
    public static List<Element> named(JsonNode blocks, String name) {
        return elements(blocks).stream().filter(element -> element.is(name)).toList();
    }

    private static void add(List<Element> found, JsonNode block, JsonNode element) {
        if (Json.has(element, "action_id")) {
            found.add(new Element(block, element));
        }
    }

    /** Everything that can be read, one text a line. */
    public static String words(JsonNode blocks) {
        List<String> lines = new ArrayList<>();
        collect(blocks, lines);
        return String.join("\n", lines);
    }

    private static void collect(JsonNode node, List<String> lines) {
        String type = Json.text(node, "type");
        if (type.equals("mrkdwn") || type.equals("plain_text") || type.equals("markdown")) {
            lines.add(Json.text(node, "text"));
            return;
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, lines));
        } else {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!field.getKey().equals("confirm")) {
                    collect(field.getValue(), lines);
                }
            }
        }
    }
}
