package dibs.backend.intake;

import dibs.backend.person.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The port to what an account has heard; part of a transaction. Events are known by the account that heard them and their id. */
public interface IntakeRows {
    /** Up to where the account has read; {@link Position#NONE} where it never did. */
    Position position(AccountId account);

    /** Goes on from there the next time; from nothing: with what is there then. */
    void since(AccountId account, Optional<String> since, Instant now);

    /** Keeps the id of the homeserver's filter; nothing where it has forgotten it. */
    void filter(AccountId account, Optional<String> filter, Instant now);

    /**
     * Notes an event, once.
     *
     * @return false where it was noted before: then nothing is changed
     */
    boolean heard(AccountId account, HeardEvent event);

    /** The event as it was noted; nothing where it was not, or more than 30 days ago. */
    Optional<HeardEvent> find(AccountId account, String event);

    /** Notes that something else came of an event that was noted before, such as by an edit. */
    void outcome(AccountId account, String event, String outcome, Optional<LeaseMeant> lease);

    /** The event of the room that was noted last; nothing where none was. */
    Optional<HeardEvent> last(AccountId account, String room);

    /** What is remembered of the room under that word. */
    Optional<RoomNote> note(AccountId account, String room, String what);

    /** What is remembered under that word, by room. */
    Map<String, RoomNote> notes(AccountId account, String what);

    /** Remembers it, in place of what was there. */
    void note(AccountId account, String room, String what, RoomNote note);

    /** Forgets what is remembered of the room under that word. */
    void forget(AccountId account, String room, String what);

    /**
     * Forgets events that were heard before that moment.
     *
     * @return how many
     */
    int purge(Instant before);
}
