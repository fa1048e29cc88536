package dibs.bot.platform.matrix.say;

import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a message answers.
 *
 * @param event that of the command
 * @param thread the first event of the thread in which it stands
 */
public record Relation(String event, Optional<String> thread) {
    /** An answer where the command stands: in its thread, else as a reply. */
    ObjectNode json() {
        ObjectNode relation = JsonNodeFactory.instance.objectNode();
        thread.ifPresent(root -> relation.put("rel_type", "m.thread")
                .put("event_id", root)
                // Clients that know no threads show it as a reply.
                .put("is_falling_back", true));
        relation.putObject("m.in_reply_to").put("event_id", event);
        return relation;
    }
}
