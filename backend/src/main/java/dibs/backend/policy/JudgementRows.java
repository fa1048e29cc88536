package dibs.backend.policy;

import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.Optional;

/** The port to verdicts that were given; part of a transaction. */
public interface JudgementRows {
    /**
     * Adds it.
     *
     * @param to whom it is given
     * @return false where its id is taken; then nothing was added
     */
    boolean add(Judgement judgement, PersonId to);

    /**
     * The one of that id, or nothing.
     *
     * @throws dibs.backend.transaction.StoreException where another version of the program wrote it so that it cannot be
     *     read
     */
    Optional<Judgement> find(String id);

    /** Forgets those that were given before then; how many. */
    int forget(Instant before);
}
