package dibs.bot.platform.slack.unasked;

import dibs.backend.announcement.ConversationId;
import dibs.backend.notice.Delivered;
import dibs.backend.notice.Messenger;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.announcement.Posted;
import dibs.bot.announcement.Posts;
import dibs.bot.platform.PlatformKit;
import dibs.bot.platform.slack.people.Channels;
import dibs.bot.platform.slack.people.SlackId;
import dibs.bot.platform.slack.send.Lanes;
import dibs.bot.platform.slack.send.SlackApi;
import dibs.bot.platform.slack.send.SlackConnection;
import dibs.bot.platform.slack.send.Voice;
import dibs.bot.reply.Block;
import dibs.bot.reply.Reader;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.web.Fault;
import dibs.testkit.FakeClock;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Slack as the contract kit sees it: the program's own adapters, on a hand-written Slack. */
final class SlackKit implements PlatformKit {
    private static final int ALWAYS = 1_000_000;

    private final FakeClock clock = new FakeClock(Talk.MONDAY);
    private final FakeSlack slack = FakeSlack.start(clock);
    private final FakeChannel releng = slack.channel("releng");
    private final Map<AccountId, FakeUser> users = new LinkedHashMap<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final SlackConnection connection = new SlackConnection(URI.create(slack.apiUrl()));
    private final SlackMessenger messenger;
    private final SlackPosts posts;
    private boolean dies;

    SlackKit() {
        SlackApi api = connection.api(slack.botToken());
        Lanes lanes = new Lanes(executor, Duration.ofMillis(1));
        Voice voice = new Voice(api, lanes);
        messenger = new SlackMessenger(voice, () -> Optional.of(slack.teamId()));
        posts = new SlackPosts(
                api, lanes, voice, new Channels(api, clock), () -> Optional.of(slack.teamId()), Optional.empty());
    }

    @Override
    public Messenger messenger() {
        return new Messenger() {
            @Override
            public String platform() {
                return messenger.platform();
            }

            @Override
            public boolean reaches(AccountId account) {
                return messenger.reaches(account);
            }

            @Override
            public Delivered deliver(Recipient to, Parcel parcel) {
                return mortal(messenger.deliver(to, parcel));
            }

            @Override
            public Delivered edit(Recipient to, Parcel parcel, String messageId) {
                return messenger.edit(to, parcel, messageId);
            }
        };
    }

    @Override
    public Posts posts() {
        return new Posts() {
            @Override
            public boolean reaches(ConversationId conversation) {
                return posts.reaches(conversation);
            }

            @Override
            public Posted post(ConversationId conversation, String key, List<Block> blocks, Reader reader) {
                return mortal(posts.post(conversation, key, blocks, reader));
            }

            @Override
            public Posted reply(
                    ConversationId conversation, String thread, String key, List<Block> blocks, Reader reader) {
                return mortal(posts.reply(conversation, thread, key, blocks, reader));
            }

            @Override
            public Posted findReply(ConversationId conversation, String thread, String key) {
                return posts.findReply(conversation, thread, key);
            }

            @Override
            public Posted update(
                    ConversationId conversation, String messageId, String key, List<Block> blocks, Reader reader) {
                return mortal(posts.update(conversation, messageId, key, blocks, reader));
            }

            @Override
            public Posted pin(ConversationId conversation, String messageId) {
                return posts.pin(conversation, messageId);
            }

            @Override
            public Posted find(ConversationId conversation, String key) {
                return posts.find(conversation, key);
            }
        };
    }

    private <T> T mortal(T outcome) {
        if (dies) {
            dies = false;
            throw new Crash();
        }
        return outcome;
    }

    @Override
    public ConversationId room() {
        return new ConversationId(SlackId.PLATFORM + ":" + slack.teamId() + ":" + releng.id());
    }

    @Override
    public AccountId account(String name) {
        FakeUser user = slack.user(name);
        AccountId account = new SlackId(slack.teamId(), user.id()).account();
        users.put(account, user);
        return account;
    }

    @Override
    public List<Seen> seen() {
        return releng.posts().stream()
                .map(message -> new Seen(
                        message.ts(), message.text(), message.pinned(), Optional.ofNullable(message.threadTs())))
                .toList();
    }

    @Override
    public List<String> told(AccountId account) {
        FakeUser user = users.get(account);
        return user == null
                ? List.of()
                : user.dm().posts().stream().map(message -> message.text()).toList();
    }

    @Override
    public void takeBack(Seen message) {
        releng.deletes(message.id());
    }

    /** The next call of that method comes to that. */
    void fails(String method, Fault fault) {
        slack.fails(method, 1, fault);
    }

    @Override
    public void loseTheNextAnswer() {
        slack.fails("chat.postMessage", 1, Fault.answerLost());
    }

    @Override
    public void dieAfterTheNext() {
        dies = true;
    }

    @Override
    public void away(boolean away) {
        if (away) {
            slack.fails("*", ALWAYS, Fault.serverError());
        } else {
            slack.heals();
        }
    }

    @Override
    public void block(AccountId account) {
        slack.fails("conversations.open", ALWAYS, Fault.error("user_disabled"));
    }

    @Override
    public void close() {
        executor.shutdownNow();
        connection.close();
        slack.close();
    }
}
