package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody with a client of their own, on the fake or on a real homeserver. What the homeserver refuses is an {@link
 * IllegalStateException}.
 */
public interface Person {
    /** The full id. */
    UserId id();

    /** Makes a room, and is in it. */
    RoomId creates(NewRoom room);

    /** Sends an event; the id that it got. */
    String sends(RoomId room, String type, ObjectNode content);

    /** Sets a room's state; the event's id. */
    String sets(RoomId room, String type, String key, ObjectNode content);

    /** Takes back an event; the redaction's id. */
    String redacts(RoomId room, String event);

    /** Asks somebody in. */
    void invites(RoomId room, UserId other);

    /** Goes in. */
    void joins(RoomId room);

    /** Goes out. */
    void leaves(RoomId room);

    /** Shows somebody out. */
    void kicks(RoomId room, UserId other, String reason);

    /** Replaces the room by another; the new one's id. */
    RoomId upgrades(RoomId room, String version);

    /** Says in the profile where they live. */
    void livesIn(ZoneId zone);

    /** Everything that the person sees in the room, oldest first, as the homeserver tells it. */
    List<Event> sees(RoomId room);

    /** The name shown in rooms from now on. */
    void isCalled(String name);

    /** Types that. */
    default String says(RoomId room, String text) {
        return sends(room, "m.room.message", Json.text(text));
    }

    /** Types that in the thread of an event. */
    default String says(RoomId room, String thread, String text) {
        ObjectNode content = Json.text(text);
        content.putObject("m.relates_to")
                .put("rel_type", "m.thread")
                .put("event_id", thread)
                .put("is_falling_back", true)
                .putObject("m.in_reply_to")
                .put("event_id", thread);
        return sends(room, "m.room.message", content);
    }

    /** Replaces what was typed. */
    default String edits(RoomId room, String event, String text) {
        ObjectNode content = Json.text("* " + text);
        content.set("m.new_content", Json.text(text));
        content.putObject("m.relates_to").put("rel_type", "m.replace").put("event_id", event);
        return sends(room, "m.room.message", content);
    }

    /** Reacts with an emoji. */
    default String reacts(RoomId room, String event, String emoji) {
        ObjectNode content = Json.object();
        content.putObject("m.relates_to")
                .put("rel_type", "m.annotation")
                .put("event_id", event)
                .put("key", emoji);
        return sends(room, "m.reaction", content);
    }

    /** Switches encryption on, for good. */
    default void encrypts(RoomId room) {
        sets(room, "m.room.encryption", "", Json.of("algorithm", "m.megolm.v1.aes-sha2"));
    }

    /** Lets anybody join, or only who is asked. */
    default void opens(RoomId room, boolean open) {
        sets(room, "m.room.join_rules", "", Json.of("join_rule", open ? "public" : "invite"));
    }

    /** Says who may read what was said before: {@code world_readable}, {@code shared}, {@code invited}, {@code joined}. */
    default void showsHistory(RoomId room, String visibility) {
        sets(room, "m.room.history_visibility", "", Json.of("history_visibility", visibility));
    }

    /** The messages that stand in the room as a client shows them, oldest first. */
    default List<Message> reads(RoomId room) {
        return Message.shown(sees(room));
    }

    /** The messages of one sender. */
    default List<Message> reads(RoomId room, UserId from) {
        return reads(room).stream()
                .filter(message -> message.sender().equals(from))
                .toList();
    }
}
