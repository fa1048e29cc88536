package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.Verdict.Way;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the ways out that rules offer, by the names of this catalog. */
final class WaysOut {
    private static final int NAMED_AT_MOST = 6;

    private final Rulebook book;

    WaysOut(Rulebook book) {
        this.book = book;
    }

    /** The ways out of those rules, in their order, each once. */
    List<Way> find(List<Rule> rules, Weighing weighing, Facts facts) {
        Set<Way> ways = new LinkedHashSet<>();
        for (Rule rule : rules) {
            for (Alternative alternative : rule.alternatives()) {
                if (weighing.truth(alternative.when(), facts) != Truth.FALSE) {
                    way(alternative, weighing).ifPresent(ways::add);
                }
            }
        }
        return List.copyOf(ways);
    }

    private Optional<Way> way(Alternative alternative, Weighing weighing) {
        if (alternative.search().isEmpty()) {
            return Optional.of(new Way(Wording.fill(alternative.say(), weighing), List.of()));
        }
        List<EnvironmentId> found = search(alternative.search().get(), weighing);
        if (found.isEmpty()) {
            return alternative.otherwise().map(say -> new Way(Wording.fill(say, weighing), List.of()));
        }
        return Optional.of(new Way(Wording.fill(alternative.say(), weighing), found));
    }

    private List<EnvironmentId> search(Alternative.Search search, Weighing weighing) {
        List<EnvironmentId> found = new ArrayList<>();
        List<EnvironmentId> named =
                book.world().instead().getOrDefault(weighing.environment().id(), List.of());
        if (search.named()) {
            named.stream().filter(book.world().subjects()::containsKey).forEach(found::add);
            return found;
        }
        for (Subject subject : book.index().candidates(search, weighing)) {
            if (!subject.id().equals(weighing.environment().id())
                    && like(search.likeConsumer(), subject, weighing.consumer())
                    && like(search.likeEnvironment(), subject, weighing.environment())) {
                found.add(subject.id());
                if (found.size() == NAMED_AT_MOST) {
                    return found;
                }
            }
        }
        return found;
    }

    /** Whether they share a value of each of the attributes. */
    private static boolean like(List<String> attributes, Subject one, Subject other) {
        return attributes.stream()
                .allMatch(attribute -> one.values(attribute).stream().anyMatch(other.values(attribute)::contains));
    }
}
