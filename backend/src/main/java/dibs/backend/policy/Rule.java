package dibs.backend.policy;

import java.util.List;
import java.util.Optional;

/**
 * A rule.
 *
 * @param id such as {@code R7}
 * @param title what it is about, in a few words
 * @param reason why, in plain words; {@code {consumer}} and {@code {environment}} stand for their names
 * @param citation what it rests on
 * @param reading how the source was read where it leaves room, or nothing
 * @param engine what it is for where it is a rule of the engine itself
 * @param clauses what it says; empty for a rule of the engine
 * @param alternatives ways out that are offered when it forbids or leaves open
 */
public record Rule(
        String id,
        String title,
        String reason,
        Optional<Citation> citation,
        Optional<String> reading,
        Optional<Engine> engine,
        List<Clause> clauses,
        List<Alternative> alternatives) {
    public Rule {
        clauses = List.copyOf(clauses);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * The sentence that a rule rests on.
     *
     * @param quote word for word
     * @param source the title of what is quoted
     * @param link where it stands
     */
    public record Citation(String quote, String source, String link) {}

    /** What a rule of the engine says. */
    public enum Engine {
        /** Something is missing that decides. */
        MISSING,
        /** A name is not known, or means several things. */
        UNRESOLVED,
        /** No rule speaks. */
        SILENT
    }
}
