package dibs.bot.platform.slack.send;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.ResponseMetadata;
import dibs.bot.platform.slack.block.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says things on Slack: each channel's messages in order, each with a key by which it is known again. */
public final class Voice {
    /** What the metadata of Dibs' messages is called. */
    public static final String EVENT = "dibs_message";

    /** Under which the metadata has the key. */
    public static final String KEY = "key";

    private static final int LOOKED_AT = 100;
    private static final int PAGES = 10;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private final SlackApi api;
    private final Lanes lanes;
    private final Map<String, String> directs = new ConcurrentHashMap<>();

    public Voice(SlackApi api, Lanes lanes) {
        this.api = api;
        this.lanes = lanes;
    }

    /**
     * Posts a message, however often Slack says "later".
     *
     * @param thread under which message; nothing for the channel itself
     * @param key the same for the same message, however often it is posted
     * @return the message's {@code ts}
     */
    public CompletableFuture<Sent<String>> post(String channel, Optional<String> thread, Message message, String key) {
        return lanes.insist(channel, () -> ts(post(channel, thread.orElse(null), message, metadata(key))));
    }

    /** Posts a message in a channel itself, once. */
    public CompletableFuture<Sent<String>> postOnce(String channel, Message message, String key) {
        return lanes.once(channel, () -> ts(post(channel, null, message, metadata(key))));
    }

    /**
     * Posts a message in a channel itself, once, unless it stands there: for a message of which nobody knows whether Slack took it.
     * Where the app may not read the channel nobody can know; then better twice than never.
     *
     * @param since when it was tried first at the earliest
     */
    public CompletableFuture<Sent<String>> postUnlessThere(String channel, Message message, String key, Instant since) {
        return lanes.once(channel, () -> switch (find(channel, key, since)) {
            case Sent.Done<Optional<String>> done
            when done.result().isPresent() -> new Sent.Done<>(done.result().get());
            case Sent.Later<Optional<String>> later -> new Sent.Later<>(later.in(), later.why());
            case Sent.Done<Optional<String>> none -> ts(post(channel, null, message, metadata(key)));
            case Sent.Refused<Optional<String>> refused -> ts(post(channel, null, message, metadata(key)));
        });
    }

    /** Posts a message in the thread of another, once. */
    public CompletableFuture<Sent<String>> replyOnce(String channel, String thread, Message message, String key) {
        return lanes.once(channel, () -> ts(post(channel, thread, message, metadata(key))));
    }

    /** Changes a message, once. */
    public CompletableFuture<Sent<String>> updateOnce(String channel, String ts, Message message, String key) {
        return lanes.once(
                channel,
                () -> api.call(methods -> methods.chatUpdate(it -> it.channel(channel)
                                .ts(ts)
                                .text(message.text())
                                .blocks(message.blocks())
                                .metadata(metadata(key))))
                        .map(ChatUpdateResponse::getTs));
    }

    /** The {@code ts} of the message with that key among the last hundred of a channel; nothing when there is none. */
    public Sent<Optional<String>> find(String channel, String key) {
        return page(channel, null, null).map(history -> in(history, key));
    }

    /** The same among all since a moment, as far as a few pages go. */
    private Sent<Optional<String>> find(String channel, String key, Instant since) {
        String oldest = Long.toString(since.minus(CLOCKS_DIFFER).getEpochSecond());
        String cursor = null;
        for (int page = 0; page < PAGES; page++) {
            Sent<ConversationsHistoryResponse> sent = page(channel, oldest, cursor);
            if (!(sent instanceof Sent.Done<ConversationsHistoryResponse> done)) {
                return sent.map(none -> Optional.empty());
            }
            Optional<String> found = in(done.result(), key);
            cursor = Optional.ofNullable(done.result().getResponseMetadata())
                    .map(ResponseMetadata::getNextCursor)
                    .orElse("");
            if (found.isPresent() || cursor.isEmpty()) {
                return new Sent.Done<>(found);
            }
        }
        return new Sent.Done<>(Optional.empty());
    }

    private Sent<ConversationsHistoryResponse> page(String channel, @Nullable String oldest, @Nullable String cursor) {
        return api.call(methods -> methods.conversationsHistory(it -> it.channel(channel)
                .oldest(oldest)
                .cursor(cursor)
                .includeAllMetadata(true)
                .limit(LOOKED_AT)));
    }

    private static Optional<String> in(ConversationsHistoryResponse history, String key) {
        return history.getMessages().stream()
                .filter(message -> hasKey(message, key))
                .map(com.slack.api.model.Message::getTs)
                .findFirst();
    }

    /** The same among those of a thread. */
    public Sent<Optional<String>> findReply(String channel, String thread, String key) {
        return api.call(methods -> methods.conversationsReplies(it ->
                        it.channel(channel).ts(thread).includeAllMetadata(true).limit(LOOKED_AT)))
                .map(replies -> replies.getMessages().stream()
                        .filter(message -> hasKey(message, key))
                        .map(com.slack.api.model.Message::getTs)
                        .findFirst());
    }

    private static boolean hasKey(com.slack.api.model.Message message, String key) {
        return Optional.ofNullable(message.getMetadata())
                .filter(it -> EVENT.equals(it.getEventType()))
                .map(it -> it.getEventPayload().get(KEY))
                .filter(key::equals)
                .isPresent();
    }

    private static Sent<String> ts(Sent<ChatPostMessageResponse> sent) {
        return sent.map(ChatPostMessageResponse::getTs);
    }

    private Sent<ChatPostMessageResponse> post(
            String channel, @Nullable String thread, Message message, Metadata metadata) {
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
        Sent<String> opened = api.call(methods -> methods.conversationsOpen(it -> it.users(List.of(user))))
                .map(response -> response.getChannel().getId());
        if (opened instanceof Sent.Done<String> done) {
            directs.put(user, done.result());
        }
        return opened;
    }

    private static Metadata metadata(String key) {
        return Metadata.builder()
                .eventType(EVENT)
                .eventPayload(Map.of(KEY, key))
                .build();
    }
}
