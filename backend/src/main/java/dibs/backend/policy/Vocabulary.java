package dibs.backend.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of an organisation's policy: what can be done with an environment, what for, and what else may be told of a
 * question. In the file's order, which is the order of answers.
 *
 * @param accesses by id
 * @param purposes by id
 * @param facts by name; how and what for are not among them
 */
public record Vocabulary(Map<String, Access> accesses, Map<String, PurposeKind> purposes, Map<String, FactKind> facts) {
    /** The name under which a question tells how the environment is used. */
    public static final String ACCESS = "access";

    /** The name under which a question tells what for. */
    public static final String PURPOSE = "purpose";

    public Vocabulary {
        accesses = Collections.unmodifiableMap(new LinkedHashMap<>(accesses));
        purposes = Collections.unmodifiableMap(new LinkedHashMap<>(purposes));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The attributes that a purpose of that id is about; none where there is no such purpose. */
    public List<String> about(String purpose) {
        PurposeKind kind = purposes.get(purpose);
        return kind == null ? List.of() : kind.about();
    }

    /**
     * A way to use an environment.
     *
     * @param say the verb in words, such as "push arbitrary code to"
     * @param words other spellings and verbs that people use for it
     * @param implied whether a question that tells no access may mean it
     */
    public record Access(String id, String say, List<Phrase> words, boolean implied) {
        public Access {
            words = List.copyOf(words);
        }
    }

    /**
     * A purpose.
     *
     * @param say the purpose in words
     * @param about what a purpose of this kind is about, as the name of an attribute of subjects, such as
     *     {@code service}; empty where it is about nothing
     * @param testing whether it counts as testing
     * @param wide whether it leaves open which of the testing purposes is meant
     */
    public record PurposeKind(
            String id, String say, List<Phrase> words, List<String> about, boolean testing, boolean wide) {
        public PurposeKind {
            words = List.copyOf(words);
            about = List.copyOf(about);
        }
    }

    /**
     * Something that a question may tell.
     *
     * @param values what it may be; where {@code valuesOf} names an attribute, the values that subjects have of it too
     * @param narrowed values that leave several open, such as a lease that is not mine: free or another's
     * @param words phrases that tell a value, by value
     * @param ask how it is asked for, such as "which credential is used"
     * @param settles the attribute of the consumer that this fact settles where the catalog leaves it open, if any
     */
    public record FactKind(
            String name,
            List<String> values,
            Optional<String> valuesOf,
            Map<String, List<String>> narrowed,
            Map<String, List<Phrase>> words,
            String ask,
            Optional<String> settles) {
        public FactKind {
            values = List.copyOf(values);
            narrowed = Map.copyOf(narrowed);
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }
    }

    /**
     * Words in a row as people say them, in lower case. {@code *} stands for up to three other words; a phrase may settle
     * further facts, as "dep-sign" does of the credential.
     *
     * @param tells further facts that whoever says it tells, by name; {@code purpose} may be among them
     */
    public record Phrase(String text, Map<String, String> tells) {
        public Phrase {
            tells = Map.copyOf(tells);
        }
    }
}
