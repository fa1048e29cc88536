package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.say.Relation;
import java.util.Optional;

/**
 * Something that happened in a room.
 *
 * @param edit the last edit of it by its sender that came along with it
 */
record Heard(RoomId room, Event event, Optional<Event> edit) {
    /** Something that nobody edited. */
    Heard(RoomId room, Event event) {
        this(room, event, Optional.empty());
    }

    /** Where an answer to it belongs: in its thread, else as a reply. */
    Relation relation() {
        var relation = event.content().path("m.relates_to");
        boolean thread = relation.path("rel_type").asString("").equals("m.thread");
        return new Relation(
                event.id(),
                Optional.of(relation.path("event_id").asString("")).filter(root -> thread && root.startsWith("$")));
    }
}
