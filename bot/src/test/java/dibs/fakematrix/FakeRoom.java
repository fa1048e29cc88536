package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A room: everything that happened in it, and what is so now. */
final class FakeRoom {
    /** An event and when it came: on the homeserver's own scale, and by the test's clock, whatever the event says. */
    record Entry(long position, Event event, Instant came) {}

    /** What names a piece of state. */
    record Key(String type, String stateKey) {}

    private static final int ADMIN = 100;

    private final RoomId id;
    private final String version;
    private final UserId creator;
    private final InstantSource clock;
    private final List<Entry> log = new ArrayList<>();
    private final Map<Key, Event> state = new LinkedHashMap<>();
    private final Map<String, Event> redactions = new HashMap<>();

    FakeRoom(RoomId id, String version, UserId creator, InstantSource clock) {
        this.clock = clock;
        this.id = id;
        this.version = version;
        this.creator = creator;
    }

    RoomId id() {
        return id;
    }

    List<Entry> log() {
        return log;
    }

    void add(Entry entry) {
        Event event = entry.event();
        log.add(entry);
        event.stateKey().ifPresent(key -> state.put(new Key(event.type(), key), event));
        if (event.type().equals("m.room.redaction")) {
            redactions.put(Json.at(event.content(), "redacts"), event);
        }
    }

    Optional<Event> state(String type, String key) {
        return Optional.ofNullable(state.get(new Key(type, key)));
    }

    List<Event> state() {
        return List.copyOf(state.values());
    }

    /** The state when everything up to that position had happened. */
    Map<Key, Event> stateAt(long position) {
        Map<Key, Event> then = new LinkedHashMap<>();
        for (Entry entry : log) {
            if (entry.position() <= position) {
                entry.event()
                        .stateKey()
                        .ifPresent(key -> then.put(new Key(entry.event().type(), key), entry.event()));
            }
        }
        return then;
    }

    /** {@code join}, {@code invite}, {@code leave} or {@code ban}. */
    String membership(UserId user) {
        return membership(state.get(new Key("m.room.member", user.value())));
    }

    String membershipAt(UserId user, long position) {
        return membership(stateAt(position).get(new Key("m.room.member", user.value())));
    }

    private static String membership(@Nullable Event event) {
        return event == null ? "leave" : Json.at(event.content(), "membership");
    }

    /** When the user's membership last changed. */
    long changed(UserId user) {
        return log.stream()
                .filter(entry -> entry.event().type().equals("m.room.member")
                        && entry.event().stateKey().equals(Optional.of(user.value())))
                .mapToLong(Entry::position)
                .max()
                .orElse(0);
    }

    /** Whether the user may send that, or set it, as power goes. */
    boolean lets(UserId user, String type, boolean asState) {
        JsonNode levels = levels();
        int otherwise =
                levels.path(asState ? "state_default" : "events_default").asInt(asState ? 50 : 0);
        return power(user) >= levels.path("events").path(type).asInt(otherwise);
    }

    /** Whether the user has the power that {@code kick}, {@code ban}, {@code redact} takes. */
    boolean lets(UserId user, String doing) {
        return power(user) >= levels().path(doing).asInt(doing.equals("invite") ? 0 : 50);
    }

    private int power(UserId user) {
        if (user.equals(creator) && Integer.parseInt(version) >= 12) {
            return Integer.MAX_VALUE;
        }
        JsonNode levels = levels();
        return levels.path("users")
                .path(user.value())
                .asInt(levels.path("users_default").asInt(0));
    }

    JsonNode levels() {
        return state("m.room.power_levels", "").map(Event::content).orElseGet(Json::object);
    }

    /** The power levels of a new room. */
    ObjectNode firstLevels() {
        ObjectNode levels = Json.object();
        levels.put("users_default", 0).put("events_default", 0).put("state_default", 50);
        levels.put("ban", 50).put("kick", 50).put("redact", 50).put("invite", 0);
        ObjectNode users = levels.putObject("users");
        if (Integer.parseInt(version) < 12) {
            users.put(creator.value(), ADMIN);
        }
        levels.putObject("events").put("m.room.tombstone", ADMIN).put("m.room.encryption", ADMIN);
        return levels;
    }

    Optional<Entry> entry(String event) {
        return log.stream().filter(one -> one.event().id().equals(event)).findFirst();
    }

    /** Whether the user may see it at all. */
    boolean shows(Entry entry, UserId user) {
        String now = membership(user);
        if (!now.equals("join") && entry.position() > changed(user)) {
            return false;
        }
        String visibility = stateAt(entry.position())
                .getOrDefault(new Key("m.room.history_visibility", ""), entry.event())
                .content()
                .path("history_visibility")
                .asString("shared");
        String then = membershipAt(user, entry.position());
        return switch (visibility) {
            case "joined" -> then.equals("join");
            case "invited" -> then.equals("join") || then.equals("invite");
            default -> true;
        };
    }

    /** The event as it is shown now, with its latest edit. */
    Event view(Entry entry, UserId viewer) {
        Event plain = viewUnrelated(entry, viewer);
        if (!plain.unsigned().has("redacted_because")) {
            latestEdit(entry.event())
                    .ifPresent(edit -> plain.unsigned().putObject("m.relations").set("m.replace", json(edit)));
        }
        return plain;
    }

    /** The event as it is shown now, without its edits: where nothing is left out, they come by themselves. */
    Event viewUnrelated(Entry entry, UserId viewer) {
        Event event = entry.event();
        ObjectNode unsigned = Json.object();
        unsigned.put("membership", membershipAt(viewer, entry.position()));
        unsigned.put("age", Duration.between(entry.came(), clock.instant()).toMillis());
        Event redaction = redactions.get(event.id());
        if (redaction != null) {
            unsigned.set("redacted_because", json(redaction));
            ObjectNode left = Json.object();
            if (event.type().equals("m.room.member")) {
                left.put("membership", Json.at(event.content(), "membership"));
            }
            return with(event, left, unsigned);
        }
        return with(event, event.content().deepCopy(), unsigned);
    }

    private Optional<Event> latestEdit(Event original) {
        return log.stream()
                .map(Entry::event)
                .filter(event -> Json.at(event.content(), "m.relates_to", "rel_type")
                                .equals("m.replace")
                        && Json.at(event.content(), "m.relates_to", "event_id").equals(original.id())
                        && event.sender().equals(original.sender())
                        && !redactions.containsKey(event.id()))
                .reduce((earlier, later) -> later);
    }

    private static Event with(Event event, ObjectNode content, ObjectNode unsigned) {
        return new Event(event.id(), event.type(), event.sender(), event.sent(), event.stateKey(), content, unsigned);
    }

    static ObjectNode json(Event event) {
        ObjectNode json = Json.object()
                .put("event_id", event.id())
                .put("type", event.type())
                .put("sender", event.sender().value())
                .put("origin_server_ts", event.sent().toEpochMilli());
        event.stateKey().ifPresent(key -> json.put("state_key", key));
        json.set("content", event.content().deepCopy());
        return json;
    }
}
