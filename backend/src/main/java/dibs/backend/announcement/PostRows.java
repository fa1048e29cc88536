package dibs.backend.announcement;

import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to what was posted where, and where it is quiet; part of a transaction. Of several processes one at a time has a message. */
public interface PostRows {
    /** The messages of the conversation that still change. */
    List<PostedMessage> open(ConversationId conversation);

    /**
     * Takes a message, known or new, so that nobody else has it until then.
     *
     * @return the message as it was; nothing where somebody else has it, it is to be left alone, or it is closed
     */
    Optional<PostedMessage> take(ConversationId conversation, String key, Instant now, Instant until);

    /** Notes that a message that was taken until that moment shows those facts now, and gives it back. */
    void shown(PostedMessage message, Instant until, String messageId, String digest, Instant now);

    /** Gives a message back that was taken until that moment, to be left alone until the other one. */
    void later(PostedMessage message, Instant until, Instant next, String fault);

    /**
     * The same, since the conversation takes nothing: it counts as closed until a message is shown there.
     *
     * @param sentence why, and what to do, for the people who run this
     */
    void refused(PostedMessage message, Instant until, Instant next, String fault, String sentence);

    /** Gives a message back that was taken until that moment and is gone: it is posted anew, as another edition. */
    void gone(PostedMessage message, Instant until);

    /** Notes that pinning the message is over and done with, or why it has to wait until then. */
    void pinned(PostedMessage message, Optional<Instant> next, Optional<String> fault);

    /** Leaves a message as it is from now on. */
    void close(PostedMessage message, Instant now);

    /** Until when nothing is announced there; it may be past. */
    Optional<Instant> quiet(ConversationId conversation);

    /** Announces nothing there until then; a moment that is past ends it. */
    void quiet(ConversationId conversation, Instant until, PersonId by);
}
