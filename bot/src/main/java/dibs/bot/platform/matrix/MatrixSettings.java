package dibs.bot.platform.matrix;

import dibs.bot.platform.matrix.client.Access;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How Dibs is on Matrix.
 *
 * @param access to the homeserver
 * @param rooms ids or aliases of the rooms that people work in
 * @param control the id or alias of the room of those who look after Dibs
 * @param allowedServers whose people may invite Dibs; empty: those of Dibs' own server
 * @param roles ids of users by the role that they are given, such as {@code gate}
 */
public record MatrixSettings(
        Access access,
        List<String> rooms,
        Optional<String> control,
        Set<String> allowedServers,
        Map<String, List<String>> roles) {
    public MatrixSettings {
        rooms = List.copyOf(rooms);
        allowedServers = Set.copyOf(allowedServers);
        roles = Map.copyOf(roles);
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "MatrixSettings[access=" + access + ", rooms=" + rooms + ", control=" + control + "]";
    }
}
