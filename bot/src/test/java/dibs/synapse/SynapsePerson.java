package dibs.synapse;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import dibs.fakematrix.Json;
import dibs.fakematrix.NewRoom;
import dibs.fakematrix.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody on a real homeserver, over its own API and none of Dibs' code. */
public final class SynapsePerson implements Person {
    private static final String API = "/_matrix/client/v3/";

    private final Rest rest;
    private final UserId id;
    private final String token;
    private final String device;
    private final AtomicLong transactions = new AtomicLong();

    SynapsePerson(Rest rest, UserId id, String token, String device) {
        this.rest = rest;
        this.id = id;
        this.token = token;
        this.device = device;
    }

    @Override
    public UserId id() {
        return id;
    }

    /** What the person's client is signed in with. */
    public String token() {
        return token;
    }

    /** What the person's client is. */
    public String device() {
        return device;
    }

    /** The events of which the homeserver tells the person's devices. */
    public List<String> notified() {
        List<String> events = new ArrayList<>();
        rest.get(API + "notifications", token)
                .path("notifications")
                .forEach(each -> events.add(Json.at(each, "event", "event_id")));
        return events;
    }

    @Override
    public RoomId creates(NewRoom room) {
        ObjectNode body = Json.object()
                .put("preset", room.open() ? "public_chat" : "private_chat")
                .put("room_version", room.version());
        if (!room.name().isEmpty()) {
            body.put("name", room.name());
        }
        if (room.direct()) {
            body.put("is_direct", true);
        }
        room.alias().ifPresent(alias -> body.put("room_alias_name", alias));
        ArrayNode state = body.putArray("initial_state");
        state.add(initial(
                "m.room.history_visibility",
                Json.of("history_visibility", room.worldReadable() ? "world_readable" : "shared")));
        if (room.encrypted()) {
            state.add(initial("m.room.encryption", Json.of("algorithm", "m.megolm.v1.aes-sha2")));
        }
        ArrayNode invited = body.putArray("invite");
        room.invited().forEach(user -> invited.add(user.value()));
        return new RoomId(Json.at(rest.post(API + "createRoom", token, body), "room_id"));
    }

    private static ObjectNode initial(String type, ObjectNode content) {
        ObjectNode event = Json.object().put("type", type).put("state_key", "");
        event.set("content", content);
        return event;
    }

    @Override
    public String sends(RoomId room, String type, ObjectNode content) {
        return Json.at(rest.put(in(room) + "send/" + type + "/" + transaction(), token, content), "event_id");
    }

    @Override
    public String sets(RoomId room, String type, String key, ObjectNode content) {
        return Json.at(rest.put(in(room) + "state/" + type + "/" + Rest.part(key), token, content), "event_id");
    }

    @Override
    public String redacts(RoomId room, String event) {
        String path = in(room) + "redact/" + Rest.part(event) + "/" + transaction();
        return Json.at(rest.put(path, token, Json.object()), "event_id");
    }

    @Override
    public void invites(RoomId room, UserId other) {
        rest.post(in(room) + "invite", token, Json.of("user_id", other.value()));
    }

    @Override
    public void joins(RoomId room) {
        rest.post(in(room) + "join", token, Json.object());
    }

    @Override
    public void leaves(RoomId room) {
        rest.post(in(room) + "leave", token, Json.object());
    }

    @Override
    public void kicks(RoomId room, UserId other, String reason) {
        rest.post(in(room) + "kick", token, Json.of("user_id", other.value()).put("reason", reason));
    }

    @Override
    public RoomId upgrades(RoomId room, String version) {
        JsonNode answer = rest.post(in(room) + "upgrade", token, Json.of("new_version", version));
        return new RoomId(Json.at(answer, "replacement_room"));
    }

    @Override
    public void livesIn(ZoneId zone) {
        rest.put(profile() + "m.tz", token, Json.of("m.tz", zone.getId()));
    }

    @Override
    public void isCalled(String name) {
        rest.put(profile() + "displayname", token, Json.of("displayname", name));
    }

    @Override
    public List<Event> sees(RoomId room) {
        List<Event> events = new ArrayList<>();
        String from = "";
        do {
            String path = in(room) + "messages?dir=b&limit=1000" + (from.isEmpty() ? "" : "&from=" + Rest.part(from));
            JsonNode page = rest.get(path, token);
            page.path("chunk").forEach(event -> events.addFirst(event(event)));
            from = page.path("chunk").isEmpty() ? "" : Json.at(page, "end");
        } while (!from.isEmpty());
        return events;
    }

    private static Event event(JsonNode json) {
        return new Event(
                Json.at(json, "event_id"),
                Json.at(json, "type"),
                new UserId(Json.at(json, "sender")),
                Instant.ofEpochMilli(json.path("origin_server_ts").asLong()),
                json.has("state_key") ? Optional.of(Json.at(json, "state_key")) : Optional.empty(),
                object(json.path("content")),
                object(json.path("unsigned")));
    }

    private static ObjectNode object(JsonNode json) {
        return json instanceof ObjectNode object ? object : Json.object();
    }

    private static String in(RoomId room) {
        return API + "rooms/" + Rest.part(room.value()) + "/";
    }

    private String profile() {
        return API + "profile/" + Rest.part(id.value()) + "/";
    }

    private String transaction() {
        return "t" + transactions.incrementAndGet();
    }
}
