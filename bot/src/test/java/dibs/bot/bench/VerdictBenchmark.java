package dibs.bot.bench;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.PolicyLoader;
import dibs.backend.environment.Catalog;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyEngine;
import dibs.backend.policy.Question;
import dibs.backend.policy.Verdict;
import dibs.backend.policy.World;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one verdict takes, of each kind, in a small and in a large world; and what it takes to load and index one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VerdictBenchmark {

    /** Questions of one kind in one world, one after the other. */
    @State(Scope.Thread)
    public static class Asked {
        @Param({"built-in", "large"})
        public String world = "built-in";

        @Param({
            "unsafe, direct",
            "unsafe, by what is behind it",
            "safe",
            "conditional, points",
            "conditional, no rule speaks"
        })
        public String kind = "safe";

        private PolicyEngine engine = new PolicyEngine(PolicyLoader.builtin(), builtin());
        private List<Question> questions = List.of();
        private int next;

        @Setup(Level.Trial)
        public void ask() {
            engine = new PolicyEngine(
                    PolicyLoader.builtin(),
                    world.equals("large") ? LargeWorld.of(builtin(), Judging.THINGS, Judging.LINKS) : builtin());
            questions = Judging.kinds(engine).getOrDefault(kind, List.of());
        }

        Question next() {
            next = (next + 1) % questions.size();
            return questions.get(next);
        }
    }

    /** The worlds, made once. */
    @State(Scope.Benchmark)
    public static class Worlds {
        private final Policy policy = PolicyLoader.builtin();
        private final World small = builtin();
        private final World large = LargeWorld.of(small, Judging.THINGS, Judging.LINKS);
    }

    @Benchmark
    public Verdict verdict(Asked asked) {
        return asked.engine.judge(asked.next());
    }

    @Benchmark
    public ConfigResult loadCatalog() {
        return ConfigLoader.builtin();
    }

    @Benchmark
    public Policy loadPolicy() {
        return PolicyLoader.builtin();
    }

    @Benchmark
    public PolicyEngine indexBuiltin(Worlds worlds) {
        return new PolicyEngine(worlds.policy, worlds.small);
    }

    @Benchmark
    public PolicyEngine indexLarge(Worlds worlds) {
        return new PolicyEngine(worlds.policy, worlds.large);
    }

    private static World builtin() {
        Catalog catalog = switch (ConfigLoader.builtin()) {
            case ConfigResult.Loaded loaded -> loaded.config().catalog();
            case ConfigResult.Faulty faulty -> throw new IllegalStateException(faulty.text());
        };
        return World.of(catalog);
    }
}
