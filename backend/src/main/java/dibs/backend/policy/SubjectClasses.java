package dibs.backend.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells what consumers and environments are, by the classes of a policy. Safe for many threads. */
final class SubjectClasses {
    private final Map<String, SubjectTest> classes;

    SubjectClasses(Map<String, SubjectTest> classes) {
        this.classes = classes;
    }

    /** The subject with what is known of its classes. */
    Classified classify(Subject subject) {
        Map<String, Truth> known = new HashMap<>();
        classes.keySet().forEach(name -> truth(name, subject, known));
        return new Classified(subject, Map.copyOf(known), this);
    }

    private Truth truth(String name, Subject subject, Map<String, Truth> known) {
        Truth before = known.get(name);
        if (before != null) {
            return before;
        }
        SubjectTest test = classes.get(name);
        if (test == null) {
            return Truth.FALSE;
        }
        Truth now = truth(test, subject, known);
        known.put(name, now);
        return now;
    }

    private Truth truth(SubjectTest test, Subject subject, Map<String, Truth> known) {
        return switch (test) {
            case SubjectTest.Is is -> {
                Truth any = Truth.FALSE;
                for (String name : is.classes()) {
                    any = any.or(truth(name, subject, known));
                }
                yield any;
            }
            case SubjectTest.Has has -> has(subject, has.attribute(), has.values());
            case SubjectTest.HasAny has ->
                Truth.of(subject.attributes().containsKey(has.attribute())
                        || subject.open().containsKey(has.attribute()));
            case SubjectTest.All all -> {
                Truth every = Truth.TRUE;
                for (SubjectTest part : all.parts()) {
                    every = every.and(truth(part, subject, known));
                }
                yield every;
            }
            case SubjectTest.Any any -> {
                Truth some = Truth.FALSE;
                for (SubjectTest part : any.parts()) {
                    some = some.or(truth(part, subject, known));
                }
                yield some;
            }
            case SubjectTest.Not not -> truth(not.part(), subject, known).not();
        };
    }

    private static Truth has(Subject subject, String attribute, List<String> values) {
        List<String> possible = subject.open().get(attribute);
        if (possible == null) {
            return Truth.of(subject.values(attribute).stream().anyMatch(values::contains));
        }
        long fitting = possible.stream().filter(values::contains).count();
        if (fitting == 0) {
            return Truth.FALSE;
        }
        return fitting == possible.size() ? Truth.TRUE : Truth.OPEN;
    }

    /** A subject, and which classes it belongs to. */
    record Classified(Subject subject, Map<String, Truth> known, SubjectClasses classes) {
        /** Whether it is so. */
        Truth is(SubjectTest test) {
            return classes.truth(test, subject, known); // every class is known by now, so nothing is put
        }
    }
}
