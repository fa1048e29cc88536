package dibs.bot.reply;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the reader may do next with one press, on platforms that have something to press.
 *
 * @param label what stands on it, a few words of ours
 * @param line the line that does it, as it would be typed; with {@link #REASON} or {@link #PERSON} where something is to
 *     be asked first; of a choice: the first of its lines
 * @param confirmation what to ask whoever pressed it, before it is done
 * @param about the lease that it was offered for; nothing where it is about none
 */
public record Action(
        Kind kind, String label, String line, Ask ask, Optional<Confirmation> confirmation, Optional<About> about) {
    /** Stands in a line for the reason that is asked for. */
    public static final String REASON = "{reason}";

    /** Stands in a line for the person that is asked for, with the {@code @}. */
    public static final String PERSON = "{person}";

    /** An action that asks for nothing. */
    public static Action of(Kind kind, String label, String line) {
        return new Action(kind, label, line, new Ask.Nothing(), Optional.empty(), Optional.empty());
    }

    /** The same, asking for something first. */
    public Action asking(Ask other) {
        return new Action(kind, label, line, other, confirmation, about);
    }

    /** The same, to be confirmed. */
    public Action confirmed(String question, String yes) {
        return new Action(kind, label, line, ask, Optional.of(new Confirmation(question, yes)), about);
    }

    /** The same, offered for that lease. */
    public Action about(LeaseView lease) {
        return about(lease.environment(), lease.token());
    }

    /** The same, offered for the lease of that environment with that token. */
    public Action about(String environment, Optional<Long> token) {
        return new Action(kind, label, line, ask, confirmation, Optional.of(new About(environment, token)));
    }

    /** What it is for; each does what its command does, in the words of the situation. */
    public enum Kind {
        WAIT("wait"),
        WATCH("watch"),
        NUDGE("nudge"),
        TAKE_OVER("takeover"),
        CLAIM("claim"),
        EXTEND("extend"),
        UNCLAIM("unclaim"),
        HAND_OVER("handover"),
        UNDO("undo"),
        KEEP("keep"),
        TIDIED("tidied"),
        OPEN("open"),
        ACCEPT("claim"),
        DECLINE("cancel"),
        CONFIRM("confirm"),
        CANCEL("cancel"),
        DIRECT("dm");

        private final String command;

        Kind(String command) {
            this.command = command;
        }

        /** The first word of every line that does it. */
        public String command() {
            return command;
        }

        /** The kind as programs see it, such as {@code take-over}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What has to be asked before it is done. */
    public sealed interface Ask {
        /** Nothing. */
        record Nothing() implements Ask {}

        /** A reason, in the person's own words. */
        record Reason() implements Ask {}

        /** A person. */
        record Person() implements Ask {}

        /** One of several lines, at least one. */
        record Choice(List<Option> options) implements Ask {
            public Choice {
                options = List.copyOf(options);
            }
        }
    }

    /** A line to choose, with its label. */
    public record Option(String label, String line) {}

    /** A question, and the word that agrees. */
    public record Confirmation(String question, String yes) {}

    /**
     * The lease that an action was offered for, so that a press can be told to be stale.
     *
     * @param token the lease's fencing token; nothing for what is no lease
     */
    public record About(String environment, Optional<Long> token) {}
}
