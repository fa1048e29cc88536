package dibs.backend.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.catalog.PolicyLoader;
import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.testkit.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every consumer, every environment and every access, none too: what the built-in rules say of all of them, as a file to be
 * read. In every build one of the consumers that the rules see alike; with {@code -Ddibs.scale=soak} each, in a file of its
 * own. After a change that is meant, {@code -Ddibs.golden=write} writes it anew: read the difference before it is committed.
 */
class VerdictMatrixTest {
    private static final Path GOLDEN =
            Path.of("../backend/src/test/resources/matrix", Scale.of(0, 1) == 0 ? "some.txt" : "all.txt");
    private static final int ALIKE = Scale.of(1, Integer.MAX_VALUE);
    private static final String NO_ACCESS = "(none told)";

    private static final Catalog CATALOG =
            ((ConfigResult.Loaded) ConfigLoader.builtin()).config().catalog();
    private static final Policy POLICY = PolicyLoader.builtin();
    private static final World WORLD = World.of(CATALOG);
    private static final PolicyEngine ENGINE = new PolicyEngine(POLICY, WORLD);
    private static final SubjectClasses CLASSES = new SubjectClasses(POLICY.classes());
    private static final List<String> ACCESSES = Stream.concat(
                    POLICY.vocabulary().accesses().keySet().stream(), Stream.of(NO_ACCESS))
            .toList();

    private static final Map<EnvironmentId, String> ROWS = new HashMap<>();

    static {
        WORLD.subjects().forEach((id, subject) -> ROWS.put(id, environmentRow(subject)));
    }

    @Test
    void everyQuestionHasAnAnswerWithReasons() throws IOException {
        MatrixTally tally = consumers().parallelStream()
                .map(VerdictMatrixTest::judged)
                .reduce(MatrixTally::plus)
                .orElseThrow();

        assertThat(tally.faults()).isEmpty();
        String text = tally.text(POLICY.rules().keySet(), ACCESSES);
        if (System.getProperty("dibs.golden", "").equals("write")) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).as("written with -Ddibs.golden=write").isEqualTo(Files.readString(GOLDEN));
    }

    private static MatrixTally judged(Subject consumer) {
        MatrixTally tally = new MatrixTally();
        String row = consumerRow(consumer);
        for (Subject environment : WORLD.subjects().values()) {
            String pair = MatrixTally.pair(row, ROWS.getOrDefault(environment.id(), ""));
            Map<String, Answer> answers = new HashMap<>();
            for (String access : ACCESSES) {
                Map<String, List<String>> told =
                        access.equals(NO_ACCESS) ? Map.of() : Map.of(Vocabulary.ACCESS, List.of(access));
                Verdict verdict =
                        ENGINE.judge(new Question(consumer, Optional.of(environment), told, List.of(), List.of()));
                answers.put(access, verdict.answer());
                tally.count(pair, access, verdict);
                MatrixChecks.faults(verdict, POLICY)
                        .forEach(fault -> tally.fault(fault + ": " + consumer.name() + " " + environment.name() + " "
                                + access + " " + verdict.rules()));
            }
            MatrixChecks.order(answers)
                    .forEach(fault -> tally.fault(fault + ": " + consumer.name() + " " + environment.name()));
        }
        return tally;
    }

    /** What can ask: everything that exists, trees by their branches too, and releases by their products and tasks. */
    private static Collection<Subject> consumers() {
        Map<Map<String, Truth>, List<Subject>> alike = new LinkedHashMap<>();
        for (Environment environment : CATALOG.environments()) {
            if (environment.retired().isEmpty()
                    && environment.kind() != Kind.MISSING
                    && environment.kind() != Kind.STORE) {
                parts(environment).forEach(part -> {
                    Subject subject = Subjects.of(environment, part);
                    List<Subject> others =
                            alike.computeIfAbsent(CLASSES.classify(subject).known(), any -> new ArrayList<>());
                    if (others.size() < ALIKE) {
                        others.add(subject);
                    }
                });
            }
        }
        return alike.values().stream().flatMap(List::stream).toList();
    }

    private static Set<Optional<String>> parts(Environment environment) {
        Set<Optional<String>> parts = new LinkedHashSet<>(List.of(Optional.empty()));
        if (environment.kind() == Kind.TREE || environment.kind() == Kind.STAGING_REPO) {
            parts.add(Optional.of("pull-request"));
        }
        environment.levels().scm().stream()
                .map(level -> level.branch().replace("*", "x"))
                .forEach(branch -> parts.add(Optional.of(branch)));
        environment.releases().ifPresent(releases -> {
            releases.products().keySet().forEach(product -> parts.add(Optional.of(product)));
            List.of("update-verify", "partials").forEach(task -> parts.add(Optional.of(task)));
        });
        return parts;
    }

    private static String consumerRow(Subject consumer) {
        return row(consumer, "prod-release", "prod-tree", "level-1-tree", "releng", "owning-role");
    }

    /** What a rule speaks of by its name has a row of its own. */
    private static String environmentRow(Subject environment) {
        EnvironmentId id = environment.id();
        boolean named = environment.value("strictness").isPresent()
                || Set.of("balrog-prod", "archive-prod").contains(id.value());
        return named ? id.value() : row(environment);
    }

    private static String row(Subject subject, String... first) {
        return Stream.concat(
                        Stream.of(first),
                        Stream.of(
                                "staging-release",
                                "prod-pool",
                                "dep-signing-pool",
                                "dep-other-pool",
                                "dev-pool",
                                "prod-service",
                                "stage-service"))
                .filter(name -> CLASSES.classify(subject).known().get(name) == Truth.TRUE)
                .findFirst()
                .orElseGet(() -> subject.value("kind").orElseThrow());
    }
}
