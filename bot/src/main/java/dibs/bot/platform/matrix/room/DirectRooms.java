package dibs.bot.platform.matrix.room;

import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rooms of one person and Dibs, which the account's {@code m.direct} lists. One that is encrypted is none to speak in. */
public final class DirectRooms {
    private static final String LIST = "m.direct";
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int MOST_ASKED = 3;
    private static final int FORBIDDEN = 403;

    private final Homeserver homeserver;
    private final Rooms rooms;
    private final InstantSource clock;
    private final Map<UserId, RoomId> known = new ConcurrentHashMap<>();

    /** When rooms were made for a person, newest last, those of the last day. */
    private final Map<UserId, List<Instant>> made = new HashMap<>();

    public DirectRooms(Homeserver homeserver, Rooms rooms, InstantSource clock) {
        this.clock = clock;
        this.homeserver = homeserver;
        this.rooms = rooms;
    }

    /**
     * The room with that person, the newest of several; where there is none, one is made and the person invited, for who asks for it a
     * few times an hour.
     */
    public synchronized Sent<RoomId> with(UserId person) {
        return with(person, MOST_ASKED, AN_HOUR);
    }

    /** The same for something unasked: who leaves the room is not invited into another one on the same day. */
    public synchronized Sent<RoomId> reach(UserId person) {
        return with(person, 1, A_DAY);
    }

    private Sent<RoomId> with(UserId person, int most, Duration within) {
        RoomId before = known.get(person);
        if (before != null && good(before, person)) {
            return new Sent.Done<>(before);
        }
        return switch (homeserver.accountData(LIST)) {
            case Sent.Done<ObjectNode> done -> with(person, done.result(), most, within);
            case Sent.Later<ObjectNode> later -> later.as();
            case Sent.Refused<ObjectNode> refused ->
                new Sent.Refused<>(refused.status(), refused.error(), refused.why());
        };
    }

    private Sent<RoomId> with(UserId person, ObjectNode list, int most, Duration within) {
        for (RoomId room : listed(person, list).reversed()) {
            if (good(room, person)) {
                known.put(person, room);
                return new Sent.Done<>(room);
            }
        }
        Instant now = clock.instant();
        made.values().removeIf(all -> !now.isBefore(all.getLast().plus(A_DAY)));
        List<Instant> before = made.getOrDefault(person, List.of());
        if (before.stream().filter(then -> now.isBefore(then.plus(within))).count() >= most) {
            return new Sent.Refused<>(
                    FORBIDDEN, "DIBS_ROOM_LEFT", "the direct room was left, and no other is made so soon");
        }
        Sent<RoomId> room = homeserver.direct(person);
        if (room instanceof Sent.Done<RoomId> done) {
            known.put(person, done.result());
            made.computeIfAbsent(person, id -> new ArrayList<>()).add(now);
            add(person, done.result(), list);
        }
        return room;
    }

    /** Notes a room as one with that person. */
    public synchronized void add(UserId person, RoomId room) {
        known.put(person, room);
        if (homeserver.accountData(LIST) instanceof Sent.Done<ObjectNode> done
                && !listed(person, done.result()).contains(room)) {
            add(person, room, done.result());
        }
    }

    private void add(UserId person, RoomId room, ObjectNode list) {
        ObjectNode after = list.deepCopy();
        List<RoomId> all = listed(person, list);
        var ids = after.putArray(person.value());
        all.forEach(each -> ids.add(each.value()));
        ids.add(room.value());
        // Where this is not kept, the room is known to this process, and the next one makes another.
        homeserver.putAccountData(LIST, after);
    }

    /** Whether Dibs may speak there to nobody but that person: they are in it, or have still to come. */
    private boolean good(RoomId room, UserId person) {
        RoomState state = rooms.of(room);
        List<UserId> members = new ArrayList<>(state.members().keySet());
        homeserver.identity().ifPresent(self -> members.remove(self.user()));
        boolean alone = members.isEmpty() ? state.invited(person) : members.equals(List.of(person));
        return state.known() && !state.encrypted() && !state.open() && alone;
    }

    private static List<RoomId> listed(UserId person, ObjectNode list) {
        List<RoomId> listed = new ArrayList<>();
        for (JsonNode room : list.path(person.value())) {
            if (room.isString() && room.asString().startsWith("!")) {
                listed.add(new RoomId(room.asString()));
            }
        }
        return listed;
    }
}
