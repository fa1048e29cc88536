package dibs.fakeslack.web;

import dibs.fakeslack.block.BlockCheck;
import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Refusal;
import dibs.fakeslack.workspace.ResponseUrls.ResponseUrl;
import dibs.fakeslack.workspace.Team;
import dibs.fakeslack.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What happens when the app posts to a response address, or answers a command in its acknowledgement. */
public final class ResponseUrlUse {
    private final Workspace workspace;

    public ResponseUrlUse(Workspace workspace) {
        this.workspace = workspace;
    }

    Reply use(String path, Arguments arguments) {
        return workspace.locked(() -> {
            try {
                ResponseUrl url = workspace.responseUrls().find(path);
                if (!arguments.problem().isEmpty()) {
                    throw new Refusal(arguments.problem());
                }
                ObjectNode json = arguments.json();
                Conversation channel =
                        workspace.conversation(url.channel()).orElseThrow(() -> new Refusal("channel_not_found"));
                workspace.responseUrls().use(path, take(channel, url, json));
                return Reply.used(channel.teamId());
            } catch (Refusal refusal) {
                boolean gone = refusal.error().endsWith("_url");
                return Reply.unused(gone ? 404 : 400, refusal);
            }
        });
    }

    String channel(String path) {
        try {
            return workspace.locked(() -> workspace.responseUrls()).find(path).channel();
        } catch (Refusal unknown) {
            return "";
        }
    }

    private Message take(Conversation channel, ResponseUrl url, ObjectNode json) throws Refusal {
        Optional<Message> original = Optional.ofNullable(url.originalTs()).flatMap(channel::message);
        if (json.path("delete_original").asBoolean(false)) {
            Message gone = original.orElseThrow(() -> new Refusal("message_not_found"));
            workspace.delete(channel, gone);
            return gone;
        }
        ObjectNode content = content(channel, json);
        if (json.path("replace_original").asBoolean(false) && original.isPresent()) {
            if (original.get().metadata().isObject()) {
                content.set("metadata", original.get().metadata());
            }
            return workspace.edit(channel, original.get(), content);
        }
        return post(channel, url.userId(), json, content, url.threadTs());
    }

    /** Shows the answer to a command or an action as Slack does: to the one who asked, unless it says otherwise. */
    public Message show(Conversation channel, String userId, JsonNode json) throws Refusal {
        return post(channel, userId, json, content(channel, json), null);
    }

    private Message post(
            Conversation channel, String userId, JsonNode json, ObjectNode content, @Nullable String usualThread) {
        boolean forAll = Json.text(json, "response_type").equals("in_channel");
        String thread = Json.text(json, "thread_ts");
        boolean threaded = !thread.isEmpty();
        return workspace.post(
                channel, content, threaded ? thread : forAll ? null : usualThread, forAll ? null : userId);
    }

    private ObjectNode content(Conversation channel, JsonNode json) throws Refusal {
        JsonNode blocks = json.path("blocks");
        if (Json.text(json, "text").isEmpty()
                && blocks.isEmpty()
                && json.path("attachments").isEmpty()) {
            throw new Refusal("no_text");
        }
        Team team = workspace.team(channel.teamId()).orElseThrow(() -> new Refusal("team_not_found"));
        ObjectNode content = Json.object()
                .put("user", team.botUserId())
                .put("bot_id", team.botId())
                .put("app_id", ApiServer.APP_ID)
                .put("text", Json.text(json, "text"));
        if (blocks.isArray()) {
            List<String> problems = BlockCheck.ofMessage(blocks);
            if (!problems.isEmpty()) {
                throw new Refusal("invalid_blocks", problems);
            }
            content.set("blocks", BlockCheck.completed(blocks, workspace::secret));
        }
        return content;
    }
}
