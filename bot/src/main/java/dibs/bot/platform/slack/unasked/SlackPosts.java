package dibs.bot.platform.slack.unasked;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.bot.announcement.Posted;
import dibs.bot.announcement.Posts;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.people.Channels;
import dibs.bot.platform.slack.people.SlackId;
import dibs.bot.platform.slack.send.Lanes;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.platform.slack.send.Voice;
import dibs.bot.reply.Block;
import dibs.bot.reply.Reader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Puts announcements into channels. Each carries its key, by which it is found again where the app may read the channel. */
public final class SlackPosts implements Posts {
    private final SlackApi api;
    private final Lanes lanes;
    private final Voice voice;
    private final Channels channels;
    private final Supplier<Optional<String>> team;
    private final Optional<String> channel;

    /**
     * @param team the workspace that is connected; nothing while none is
     * @param channel the id of the channel that the settings name as a home
     */
    public SlackPosts(
            SlackApi api,
            Lanes lanes,
            Voice voice,
            Channels channels,
            Supplier<Optional<String>> team,
            Optional<String> channel) {
        this.api = api;
        this.lanes = lanes;
        this.voice = voice;
        this.team = team;
        this.channel = channel;
        this.channels = channels;
    }

    @Override
    public boolean reaches(ConversationId conversation) {
        return conversation.platform().equals(SlackId.PLATFORM)
                && team.get()
                        .filter(it -> conversation.name().startsWith(it + ":"))
                        .isPresent();
    }

    @Override
    public List<Home> homes() {
        return team
                .get()
                .flatMap(it -> channel.map(id -> Home.of(new ConversationId(SlackId.PLATFORM + ":" + it + ":" + id))))
                .stream()
                .toList();
    }

    @Override
    public Optional<Boolean> outsiders(ConversationId conversation) {
        return channels.outsiders(channel(conversation));
    }

    @Override
    public String shown(ConversationId conversation) {
        String id = channel(conversation);
        return channels.name(id).map(name -> "#" + name).orElse("The channel " + id);
    }

    @Override
    public Posted post(ConversationId conversation, String key, List<Block> blocks, Reader reader) {
        Message message = BlockKit.message(blocks, reader, List.of());
        return posted(Wait.on(voice.postOnce(channel(conversation), message, key)));
    }

    @Override
    public Posted reply(ConversationId conversation, String thread, String key, List<Block> blocks, Reader reader) {
        Message message = BlockKit.message(blocks, reader, List.of());
        Sent<String> sent = Wait.on(voice.replyOnce(channel(conversation), thread, message, key));
        return sent instanceof Sent.Refused<String> refused && Errors.isOfTheThread(refused.error())
                ? new Posted.MessageGone(refused.error())
                : posted(sent);
    }

    @Override
    public Posted update(ConversationId conversation, String messageId, String key, List<Block> blocks, Reader reader) {
        Message message = BlockKit.message(blocks, reader, List.of());
        return posted(Wait.on(voice.updateOnce(channel(conversation), messageId, message, key)));
    }

    @Override
    public Posted pin(ConversationId conversation, String messageId) {
        String where = channel(conversation);
        CompletableFuture<Sent<String>> pinned = lanes.once(
                where,
                () -> api.call(methods ->
                                methods.pinsAdd(it -> it.channel(where).timestamp(messageId)))
                        .map(done -> messageId));
        Sent<String> sent = Wait.on(pinned);
        return sent instanceof Sent.Refused<String> refused && refused.error().equals("already_pinned")
                ? new Posted.Accepted(messageId)
                : posted(sent);
    }

    @Override
    public Posted find(ConversationId conversation, String key) {
        return found(voice.find(channel(conversation), key));
    }

    @Override
    public Posted findReply(ConversationId conversation, String thread, String key) {
        return found(voice.findReply(channel(conversation), thread, key));
    }

    private static Posted found(Sent<Optional<String>> sent) {
        return switch (sent) {
            case Sent.Done<Optional<String>> done ->
                done.result().<Posted>map(Posted.Accepted::new).orElseGet(() -> new Posted.MessageGone("not found"));
            case Sent.Later<Optional<String>> later -> new Posted.Later(Optional.of(later.in()), later.why());
            // Without the scope to read the channel nobody can know: better twice than never.
            case Sent.Refused<Optional<String>> refused -> new Posted.MessageGone(refused.error());
        };
    }

    private static Posted posted(Sent<String> sent) {
        return switch (sent) {
            case Sent.Done<String> done -> new Posted.Accepted(done.result());
            case Sent.Later<String> later -> new Posted.Later(Optional.of(later.in()), later.why());
            case Sent.Refused<String> refused -> refused(refused.error());
        };
    }

    private static Posted refused(String error) {
        if (Errors.isOfTheApp(error)) {
            return new Posted.Later(Optional.empty(), error);
        }
        return Errors.isOfTheMessage(error)
                ? new Posted.MessageGone(error)
                : new Posted.Refused(error, Errors.said(error));
    }

    private static String channel(ConversationId conversation) {
        return conversation.name().substring(conversation.name().indexOf(':') + 1);
    }
}
