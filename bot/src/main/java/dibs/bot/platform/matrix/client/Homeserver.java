package dibs.bot.platform.matrix.client;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Dibs asks of a homeserver, signed in as one account with one device. Calls wait for the answer, at most half a minute but for
 * {@link #sync}; none throws for what a server or a network may do. Safe for several threads.
 */
public interface Homeserver {
    /** Who Dibs is signed in as; nothing before that. */
    Optional<Identity> identity();

    /**
     * What is new, waiting for it up to that long. What Dibs did itself is among it. A homeserver may give the same answer to the
     * same question for some minutes.
     *
     * @param since where the last batch ended; nothing for where everything stands now
     */
    Sent<Batch> sync(Optional<String> since, Duration wait);

    /**
     * Reads a room backwards.
     *
     * @param from where to begin, as a batch names it
     * @param to where to stop at the latest
     */
    Sent<History> messages(RoomId room, String from, Optional<String> to, int limit);

    /**
     * Sends an event. The same transaction id means the same event, and is sent once however often this is called.
     *
     * @return the event's id
     */
    Sent<String> send(RoomId room, String type, String transaction, ObjectNode content);

    /** Takes back an event. */
    Sent<String> redact(RoomId room, String event, String transaction, String reason);

    /** One event, as it is shown now. */
    Sent<Event> event(RoomId room, String event);

    /** The content of a room's state. Refused with {@code M_NOT_FOUND} where there is none. */
    Sent<ObjectNode> state(RoomId room, String type, String key);

    /** The whole state of a room. */
    Sent<List<Event>> state(RoomId room);

    /** Sets a room's state. */
    Sent<String> putState(RoomId room, String type, String key, ObjectNode content);

    /** Goes into a room that Dibs is invited to, or may enter. */
    Sent<RoomId> join(String roomOrAlias);

    /** Leaves a room, or declines an invitation, saying why. */
    Sent<Boolean> leave(RoomId room, String reason);

    /**
     * Makes a direct room that is not encrypted and invites the person. Noting it in {@code m.direct} is left to who asks; asked
     * twice, there are two.
     */
    Sent<RoomId> direct(UserId person);

    /** The room behind an alias. */
    Sent<RoomId> resolve(String alias);

    /** Who is in a room, with the names shown there. */
    Sent<Map<UserId, String>> members(RoomId room);

    /** The person's time zone ({@code m.tz}), where their profile has one. */
    Sent<Optional<ZoneId>> zone(UserId person);

    /** What Dibs' own account has stored under that type; empty where nothing. */
    Sent<ObjectNode> accountData(String type);

    /** Stores it for Dibs' own account. */
    Sent<Boolean> putAccountData(String type, ObjectNode content);

    /**
     * Who a client is to its homeserver.
     *
     * @param device to which transaction ids belong
     */
    record Identity(UserId user, String device) {}

    /**
     * A piece of a room's past.
     *
     * @param events newest first
     * @param end where to read on from; nothing at the room's beginning
     */
    record History(List<Event> events, Optional<String> end) {
        public History {
            events = List.copyOf(events);
        }
    }
}
