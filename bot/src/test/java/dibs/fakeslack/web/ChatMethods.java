package dibs.fakeslack.web;

import dibs.fakeslack.block.BlockCheck;
import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Posting, editing, deleting and pinning. */
final class ChatMethods {
    private static final int LONGEST_TEXT = 40_000;

    private ChatMethods() {}

    static Map<String, ApiCall.Method> all() {
        return Map.of(
                "chat.postMessage", ChatMethods::post,
                "chat.update", ChatMethods::update,
                "chat.delete", ChatMethods::delete,
                "chat.postEphemeral", ChatMethods::postEphemeral,
                "chat.getPermalink", ChatMethods::permalink,
                "pins.add", ChatMethods::pin,
                "pins.remove", ChatMethods::unpin,
                "pins.list", ChatMethods::pins);
    }

    private static ObjectNode post(ApiCall call) throws Refusal {
        Conversation channel = target(call);
        ObjectNode content = content(call, call.json("blocks"), Optional.empty());
        @Nullable String thread = call.given("thread_ts").orElse(null);
        if (thread != null && !parent(channel, thread)) {
            throw new Refusal("cannot_reply_to_message");
        }
        Message message = call.workspace().post(channel, content, thread, null);
        return Json.object()
                .put("channel", channel.id())
                .put("ts", message.ts())
                .set("message", message.json().deepCopy());
    }

    private static boolean parent(Conversation channel, String ts) {
        return channel.message(ts)
                .filter(message -> message.threadTs() == null && message.onlyTo() == null)
                .isPresent();
    }

    private static ObjectNode update(ApiCall call) throws Refusal {
        Conversation channel = call.channel();
        Message before = own(call, channel, "cant_update_message");
        if (channel.archived()) {
            throw new Refusal("is_inactive");
        }
        JsonNode blocks = call.json("blocks").isArray() ? call.json("blocks") : before.blocks();
        ObjectNode content = content(call, blocks, Optional.of(before));
        content.putObject("edited")
                .put("user", call.team().botUserId())
                .put("ts", call.workspace().time());
        Message after = call.workspace().edit(channel, before, content);
        return Json.object()
                .put("channel", channel.id())
                .put("ts", after.ts())
                .put("text", after.text())
                .set("message", after.json().deepCopy());
    }

    private static ObjectNode delete(ApiCall call) throws Refusal {
        Conversation channel = call.channel();
        Message message = own(call, channel, "cant_delete_message");
        call.workspace().delete(channel, message);
        return Json.object().put("channel", channel.id()).put("ts", message.ts());
    }

    private static ObjectNode postEphemeral(ApiCall call) throws Refusal {
        Conversation channel = target(call);
        String user = call.needed("user");
        if (!channel.members().contains(user)) {
            throw new Refusal("user_not_in_channel");
        }
        ObjectNode content = content(call, call.json("blocks"), Optional.empty());
        Message message =
                call.workspace().post(channel, content, call.given("thread_ts").orElse(null), user);
        return Json.object().put("message_ts", message.ts());
    }

    private static ObjectNode permalink(ApiCall call) throws Refusal {
        Conversation channel = call.channel();
        Message message = call.message(channel, call.needed("message_ts"));
        String link = "https://%s.slack.com/archives/%s/p%s"
                .formatted(call.team().domain(), channel.id(), message.ts().replace(".", ""));
        return Json.object().put("channel", channel.id()).put("permalink", link);
    }

    private static ObjectNode pin(ApiCall call) throws Refusal {
        return setPin(call, true, "already_pinned");
    }

    private static ObjectNode unpin(ApiCall call) throws Refusal {
        return setPin(call, false, "no_pin");
    }

    private static ObjectNode setPin(ApiCall call, boolean pinned, String refusal) throws Refusal {
        Conversation channel = call.channel();
        Message message = call.message(channel, call.needed("timestamp"));
        if (!call.isIn(channel)) {
            throw new Refusal("not_in_channel");
        }
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        if (message.pinned() == pinned) {
            throw new Refusal(refusal);
        }
        call.workspace().pin(channel, message, pinned);
        return Json.object();
    }

    private static ObjectNode pins(ApiCall call) throws Refusal {
        Conversation channel = call.channel();
        ObjectNode answer = Json.object();
        var items = answer.putArray("items");
        for (Message message : channel.messages()) {
            if (message.pinned() && !message.deleted()) {
                items.addObject()
                        .put("type", "message")
                        .put("channel", channel.id())
                        .put("created_by", call.team().botUserId())
                        .set("message", message.json().deepCopy());
            }
        }
        return answer;
    }

    private static Message own(ApiCall call, Conversation channel, String refusal) throws Refusal {
        Message message = call.message(channel, call.needed("ts"));
        if (!message.userId().equals(call.team().botUserId())) {
            throw new Refusal(refusal);
        }
        return message;
    }

    /** Where a message may be posted to: a user's id means the conversation with that user. */
    private static Conversation target(ApiCall call) throws Refusal {
        String wanted = call.needed("channel");
        if (wanted.startsWith("U") && call.workspace().memberById(wanted).isPresent()) {
            return call.workspace().direct(call.team(), wanted);
        }
        Conversation channel = call.channel();
        if (channel.archived()) {
            throw new Refusal("is_archived");
        }
        if (!call.isIn(channel) && !call.tokens().has("chat:write.public")) {
            throw new Refusal("not_in_channel");
        }
        return channel;
    }

    private static ObjectNode content(ApiCall call, JsonNode blocks, Optional<Message> before) throws Refusal {
        String text = call.given("text").orElse(before.map(Message::text).orElse(""));
        if (text.isEmpty() && blocks.isEmpty() && call.json("attachments").isEmpty()) {
            throw new Refusal("no_text");
        }
        ObjectNode content = own(call).put("text", text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
        if (!blocks.isMissingNode() && !blocks.isNull()) {
            List<String> problems = BlockCheck.ofMessage(blocks);
            if (!problems.isEmpty()) {
                throw new Refusal("invalid_blocks", problems);
            }
            content.set("blocks", BlockCheck.completed(blocks, call.workspace()::secret));
        }
        if (call.json("attachments").isArray()) {
            content.set("attachments", call.json("attachments"));
        }
        metadata(call, content, before);
        return content;
    }

    private static void metadata(ApiCall call, ObjectNode content, Optional<Message> before) throws Refusal {
        JsonNode given = call.json("metadata");
        if (given.isObject() && given.isEmpty()) {
            return;
        }
        JsonNode metadata =
                given.isMissingNode() && before.isPresent() ? before.get().metadata() : given;
        if (metadata.isMissingNode()) {
            return;
        }
        if (!Json.has(metadata, "event_type") || !metadata.path("event_payload").isObject()) {
            throw new Refusal("invalid_metadata_format");
        }
        if (metadata.path("event_payload").valueStream().anyMatch(JsonNode::isObject)) {
            throw new Refusal("invalid_metadata_schema");
        }
        content.set("metadata", metadata);
    }

    private static ObjectNode own(ApiCall call) {
        return Json.object()
                .put("user", call.team().botUserId())
                .put("bot_id", call.team().botId())
                .put("app_id", ApiServer.APP_ID)
                .put("team", call.team().id());
    }
}
