package dibs.backend.notice;

import dibs.backend.notice.Outbox.Pending;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The port to how far each notice is on its way; part of a transaction. Of several processes one at a time has a parcel. */
public interface DeliveryRows {
    /** Who has an account on one of the platforms and a first unsaid notice that may be tried now; what was never tried first. */
    List<PersonId> due(Collection<String> platforms, Instant now, int limit);

    /**
     * Takes the person's first unsaid parcel, so that nobody else has it until then; nothing where there is none, where it may not be
     * tried yet, or where somebody else has it. Notices behind it wait for it, so they are said in order.
     */
    Optional<Attempt> take(PersonId to, Instant now, Instant until);

    /** Leaves the person's first unsaid notice alone until then, since nobody reaches the person now. */
    void leave(PersonId to, Instant until);

    /** Notes the account that the attempt goes through next; false where somebody else has the parcel by now. */
    boolean through(Attempt attempt, AccountId account);

    /** Marks the parcel as said. Others are not asked: that it was said is a fact. */
    void accepted(Attempt attempt, String messageId, Instant now);

    /** Gives the parcel back, to be tried again at that moment through the same account, since nobody knows whether it was said. */
    void later(Attempt attempt, Instant next, String fault);

    /** Gives the parcel back, to be tried again at that moment, since no account would take it. */
    void refused(Attempt attempt, Instant next, String fault);

    /** Gives the parcel up, for good: it is kept, and said where the person speaks to Dibs. */
    void dead(Attempt attempt, Instant now, String fault);

    /**
     * Gives back all parcels that were taken and never given back, so that they are tried at once. Only for who knows that no
     * other process delivers from this store: those that took them are gone.
     */
    void abandoned();

    /** What was given up and has not been heard either, newest first. */
    List<DeadLetter> dead(int limit);

    /**
     * Takes a message on one of the platforms that is to be changed to what its notices say by now, so that nobody else has it until then;
     * what was said more than a week ago stays as it is.
     */
    Optional<Edit> takeEdit(Collection<String> platforms, Instant now, Instant until);

    /** Notes that the message was changed, or cannot be; unless it is to be changed again already. */
    void edited(Edit edit);

    /** Gives the message back, to be changed at that moment; unless somebody else has it by now. */
    void editLater(Edit edit, Instant next);

    /**
     * A message that is to be changed.
     *
     * @param parcel what it is to say
     * @param via the account that it was said to
     * @param messageId the platform's id of it
     * @param until from then on somebody else may have it
     */
    record Edit(Parcel parcel, AccountId via, String messageId, Instant until) {}

    /**
     * One try at saying a parcel.
     *
     * @param before how often it was tried before
     * @param refusals how often no account would take it
     * @param via the account that an earlier attempt went through whose outcome nobody knows
     * @param until from then on somebody else may have the parcel
     */
    record Attempt(Parcel parcel, int before, int refusals, Optional<AccountId> via, Instant until) {}

    /**
     * A notice that was given up.
     *
     * @param fault why, in the platform's words
     */
    record DeadLetter(Pending pending, Instant since, String fault) {}
}
