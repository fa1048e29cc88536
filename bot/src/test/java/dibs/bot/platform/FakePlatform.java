package dibs.bot.platform;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.backend.notice.Delivered;
import dibs.backend.notice.Messenger;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.AccountId;
import dibs.bot.announcement.Posted;
import dibs.bot.announcement.Posts;
import dibs.bot.command.NoticeWords;
import dibs.bot.reply.Block;
import dibs.bot.reply.PlainText;
import dibs.bot.reply.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A chat platform in memory that breaks where it is told to. Safe for several threads, one call at a time. */
public final class FakePlatform implements PlatformKit, Messenger, Posts {
    private final String name;
    private final Map<AccountId, Map<String, String>> told = new LinkedHashMap<>();
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private final Set<AccountId> blocked = new HashSet<>();
    private final List<Home> homes = new ArrayList<>();
    private Optional<Boolean> outsiders = Optional.empty();
    private boolean away;
    private boolean archived;
    private boolean keepsThreads;
    private int loses;
    private boolean dies;
    private Optional<Duration> pause = Optional.empty();
    private int calls;

    private record Message(
            ConversationId conversation, Optional<String> thread, String key, String text, boolean pinned) {}

    /** A platform of that name with the workspace {@code T1}. */
    public FakePlatform(String name) {
        this.name = name;
    }

    @Override
    public Messenger messenger() {
        return this;
    }

    @Override
    public Posts posts() {
        return this;
    }

    @Override
    public ConversationId room() {
        return new ConversationId(name + ":T1:releng");
    }

    @Override
    public AccountId account(String who) {
        return AccountId.of(name, "T1:" + who);
    }

    @Override
    public synchronized List<Seen> seen() {
        return seen(room());
    }

    /** What stands in that conversation, oldest first. */
    public synchronized List<Seen> seen(ConversationId conversation) {
        return messages.entrySet().stream()
                .filter(entry -> entry.getValue().conversation().equals(conversation))
                .map(entry -> new Seen(
                        entry.getKey(),
                        entry.getValue().text(),
                        entry.getValue().pinned(),
                        entry.getValue().thread()))
                .toList();
    }

    @Override
    public synchronized List<String> told(AccountId account) {
        return List.copyOf(told.getOrDefault(account, Map.of()).values());
    }

    @Override
    public synchronized void loseTheNextAnswer() {
        loses++;
    }

    @Override
    public synchronized void dieAfterTheNext() {
        dies = true;
    }

    @Override
    public synchronized void away(boolean now) {
        away = now;
    }

    @Override
    public synchronized void block(AccountId account) {
        blocked.add(account);
    }

    /** From now on it wants to be left alone for so long each time. */
    synchronized void wantsPauses(Optional<Duration> length) {
        pause = length;
    }

    /** From now on no conversation takes anything, or each does again. */
    synchronized void archived(boolean now) {
        archived = now;
    }

    @Override
    public synchronized void takeBack(Seen message) {
        messages.remove(message.id());
    }

    /** From now on replies are taken in the thread of what was taken back, too. */
    synchronized void keepThreads() {
        keepsThreads = true;
    }

    /** Somebody deletes all messages of the room. */
    synchronized void clearRoom() {
        messages.clear();
    }

    /** How often it was called to say, post, change or pin something. */
    synchronized int calls() {
        return calls;
    }

    /** A home by the platform's own settings. */
    synchronized void home(ConversationId conversation) {
        homes.add(Home.of(conversation));
    }

    /** What the platform knows of outsiders from now on. */
    synchronized void knowsOutsiders(boolean there) {
        outsiders = Optional.of(there);
    }

    @Override
    public String platform() {
        return name;
    }

    @Override
    public boolean reaches(AccountId account) {
        return account.value().startsWith(name + ":T1:");
    }

    @Override
    public synchronized Delivered deliver(Recipient to, Parcel parcel) {
        calls++;
        if (away) {
            return new Delivered.Later(pause, "away");
        }
        if (blocked.contains(to.account())) {
            return new Delivered.Refused("user_disabled");
        }
        String text = PlainText.of(NoticeWords.of(parcel), new Reader(to.zone(), to.now()));
        // Its own memory of keys, as Matrix has one by transaction id.
        told.computeIfAbsent(to.account(), account -> new LinkedHashMap<>()).putIfAbsent(parcel.id(), text);
        trouble();
        return new Delivered.Accepted("dm-" + parcel.id());
    }

