package dibs.backend.confirmation;

import java.time.Instant;
import java.util.Optional;

/** The port to what waits to be confirmed; part of a transaction. */
public interface Confirmations {
    /** Adds it; false where its code is taken, and then nothing was added. */
    boolean add(Confirmation confirmation);

    /** The one of that code, or nothing; nothing too where it is of a sort that this program does not know. */
    Optional<Confirmation> find(String code);

    /** It is confirmed; false where it was already. Of several at once one gets true. */
    boolean take(String code, Instant now);

    /** Forgets those that were good until before then. */
    void forget(Instant before);
}
