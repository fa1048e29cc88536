package dibs.backend.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The known names that an unknown one may have meant. A name is near by its letters (slips of the finger) or by its
 * words; a rare word says more than one that half of the names have.
 */
final class Nearest {
    static final int MOST = 5;

    private static final int MAX_KEY = 100;
    private static final double THRESHOLD = 0.6;
    /** What is that much further off than the nearest was not meant. */
    private static final double FALL = 0.2;
    /** What a name gets that has every word that was said and endlessly many others. */
    private static final double HAS_ALL_WORDS = 0.62;
    /** What a name gets more that spells the words as they were said: {@code staging} rather than {@code stage}. */
    private static final double SAME_SPELLING = 0.01;
    /** What comes first among equals gets that much more. */
    private static final double FIRST = 0.03;
    /** What a name gets that has the very words that were said, in another order. */
    private static final double SAME_WORDS = 0.95;

    private final Map<EnvironmentId, Environment> environments = new LinkedHashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Integer> uses = new HashMap<>();

    Nearest(Collection<Environment> environments) {
        for (Environment environment : environments) {
            this.environments.put(environment.id(), environment);
            add(environment.id().value(), environment);
            environment.naming().aliases().forEach(alias -> add(alias, environment));
        }
    }

    /** Whether it is there to be used: neither retired nor a mere expectation. */
    static boolean isThere(Environment environment) {
        return environment.retired().isEmpty() && environment.kind() != Kind.MISSING;
    }

    /** The ids nearest to the key, nearest first, at most five; none where nothing is near. */
    List<EnvironmentId> to(String key, Sense sense) {
        if (key.isEmpty() || key.length() > MAX_KEY) {
            return List.of();
        }
        List<String> said = words(key);
        Set<String> spelled = spelled(key);
        // Names share most of their words, so each pair of words is compared once.
        Map<String, double[]> likeness = new HashMap<>();
        uses.keySet()
                .forEach(known -> likeness.put(
                        known,
                        said.stream().mapToDouble(word -> likeness(word, known)).toArray()));
        Map<EnvironmentId, Double> scores = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            double score = Math.max(letters(key, candidate.key), words(said, candidate.words, likeness));
            if (score >= THRESHOLD) {
                boolean same = spelled(candidate.key).containsAll(spelled);
                credit(candidate.environment, same ? score + SAME_SPELLING : score, scores);
            }
        }
        double best =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue() >= best - FALL)
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue() - bonus(entry.getKey(), sense)))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is gone or never was is worth a mention only by what to use instead. */
    private void credit(Environment environment, double score, Map<EnvironmentId, Double> scores) {
        if (isThere(environment)) {
            scores.merge(environment.id(), score, Math::max);
            return;
        }
        List<EnvironmentId> successors = new ArrayList<>(environment.use());
        environment.retired().ifPresent(retired -> successors.addAll(retired.use()));
        successors.stream()
                .filter(environments::containsKey)
                .forEach(successor -> scores.merge(successor, score * 0.95, Math::max));
    }

    /** Among equals, sets and what has a purpose come first, and what can be claimed where a claim was meant. */
    private double bonus(EnvironmentId id, Sense sense) {
        Environment environment = environments.get(id);
        if (environment == null) {
            return 0;
        }
        boolean first = environment.kind() == Kind.SET
                || environment.purpose().isPresent()
                || (sense == Sense.LEASE && environment.leasable());
        return first ? FIRST : 0;
    }

    private static double letters(String said, String known) {
        int longer = Math.max(said.length(), known.length());
        if (Math.min(said.length(), known.length()) < longer * THRESHOLD) {
            return 0;
        }
        return 1 - (double) EditDistance.between(said, known) / longer;
    }

    private double words(List<String> said, List<String> known, Map<String, double[]> likeness) {
        double[] forth = new double[said.size()];
        double back = 0;
        double weights = 0;
        for (String word : known) {
            double[] likes = likeness.getOrDefault(word, forth);
            double best = 0;
            for (int index = 0; index < forth.length; index++) {
                forth[index] = Math.max(forth[index], likes[index]);
                best = Math.max(best, likes[index]);
            }
            back += best * weight(word);
            weights += weight(word);
        }
        double there = 0;
        double total = 0;
        for (int index = 0; index < forth.length; index++) {
            there += forth[index] * weight(said.get(index));
            total += weight(said.get(index));
        }
        if (weights == 0 || total == 0) {
            return 0;
        }
        if (there >= total) {
            // Every word that was said is there: the fewer others, the likelier it was meant.
            return HAS_ALL_WORDS + (SAME_WORDS - HAS_ALL_WORDS) * Math.pow((double) forth.length / known.size(), 3);
        }
        return (there / total + back / weights) / 2;
    }

    /** The rarer a word, the more it says. */
    private double weight(String word) {
        return 1 / (1 + Math.log(Math.max(1, uses.getOrDefault(word, 1))));
    }

    private static double likeness(String word, String other) {
        if (word.equals(other)) {
            return 1;
        }
        int longer = Math.max(word.length(), other.length());
        double like = 1 - (double) EditDistance.between(word, other) / longer;
        return like < 0.5 ? 0 : like;
    }

    private void add(String name, Environment environment) {
        String key = NameKey.of(name);
        Candidate candidate = new Candidate(key, words(key), environment);
        candidates.add(candidate);
        candidate.words.forEach(word -> uses.merge(word, 1, Integer::sum));
    }

    private static List<String> words(String key) {
        return spelled(key).stream()
                .map(word -> word.equals("staging") ? "stage" : word)
                .distinct()
                .toList();
    }

    private static Set<String> spelled(String key) {
        return Arrays.stream(key.split("[-./:@]"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private record Candidate(String key, List<String> words, Environment environment) {}
}
