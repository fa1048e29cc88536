package dibs.fakeslack.workspace;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A modal or a Home tab as it stood when it was looked at.
 *
 * @param json as the app sent it, with the ids that Slack gives to blocks
 * @param previousId the modal under it, or null
 */
public record View(
        String id,
        String teamId,
        String userId,
        String rootId,
        @Nullable String previousId,
        String hash,
        ObjectNode json) {

    public String type() {
        return Json.text(json, "type");
    }

    public String title() {
        return Json.text(json.path("title"), "text");
    }

    public String callbackId() {
        return Json.text(json, "callback_id");
    }

    public JsonNode blocks() {
        return json.path("blocks");
    }

    /** All words of the blocks, top to bottom, one text a line. */
    public String words() {
        return BlockWalk.words(blocks());
    }

    /** What its buttons say, in order; the modal's own submit and close are not among them. */
    public List<String> buttons() {
        return BlockWalk.elements(blocks()).stream()
                .filter(element -> element.type().equals("button"))
                .map(BlockWalk.Element::label)
                .toList();
    }

    /** What its inputs are called, in order. */
    public List<String> inputs() {
        return BlockWalk.elements(blocks()).stream()
                .filter(element -> Json.text(element.block(), "type").equals("input"))
                .map(BlockWalk.Element::label)
                .toList();
    }
}
