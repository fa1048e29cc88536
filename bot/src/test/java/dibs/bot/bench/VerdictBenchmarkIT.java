package dibs.bot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.testkit.Scale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.generators.bytecode.JmhBytecodeGenerator;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks with JMH: every one of them for a moment in the build, so that none stops working, and at length in a
 * soak, whose output goes to {@code docs/benchmarks.md}. JMH's own sources are made from the compiled benchmarks here, and
 * not by an annotation processor, since they would not pass this project's compiler settings.
 */
class VerdictBenchmarkIT {
    @TempDir
    private Path sources;

    @Test
    void everyBenchmarkRuns() throws Exception {
        Path classes = Path.of(VerdictBenchmark.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        JmhBytecodeGenerator.main(new String[] {classes.toString(), sources.toString(), classes.toString()});
        compile(classes);

        Collection<RunResult> results = run();

        assertThat(results)
                .hasSize(14)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    private static Collection<RunResult> run() throws RunnerException {
        boolean soak = Scale.of(0, 1) == 1;
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(VerdictBenchmark.class.getName())
                .forks(soak ? 1 : 0)
                .warmupIterations(soak ? 3 : 0)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(soak ? 5 : 1)
                .measurementTime(soak ? TimeValue.seconds(1) : TimeValue.milliseconds(50))
                .shouldFailOnError(true);
        return new Runner(options.build()).run();
    }

    private void compile(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(sources);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> java =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(java);
            List<String> options = List.of(
                    "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            assertThat(compiler.getTask(null, manager, null, options, null, units)
                            .call())
                    .isTrue();
        }
    }
}
