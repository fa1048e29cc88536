package dibs.backend.notice;

import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The port to what is still to be said; part of a transaction. A notice is written in the transaction of its cause and
 * marked sent only after a platform accepted it, so it may be said twice and is never lost.
 */
public interface Outbox {
    /** Adds a notice to a person; its id. */
    String put(PersonId to, Notice notice, Instant now);

    /** What the notice of that id says. */
    Optional<Notice> find(String id);

    /** Takes a notice back, if no attempt was made to say it yet; whether it was taken back. */
    boolean withdraw(String id);

    /** Lets a notice say something else: a message that says it is changed. */
    void revise(String id, Notice notice, Instant now);

    /**
     * What the person has not heard, oldest first, at most {@code limit}; without what is being said to them elsewhere at
     * that moment.
     */
    List<Pending> pending(PersonId to, Instant now, int limit);

    /** Marks notices as said. */
    void sent(List<String> ids, Instant now);

    /**
     * A notice on its way.
     *
     * @param id also the platform's idempotency key
     */
    record Pending(String id, PersonId to, Notice notice, Instant since) {}
}
