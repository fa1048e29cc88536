package dibs.bot.platform.matrix.room;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is so in a room now, as far as it is known. Of what is not known, the cautious is taken for true: anybody reads along.
 *
 * @param known whether the homeserver has said it
 */
public record RoomState(boolean known, Map<Key, JsonNode> contents) {
    /** A room of which nothing is known. */
    static final RoomState UNKNOWN = new RoomState(false, Map.of());

    private static final Set<String> BY_INVITATION = Set.of("invite", "private", "knock");

    public RoomState {
        contents = Map.copyOf(contents);
    }

    /** What names a piece of state. */
    public record Key(String type, String stateKey) {}

    /** A room as its state tells. */
    public static RoomState of(Collection<Event> state) {
        return new RoomState(true, Map.of()).with(state);
    }

    /** The same after those events; those that set no state change nothing. */
    RoomState with(Collection<Event> events) {
        Map<Key, JsonNode> after = new HashMap<>(contents);
        events.forEach(event ->
                event.stateKey().ifPresent(key -> after.put(new Key(event.type(), key), event.content())));
        return new RoomState(known, after);
    }

    private JsonNode content(String type, String key) {
        return contents.getOrDefault(new Key(type, key), JsonNodeFactory.instance.objectNode());
    }

    private String value(String type, String field) {
        return content(type, "").path(field).asString("");
    }

    /** Whether anybody may join or read along, or nobody knows. */
    public boolean open() {
        return !known
                || value("m.room.join_rules", "join_rule").equals("public")
                || value("m.room.history_visibility", "history_visibility").equals("world_readable");
    }

    /** Whether somebody in the room has let in everybody who is in it, as far as anybody knows. */
    public boolean byInvitation() {
        String rule = value("m.room.join_rules", "join_rule");
        // Where nothing is said, it takes an invitation.
        return known && !open() && (rule.isEmpty() || BY_INVITATION.contains(rule));
    }

    /** Whether messages are encrypted there; once they are, it is for good. */
    public boolean encrypted() {
        return !content("m.room.encryption", "").path("algorithm").isMissingNode();
    }

    /** Whether nothing about leases may be said there: messages are encrypted, or nobody knows whether they are. */
    public boolean mute() {
        return !known || encrypted();
    }

    /** The room that has taken this one's place; nothing while none has. */
    public Optional<String> successor() {
        return Optional.of(value("m.room.tombstone", "replacement_room")).filter(room -> room.startsWith("!"));
    }

    /** The name of the room; nothing where it has none. */
    public Optional<String> name() {
        return Optional.of(value("m.room.name", "name"))
                .filter(name -> !name.isBlank())
                .or(() -> Optional.of(value("m.room.canonical_alias", "alias")).filter(alias -> !alias.isBlank()));
    }

    /** Who is in the room, with the names shown there; empty where a person has none. */
    public Map<UserId, String> members() {
        Map<UserId, String> members = new LinkedHashMap<>();
        contents.forEach((key, content) -> {
            if (key.type().equals("m.room.member")
                    && content.path("membership").asString("").equals("join")) {
                members.put(
                        new UserId(key.stateKey()), content.path("displayname").asString(""));
            }
        });
        return members;
    }

    /** Whether that user is in the room. */
    public boolean has(UserId user) {
        return member(user).path("membership").asString("").equals("join");
    }

    /** Whether that user is asked into the room, and has not come yet. */
    public boolean invited(UserId user) {
        return member(user).path("membership").asString("").equals("invite");
    }

    /** The name that is shown for the user there; empty where there is none. */
    public String called(UserId user) {
        return member(user).path("displayname").asString("");
    }

    private JsonNode member(UserId user) {
        return content("m.room.member", user.value());
    }
}
