package dibs.fakeslack.workspace;

import tools.jackson.databind.node.ObjectNode;

/** A view as answers and payloads show it. */
public final class ViewJson {
    private ViewJson() {}

    /** With what its inputs hold at first. */
    public static ObjectNode of(View view, Team team, String appId) {
        ObjectNode json = view.json().deepCopy();
        json.put("id", view.id())
                .put("team_id", view.teamId())
                .put("hash", view.hash())
                .put("root_view_id", view.rootId())
                .put("app_id", appId)
                .put("app_installed_team_id", view.teamId())
                .put("bot_id", team.botId());
        if (view.previousId() == null) {
            json.putNull("previous_view_id");
        } else {
            json.put("previous_view_id", view.previousId());
        }
        for (String field : new String[] {"callback_id", "private_metadata", "external_id"}) {
            json.put(field, Json.text(json, field));
        }
        json.put("clear_on_close", json.path("clear_on_close").asBoolean(false))
                .put("notify_on_close", json.path("notify_on_close").asBoolean(false));
        json.putObject("state").set("values", Inputs.initial(view.blocks()).json());
        return json;
    }
}
