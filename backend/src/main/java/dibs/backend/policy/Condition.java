package dibs.backend.policy;

import dibs.backend.environment.Edge;
import java.util.List;
import java.util.Set;

/** A condition on a question: who asks about what, how, what for, and what else is known of it. */
public sealed interface Condition {
    /** The consumer is so. */
    record Consumer(SubjectTest test) implements Condition {}

    /** The environment is so. */
    record TheEnvironment(SubjectTest test) implements Condition {}

    /** The fact has one of these values; open where the question does not tell it. */
    record Fact(String name, List<String> values) implements Condition {
        public Fact {
            values = List.copyOf(values);
        }
    }

    /** The question itself tells that the fact has one of these values; never open. */
    record Given(String name, List<String> values) implements Condition {
        public Given {
            values = List.copyOf(values);
        }
    }

    /** The purpose is one of these; open where none was told or a wider one, as "testing" is of {@code test:x}. */
    record ForPurpose(List<PurposePattern> patterns) implements Condition {
        public ForPurpose {
            patterns = List.copyOf(patterns);
        }
    }

    /** The purpose is of a sort that counts as testing. */
    record Testing() implements Condition {}

    /** A situation that the policy names holds. */
    record In(String situation) implements Condition {}

    /** The catalog has an edge of one of these kinds from the consumer to the environment. */
    record Wired(Set<Edge.Sort> sorts) implements Condition {
        public Wired {
            sorts = Set.copyOf(sorts);
        }
    }

    /** The catalog has an edge of one of these kinds to the environment, from something that is so. */
    record WiredFrom(SubjectTest from, Set<Edge.Sort> sorts) implements Condition {
        public WiredFrom {
            sorts = Set.copyOf(sorts);
        }
    }

    /** The question goes by way of something else. */
    record Indirect() implements Condition {}

    /** A link of the way that the question tells is only a copy, by the catalog's edges: nothing comes back by it. */
    record Severed() implements Condition {}

    /** The environment itself uses, by links that carry an outage back and are more than permitted, something that is so. */
    record Reaches(SubjectTest test) implements Condition {}

    /** A permission of one of these rules holds. */
    record PermittedBy(List<String> rules) implements Condition {
        public PermittedBy {
            rules = List.copyOf(rules);
        }
    }

    /** All of these hold; true of none. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of these holds; false of none. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** This does not hold. */
    record Not(Condition part) implements Condition {}

    /** Always. */
    Condition ALWAYS = new All(List.of());
}
