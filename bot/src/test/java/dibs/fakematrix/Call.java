package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Instant;

/**
 * A call to the homeserver.
 *
 * @param name the method's, such as {@code send}
 * @param room the room or alias, or whose profile; empty where there is none
 * @param about the transaction id of what is sent, else the type
 */
public record Call(Instant at, UserId user, String name, String room, String about) {
    /** A call with how it came out. */
    public record Ended(Call call, Sent<?> outcome) {}
}
