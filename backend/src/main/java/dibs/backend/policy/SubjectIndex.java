package dibs.backend.policy;

import dibs.backend.policy.Alternative.Search;
import dibs.backend.policy.SubjectClasses.Classified;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the alternatives of a policy may name, found once: by what it is, and by what it shares with who asks. */
final class SubjectIndex {
    private final Map<Search, List<Subject>> members = new HashMap<>();
    private final Map<Search, Map<Shared, List<Subject>>> sharing = new HashMap<>();

    SubjectIndex(Policy policy, Collection<Classified> everything) {
        policy.rules().values().stream()
                .flatMap(rule -> rule.alternatives().stream())
                .flatMap(alternative -> alternative.search().stream())
                .distinct()
                .filter(search -> !search.named())
                .forEach(search -> index(search, everything));
    }

    private record Shared(String attribute, String value) {}

    private void index(Search search, Collection<Classified> everything) {
        List<Subject> all = everything.stream()
                .filter(each -> each.is(search.test()) == Truth.TRUE)
                .map(Classified::subject)
                .toList();
        List<String> attributes = Stream.concat(search.likeConsumer().stream(), search.likeEnvironment().stream())
                .distinct()
                .toList();
        Map<Shared, List<Subject>> by = new HashMap<>();
        for (Subject subject : all) {
            for (String attribute : attributes) {
                subject.values(attribute).stream()
                        .distinct()
                        .forEach(value -> by.computeIfAbsent(new Shared(attribute, value), any -> new ArrayList<>())
                                .add(subject));
            }
        }
        members.put(search, all);
        sharing.put(search, by);
    }

    /** All that may be meant, and perhaps some that do not share what they should; in the catalog's order. */
    List<Subject> candidates(Search search, Weighing weighing) {
        List<Subject> fewest = members.getOrDefault(search, List.of());
        Map<Shared, List<Subject>> by = sharing.getOrDefault(search, Map.of());
        for (String attribute : search.likeConsumer()) {
            fewest = fewer(fewest, by, attribute, weighing.consumer());
        }
        for (String attribute : search.likeEnvironment()) {
            fewest = fewer(fewest, by, attribute, weighing.environment());
        }
        return fewest;
    }

    private static List<Subject> fewer(
            List<Subject> fewest, Map<Shared, List<Subject>> by, String attribute, Subject like) {
        List<String> values = like.values(attribute);
        if (values.size() > 1) {
            return fewest;
        }
        List<Subject> those =
                values.isEmpty() ? List.of() : by.getOrDefault(new Shared(attribute, values.getFirst()), List.of());
        return those.size() < fewest.size() ? those : fewest;
    }
}
