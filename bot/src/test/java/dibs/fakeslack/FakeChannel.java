package dibs.fakeslack;

import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Team;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A channel or a direct message, as people look at it and as an administrator sets it up. */
public final class FakeChannel {
    private final FakeSlack slack;
    private final Team team;
    private final Conversation conversation;

    FakeChannel(FakeSlack slack, Team team, Conversation conversation) {
        this.slack = slack;
        this.team = team;
        this.conversation = conversation;
    }

    public String id() {
        return conversation.id();
    }

    public String name() {
        return conversation.name();
    }

    /** What stands here for everybody: no ephemeral messages, none deleted; answers in threads among them. */
    public List<Message> messages() {
        return everything().stream()
                .filter(message -> message.onlyTo() == null && !message.deleted())
                .toList();
    }

    /** What a user sees here: what stands for everybody, and what only this user sees. */
    public List<Message> messagesFor(FakeUser user) {
        return everything().stream()
                .filter(message -> !message.deleted())
                .filter(message -> message.onlyTo() == null || message.onlyTo().equals(user.id()))
                .toList();
    }

    /** What the app put here for everybody. */
    public List<Message> posts() {
        return messages().stream()
                .filter(message -> message.userId().equals(team.botUserId()))
                .toList();
    }

    /** Waits until the app has put so many messages here that stand, and gives them. */
    public List<Message> posts(int atLeast) {
        slack.await(atLeast + " posts in " + this, () -> posts().size() >= atLeast);
        return posts();
    }

    /** The answers in a message's thread. */
    public List<Message> thread(Message first) {
        return messages().stream()
                .filter(message -> first.ts().equals(message.threadTs()))
                .toList();
    }

    public List<Message> pinned() {
        return messages().stream().filter(Message::pinned).toList();
    }

    /** Everything that ever was here, in order: ephemeral and deleted messages too. */
    public List<Message> everything() {
        return slack.workspace().locked(conversation::messages);
    }

    /** A message as it is now, deleted or not. */
    public Message now(Message before) {
        return everything().stream()
                .filter(message -> message.ts().equals(before.ts()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such message: " + before));
    }

    /** An administrator deletes that message. */
    public void deletes(String ts) {
        standing(ts).ifPresent(message -> slack.workspace().delete(conversation, message));
    }

    public FakeChannel isPrivate() {
        return change(Conversation::becomesPrivate);
    }

    /** People of another organisation are in it. */
    public FakeChannel isShared() {
        return change(Conversation::share);
    }

    public FakeChannel isArchived() {
        return change(channel -> channel.archive(true));
    }

    public FakeChannel isUnarchived() {
        return change(channel -> channel.archive(false));
    }

    /** It does not exist any more. */
    public FakeChannel isDeleted() {
        return change(Conversation::delete);
    }

    /** The bot is thrown out, or was never invited. */
    public FakeChannel withoutBot() {
        return change(channel -> channel.members().remove(team.botUserId()));
    }

    /** Somebody invites the bot. */
    public FakeChannel withBot() {
        return change(channel -> channel.members().add(team.botUserId()));
    }

    /** Lets users in. */
    public FakeChannel with(FakeUser... users) {
        return change(channel -> {
            for (FakeUser user : users) {
                channel.members().add(user.id());
            }
        });
    }

    Conversation conversation() {
        return conversation;
    }

    Team team() {
        return team;
    }

    Optional<Message> standing(String ts) {
        return slack.workspace().locked(() -> conversation.message(ts));
    }

    private FakeChannel change(Consumer<Conversation> change) {
        return slack.workspace().locked(() -> {
            change.accept(conversation);
            return this;
        });
    }

    @Override
    public String toString() {
        return conversation.name().isEmpty() ? "direct message " + id() : "#" + name();
    }
}
