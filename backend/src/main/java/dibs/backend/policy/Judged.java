package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import java.util.List;
import java.util.Optional;

/**
 * The answer to an inquiry: what the rules say, and what holds now.
 *
 * @param verdict what the rules say
 * @param moment what holds of the environment now; nothing where none was found
 * @param offered ways out that can be taken now
 * @param hindered the usual ways out that cannot
 * @param suggestions known ids in place of a name that is not known, nearest first
 * @param kept the verdict as it was kept under its id; nothing where it was not to be kept
 */
public record Judged(
        Verdict verdict,
        Optional<Moment> moment,
        List<Verdict.Way> offered,
        List<Hindered> hindered,
        List<EnvironmentId> suggestions,
        Optional<Judgement> kept) {
    public Judged {
        offered = List.copyOf(offered);
        hindered = List.copyOf(hindered);
        suggestions = List.copyOf(suggestions);
    }

    /** The same, kept. */
    public Judged keptAs(Judgement judgement) {
        return new Judged(verdict, moment, offered, hindered, suggestions, Optional.of(judgement));
    }

    /**
     * The usual way out where it cannot be taken now.
     *
     * @param environment what is in the way
     * @param owner who owns it, where the catalog tells
     */
    public record Hindered(Verdict.Way way, EnvironmentId environment, Moment moment, Optional<String> owner) {}
}
