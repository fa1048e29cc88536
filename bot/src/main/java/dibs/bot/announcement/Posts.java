package dibs.bot.announcement;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.bot.reply.Block;
import dibs.bot.reply.Reader;
import java.util.List;
import java.util.Optional;

/**
 * The port to a platform on which messages can be put into conversations unasked and changed later. A call may wait for
 * the platform, so none is made inside a transaction, and it ends by itself within half a minute; an exception counts as
 * {@link Posted.Later}.
 */
public interface Posts {
    /** Whether it reaches that conversation: it is of this platform and of a workspace that is connected. */
    boolean reaches(ConversationId conversation);

    /** Homes that the platform's own settings name; what the configuration file says of the same conversation goes before. */
    default List<Home> homes() {
        return List.of();
    }

    /** What people call the conversation, such as {@code #releng}; may have to ask the platform. */
    default String shown(ConversationId conversation) {
        return conversation.name();
    }

    /** Whether people of other organisations read the conversation; nothing while that is not known. */
    default Optional<Boolean> outsiders(ConversationId conversation) {
        return Optional.empty();
    }

    /**
     * Posts a message.
     *
     * @param key what the message is, within the conversation, and there for good: a platform that can keep it with the message does
     * @param reader whose zone counts where the platform cannot show each reader their own
     */
    Posted post(ConversationId conversation, String key, List<Block> blocks, Reader reader);

    /**
     * Posts a message in the thread of another; a platform without threads posts it as any other. {@link Posted.MessageGone} where
     * what the thread begins with is gone: then nothing is posted.
     *
     * @param thread the platform's id of the message that the thread begins with
     */
    default Posted reply(ConversationId conversation, String thread, String key, List<Block> blocks, Reader reader) {
        return post(conversation, key, blocks, reader);
    }

    /** As {@link #find}, of a message in the thread of another. */
    default Posted findReply(ConversationId conversation, String thread, String key) {
        return find(conversation, key);
    }

    /** Changes a message that was posted; {@link Posted.MessageGone} where there is none to change any more. */
    Posted update(ConversationId conversation, String messageId, String key, List<Block> blocks, Reader reader);

    /** Pins a message so that people find it; one that is pinned already is accepted. */
    Posted pin(ConversationId conversation, String messageId);

    /**
     * The message of that key, asked for when nobody knows whether an earlier {@link #post} was accepted: {@link
     * Posted.Accepted}, or {@link Posted.MessageGone} where there is none.
     */
    Posted find(ConversationId conversation, String key);
}
