package dibs.bot.platform.matrix.client;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that happened in a room, as the homeserver tells it. Everything in it comes from strangers: types may be wrong, texts
 * long.
 *
 * @param id empty for what is shown of a room from outside, which has no time either
 * @param sent what the sender's server claims; good for telling how old it is, never as a clock
 * @param stateKey there for state events only
 * @param content empty where it was redacted; a redaction's names what it takes back as {@code redacts}, in rooms of every version
 * @param unsigned what the homeserver adds, such as {@code membership}, {@code m.relations}, {@code redacted_because}
 */
public record Event(
        String id,
        String type,
        UserId sender,
        Instant sent,
        Optional<String> stateKey,
        ObjectNode content,
        ObjectNode unsigned) {}
