package dibs.bot.command;

import dibs.backend.person.WorkingHours;
import dibs.bot.time.TimePoint;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What a line of chat asks for, as it was written: names are not looked up and times not placed yet. */
public sealed interface Command {
    /** The command's first word. */
    Verb verb();

    /**
     * Take environments.
     *
     * @param names as typed, at least one
     * @param helpers names of persons, without the {@code @}
     */
    record Claim(List<String> names, Optional<End> end, List<String> helpers, Optional<String> purpose)
            implements Command {
        @Override
        public Verb verb() {
            return Verb.CLAIM;
        }
    }

    /** Give it a later end. */
    record Extend(Optional<String> name, Optional<End> end) implements Command {
        @Override
        public Verb verb() {
            return Verb.EXTEND;
        }
    }

    /**
     * Give back.
     *
     * @param names as typed; none: my only one
     * @param all everything of mine
     */
    record Unclaim(List<String> names, boolean all) implements Command {
        @Override
        public Verb verb() {
            return Verb.UNCLAIM;
        }
    }

    /** Who holds it. */
    record WhoIsUsing(Optional<String> name) implements Command {
        @Override
        public Verb verb() {
            return Verb.WHO_IS_USING;
        }
    }

    /** What is held. */
    record Leases(Whose whose) implements Command {
        @Override
        public Verb verb() {
            return Verb.LEASES;
        }
    }

    /** Everything about it. */
    record Env(Optional<String> name) implements Command {
        @Override
        public Verb verb() {
            return Verb.ENV;
        }
    }

    /** What happened. */
    record HistoryOf(Optional<String> name, Optional<TimePoint> since, Optional<Duration> back) implements Command {
        @Override
        public Verb verb() {
            return Verb.HISTORY;
        }
    }

    /** Who I am, and my settings. */
    record Me(Optional<ZoneId> zone, Optional<WorkingHours> hours, Optional<Duration> remind) implements Command {
        @Override
        public Verb verb() {
            return Verb.ME;
        }
    }

    /**
     * What can be typed.
     *
     * @param topic a command, {@code all}, or nothing
     */
    record Help(Optional<String> topic) implements Command {
        @Override
        public Verb verb() {
            return Verb.HELP;
        }
    }

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
