package dibs.backend.environment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every name of every environment but its addresses, by the form in which names are compared. */
final class NameIndex {
    private static final List<String> STAGE_WORDS = List.of("stage", "staging");

    private final Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
    private final Map<EnvironmentId, Environment> sets = new HashMap<>();
    private int words;

    NameIndex(Collection<Environment> environments) {
        environments.forEach(this::add);
        meanings.values().forEach(known -> known.sort(Comparator.comparing(Meaning::rank)));
    }

    /** What the key means by its best kind of name, services left out; empty where it is no such name. */
    List<Meaning> best(String key) {
        List<Meaning> known = meanings.getOrDefault(key, List.of());
        return known.stream()
                .filter(meaning -> meaning.rank == known.getFirst().rank && meaning.rank != Rank.SERVICE)
                .toList();
    }

    /** The environments of the service of that name. */
    List<Environment> ofService(String key) {
        return meanings.getOrDefault(key, List.of()).stream()
                .filter(meaning -> meaning.rank == Rank.SERVICE)
                .map(Meaning::environment)
                .toList();
    }

    /** By which kind of name the key means the environment, if it does. */
    Optional<Resolution.How> how(String key, Environment environment) {
        return meanings.getOrDefault(key, List.of()).stream()
                .filter(meaning -> meaning.environment.equals(environment))
                .map(meaning -> meaning.rank.how)
                .findFirst();
    }

    /** The set that leases the pool. */
    Optional<Environment> setOf(Environment pool) {
        return Optional.ofNullable(sets.get(pool.id()));
    }

    /** The number of words of the longest name. */
    int longest() {
        return words;
    }

    private void add(Environment environment) {
        put(environment.id().value(), Rank.ID, environment);
        environment.naming().aliases().forEach(alias -> put(alias, Rank.ALIAS, environment));
        environment.naming().formerIds().forEach(id -> put(id.value(), Rank.ALIAS, environment));
        environment.naming().workerType().ifPresent(type -> {
            put(type, Rank.WORKER_TYPE, environment);
            put(type.substring(type.indexOf('/') + 1), Rank.WORKER_TYPE, environment);
        });
        environment.naming().branch().ifPresent(branch -> put(branch, Rank.BRANCH, environment));
        if (environment.kind() == Kind.DEV_SET) {
            environment.members().forEach(pool -> sets.putIfAbsent(pool, environment));
        }
        if (environment.kind() == Kind.SERVICE) {
            environment.belongs().service().ifPresent(service -> put(service, Rank.SERVICE, environment));
            title(environment);
            stages(names(environment))
                    .forEach(stage -> STAGE_WORDS.forEach(word -> {
                        put(stage + "-" + word, Rank.DERIVED, environment);
                        put(word + "-" + stage, Rank.DERIVED, environment);
                    }));
        } else if (environment.kind() == Kind.STORE) {
            title(environment);
        }
    }

    /** A title is a name too, unless it is the service's: then it stands for all of the service's environments. */
    private void title(Environment environment) {
        String title = NameKey.of(environment.title());
        Optional<String> service = environment.belongs().service();
        List<String> bare = new ArrayList<>(stages(List.of(title)));
        bare.add(title);
        bare.stream()
                .filter(name ->
                        service.filter(id -> joined(id).equals(joined(name))).isPresent())
                .forEach(name -> put(name, Rank.SERVICE, environment));
        if (service.filter(id -> joined(id).equals(joined(title))).isEmpty()) {
            put(title, Rank.DERIVED, environment);
        }
    }

    private static String joined(String name) {
        return name.replace("-", "");
    }

    private static List<String> names(Environment environment) {
        List<String> names = new ArrayList<>(environment.naming().aliases());
        names.add(environment.id().value());
        names.add(environment.title());
        return names;
    }

    /** What those of the names that say so are the stage of. */
    private static List<String> stages(List<String> names) {
        List<String> stages = new ArrayList<>();
        for (String name : names) {
            String key = NameKey.of(name);
            for (String word : STAGE_WORDS) {
                if (key.endsWith("-" + word)) {
                    stages.add(key.substring(0, key.length() - word.length() - 1));
                } else if (key.startsWith(word + "-")) {
                    stages.add(key.substring(word.length() + 1));
                }
            }
        }
        return stages;
    }

    private void put(String name, Rank rank, Environment environment) {
        String key = NameKey.of(name);
        List<Meaning> known = meanings.computeIfAbsent(key, added -> new ArrayList<>());
        if (known.stream()
                .noneMatch(meaning -> meaning.environment.id().equals(environment.id()) && meaning.rank == rank)) {
            known.add(new Meaning(rank, environment));
            words = Math.max(words, key.split("-").length);
        }
    }

    /** What a name means. */
    record Meaning(Rank rank, Environment environment) {}

    /** The kinds of names, in order of precedence; addresses come between branch and service. */
    enum Rank {
        ID(Resolution.How.ID),
        ALIAS(Resolution.How.ALIAS),
        /** From a title, or the usual ways to say stage. */
        DERIVED(Resolution.How.ALIAS),
        WORKER_TYPE(Resolution.How.WORKER_TYPE),
        BRANCH(Resolution.How.BRANCH),
        SERVICE(Resolution.How.SERVICE);

        private final Resolution.How how;

        Rank(Resolution.How how) {
            this.how = how;
        }

        Resolution.How how() {
            return how;
        }
    }
}
