package dibs.fakeslack.delivery;

import dibs.fakeslack.workspace.BlockWalk;
import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Inputs;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Member;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Team;
import dibs.fakeslack.workspace.View;
import dibs.fakeslack.workspace.ViewJson;
import dibs.fakeslack.workspace.Workspace;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what Slack tells an app, with fresh triggers and response addresses in it. */
public final class Payloads {
    private static final String VERIFICATION_TOKEN = "not-a-real-verification-token";

    private final Workspace workspace;
    private final URI address;
    private final String appId;

    public Payloads(Workspace workspace, URI address, String appId) {
        this.workspace = workspace;
        this.address = address;
        this.appId = appId;
    }

    /** A slash command. */
    public Payload command(Team team, Member member, Conversation channel, String command, String text) {
        ObjectNode json = Json.object()
                .put("token", VERIFICATION_TOKEN)
                .put("team_id", team.id())
                .put("team_domain", team.domain());
        if (team.enterpriseId() != null) {
            json.put("enterprise_id", team.enterpriseId()).put("enterprise_name", team.domain());
        }
        json.put("channel_id", channel.id())
                .put("channel_name", channel.spokenName())
                .put("user_id", member.id())
                .put("user_name", member.name())
                .put("command", command)
                .put("text", text)
                .put("api_app_id", appId)
                .put("is_enterprise_install", "false")
                .put("response_url", responseUrl(true, team, channel, member, null))
                .put("trigger_id", trigger(team, member, null));
        return new Payload(Payload.Kind.COMMAND, json);
    }

    /** Something was pressed or chosen in a message. */
    public Payload action(Team team, Member member, Conversation channel, Message message, JsonNode action) {
        ObjectNode json = interaction("block_actions", team, member);
        boolean ephemeral = message.onlyTo() != null;
        json.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", channel.id())
                .put("is_ephemeral", ephemeral);
        json.put("trigger_id", trigger(team, member, null));
        json.set("channel", Json.object().put("id", channel.id()).put("name", channel.spokenName()));
        if (!ephemeral) {
            json.set("message", message.json().deepCopy());
        }
        json.putObject("state").set("values", Inputs.initial(message.blocks()).json());
        json.put("response_url", responseUrl(false, team, channel, member, message));
        json.putArray("actions").add(action);
        return new Payload(Payload.Kind.INTERACTION, json);
    }

    /** Something was pressed or chosen in a modal or a Home tab. */
    public Payload action(Team team, Member member, View view, Inputs inputs, JsonNode action) {
        ObjectNode json = interaction("block_actions", team, member);
        json.putObject("container").put("type", "view").put("view_id", view.id());
        json.put("trigger_id", trigger(team, member, view.type().equals("modal") ? view.id() : null));
        json.set("view", view(team, view, inputs));
        json.putArray("actions").add(action);
        return new Payload(Payload.Kind.INTERACTION, json);
    }

    /** A modal was sent off. */
    public Payload submission(Team team, Member member, View view, Inputs inputs) {
        ObjectNode json =
                interaction("view_submission", team, member).put("trigger_id", trigger(team, member, view.id()));
        json.set("view", view(team, view, inputs));
        json.putArray("response_urls");
        return new Payload(Payload.Kind.INTERACTION, json);
    }

    /** A modal was closed. */
    public Payload closed(Team team, Member member, View view, boolean cleared) {
        ObjectNode json = interaction("view_closed", team, member).put("is_cleared", cleared);
        json.set("view", ViewJson.of(view, team, appId));
        return new Payload(Payload.Kind.INTERACTION, json);
    }

