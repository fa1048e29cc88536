package dibs.bot.command;

import dibs.backend.person.WorkingHours;
import dibs.bot.time.Recurrences;
import dibs.bot.time.TimePoint;
import dibs.bot.time.Weekly;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a line of chat asks for, as it was written: names are not looked up and times not placed yet. */
public sealed interface Command {
    /** The command's first word. */
    default Verb verb() {
        return switch (this) {
            case Claim it -> Verb.CLAIM;
            case ClaimAny it -> Verb.CLAIM;
            case ClaimSet it -> Verb.CLAIM;
            case Using it -> Verb.USING;
            case UnclaimSet it -> Verb.UNCLAIM;
            case DigestOfToday it -> Verb.DIGEST;
            case Watch it -> Verb.WATCH;
            case Wait it -> Verb.WAIT;
            case WaitAny it -> Verb.WAIT;
            case Nudge it -> Verb.NUDGE;
            case Handover it -> Verb.HANDOVER;
            case Takeover it -> Verb.TAKEOVER;
            case Keep it -> Verb.KEEP;
            case Tidied it -> Verb.TIDIED;
            case Cancel it -> Verb.CANCEL;
            case Undo it -> Verb.UNDO;
            case Reserve it -> Verb.RESERVE;
            case Extend it -> Verb.EXTEND;
            case Unclaim it -> Verb.UNCLAIM;
            case WhoIsUsing it -> Verb.WHO_IS_USING;
            case Leases it -> Verb.LEASES;
            case Env it -> Verb.ENV;
            case HealthOf it -> Verb.HEALTH;
            case ImpactOf it -> Verb.IMPACT;
            case HistoryOf it -> Verb.HISTORY;
            case PolicyOf it -> Verb.POLICY;
            case IsSafe it -> Verb.IS_SAFE;
            case Ask it -> Verb.ASK;
            case PolicyHistory it -> Verb.POLICY;
            case Waive it -> Verb.WAIVE;
            case Open it -> Verb.OPEN;
            case Freeze it -> Verb.FREEZE;
            case Thaw it -> Verb.THAW;
            case Confirm it -> Verb.CONFIRM;
            case Me it -> Verb.ME;
            case Link it -> Verb.ME;
            case Quiet it -> Verb.QUIET;
            case Dm it -> Verb.DM;
            case Help it -> Verb.HELP;
            case Shut it -> it.verb();
        };
    }

    /**
     * Take environments.
     *
     * @param names as typed, at least one
     * @param helpers names of persons, without the {@code @}
     */
    record Claim(List<String> names, Optional<End> end, List<String> helpers, Optional<String> purpose)
            implements Command {}

    /**
     * One of several will do.
     *
     * @param label that they carry, as typed; nothing: those named
     * @param names as typed, at least one where there is no label
     */
    record Any(Optional<String> label, List<String> names) {}

    /** Take any free one. */
    record ClaimAny(Any any, Optional<End> end, List<String> helpers, Optional<String> purpose) implements Command {}

    /**
     * Take a set: its exclusive parts, with the use of its shared ones.
     *
     * @param set as typed
     * @param release product and version as typed; nothing where they were left out
     */
    record ClaimSet(
            String set, Optional<String> release, Optional<End> end, List<String> helpers, Optional<String> purpose)
            implements Command {}

    /** Record the use of shared environments; names as typed, at least one. */
    record Using(List<String> names, Optional<End> end, Optional<String> purpose) implements Command {}

    /** Give back all that was claimed as one set; without a release: the only one. */
    record UnclaimSet(String set, Optional<String> release) implements Command {}

    /** What there is to see to today. */
    record DigestOfToday() implements Command {}

    /** Hear when something about it changes; the name as typed. */
    record Watch(String name) implements Command {}

    /** Join the line; the name as typed. */
    record Wait(String name) implements Command {}

    /** Join several lines, until one of them is served. */
    record WaitAny(Any any) implements Command {}

    /** Ask the holder to let go. */
    record Nudge(String name, Optional<String> message) implements Command {}

    /**
     * Offer it to somebody.
     *
     * @param person a name, without the {@code @}
     * @param end the end that it has then; nothing: the one that it has
     */
    record Handover(String name, String person, Optional<End> end) implements Command {}

    /** Take it from its holder. */
    record Takeover(String name, String reason) implements Command {}

