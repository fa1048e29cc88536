package dibs.bot.platform.matrix.room;

import dibs.backend.person.Role;
import dibs.bot.platform.matrix.client.UserId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What people may do: by their ids in the settings, by being in the control room, and by being in a room of the settings that it
 * takes an invitation to be in. Never by power in a room: whoever makes a room has that.
 */
public final class Standing {
    private final Rooms rooms;
    private final Places places;
    private final Map<Role, List<String>> given = new EnumMap<>(Role.class);

    /** @param given ids of users by the name of the role */
    public Standing(Rooms rooms, Places places, Map<String, List<String>> given) {
        this.rooms = rooms;
        this.places = places;
        given.forEach((role, ids) -> this.given.put(Role.valueOf(role.toUpperCase(Locale.ROOT)), List.copyOf(ids)));
    }

    /** The user's role. */
    public Role of(UserId user) {
        Role byRoom = byRoom(user);
        return Arrays.stream(Role.values())
                .sorted(Collections.reverseOrder())
                .filter(role -> given.getOrDefault(role, List.of()).contains(user.value()))
                .findFirst()
                .filter(role -> role.includes(byRoom))
                .orElse(byRoom);
    }

    private Role byRoom(UserId user) {
        if (places.control().map(rooms::of).filter(room -> lets(room, user)).isPresent()) {
            return Role.GATE;
        }
        return places.homes().stream().map(rooms::of).anyMatch(room -> lets(room, user)) ? Role.CLAIM : Role.ASK;
    }

    /** A room that anybody may enter says nothing of who is in it. */
    private static boolean lets(RoomState room, UserId user) {
        return room.byInvitation() && room.has(user);
    }
}
