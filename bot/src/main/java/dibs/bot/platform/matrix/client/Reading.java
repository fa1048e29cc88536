package dibs.bot.platform.matrix.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a homeserver's JSON what it says; what is of a wrong type is taken for not being there. */
final class Reading {
    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    private Reading() {}

    static Batch batch(JsonNode json) {
        JsonNode rooms = json.path("rooms");
        return new Batch(
                Exchange.text(json, "next_batch", ""),
                each(rooms.path("join"), Reading::joined),
                each(rooms.path("invite"), room -> stripped(room.path("invite_state"))),
                each(rooms.path("leave"), room -> events(room.path("timeline").path("events"))));
    }

    private static Batch.Joined joined(JsonNode room) {
        JsonNode timeline = room.path("timeline");
        return new Batch.Joined(
                timeline.path("limited").asBoolean(false),
                Exchange.text(timeline, "prev_batch", ""),
                events(room.path("state").path("events")),
                events(timeline.path("events")));
    }

    private interface Read<T> {
        T of(JsonNode json);
    }

    private static <T> Map<RoomId, T> each(JsonNode rooms, Read<T> read) {
        Map<RoomId, T> all = new HashMap<>();
        rooms.properties().forEach(room -> all.put(new RoomId(room.getKey()), read.of(room.getValue())));
        return all;
    }

    static List<Event> events(JsonNode json) {
        List<Event> events = new ArrayList<>();
        for (JsonNode one : json) {
            Optional<Event> event = event(one);
            event.ifPresent(events::add);
            if (event.isEmpty()) {
                LOG.warn("An event without id, type or sender came, and was passed over");
            }
        }
        return events;
    }

    /** What is shown of a room from outside; it has neither ids nor times. */
    private static List<Event> stripped(JsonNode state) {
        List<Event> events = new ArrayList<>();
        for (JsonNode one : state.path("events")) {
            read(one).ifPresent(events::add);
        }
        return events;
    }

    static Optional<Event> event(JsonNode json) {
        return read(json).filter(event -> !event.id().isEmpty());
    }

    private static Optional<Event> read(JsonNode json) {
        String type = Exchange.text(json, "type", "");
        String sender = Exchange.text(json, "sender", "");
        if (type.isEmpty() || sender.isEmpty()) {
            return Optional.empty();
        }
        JsonNode key = json.path("state_key");
        JsonNode sent = json.path("origin_server_ts");
        ObjectNode content = object(json.path("content"));
        String redacts = Exchange.text(json, "redacts", "");
        if (!redacts.isEmpty() && !content.has("redacts")) {
            content.put("redacts", redacts); // where rooms before version 11 have it
        }
        return Optional.of(new Event(
                Exchange.text(json, "event_id", ""),
                type,
                new UserId(sender),
                Instant.ofEpochMilli(sent.isIntegralNumber() && sent.canConvertToLong() ? sent.asLong() : 0),
                key.isString() ? Optional.of(key.asString()) : Optional.empty(),
                content,
                object(json.path("unsigned"))));
    }

    private static ObjectNode object(JsonNode json) {
        return json instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
