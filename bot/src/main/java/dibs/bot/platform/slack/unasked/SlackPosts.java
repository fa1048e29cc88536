package dibs.bot.platform.slack.unasked;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.bot.announcement.Posted;
import dibs.bot.announcement.Posts;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.block.Message;
import dibs.bot.platform.slack.people.SlackId;
import dibs.bot.platform.slack.send.Lanes;
import dibs.bot.platform.slack.send.Sent;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.platform.slack.send.Voice;
import dibs.bot.reply.Block;
import dibs.bot.reply.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Puts announcements into channels. Each carries its key, by which it is found again where the app may read the channel. */
public final class SlackPosts implements Posts {
    /** How long what Slack says of a channel's readers counts. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final SlackApi api;
    private final Lanes lanes;
    private final Voice voice;
    private final Supplier<Optional<String>> team;
    private final Optional<String> channel;
    private final InstantSource clock;
    private final Map<ConversationId, Readers> readers = new ConcurrentHashMap<>();

    /**
     * Who reads a channel.
     *
     * @param outsiders nothing where the app may not know
     * @param name of the channel, where the app may know
     */
    private record Readers(Optional<Boolean> outsiders, Optional<String> name, Instant at) {}

    /**
     * @param team the workspace that is connected; nothing while none is
     * @param channel the id of the channel that the settings name as a home
     * @param clock tells how old is what is known of a channel
     */
    public SlackPosts(
            SlackApi api,
            Lanes lanes,
            Voice voice,
            Supplier<Optional<String>> team,
            Optional<String> channel,
            InstantSource clock) {
        this.api = api;
        this.lanes = lanes;
        this.voice = voice;
        this.team = team;
        this.channel = channel;
        this.clock = clock;
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

    /** Asked again after ten minutes; the app needs {@code channels:read} or {@code groups:read} to be told. */
    @Override
    public Optional<Boolean> outsiders(ConversationId conversation) {
        return readers(conversation).outsiders();
    }

    @Override
    public String shown(ConversationId conversation) {
        return readers(conversation).name().map(name -> "#" + name).orElse("The channel " + channel(conversation));
    }

    private Readers readers(ConversationId conversation) {
        Instant now = clock.instant();
        Readers known = readers.get(conversation);
        if (known == null || known.at().plus(KEPT).isBefore(now)) {
            known = ask(conversation, now);
            readers.put(conversation, known);
        }
        return known;
    }

    private Readers ask(ConversationId conversation, Instant now) {
        Sent<Readers> sent = api.call(methods -> methods.conversationsInfo(it -> it.channel(channel(conversation))))
                .map(info -> new Readers(
                        Optional.of(info.getChannel().isExtShared()
                                || info.getChannel().isPendingExtShared()),
                        Optional.ofNullable(info.getChannel().getName()),
                        now));
        return sent instanceof Sent.Done<Readers> done
                ? done.result()
                : new Readers(Optional.empty(), Optional.empty(), now);
    }

    @Override
    public Posted post(ConversationId conversation, String key, List<Block> blocks, Reader reader) {
        Message message = BlockKit.message(blocks, reader, List.of());
        return posted(Wait.on(voice.postOnce(channel(conversation), message, key)));
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
        return switch (voice.find(channel(conversation), key)) {
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
