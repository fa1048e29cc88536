package dibs.fakeslack.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it stood when it was looked at.
 *
 * @param json as {@code conversations.history} gives it
 * @param threadTs the first message of its thread, when it is an answer in one
 * @param onlyTo the one user who sees it, or null for all
 * @param revisions what it was before it was edited, oldest first
 */
public record Message(
        String channel,
        String ts,
        @Nullable String threadTs,
        @Nullable String onlyTo,
        ObjectNode json,
        boolean pinned,
        boolean deleted,
        List<ObjectNode> revisions) {

    public String text() {
        return Json.text(json, "text");
    }

    public String userId() {
        return Json.text(json, "user");
    }

    public JsonNode blocks() {
        return json.path("blocks");
    }

    /** Its {@code event_type} and {@code event_payload}; missing when it has none. */
    public JsonNode metadata() {
        return json.path("metadata");
    }

    public boolean edited() {
        return !revisions.isEmpty();
    }

    /** All words of the blocks, top to bottom, one text a line; of a message without blocks, its text. */
    public String words() {
        return blocks().isMissingNode() || blocks().isEmpty() ? text() : BlockWalk.words(blocks());
    }

    /** What its buttons say, in order. */
    public List<String> buttons() {
        return BlockWalk.elements(blocks()).stream()
                .filter(element -> element.type().equals("button"))
                .map(BlockWalk.Element::label)
                .toList();
    }

    Message with(ObjectNode newJson) {
        List<ObjectNode> longer = new ArrayList<>(revisions);
        longer.add(json);
        return new Message(channel, ts, threadTs, onlyTo, newJson, pinned, deleted, List.copyOf(longer));
    }

    Message pinned(boolean now) {
        return new Message(channel, ts, threadTs, onlyTo, json, now, deleted, revisions);
    }

    Message gone() {
        return new Message(channel, ts, threadTs, onlyTo, json, pinned, true, revisions);
    }

    Optional<String> thread() {
        return Optional.ofNullable(threadTs);
    }
}
