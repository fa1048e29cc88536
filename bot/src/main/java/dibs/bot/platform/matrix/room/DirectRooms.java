package dibs.bot.platform.matrix.room;

import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rooms of one person and Dibs, which the account's {@code m.direct} lists. One that is encrypted is none to speak in. */
public final class DirectRooms {
    private static final String LIST = "m.direct";

    private final Homeserver homeserver;
    private final Rooms rooms;
    private final Map<UserId, RoomId> known = new ConcurrentHashMap<>();

    public DirectRooms(Homeserver homeserver, Rooms rooms) {
        this.homeserver = homeserver;
        this.rooms = rooms;
    }

    /** The room with that person, the newest of several; where there is none, one is made and the person invited. */
    public synchronized Sent<RoomId> with(UserId person) {
        RoomId before = known.get(person);
        if (before != null && good(before, person)) {
            return new Sent.Done<>(before);
        }
        return switch (homeserver.accountData(LIST)) {
            case Sent.Done<ObjectNode> done -> with(person, done.result());
            case Sent.Later<ObjectNode> later -> later.as();
            case Sent.Refused<ObjectNode> refused ->
                new Sent.Refused<>(refused.status(), refused.error(), refused.why());
        };
    }

    private Sent<RoomId> with(UserId person, ObjectNode list) {
        for (RoomId room : listed(person, list).reversed()) {
            if (good(room, person)) {
                known.put(person, room);
                return new Sent.Done<>(room);
            }
        }
        Sent<RoomId> made = homeserver.direct(person);
        if (made instanceof Sent.Done<RoomId> done) {
            known.put(person, done.result());
            add(person, done.result(), list);
        }
        return made;
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
