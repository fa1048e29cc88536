package dibs.backend.notice;

import java.time.Duration;
import java.util.Optional;

/** What a platform made of a parcel. */
public sealed interface Delivered {
    /**
     * It was said.
     *
     * @param messageId the platform's id of the message
     */
    record Accepted(String messageId) implements Delivered {}

    /**
     * It was not said, or nobody knows whether it was: to be tried again with the same id.
     *
     * @param retryAfter how long the platform wants to be left alone, where it says so
     * @param why for the people who run this; no text of a notice
     */
    record Later(Optional<Duration> retryAfter, String why) implements Delivered {}

    /**
     * It was not said, and this account is no way to the person: it is gone, it blocks, there is no such user.
     *
     * @param why for the people who run this; no text of a notice
     */
    record Refused(String why) implements Delivered {}
}
