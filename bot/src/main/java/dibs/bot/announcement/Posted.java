package dibs.bot.announcement;

import java.time.Duration;
import java.util.Optional;

/** What a platform made of a message. */
public sealed interface Posted {
    /**
     * It is there.
     *
     * @param messageId the platform's id of the message within its conversation
     */
    record Accepted(String messageId) implements Posted {}

    /**
     * It is not there, or nobody knows whether it is: to be tried again.
     *
     * @param retryAfter how long the platform wants to be left alone, where it says so
     * @param why for the people who run this
     */
    record Later(Optional<Duration> retryAfter, String why) implements Posted {}

    /** There is no such message, or it can no longer be changed: a new one has to be posted. */
    record MessageGone(String why) implements Posted {}

    /**
     * The conversation is no place for it: it is gone, archived, Dibs is not in it, or may not do that.
     *
     * @param why in the platform's words
     * @param said the same for people, with what to do, as a clause without a full stop: “Dibs is not in it; invite it there”
     */
    record Refused(String why, String said) implements Posted {}
}
