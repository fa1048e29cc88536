package dibs.bot.platform.matrix.client;

import java.util.List;
import java.util.Map;

/**
 * What came since the last time that was asked.
 *
 * @param next where to go on from
 * @param joined rooms that Dibs is in, with what is new there; the order of events holds inside a room only
 * @param invited rooms that Dibs is asked into, with what is shown of them
 * @param left rooms that Dibs is no longer in, with the last that it saw there
 */
public record Batch(
        String next, Map<RoomId, Joined> joined, Map<RoomId, List<Event>> invited, Map<RoomId, List<Event>> left) {
    public Batch {
        joined = Map.copyOf(joined);
        invited = Map.copyOf(invited);
        left = Map.copyOf(left);
    }

    /**
     * What is new in a room.
     *
     * @param limited whether events before these were left out
     * @param before where to read back from; empty where the homeserver gives nothing
     * @param state the room's state before {@code timeline}, as far as it changed
     * @param timeline what happened, oldest first
     */
    public record Joined(boolean limited, String before, List<Event> state, List<Event> timeline) {
        public Joined {
            state = List.copyOf(state);
            timeline = List.copyOf(timeline);
        }
    }
}
