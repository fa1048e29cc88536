package dibs.bot.question;

import dibs.backend.policy.Inquiry;
import dibs.backend.policy.Purpose;
import dibs.backend.policy.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An inquiry in the making. What is told twice has to be told alike. */
final class Draft {
    private final Vocabulary vocabulary;
    private final Set<String> accesses = new LinkedHashSet<>();
    private final Set<String> purposes = new LinkedHashSet<>();
    private final Map<String, List<String>> facts = new LinkedHashMap<>();
    private final List<String> via = new ArrayList<>();
    private Optional<Named> consumer = Optional.empty();
    private Optional<Named> environment = Optional.empty();

    Draft(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Draft copy() {
        Draft copy = new Draft(vocabulary);
        copy.accesses.addAll(accesses);
        copy.purposes.addAll(purposes);
        copy.facts.putAll(facts);
        copy.via.addAll(via);
        copy.consumer = consumer;
        copy.environment = environment;
        return copy;
    }

    Optional<Named> consumer() {
        return consumer;
    }

    Optional<Named> environment() {
        return environment;
    }

    boolean hasPurpose() {
        return !purposes.isEmpty();
    }

    boolean hasAccess() {
        return !accesses.isEmpty();
    }

    void consumer(Named named) {
        if (consumer.isPresent() && !consumer.get().sameAs(named)) {
            throw new Unclear("There are more names in it than one that uses and one that is used: "
                    + consumer.get().text() + " and " + named.text() + ".");
        }
        consumer = Optional.of(named);
    }

    void environment(Named named) {
        if (environment.isPresent() && !environment.get().sameAs(named)) {
            throw new Unclear("There are more names in it than one that uses and one that is used: "
                    + environment.get().text() + " and " + named.text() + ".");
        }
        environment = Optional.of(named);
    }

    /** What was taken for what is used is not. */
    void replaceEnvironment(Named named) {
        environment = Optional.of(named);
    }

    /** Adds ways of use: several of them are all left open. */
    void accesses(Collection<String> more) {
        accesses.addAll(more);
    }

    /** Adds purposes: several of them are all left open. */
    void purposes(Collection<Purpose> more) {
        more.forEach(purpose -> purposes.add(purpose.toString()));
    }

    /** Adds values of how, what for, or a fact, by its name. */
    void tell(String name, List<String> values) {
        switch (name) {
            case Vocabulary.ACCESS -> accesses.addAll(values);
            case Vocabulary.PURPOSE -> purposes.addAll(values);
            default -> {
                List<String> before = facts.putIfAbsent(name, List.copyOf(values));
                if (before != null && !before.equals(values)) {
                    throw new Unclear("It says two things of " + name + ": " + String.join(" or ", before) + " and "
                            + String.join(" or ", values) + ".");
                }
            }
        }
    }

    void tell(Map<String, String> tells) {
        tells.forEach((name, value) -> tell(name, List.of(value)));
    }

    void via(String link) {
        via.add(link);
    }

    /** Whether that is told as it was typed: as who uses, what is used, a link between them, or a fact. */
    boolean says(String typed) {
        return consumer.filter(named -> named.text().equals(typed)).isPresent()
                || environment.filter(named -> named.text().equals(typed)).isPresent()
                || via.contains(typed)
                || facts.values().stream().anyMatch(values -> values.contains(typed));
    }

    Inquiry inquiry() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        if (!accesses.isEmpty()) {
            told.put(Vocabulary.ACCESS, List.copyOf(accesses));
        }
        if (!purposes.isEmpty()) {
            told.put(Vocabulary.PURPOSE, narrowed());
        }
        told.putAll(facts);
        return new Inquiry(consumer.map(Named::text), environment.map(Named::text), told, via);
    }

    /** Without what leaves open which test is meant, where another word says which. */
    private List<String> narrowed() {
        List<String> narrow = purposes.stream()
                .filter(purpose -> kind(purpose).filter(kind -> kind.wide()).isEmpty())
                .toList();
        boolean tests = narrow.stream()
                .anyMatch(
                        purpose -> kind(purpose).filter(kind -> kind.testing()).isPresent());
        return tests ? narrow : List.copyOf(purposes);
    }

    private Optional<Vocabulary.PurposeKind> kind(String purpose) {
        return Optional.ofNullable(vocabulary.purposes().get(Purpose.of(purpose).id()));
    }
}
