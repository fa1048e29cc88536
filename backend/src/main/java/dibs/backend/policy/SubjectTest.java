package dibs.backend.policy;

import java.util.List;

/** A condition on one thing, a consumer or an environment: what it is, by the catalog's facts. */
public sealed interface SubjectTest {
    /** It belongs to at least one of these classes of the policy. */
    record Is(List<String> classes) implements SubjectTest {
        public Is {
            classes = List.copyOf(classes);
        }
    }

    /** One of its values of this attribute is among these; see {@link Subject} for the attributes. */
    record Has(String attribute, List<String> values) implements SubjectTest {
        public Has {
            values = List.copyOf(values);
        }
    }

    /** It has some value of this attribute. */
    record HasAny(String attribute) implements SubjectTest {}

    /** All of these hold; true of none. */
    record All(List<SubjectTest> parts) implements SubjectTest {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of these holds; false of none. */
    record Any(List<SubjectTest> parts) implements SubjectTest {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** This does not hold. */
    record Not(SubjectTest part) implements SubjectTest {}
}
