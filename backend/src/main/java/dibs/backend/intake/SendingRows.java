package dibs.backend.intake;

import dibs.backend.person.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to what is to be sent; part of a transaction. Of several processes one at a time has a sending. */
public interface SendingRows {
    /**
     * Puts something among what is to be sent.
     *
     * @return false where there is one of the same account and transaction, sent or not: then nothing is changed
     */
    boolean put(Sending sending);

    /**
     * What of the account is neither sent nor given up, may be tried at that moment and is nobody's now: most urgent first, then oldest.
     * Of each kind in each room only the oldest that is left, so that what is said there stays in order.
     *
     * @param patience what was tried that often without success lets what came after it go before
     */
    List<Sending> due(AccountId account, Instant now, int patience, int limit);

    /** When the next one of the account may be tried that may not be now; nothing where there is none. */
    Optional<Instant> next(AccountId account, Instant now);

    /** Takes it, so that nobody else has it until then; nothing where it is not to be tried now. */
    Optional<Attempt> take(Sending sending, Instant now, Instant until);

    /** Marks it as sent, with the event's id; what reactions to it mean holds from now on. That it was sent is a fact, whoever has it. */
    void sent(Sending sending, String event, Instant now);

    /** Gives it back, to be tried again at that moment. */
    void later(Attempt attempt, Instant next, String fault);

    /** Gives it up, for good. */
    void dead(Sending sending, Instant now, String fault);

    /**
     * Gives up what came up before that moment and was not sent: the homeserver may have forgotten its transactions, and would send it
     * twice.
     *
     * @return how many
     */
    int expire(AccountId account, Instant before, Instant now);

    /**
     * Forgets what of that kind came up before that moment and is neither sent nor given up: nobody needs it any more.
     *
     * @return how many
     */
    int forget(AccountId account, Sending.Kind kind, Instant before, Instant now);

    /**
     * The same of what is to be sent to one room, but for the newest of it.
     *
     * @param kept how many stay
     */
    int forgetAllBut(AccountId account, Sending.Kind kind, String room, int kept, Instant now);

    /** How much of the account is neither sent nor given up. */
    int waiting(AccountId account);

    /** What was given up, newest first. */
    List<DeadSending> dead(AccountId account, int limit);

    /** What was sent as that event; nothing where nothing of ours was. */
    Optional<Sending> find(AccountId account, String event);

    /**
     * Forgets what was sent or given up and came up before that moment.
     *
     * @return how many
     */
    int purge(Instant before);

    /** The same of one kind. */
    int purge(Sending.Kind kind, Instant before);

    /**
     * One try at sending something.
     *
     * @param before how often it was tried before
     * @param until from then on somebody else may have it
     */
    record Attempt(Sending sending, int before, Instant until) {}

    /**
     * Something that was given up.
     *
     * @param fault why, in the homeserver's words
     */
    record DeadSending(Sending sending, Instant at, String fault) {}
}
