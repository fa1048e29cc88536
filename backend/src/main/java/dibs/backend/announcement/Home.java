package dibs.backend.announcement;

import java.util.List;
import java.util.Optional;

/**
 * A conversation in which things are announced, wherever they were typed.
 *
 * @param to which conversation
 * @param levels how much of each kind
 * @param environments ids and labels; none: all that can be claimed
 * @param outsiders whether people of other organisations read it; nothing: the platform knows
 */
public record Home(ConversationId to, Levels levels, List<String> environments, Optional<Boolean> outsiders) {
    public Home {
        environments = List.copyOf(environments);
    }

    /** A home of which nothing is said but which it is. */
    public static Home of(ConversationId to) {
        return new Home(to, Levels.USUAL, List.of(), Optional.empty());
    }

    /** How much is announced of each kind. */
    public record Levels(Level leases, Level gates, Level health, Level audit) {
        /** What holds where nothing is said. */
        public static final Levels USUAL = new Levels(Level.BOARD, Level.BOARD, Level.BOARD, Level.BOARD);
    }
}