    /** A shortcut was used on a message. */
    public Payload shortcut(Team team, Member member, Conversation channel, Message message, String callbackId) {
        ObjectNode json = interaction("message_action", team, member)
                .put("action_ts", workspace.time())
                .put("callback_id", callbackId)
                .put("trigger_id", trigger(team, member, null))
                .put("message_ts", message.ts())
                .put("response_url", responseUrl(false, team, channel, member, message));
        json.set("channel", Json.object().put("id", channel.id()).put("name", channel.spokenName()));
        json.set("message", message.json().deepCopy());
        return new Payload(Payload.Kind.INTERACTION, json);
    }

    /** A shortcut was used from the menu. */
    public Payload shortcut(Team team, Member member, String callbackId) {
        ObjectNode json = interaction("shortcut", team, member)
                .put("action_ts", workspace.time())
                .put("callback_id", callbackId)
                .put("trigger_id", trigger(team, member, null));
        return new Payload(Payload.Kind.INTERACTION, json);
    }

    /** Somebody types into a select whose options the app looks up. */
    public Payload suggestion(Team team, Member member, View view, BlockWalk.Element element, String typed) {
        ObjectNode json = interaction("block_suggestion", team, member)
                .put("action_id", element.actionId())
                .put("block_id", element.blockId())
                .put("value", typed);
        json.putObject("container").put("type", "view").put("view_id", view.id());
        json.set("view", ViewJson.of(view, team, appId));
        return new Payload(Payload.Kind.INTERACTION, json);
    }

    /** Something happened. */
    public Payload event(Team team, ObjectNode event, boolean shared) {
        ObjectNode json = Json.object()
                .put("token", VERIFICATION_TOKEN)
                .put("team_id", team.id())
                .put("context_team_id", team.id())
                .put("context_enterprise_id", team.enterpriseId())
                .put("api_app_id", appId);
        json.set("event", event);
        json.put("type", "event_callback")
                .put("event_id", workspace.eventId())
                .put("event_time", workspace.clock().instant().getEpochSecond());
        json.putArray("authorizations")
                .addObject()
                .put("enterprise_id", team.enterpriseId())
                .put("team_id", team.id())
                .put("user_id", team.botUserId())
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        json.put("is_ext_shared_channel", shared).put("event_context", "4-" + workspace.secret());
        return new Payload(Payload.Kind.EVENT, json);
    }

    /** Slack asks whether the address is the app's. */
    public Payload challenge(String challenge) {
        ObjectNode json = Json.object()
                .put("token", VERIFICATION_TOKEN)
                .put("challenge", challenge)
                .put("type", "url_verification");
        return new Payload(Payload.Kind.EVENT, json);
    }

    private ObjectNode view(Team team, View view, Inputs inputs) {
        ObjectNode json = ViewJson.of(view, team, appId);
        json.putObject("state").set("values", inputs.json());
        return json;
    }

    private ObjectNode interaction(String type, Team team, Member member) {
        ObjectNode json =
                Json.object().put("type", type).put("token", VERIFICATION_TOKEN).put("api_app_id", appId);
        boolean home = member.teamId().equals(team.id());
        json.set(
                "team",
                home ? team.json() : Json.object().put("id", member.teamId()).put("domain", "elsewhere"));
        json.putObject("user")
                .put("id", member.id())
                .put("username", member.name())
                .put("name", member.name())
                .put("team_id", member.teamId());
        if (team.enterpriseId() == null) {
            json.putNull("enterprise");
        } else {
            json.putObject("enterprise").put("id", team.enterpriseId()).put("name", team.domain());
        }
        return json.put("is_enterprise_install", false);
    }

    private String trigger(Team team, Member member, @Nullable String viewId) {
        return workspace.locked(() -> workspace.triggers().issue(team.id(), member.id(), viewId));
    }

    private String responseUrl(
            boolean command, Team team, Conversation channel, Member member, @Nullable Message original) {
        String path = workspace.locked(() -> workspace
                .responseUrls()
                .issue(
                        command,
                        team.id(),
                        channel.id(),
                        member.id(),
                        original == null ? null : original.ts(),
                        original == null ? null : original.threadTs()));
        return address + path;
    }
}
