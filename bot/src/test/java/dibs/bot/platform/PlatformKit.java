package dibs.bot.platform;

import dibs.backend.announcement.ConversationId;
import dibs.backend.notice.Messenger;
import dibs.backend.person.AccountId;
import dibs.bot.announcement.Posts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A platform as the contract kit sees it: the ports of the program's side, and what people see on theirs. */
public interface PlatformKit extends AutoCloseable {
    /** From now on it is as late as that clock says. */
    default void follow(InstantSource clock) {}

    /** Speaks to persons. */
    Messenger messenger();

    /** Speaks in conversations. */
    Posts posts();

    /** A conversation of people of one organisation, in which Dibs is. */
    ConversationId room();

    /** The account of a person who uses the platform. */
    AccountId account(String name);

    /** What stands in the room, oldest first. */
    List<Seen> seen();

    /** What Dibs told that person unasked, oldest first. */
    List<String> told(AccountId account);

    /** Somebody who may do that takes back what stands in the room. */
    void takeBack(Seen message);

    /** The next message, to a person or a room, takes effect, and its answer is lost; said twice, the one behind it too. */
    void loseTheNextAnswer();

    /** The next message, to a person or a room, takes effect, and then this process dies: the call throws {@link Crash}. */
    void dieAfterTheNext();

    /** From now on the platform is away, or back. */
    void away(boolean away);

    /** From now on the person cannot be told anything. */
    void block(AccountId account);

    @Override
    default void close() {}

    /**
     * A message as people see it.
     *
     * @param text the whole of it, as plain text
     * @param thread the id of the message in whose thread it stands
     */
    record Seen(String id, String text, boolean pinned, Optional<String> thread) {}

    /** The end of the process, in the middle of a call. */
    final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }
}
