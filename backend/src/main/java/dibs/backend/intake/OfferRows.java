package dibs.backend.intake;

import dibs.backend.person.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The port to what reactions mean; part of a transaction. */
public interface OfferRows {
    /** Notes what reactions to a message mean, in place of what they meant before. */
    void put(AccountId account, String room, String event, Collection<Offer> offers, Instant now);

    /** What that reaction to that message means; nothing where it means nothing. */
    Optional<Offer> find(AccountId account, String room, String event, String emoji);

    /** What reactions to that message in that room mean, in no order. */
    List<Offer> of(AccountId account, String room, String event);

    /**
     * Forgets what was offered before that moment.
     *
     * @return how many
     */
    int purge(Instant before);
}
