package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as a client shows it: the latest of its edits, with what people reacted.
 *
 * @param id of the first version
 * @param content of the latest version; relations are the first version's
 * @param reactions emoji by emoji who gave it, as they stand
 */
public record Message(
        String id,
        UserId sender,
        Instant sent,
        ObjectNode content,
        boolean edited,
        Map<String, Set<UserId>> reactions) {
    /** The plain text. */
    public String body() {
        return Json.at(content, "body");
    }

    /** The formatted text; empty where there is none. */
    public String html() {
        return Json.at(content, "formatted_body");
    }

    /** Such as {@code m.text} or {@code m.notice}. */
    public String kind() {
        return Json.at(content, "msgtype");
    }

    /** Whom it pings, by {@code m.mentions}. */
    public List<String> pings() {
        return StreamSupport.stream(content.at("/m.mentions/user_ids").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    /** The event whose thread it stands in. */
    public Optional<String> thread() {
        JsonNode relation = content.path("m.relates_to");
        return Json.at(relation, "rel_type").equals("m.thread")
                ? Optional.of(Json.at(relation, "event_id"))
                : Optional.empty();
    }

    /** The event that it answers. */
    public Optional<String> answers() {
        return Optional.of(Json.at(content, "m.relates_to", "m.in_reply_to", "event_id"))
                .filter(id -> !id.isEmpty());
    }

    /** What of these events a client shows as messages, oldest first: edits put in, what was taken back left out. */
    static List<Message> shown(List<Event> events) {
        Set<String> gone = new HashSet<>();
        for (Event event : events) {
            if (event.type().equals("m.room.redaction")) {
                gone.add(Json.at(event.content(), "redacts"));
            }
            if (event.unsigned().has("redacted_because")) {
                gone.add(event.id());
            }
        }
        Map<String, Event> edits = new HashMap<>();
        Map<String, Map<String, Set<UserId>>> reactions = new HashMap<>();
        List<Event> messages = new ArrayList<>();
        for (Event event : events) {
            JsonNode relation = event.content().path("m.relates_to");
            String other = Json.at(relation, "event_id");
            if (gone.contains(event.id())) {
                continue;
            }
            if (event.type().equals("m.reaction")) {
                reactions
                        .computeIfAbsent(other, id -> new HashMap<>())
                        .computeIfAbsent(Json.at(relation, "key"), key -> new HashSet<>())
                        .add(event.sender());
            } else if (event.type().equals("m.room.message")) {
                if (Json.at(relation, "rel_type").equals("m.replace")) {
                    edits.put(other, event);
                } else {
                    messages.add(event);
                }
            }
        }
        return messages.stream()
                .map(event -> shown(event, edits.get(event.id()), reactions.getOrDefault(event.id(), Map.of())))
                .toList();
    }

    private static Message shown(Event event, @Nullable Event edit, Map<String, Set<UserId>> reactions) {
        boolean edited = edit != null
                && edit.sender().equals(event.sender())
                && edit.content().path("m.new_content") instanceof ObjectNode;
        ObjectNode content = event.content();
        if (edited && edit != null && edit.content().get("m.new_content") instanceof ObjectNode latest) {
            ObjectNode relation = content.path("m.relates_to") instanceof ObjectNode related ? related : Json.object();
            content = latest.deepCopy();
            if (!relation.isEmpty()) {
                content.set("m.relates_to", relation);
            }
        }
        return new Message(event.id(), event.sender(), event.sent(), content, edited, reactions);
    }
}
