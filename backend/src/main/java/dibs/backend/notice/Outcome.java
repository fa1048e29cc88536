package dibs.backend.notice;

import java.time.Instant;

/** What becomes of something that a platform was asked to say or to change. */
sealed interface Outcome {
    /**
     * It is there.
     *
     * @param messageId the platform's id of the message
     */
    record Sent(String messageId) implements Outcome {}

    /**
     * It is not there, or nobody knows whether it is.
     *
     * @param next when to try again
     * @param why for the people who run this
     */
    record Later(Instant next, String why) implements Outcome {}

    /**
     * It will not be, however often it is tried in this way.
     *
     * @param why for the people who run this
     */
    record Dead(String why) implements Outcome {}
}
