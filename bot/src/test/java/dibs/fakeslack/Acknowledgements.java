package dibs.fakeslack;

import dibs.fakeslack.block.BlockCheck;
import dibs.fakeslack.delivery.Delivery.Delivered;
import dibs.fakeslack.delivery.Payload;
import dibs.fakeslack.web.ResponseUrlUse;
import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Refusal;
import dibs.fakeslack.workspace.View;
import dibs.fakeslack.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What Slack makes of the answer to a delivery. */
final class Acknowledgements {
    private final Workspace workspace;
    private final ResponseUrlUse responses;

    Acknowledgements(Workspace workspace) {
        this.workspace = workspace;
        responses = new ResponseUrlUse(workspace);
    }

    Exchange.Outcome take(Delivered delivered, FakeUser user, @Nullable FakeChannel channel) {
        List<String> problems = new ArrayList<>();
        if (delivered.status() == 0) {
            problems.add("no answer: " + delivered.body());
        } else if (delivered.status() / 100 != 2) {
            problems.add("http_" + delivered.status());
        }
        if (delivered.millis() > Exchange.PATIENCE_MILLIS) {
            problems.add("operation_timeout");
        }
        if (!problems.isEmpty() || delivered.body().isBlank()) {
            return new Exchange.Outcome(closedBySilence(delivered, user, problems), problems);
        }
        try {
            return new Exchange.Outcome(content(delivered, user, channel), problems);
        } catch (Refusal refusal) {
            problems.add(refusal.getMessage());
            return new Exchange.Outcome(null, problems);
        }
    }

    private @Nullable Message closedBySilence(Delivered delivered, FakeUser user, List<String> problems) {
        if (problems.isEmpty() && type(delivered).equals("view_submission")) {
            workspace.locked(() -> {
                workspace.views().close(user.id());
                return user;
            });
        }
        return null;
    }

    private static String type(Delivered delivered) {
        return Json.text(delivered.payload().json(), "type");
    }

    private @Nullable Message content(Delivered delivered, FakeUser user, @Nullable FakeChannel channel)
            throws Refusal {
        if (delivered.payload().kind() == Payload.Kind.COMMAND && channel != null) {
            return command(delivered.body(), user, channel.conversation());
        }
        if (type(delivered).equals("view_submission")) {
            submitted(parsed(delivered.body()), delivered, user);
        }
        return null; // the answer to an event or an action is not looked at; options are read by who asked
    }

    private @Nullable Message command(String body, FakeUser user, Conversation channel) throws Refusal {
        JsonNode json;
        try {
            json = Json.parse(body);
        } catch (JacksonException plain) {
            json = Json.object().put("text", body);
        }
        return json.isEmpty() ? null : responses.show(channel, user.id(), json);
    }

    private static JsonNode parsed(String body) throws Refusal {
        try {
            return Json.parse(body);
        } catch (JacksonException noJson) {
            throw new Refusal("the acknowledgement is no JSON: " + body);
        }
    }

    private void submitted(JsonNode ack, Delivered delivered, FakeUser user) throws Refusal {
        JsonNode shown = delivered.payload().json().path("view");
        switch (Json.text(ack, "response_action")) {
            case "" ->
                workspace.locked(() -> {
                    workspace.views().close(user.id());
                    return user;
                });
            case "clear" ->
                workspace.locked(() -> {
                    workspace.views().clear(user.id());
                    return user;
                });
            case "errors" -> errors(ack, shown);
            case "update" -> {
                View before = workspace
                        .locked(() -> workspace.views().find(view -> view.id().equals(Json.text(shown, "id"))))
                        .orElseThrow(() -> new Refusal("not_found"));
                workspace.views().update(before, null, view(ack));
            }
            case "push" -> workspace.views().push(user.team().id(), user.id(), view(ack));
            default -> throw new Refusal("unknown response_action: " + ack);
        }
        workspace.locked(() -> user); // wakes whoever waits for a modal
    }

    /** Errors have to stand at input blocks that are there. */
    private static void errors(JsonNode ack, JsonNode view) throws Refusal {
        Set<String> inputs = new HashSet<>();
        view.path("blocks").forEach(block -> {
            if (Json.text(block, "type").equals("input")) {
                inputs.add(Json.text(block, "block_id"));
            }
        });
        if (ack.path("errors").isEmpty()) {
            throw new Refusal("response_action errors without errors");
        }
        for (var error : ack.path("errors").properties()) {
            if (!inputs.contains(error.getKey())) {
                throw new Refusal("no input block is called " + error.getKey());
            }
        }
    }

    private ObjectNode view(JsonNode ack) throws Refusal {
        JsonNode given = ack.path("view");
        List<String> problems = BlockCheck.ofView(given, "modal");
        if (!problems.isEmpty()) {
            throw new Refusal("invalid_arguments", problems);
        }
        ObjectNode json = given.deepCopy().asObject();
        json.set("blocks", BlockCheck.completed(given.path("blocks"), workspace::secret));
        return json;
    }
}
