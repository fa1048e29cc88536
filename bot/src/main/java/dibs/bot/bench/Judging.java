package dibs.bot.bench;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.PolicyLoader;
import dibs.backend.environment.Catalog;
import dibs.backend.environment.Edge;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.Answer;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyEngine;
import dibs.backend.policy.Question;
import dibs.backend.policy.Subject;
import dibs.backend.policy.Verdict;
import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.World;
import dibs.bot.bench.Contest.Contestant;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a verdict takes, by its kind, in the built-in world and in one of many things; and what it takes to load them. */
final class Judging {
    private static final int BATCH = 100;
    private static final int TRIED = 200_000;
    static final int THINGS = 10_000;
    static final int LINKS = 10;
    private static final int LOADS = 9;
    private static final double MICROS = 1e6;

    private final Contest contest;

    Judging(Bench.Plan plan) {
        // Thousands of verdicts fit into a turn, so a short one will do.
        this.contest = new Contest(plan.rounds(), plan.turn().dividedBy(4).plus(Duration.ofMillis(1)));
    }

    void run(PrintStream out) {
        Policy policy = PolicyLoader.builtin();
        World builtin = World.of(builtin());
        World large = LargeWorld.of(builtin, THINGS, LINKS);
        out.printf("%n%-46s %12s%n", "before the first verdict", "median ms");
        print(out, "load the built-in catalog", millis(ConfigLoader::builtin));
        print(out, "load the built-in policy", millis(PolicyLoader::builtin));
        print(out, "index the built-in world", millis(() -> new PolicyEngine(policy, builtin)));
        print(
                out,
                "index " + THINGS + " things, " + THINGS * LINKS + " links",
                millis(() -> new PolicyEngine(policy, large)));
        contest(out, "verdicts, built-in world", new PolicyEngine(policy, builtin));
        contest(out, "verdicts, " + THINGS + " things, " + THINGS * LINKS + " links", new PolicyEngine(policy, large));
    }

    private static void print(PrintStream out, String what, double millis) {
        out.printf("  %-44s %12.1f%n", what, millis);
    }

    /** After as many runs to warm up. */
    private static double millis(Runnable work) {
        List<Double> taken = new ArrayList<>();
        for (int i = 0; i < 2 * LOADS; i++) {
            long began = System.nanoTime();
            work.run();
            taken.add((System.nanoTime() - began) / 1e6);
        }
        return Contest.median(taken.subList(LOADS, taken.size()));
    }

    private void contest(PrintStream out, String title, PolicyEngine engine) {
        Map<String, List<Question>> kinds = kinds(engine);
        List<Contestant> contestants = new ArrayList<>();
        List<Question> any = kinds.values().stream().flatMap(List::stream).toList();
        contestants.add(new Contestant("bare look-up and walk", List.of(() -> look(engine.world(), any))));
        kinds.forEach((kind, questions) -> contestants.add(
                new Contestant(kind + " (" + questions.size() + ")", List.of(() -> judge(engine, questions)))));
        out.printf("%n%-46s %12s %8s%n", title, "median us", "ratio");
        contest.between(contestants)
                .forEach((name, result) -> out.printf(
                        "  %-44s %12.2f %7.0fx%n", name, MICROS / (result.perSecond() * BATCH), 1 / result.ratio()));
    }

    /** The least that could answer: look both up, and walk what the one uses for the other. */
    private static void look(World world, List<Question> questions) {
        for (int i = 0; i < BATCH; i++) {
            Question question = questions.get(i % questions.size());
            EnvironmentId consumer = question.consumer().id();
            EnvironmentId environment = question.environment().orElseThrow().id();
            boolean known =
                    world.subjects().containsKey(consumer) && world.subjects().containsKey(environment);
            int links = 0;
            for (Edge edge : world.edges().from(consumer)) {
                links += edge.to().equals(environment) ? 1 : 0;
            }
            if (!known || links > world.edges().all().size()) {
                throw new IllegalStateException("not of this world: " + question);
            }
        }
    }

    private static void judge(PolicyEngine engine, List<Question> questions) {
        for (int i = 0; i < BATCH; i++) {
            Verdict verdict = engine.judge(questions.get(i % questions.size()));
            if (verdict.cited().isEmpty()) {
                throw new IllegalStateException("no rule is cited: " + verdict);
            }
        }
    }

    /** Questions of each kind, taken evenly from all pairs: up to a batch of each. */
    static Map<String, List<Question>> kinds(PolicyEngine engine) {
        Map<String, Predicate<Verdict>> kinds = new LinkedHashMap<>();
        kinds.put(
                "unsafe, direct",
                it -> it.answer() == Answer.UNSAFE && it.path().size() == 2);
        kinds.put(
                "unsafe, by what is behind it",
                it -> it.answer() == Answer.UNSAFE && it.path().size() > 2);
        kinds.put("safe", it -> it.answer() == Answer.SAFE);
        kinds.put(
                "conditional, points",
                it -> it.answer() == Answer.CONDITIONAL && !it.points().isEmpty());
        kinds.put(
                "conditional, no rule speaks",
                it -> it.answer() == Answer.CONDITIONAL && it.points().isEmpty());
        Map<String, List<Question>> questions = new LinkedHashMap<>();
        List<Subject> things = List.copyOf(engine.world().subjects().values());
        List<String> accesses =
                new ArrayList<>(engine.policy().vocabulary().accesses().keySet());
        for (int i = 0; i < TRIED; i++) {
            Subject consumer = things.get((int) (i * 7919L % things.size()));
            Subject environment = things.get((int) (i * 104_729L / 13 % things.size()));
            String access = accesses.get(i % accesses.size());
            Question question = new Question(
                    consumer,
                    Optional.of(environment),
                    i % 3 == 0 ? Map.of() : Map.of(Vocabulary.ACCESS, List.of(access)),
                    List.of(),
                    List.of());
            Verdict verdict = engine.judge(question);
            kinds.forEach((kind, fits) -> {
                List<Question> some = questions.computeIfAbsent(kind, any -> new ArrayList<>());
                if (some.size() < BATCH && fits.test(verdict)) {
                    some.add(question);
                }
            });
            if (questions.values().stream().allMatch(some -> some.size() == BATCH)) {
                break;
            }
        }
        questions.values().removeIf(List::isEmpty);
        return questions;
    }

    private static Catalog builtin() {
        return switch (ConfigLoader.builtin()) {
            case ConfigResult.Loaded loaded -> loaded.config().catalog();
            case ConfigResult.Faulty faulty -> throw new IllegalStateException(faulty.text());
        };
    }
}
