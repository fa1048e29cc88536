package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Json;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call that the app made.
 *
 * @param method such as {@code chat.postMessage}, or {@code response_url}
 * @param teamId the workspace of its token; empty without a valid one
 * @param arguments without the token; JSON inside of form fields is parsed
 * @param outcome {@code ok}, Slack's word for a refusal, or the fault that was planned
 */
public record Call(Instant at, String method, String teamId, ObjectNode arguments, String outcome) {
    public boolean ok() {
        return outcome.equals("ok");
    }

    /** A scalar argument as text; empty when it is not there. */
    public String text(String argument) {
        return Json.text(arguments, argument);
    }

    /** An argument; missing when it is not there. */
    public JsonNode get(String argument) {
        return arguments.path(argument);
    }
}
