package dibs.fakematrix;

import dibs.bot.platform.matrix.client.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A room as somebody wants it; it begins as one by invitation, not encrypted, with its history shared among members.
 *
 * @param open whether anybody may join
 * @param worldReadable whether anybody may read it without joining
 * @param direct whether it is made as a direct chat
 * @param alias such as {@code releng}, without {@code #} and server
 * @param version from 12 on the room's id has no server in it
 * @param invited who is asked in as it is made
 */
public record NewRoom(
        String name,
        boolean open,
        boolean worldReadable,
        boolean encrypted,
        boolean direct,
        Optional<String> alias,
        String version,
        List<UserId> invited) {
    public NewRoom {
        invited = List.copyOf(invited);
    }

    /** A room by invitation. */
    public static NewRoom named(String name) {
        return new NewRoom(name, false, false, false, false, Optional.empty(), "11", List.of());
    }

    /** The same, that anybody may join. */
    public NewRoom opened() {
        return new NewRoom(name, true, worldReadable, encrypted, direct, alias, version, invited);
    }

    /** The same, that anybody may read. */
    public NewRoom readableByAll() {
        return new NewRoom(name, open, true, encrypted, direct, alias, version, invited);
    }

    /** The same, encrypted from the start. */
    public NewRoom locked() {
        return new NewRoom(name, open, worldReadable, true, direct, alias, version, invited);
    }

    /** The same as a direct chat. */
    public NewRoom between() {
        return new NewRoom(name, open, worldReadable, encrypted, true, alias, version, invited);
    }

    /** The same with an alias. */
    public NewRoom called(String localAlias) {
        return new NewRoom(name, open, worldReadable, encrypted, direct, Optional.of(localAlias), version, invited);
    }

    /** The same in another room version. */
    public NewRoom ofVersion(String other) {
        return new NewRoom(name, open, worldReadable, encrypted, direct, alias, other, invited);
    }

    /** The same with these asked in. */
    public NewRoom with(UserId... people) {
        return new NewRoom(name, open, worldReadable, encrypted, direct, alias, version, List.of(people));
    }
}
