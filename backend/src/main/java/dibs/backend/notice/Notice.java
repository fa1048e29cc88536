package dibs.backend.notice;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.GateState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is said without being asked: facts only, put into words when it is delivered. Names of persons are as shown. */
public sealed interface Notice {
    /** The reader's lease ended by itself. */
    record LeaseExpired(EnvironmentId environment, Instant until) implements Notice {}

    /** Somebody gave back a lease that the reader holds or helps with. */
    record ReleasedByOther(EnvironmentId environment, String by) implements Notice {}

    /** Who gave back the reader's lease undid that: it is the reader's again. */
    record ReleaseUndone(EnvironmentId environment, String by, Instant until) implements Notice {}

    /** The reader was made a helper. */
    record HelperAdded(EnvironmentId environment, String by, Instant until) implements Notice {}

    /** Somebody asks the reader, who holds it, to let go. */
    record Nudged(EnvironmentId environment, String by, Optional<String> message) implements Notice {}

    /** Somebody offers the reader a lease. */
    record Offered(EnvironmentId environment, String by, Instant until) implements Notice {}

    /** The reader's offer was accepted. */
    record OfferAccepted(EnvironmentId environment, String by) implements Notice {}

    /** The reader's offer was turned down. */
    record OfferDeclined(EnvironmentId environment, String by) implements Notice {}

    /** An offer to the reader was taken back. */
    record OfferWithdrawn(EnvironmentId environment, String by) implements Notice {}

    /** Somebody wants the reader's lease and gets it unless the reader keeps it before then. */
    record TakeoverAsked(EnvironmentId environment, String by, String reason, Instant due) implements Notice {}

    /** The wish to take the reader's lease is off. */
    record TakeoverCancelled(EnvironmentId environment, String by) implements Notice {}

    /** The reader wanted to take it over, and the holder keeps it. */
    record Kept(EnvironmentId environment, String by, Instant until) implements Notice {}

    /** The reader's lease was taken over. */
    record TakenOver(EnvironmentId environment, String by, String reason) implements Notice {}

    /** A takeover of the reader's lease was undone: it is the reader's again. */
    record TakeoverUndone(EnvironmentId environment, String by, Instant until) implements Notice {}

    /** What the reader waits for became free, and is kept for the reader until then. */
    record Freed(EnvironmentId environment, Instant until) implements Notice {}

    /** What was kept for the reader was not claimed in time: the reader is out of the line. */
    record WindowOver(EnvironmentId environment) implements Notice {}

    /**
     * The reader's lease ended some working time ago, and nobody confirmed the clean-up.
     *
     * @param since when it ended
     * @param checklist what is to be checked, as the catalog had it
     * @param next who has it now
     */
    record NotTidied(EnvironmentId environment, Instant since, List<String> checklist, Optional<String> next)
            implements Notice {
        public NotTidied {
            checklist = List.copyOf(checklist);
        }
    }

    /**
     * Something that the reader watches changed hands or its end.
     *
     * @param holder who has it; who had it, where it is free
     * @param until its end; where it is free, that which it had
     */
    record Watched(EnvironmentId environment, Change change, String holder, Instant until) implements Notice {
        /** What changed. */
        public enum Change {
            HELD,
            EXTENDED,
            FREE
        }
    }

    /**
     * Something that the reader watches is better or worse than it was.
     *
     * @param health how it is, in a word
     * @param since when it began
     * @param sentence what was seen; foreign words
     * @param deployed when something else was deployed there, where that was lately
     * @param flapping whether it changes to and fro, so that no more is told until it is quiet
     * @param because what it is a symptom of
     */
    record HealthChanged(
            EnvironmentId environment,
            String health,
            Instant since,
            String sentence,
            Optional<Instant> deployed,
            boolean flapping,
            Optional<EnvironmentId> because)
            implements Notice {}

    /**
     * Sheriffs decided anew of a tree that the reader watches.
     *
     * @param state such as {@code approval required}
     * @param since when it was first read
     * @param reason foreign words; empty where there are none
     */
    record TreeChanged(EnvironmentId environment, String state, Instant since, String reason) implements Notice {}

