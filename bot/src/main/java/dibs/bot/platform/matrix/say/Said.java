package dibs.bot.platform.matrix.say;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message as it is sent.
 *
 * @param content of an event of type {@code m.room.message}, well below the size that an event may have
 * @param reactions the reactions that Dibs gives it first, so that people have something to press; their legend stands in the message
 */
public record Said(ObjectNode content, List<Reaction> reactions) {
    public Said {
        reactions = List.copyOf(reactions);
    }
}