    @Override
    public synchronized Delivered edit(Recipient to, Parcel parcel, String messageId) {
        calls++;
        if (away) {
            return new Delivered.Later(pause, "away");
        }
        String text = PlainText.of(NoticeWords.of(parcel), new Reader(to.zone(), to.now()));
        told.computeIfAbsent(to.account(), account -> new LinkedHashMap<>())
                .replace(messageId.substring("dm-".length()), text);
        return new Delivered.Accepted(messageId);
    }

    @Override
    public boolean reaches(ConversationId conversation) {
        return conversation.value().startsWith(name + ":T1:");
    }

    @Override
    public synchronized List<Home> homes() {
        return List.copyOf(homes);
    }

    @Override
    public synchronized Optional<Boolean> outsiders(ConversationId conversation) {
        return outsiders;
    }

    @Override
    public Posted post(ConversationId conversation, String key, List<Block> blocks, Reader reader) {
        return post(conversation, Optional.empty(), key, blocks, reader);
    }

    @Override
    public Posted reply(ConversationId conversation, String thread, String key, List<Block> blocks, Reader reader) {
        return post(conversation, Optional.of(thread), key, blocks, reader);
    }

    private synchronized Posted post(
            ConversationId conversation, Optional<String> thread, String key, List<Block> blocks, Reader reader) {
        calls++;
        if (away) {
            return new Posted.Later(pause, "away");
        }
        if (archived) {
            return new Posted.Refused("is_archived", "it is archived; open it again");
        }
        if (!keepsThreads
                && thread.filter(first -> !messages.containsKey(first)).isPresent()) {
            return new Posted.MessageGone("thread_not_found");
        }
        // No memory of keys: a careless caller is seen to post twice.
        String id = "m" + (messages.size() + 1) + "-" + calls;
        messages.put(id, new Message(conversation, thread, key, PlainText.of(blocks, reader), false));
        trouble();
        return new Posted.Accepted(id);
    }

    @Override
    public synchronized Posted update(
            ConversationId conversation, String messageId, String key, List<Block> blocks, Reader reader) {
        calls++;
        if (away) {
            return new Posted.Later(pause, "away");
        }
        if (archived) {
            return new Posted.Refused("is_archived", "it is archived; open it again");
        }
        Message message = messages.get(messageId);
        if (message == null) {
            return new Posted.MessageGone("message_not_found");
        }
        String text = PlainText.of(blocks, reader);
        messages.put(messageId, new Message(conversation, message.thread(), key, text, message.pinned()));
        trouble();
        return new Posted.Accepted(messageId);
    }

    @Override
    public synchronized Posted pin(ConversationId conversation, String messageId) {
        calls++;
        messages.computeIfPresent(
                messageId,
                (id, message) ->
                        new Message(message.conversation(), message.thread(), message.key(), message.text(), true));
        return new Posted.Accepted(messageId);
    }

    @Override
    public Posted find(ConversationId conversation, String key) {
        return find(conversation, Optional.empty(), key);
    }

    @Override
    public Posted findReply(ConversationId conversation, String thread, String key) {
        return find(conversation, Optional.of(thread), key);
    }

    /** What stands in a thread is not among the conversation's own messages, as on Slack. */
    private synchronized Posted find(ConversationId conversation, Optional<String> thread, String key) {
        if (away) {
            return new Posted.Later(pause, "away");
        }
        return messages.entrySet().stream()
                .filter(entry -> entry.getValue().conversation().equals(conversation)
                        && entry.getValue().thread().equals(thread)
                        && entry.getValue().key().equals(key))
                .findFirst()
                .<Posted>map(entry -> new Posted.Accepted(entry.getKey()))
                .orElseGet(() -> new Posted.MessageGone("none has that key"));
    }

    private void trouble() {
        if (dies) {
            dies = false;
            throw new Crash();
        }
        if (loses > 0) {
            loses--;
            throw new IllegalStateException("the line was cut");
        }
    }
}