    /** Say that it is still needed; without a name: my only one. */
    record Keep(Optional<String> name) implements Command {}

    /** Say that their clean-up is done; names as typed, at least one. */
    record Tidied(List<String> names) implements Command {}

    /** Call off whatever I have open about it; or, by its id, what else can be called off. */
    record Cancel(String name) implements Command {}

    /** Take back my last unclaim or takeover. */
    record Undo() implements Command {}

    /**
     * Have it in a window to come, once or again and again.
     *
     * @param names as typed; a set's alone
     * @param release a set's product and version as typed
     * @param last when what comes again ends
     */
    record Reserve(
            List<String> names,
            Optional<String> release,
            TimePoint from,
            Length length,
            Optional<Recurrences.Often> every,
            Optional<TimePoint> last,
            Optional<String> purpose)
            implements Command {
        /** How long a window is: one of them. */
        public record Length(Optional<Duration> length, Optional<TimePoint> end) {}
    }

    /** Give it a later end. */
    record Extend(Optional<String> name, Optional<End> end) implements Command {}

    /**
     * Give back.
     *
     * @param names as typed; none: my only one
     * @param all everything of mine
     */
    record Unclaim(List<String> names, boolean all) implements Command {}

    /** Who holds it. */
    record WhoIsUsing(Optional<String> name) implements Command {}

    /** What is held. */
    record Leases(Whose whose) implements Command {}

    /** Everything about it. */
    record Env(Optional<String> name) implements Command {}

    /** How it is, as its probes say; the name as typed, or {@code dibs}. */
    record HealthOf(Optional<String> name) implements Command {}

    /**
     * What is affected when it is down.
     *
     * @param all whether everybody is named
     */
    record ImpactOf(String name, boolean all) implements Command {}

    /** What happened. */
    record HistoryOf(Optional<String> name, Optional<TimePoint> since, Optional<Duration> back) implements Command {}

    /**
     * The rules.
     *
     * @param about a rule, a name, or the id of a verdict or an exception, as typed; nothing: all of them
     */
    record PolicyOf(Optional<String> about) implements Command {}

    /** What the rules say of a line; as typed, without the command's word. */
    record IsSafe(String question) implements Command {}

    /** What the rules say of a question in words; as typed. */
    record Ask(String question) implements Command {}

    /** How the rules changed. */
    record PolicyHistory() implements Command {}

    /** An exception from a rule; all as typed. */
    record Waive(String rule, String consumer, String environment, End end, String because) implements Command {}

    /** Open its gate. */
    record Open(String name) implements Command {}

    /**
     * Shut its gate in one manner or another.
     *
     * @param verb which manner
     * @param end nothing: when somebody opens it
     * @param every when it comes back; then the end is a length
     */
    record Shut(Verb verb, String name, Optional<End> end, Optional<Weekly> every, String because) implements Command {}

    /** Say that something is in flight; its name as typed. */
    record Freeze(String what, Optional<End> end, Optional<String> because) implements Command {}

    /** Say that it is over; without a name: the only one. */
    record Thaw(Optional<String> what) implements Command {}

    /** Do what was to be confirmed. */
    record Confirm(String code) implements Command {}

    /** Who I am, and my settings. */
    record Me(Optional<ZoneId> zone, Optional<WorkingHours> hours, Optional<Duration> remind) implements Command {}

    /**
     * Join my accounts.
     *
     * @param code the code that another account of mine was shown; nothing: show one to this account
     */
    record Link(Optional<String> code) implements Command {}

    /**
     * Announce nothing here.
     *
     * @param length no time at all: announce again; nothing: as long as usual
     */
    record Quiet(Optional<Duration> length) implements Command {}

    /** A direct room that is not encrypted. */
    record Dm() implements Command {}

    /**
     * What can be typed.
     *
     * @param topic a command, {@code all}, or nothing
     */
    record Help(Optional<String> topic) implements Command {}

    /** Until when. */
    sealed interface End {
        /** For so long. */
        record For(Duration length) implements End {}

        /** Until that moment. */
        record Until(TimePoint moment) implements End {}
    }

    /** Whose leases. */
    sealed interface Whose {
        /** Mine. */
        record Mine() implements Whose {}

        /** Everybody's. */
        record All() implements Whose {}

        /** That person's, named without the {@code @}. */
        record Of(String person) implements Whose {}

        /** Reservations that are still to come. */
        record Upcoming() implements Whose {}
    }
}
