package dibs.fakeslack.workspace;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A workspace where the app is installed, or a stranger's.
 *
 * @param enterpriseId the organisation that it belongs to, or null
 * @param botToken what the app calls the Web API with here
 */
public record Team(
        String id, String domain, @Nullable String enterpriseId, String botId, String botUserId, String botToken) {

    /** As payloads and answers name it. */
    public ObjectNode json() {
        return Json.object().put("id", id).put("domain", domain);
    }
}
