package dibs.bot.platform.matrix.client;

/**
 * A room. Its id says nothing of a server: from room version 12 on there is none in it.
 *
 * @param value such as {@code !abc:example.org}; begins with {@code !}
 */
public record RoomId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
