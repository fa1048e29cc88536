package dibs.bot.question;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.policy.WordStem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A set of release parts with its product or its task around or inside its name: "a staging Firefox desktop release",
 * "Thunderbird staging releases", "staging update verify". Its tasks are the catalog's fact {@code tasks}.
 */
final class ReleasePhrases implements NamePattern {
    private static final Set<String> OF = Set.of("of", "for");
    private static final Set<String> PLATFORMS = Set.of("desktop");

    private final List<Environment> sets;
    private final Products products;

    ReleasePhrases(Catalog catalog, Products products) {
        this.products = products;
        this.sets = catalog.environments().stream()
                .filter(it -> it.releases().isPresent() && it.retired().isEmpty())
                .toList();
    }

    @Override
    public Optional<Named.Span> at(List<Word> words, int from) {
        return sets.stream().flatMap(set -> at(set, words, from).stream()).findFirst();
    }

    private Optional<Named.Span> at(Environment set, List<Word> words, int from) {
        String[] name = set.id().value().split("-");
        if (name.length != 2) {
            return Optional.empty();
        }
        Optional<Products.Span> before = products.at(words, from);
        int at = from + before.map(Products.Span::length).orElse(0);
        if (!is(words, at, name[0])) {
            return Optional.empty();
        }
        Optional<Products.Span> inside = at + 1 < words.size() ? products.at(words, at + 1) : Optional.empty();
        int noun = at + 1 + inside.map(Products.Span::length).orElse(0);
        noun += noun < words.size() && words.get(noun).is(PLATFORMS) ? 1 : 0;
        if (!is(words, noun, name[1])) {
            return before.isEmpty() ? task(set, words, from, at + 1) : Optional.empty();
        }
        int end = noun + 1;
        Optional<Products.Span> behind = end < words.size() && words.get(end).is(OF) && end + 1 < words.size()
                ? products.at(words, end + 1)
                : Optional.empty();
        end += behind.map(span -> span.length() + 1).orElse(0);
        List<String> said = java.util.stream.Stream.of(before, inside, behind)
                .flatMap(Optional::stream)
                .map(Products.Span::product)
                .distinct()
                .toList();
        if (said.isEmpty()) {
            Optional<Named.Span> task = task(set, words, from, end);
            return task.isPresent() ? task : Optional.of(span(set, end - from, ""));
        }
        int length = end - from;
        return said.size() == 1 ? Optional.of(span(set, length, ":" + said.getFirst())) : Optional.empty();
    }

    private static boolean is(List<Word> words, int at, String name) {
        return at < words.size() && WordStem.of(words.get(at).key()).equals(WordStem.of(name));
    }

    private static Named.Span span(Environment set, int length, String part) {
        return new Named.Span(length, Named.one(set, set.id() + part));
    }

    /** The tasks of its releases that have names of their own. */
    static List<String> tasks(Environment set) {
        return Arrays.stream(set.facts().getOrDefault("tasks", "").split(" "))
                .filter(task -> !task.isEmpty())
                .toList();
    }

    private static Optional<Named.Span> task(Environment set, List<Word> words, int from, int at) {
        return tasks(set).stream()
                .flatMap(task -> taken(task, words, at).stream().map(end -> span(set, end - from, ":" + task)))
                .findFirst();
    }

    /** The place behind the task's name. */
    private static Optional<Integer> taken(String task, List<Word> words, int at) {
        int end = at;
        String rest = task;
        while (end < words.size()
                && !rest.isEmpty()
                && rest.startsWith(words.get(end).key())) {
            String key = words.get(end).key();
            rest = rest.substring(key.length()).replaceFirst("^-", "");
            end++;
        }
        return rest.isEmpty() ? Optional.of(end) : Optional.empty();
    }
}
