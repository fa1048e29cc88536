package dibs.bot.platform.slack.send;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.model.Message.Metadata;
import dibs.bot.platform.slack.block.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Says things on Slack: each channel's messages in order, each with a key by which it is known again. */
public final class Voice {
    /** What the metadata of Dibs' messages is called. */
    public static final String EVENT = "dibs_message";

    /** Under which the metadata has the key. */
    public static final String KEY = "key";

    private final SlackApi api;
    private final Lanes lanes;
    private final Map<String, String> directs = new ConcurrentHashMap<>();

    public Voice(SlackApi api, Lanes lanes) {
        this.api = api;
        this.lanes = lanes;
    }

    /**
     * Posts a message.
     *
     * @param thread under which message; nothing for the channel itself
     * @param key the same for the same message, however often it is posted
     * @return the message's {@code ts}
     */
    public CompletableFuture<Sent<String>> post(String channel, Optional<String> thread, Message message, String key) {
        return lanes.call(channel, () -> switch (post(channel, thread.orElse(null), message, metadata(key))) {
            case Sent.Done<ChatPostMessageResponse> done ->
                new Sent.Done<>(done.result().getTs());
            case Sent.Later<ChatPostMessageResponse> later -> new Sent.Later<>(later.in(), later.why());
            case Sent.Refused<ChatPostMessageResponse> refused -> new Sent.Refused<>(refused.error());
        });
    }

    private Sent<ChatPostMessageResponse> post(
            String channel, @org.jspecify.annotations.Nullable String thread, Message message, Metadata metadata) {
        return api.call(methods -> methods.chatPostMessage(it -> it.channel(channel)
                .threadTs(thread)
                .text(message.text())
                .blocks(message.blocks())
                .metadata(metadata)
                .unfurlLinks(false)
                .unfurlMedia(false)));
    }

    /** The channel of direct messages with a user. */
    public Sent<String> direct(String user) {
        String known = directs.get(user);
        if (known != null) {
            return new Sent.Done<>(known);
        }
        return switch (api.call(methods -> methods.conversationsOpen(it -> it.users(List.of(user))))) {
            case Sent.Done<ConversationsOpenResponse> done -> {
                String channel = done.result().getChannel().getId();
                directs.put(user, channel);
                yield new Sent.Done<>(channel);
            }
            case Sent.Later<ConversationsOpenResponse> later -> new Sent.Later<>(later.in(), later.why());
            case Sent.Refused<ConversationsOpenResponse> refused -> new Sent.Refused<>(refused.error());
        };
    }

    private static Metadata metadata(String key) {
        return Metadata.builder()
                .eventType(EVENT)
                .eventPayload(Map.of(KEY, key))
                .build();
    }
}
