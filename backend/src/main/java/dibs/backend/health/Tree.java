package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Instant;
import java.util.Optional;

/**
 * What sheriffs decided of a tree, as far as was read.
 *
 * @param since since when it is read to be so
 * @param reason why, in the sheriffs' words: plain text on one line; empty where they gave none
 */
public record Tree(EnvironmentId environment, TreeState state, Instant since, String reason) {
    /** What that probe read of a tree; nothing where it looks at none, or has not read anything yet. */
    static Optional<Tree> of(ProbeState probe) {
        return probe.tree().map(seen -> {
            String begin = sentence(seen.state(), "");
            String reason =
                    probe.sentence().startsWith(begin + ": ") ? probe.sentence().substring(begin.length() + 2) : "";
            return new Tree(probe.environment(), seen.state(), seen.since(), reason);
        });
    }

    /** The state as a look at a tree says it. */
    public static String sentence(TreeState state, String reason) {
        return "the tree is " + state.word() + (reason.isEmpty() ? "" : ": " + reason);
    }

    /** Whether it is anything but open. */
    public boolean shut() {
        return state != TreeState.OPEN;
    }

    /**
     * A state as a probe read it.
     *
     * @param since when it was first read
     */
    public record Seen(TreeState state, Instant since) {}
}
