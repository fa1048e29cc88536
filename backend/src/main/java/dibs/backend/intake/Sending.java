package dibs.backend.intake;

import dibs.backend.person.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Something that is to be sent to a room as it is.
 *
 * @param account who sends it
 * @param transaction the homeserver's key to it: the same for the same sending, however often it is tried
 * @param type of the event, such as {@code m.room.message}
 * @param content of the event, as JSON
 * @param offers what reactions to it mean, once it is sent
 * @param at when it came up
 */
public record Sending(
        AccountId account,
        String transaction,
        String room,
        String type,
        String content,
        Kind kind,
        List<Offer> offers,
        Instant at) {
    public Sending {
        offers = List.copyOf(offers);
    }

    /** How urgent it is, most urgent first. */
    public enum Kind {
        /** An answer to what somebody said. */
        REPLY,
        /** A reaction of our own, for others to press. */
        REACTION,
        /** Said to one person, unasked. */
        DIRECT,
        /** Said to a room, unasked. */
        ANNOUNCEMENT;

        /** The kind as the store has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
