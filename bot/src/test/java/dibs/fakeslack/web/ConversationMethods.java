package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Refusal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** Looking at channels, direct messages and what was said in them. */
final class ConversationMethods {
    private static final Comparator<Message> BY_TIME = Comparator.comparing(Message::ts);

    private ConversationMethods() {}

    static Map<String, ApiCall.Method> all() {
        return Map.of(
                "conversations.open", ConversationMethods::open,
                "conversations.info", ConversationMethods::info,
                "conversations.list", ConversationMethods::list,
                "conversations.members", ConversationMethods::members,
                "conversations.history", ConversationMethods::history,
                "conversations.replies", ConversationMethods::replies);
    }

    private static ObjectNode open(ApiCall call) throws Refusal {
        if (call.given("channel").isPresent()) {
            return opened(call.channel(), call);
        }
        String user = call.needed("users");
        var member = call.workspace().memberById(user).orElseThrow(() -> new Refusal("user_not_found"));
        if (member.deleted()) {
            throw new Refusal("user_disabled");
        }
        if (user.equals(call.team().botUserId())) {
            throw new Refusal("cannot_dm_bot");
        }
        return opened(call.workspace().direct(call.team(), user), call);
    }

    private static ObjectNode opened(Conversation channel, ApiCall call) {
        ObjectNode answer = Json.object();
        ObjectNode shown = Json.object().put("id", channel.id());
        answer.set("channel", call.flag("return_im") ? channel.json(call.team().botUserId()) : shown);
        return answer;
    }

    private static ObjectNode info(ApiCall call) throws Refusal {
        ObjectNode answer = Json.object();
        answer.set("channel", call.channel().json(call.team().botUserId()));
        return answer;
    }

    private static ObjectNode list(ApiCall call) throws Refusal {
        List<String> types = Arrays.stream(
                        call.given("types").orElse("public_channel").split(","))
                .map(String::strip)
                .toList();
        List<ObjectNode> found = call.workspace().conversations().stream()
                .filter(channel -> channel.teamId().equals(call.team().id()))
                .filter(channel -> types.contains(type(channel)))
                .filter(channel -> channel.kind() != Conversation.Kind.PRIVATE || call.isIn(channel))
                .filter(channel -> !(channel.archived() && call.flag("exclude_archived")))
                .map(channel -> channel.json(call.team().botUserId()))
                .toList();
        ObjectNode answer = Json.object();
        call.page(answer, "channels", found, 100);
        return answer;
    }

    private static String type(Conversation channel) {
        return switch (channel.kind()) {
            case PUBLIC -> "public_channel";
            case PRIVATE -> "private_channel";
            case DIRECT -> "im";
        };
    }

    private static ObjectNode members(ApiCall call) throws Refusal {
        ObjectNode answer = Json.object();
        var ids = Json.array();
        call.channel().members().forEach(ids::add);
        call.page(answer, "members", ids.valueStream().toList(), 100);
        return answer;
    }

    private static ObjectNode history(ApiCall call) throws Refusal {
        Conversation channel = readable(call);
        List<ObjectNode> found = seen(channel, message -> message.threadTs() == null && within(call, message)).stream()
                .sorted(BY_TIME.reversed())
                .map(message -> shown(call, channel, message))
                .toList();
        ObjectNode answer = Json.object().put("pin_count", 0);
        call.page(answer, "messages", found, 100);
        return answer.put(
                "has_more",
                !Json.text(answer.path("response_metadata"), "next_cursor").isEmpty());
    }

    private static ObjectNode replies(ApiCall call) throws Refusal {
        Conversation channel = readable(call);
        String first = call.needed("ts");
        if (channel.message(first).isEmpty()) {
            throw new Refusal("thread_not_found");
        }
        List<ObjectNode> found =
                seen(channel, message -> message.ts().equals(first) || first.equals(message.threadTs())).stream()
                        .map(message -> shown(call, channel, message))
                        .toList();
        ObjectNode answer = Json.object();
        call.page(answer, "messages", found, 1000);
        return answer.put(
                "has_more",
                !Json.text(answer.path("response_metadata"), "next_cursor").isEmpty());
    }

    private static Conversation readable(ApiCall call) throws Refusal {
        Conversation channel = call.channel();
        if (!call.isIn(channel)) {
            throw new Refusal("not_in_channel");
        }
        return channel;
    }

    private static List<Message> seen(Conversation channel, Predicate<Message> wanted) {
        return channel.messages().stream()
                .filter(message -> !message.deleted() && message.onlyTo() == null)
                .filter(wanted)
                .toList();
    }

    private static boolean within(ApiCall call, Message message) {
        String oldest = call.given("oldest").orElse("0");
        String latest = call.given("latest").orElse("9999999999");
        boolean inclusive = call.flag("inclusive");
        int low = Double.compare(Double.parseDouble(message.ts()), Double.parseDouble(oldest));
        int high = Double.compare(Double.parseDouble(message.ts()), Double.parseDouble(latest));
        return (low > 0 || (inclusive && low == 0)) && (high < 0 || (inclusive && high == 0));
    }

    private static ObjectNode shown(ApiCall call, Conversation channel, Message message) {
        ObjectNode json = message.json().deepCopy();
        if (!call.flag("include_all_metadata")) {
            json.remove("metadata");
        }
        List<Message> answers = seen(channel, other -> message.ts().equals(other.threadTs()));
        if (!answers.isEmpty()) {
            json.put("thread_ts", message.ts())
                    .put("reply_count", answers.size())
                    .put("latest_reply", answers.getLast().ts());
        }
        return json;
    }
}
