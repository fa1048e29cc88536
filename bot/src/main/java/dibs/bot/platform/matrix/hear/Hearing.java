package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.room.Places;
import dibs.bot.platform.matrix.room.RoomState;
import dibs.bot.platform.matrix.room.Rooms;
import dibs.bot.platform.matrix.say.Hearers;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Who hears what is said in a room, and what in it is meant for Dibs. */
final class Hearing {
    private static final int A_PAIR = 2;

    private final Self self;
    private final Rooms rooms;
    private final Places places;

    Hearing(Self self, Rooms rooms, Places places) {
        this.self = self;
        this.rooms = rooms;
        this.places = places;
    }

    RoomState state(RoomId room) {
        return rooms.of(room);
    }

    /** Before whose eyes something is said there. */
    Hearers hearers(RoomId room) {
        if (state(room).open()) {
            return Hearers.ANYBODY;
        }
        return direct(room) ? Hearers.ONE : Hearers.MEMBERS;
    }

    /** Whether nobody but one person and Dibs is there, so that all that is said there is for Dibs. */
    boolean direct(RoomId room) {
        RoomState state = state(room);
        Set<UserId> members = state.members().keySet();
        return state.known()
                && !state.open()
                && members.size() == A_PAIR
                && members.contains(self.user())
                && !places.has(room);
    }

    /**
     * To be called before anything is answered there.
     *
     * @throws Unfinished while the homeserver does not say who is in that room, or in those that give roles
     */
    void settle(RoomId room) {
        if (!rooms.settled(room) || !places.settled()) {
            throw new Unfinished(Optional.empty(), "it does not say who is in a room");
        }
    }

    /** What the event says to Dibs; nothing where it is not meant for Dibs. */
    Optional<Spoken> spoken(RoomId room, JsonNode content) {
        return Commands.of(
                content, direct(room), self.user(), Set.of(state(room).called(self.user())));
    }
}