    /** Not all of what the reader waits for became free in time: the reader is at the end of the line. */
    record NotGathered(EnvironmentId environment) implements Notice {}

    /**
     * The reader's lease ended while Dibs was away, and goes on for a while.
     *
     * @param ended when it would have ended
     * @param from since when Dibs was away
     * @param to when it was back
     * @param until its end now
     */
    record KeptThroughOutage(EnvironmentId environment, Instant ended, Instant from, Instant to, Instant until)
            implements Notice {}

    /**
     * People decided anew of something that the reader has or watches; or a time that was set for it began or ended.
     *
     * @param by who decided it; nothing: it came by itself
     * @param reason why, as typed; nothing where it is open
     * @param until when it opens by itself, if it does
     */
    record GateChanged(
            EnvironmentId environment,
            GateState state,
            Concern concern,
            Optional<String> by,
            Optional<String> reason,
            Optional<Instant> until)
            implements Notice {
        /** Why the reader is told. */
        public enum Concern {
            HELD,
            WATCHED
        }
    }

    /**
     * The reader's lease ends soon.
     *
     * @param token the lease's
     * @param until its end; of what was extended since, the new one
     */
    record EndNears(EnvironmentId environment, long token, Instant until, Standing standing) implements Notice {}

    /**
     * The reader holds something that may no longer be used: is it?
     *
     * @param token the lease's
     * @param since since when there was no sign of life; where it is held for long: since when it is held; where somebody waits: since when
     * @param due before then the reader should answer
     * @param until the lease's end
     */
    record StillUsed(
            EnvironmentId environment,
            long token,
            Reason reason,
            Instant since,
            Instant due,
            Instant until,
            Standing standing)
            implements Notice {
        /** Why it is asked. */
        public enum Reason {
            SILENT,
            LONG,
            WANTED
        }
    }

    /**
     * A holder was asked whether something is still used, and has not answered.
     *
     * @param asked when
     * @param waits whether the reader waits for it; else the reader helps with it
     */
    record Unanswered(EnvironmentId environment, String holder, Instant asked, boolean waits) implements Notice {}

    /** How what a holder was told about a lease stands by now. */
    enum Standing {
        /** As it was. */
        OPEN,
        /** There is a later one like it. */
        SUPERSEDED,
        /** The lease was extended. */
        EXTENDED,
        /** The holder keeps it. */
        KEPT,
        /** The lease has ended. */
        OVER
    }

    /**
     * What the reader reserved is about to begin, and does so by itself once the reader confirmed it.
     *
     * @param id of the reservation
     * @param by until then it may be confirmed
     */
    record ReservationNear(List<EnvironmentId> environments, String id, Instant starts, Instant ends, Instant by)
            implements Notice {}

    /** What the reader reserved and confirmed is the reader's now. */
    record ReservationBegun(List<EnvironmentId> environments, Instant until) implements Notice {}

    /**
     * What the reader reserved is free for others: it was not confirmed in time.
     *
     * @param confirmed whether it was, and could not begin before its end
     */
    record ReservationLapsed(List<EnvironmentId> environments, Instant starts, boolean confirmed) implements Notice {}

    /**
     * A window of what the reader reserved again and again cannot be had.
     *
     * @param series its id
     * @param by who has it then
     */
    record ReservationMissed(List<EnvironmentId> environments, String series, Instant starts, Instant ends, String by)
            implements Notice {}

    /** Somebody called off what the reader reserved. */
    record ReservationCancelled(List<EnvironmentId> environments, Instant starts, String by) implements Notice {}

    /** What the reader reserved cannot be held any more: it is retired or gone. */
    record ReservationEnded(List<EnvironmentId> environments, String series) implements Notice {}

    /**
     * The reader is an admin, and something has to be mended.
     *
     * @param sentence what, and how; what stands between backticks is to be typed
     */
    record TroubleFound(String sentence) implements Notice {}
}
