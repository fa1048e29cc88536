package dibs.fakeslack.web;

import dibs.fakeslack.block.BlockCheck;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Refusal;
import dibs.fakeslack.workspace.Triggers;
import dibs.fakeslack.workspace.View;
import dibs.fakeslack.workspace.ViewJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opening, changing and publishing views. */
final class ViewMethods {
    private ViewMethods() {}

    static Map<String, ApiCall.Method> all() {
        return Map.of(
                "views.open", ViewMethods::open,
                "views.push", ViewMethods::push,
                "views.update", ViewMethods::update,
                "views.publish", ViewMethods::publish);
    }

    private static ObjectNode open(ApiCall call) throws Refusal {
        ObjectNode json = view(call, "modal");
        Triggers.Trigger trigger = trigger(call);
        return answer(call, call.workspace().views().open(call.team().id(), trigger.userId(), json));
    }

    private static ObjectNode push(ApiCall call) throws Refusal {
        ObjectNode json = view(call, "modal");
        Triggers.Trigger trigger = trigger(call);
        if (trigger.viewId() == null) {
            throw new Refusal("invalid_arguments", List.of("[ERROR] trigger_id did not come from a modal"));
        }
        return answer(call, call.workspace().views().push(call.team().id(), trigger.userId(), json));
    }

    private static ObjectNode update(ApiCall call) throws Refusal {
        Optional<View> before = call.workspace().views().find(view -> isMeant(call, view));
        ObjectNode json = view(call, before.map(View::type).orElse("modal"));
        View found = before.orElseThrow(() -> new Refusal("not_found"));
        return answer(call, call.workspace().views().update(found, hash(call), json));
    }

    private static boolean isMeant(ApiCall call, View view) {
        return view.teamId().equals(call.team().id())
                && (view.id().equals(call.text("view_id"))
                        || call.given("external_id")
                                .filter(id -> id.equals(Json.text(view.json(), "external_id")))
                                .isPresent());
    }

    private static ObjectNode publish(ApiCall call) throws Refusal {
        String user = call.needed("user_id");
        if (call.workspace().memberById(user).isEmpty()) {
            throw new Refusal("invalid_arguments", List.of("[ERROR] user not found [json-pointer:/user_id]"));
        }
        ObjectNode json = view(call, "home");
        return answer(call, call.workspace().views().publish(call.team().id(), user, hash(call), json));
    }

    private static Triggers.Trigger trigger(ApiCall call) throws Refusal {
        return call.workspace()
                .triggers()
                .spend(call.needed("trigger_id"), call.team().id());
    }

    private static @Nullable String hash(ApiCall call) {
        return call.given("hash").orElse(null);
    }

    private static ObjectNode view(ApiCall call, String type) throws Refusal {
        JsonNode given = call.json("view");
        List<String> problems = BlockCheck.ofView(given, type);
        if (!problems.isEmpty()) {
            throw new Refusal("invalid_arguments", problems);
        }
        ObjectNode json = given.deepCopy().asObject();
        json.set("blocks", BlockCheck.completed(given.path("blocks"), call.workspace()::secret));
        return json;
    }

    private static ObjectNode answer(ApiCall call, View view) {
        return Json.object().set("view", ViewJson.of(view, call.team(), ApiServer.APP_ID));
    }
}
