package dibs.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dibs.architecture.Layers.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule passes on what is shipped, and every rule catches what was planted for it. */
class LayersTest {

    /** A planted class, the rule that must catch it, and what it must be caught with. */
    record Canary(String planted, String rule, String caughtWith) {
        @Override
        public String toString() {
            return planted + ": " + rule;
        }
    }

    private static final List<Canary> CANARIES = List.of(
            new Canary(
                    "dibs.backend.lease.LeaseThatKnowsSql",
                    "the rules know the JDK, nullness, logging and each other",
                    "java.sql.Connection"),
            new Canary(
                    "dibs.bot.reply.ReplyThatKnowsHttp",
                    "the rules know the JDK, nullness, logging and each other",
                    "java.net.http.HttpClient"),
            new Canary(
                    "dibs.backend.person.PersonThatKnowsTheStore",
                    "the rules know the JDK, nullness, logging and each other",
                    "planted.dibs.backend.store.Store"),
            new Canary(
                    "dibs.backend.policy.PolicyInACircle",
                    "the rules have no circles",
                    "planted.dibs.backend.health.HealthInACircle"),
            new Canary("dibs.backend.history.HistoryThatKnowsJson", "the rules know no JSON", "tools.jackson"),
            new Canary(
                    "dibs.backend.catalog.CatalogThatKnowsTheStore",
                    "out adapters know no other out adapter",
                    "planted.dibs.backend.store.Store"),
            new Canary(
                    "dibs.backend.probe.ProbeThatKnowsTheDashboard",
                    "out adapters know no in adapter",
                    "planted.dibs.backend.dashboard.Dashboard"),
            new Canary(
                    "dibs.backend.http.RoutesThatKnowTheStore",
                    "in adapters know no store",
                    "planted.dibs.backend.store.Store"),
            new Canary(
                    "dibs.bot.platform.slack.SlackThatKnowsMatrix",
                    "in adapters know no other in adapter",
                    "planted.dibs.bot.platform.matrix.Matrix"),
            new Canary(
                    "dibs.backend.dashboard.DashboardThatKnowsYaml",
                    "adapters know the rules and their own libraries",
                    "org.snakeyaml.engine"),
            new Canary(
                    "dibs.bot.cli.CommandLineThatKnowsMain", "wiring is imported by nobody", "planted.dibs.bot.Main"),
            new Canary(
                    "dibs.bot.command.CommandThatKnowsBolt",
                    "Bolt only in platform.slack and bench",
                    "planted.com.slack.api.bolt.App"),
            new Canary(
                    "dibs.bot.platform.web.WebThatKnowsOkHttp",
                    "OkHttp only in platform.matrix, platform.slack and probe",
                    "planted.okhttp3.OkHttpClient"),
            new Canary("dibs.backend.jobs.JobThatKnowsJdbi", "SQL only in store and bench", "org.jdbi.v3.core.Jdbi"),
            new Canary(
                    "dibs.backend.reminder.ReminderThatKnowsQuartz",
                    "Quartz only in jobs",
                    "planted.org.quartz.Scheduler"),
            new Canary(
                    "dibs.backend.environment.EnvironmentThatReadsTheClock",
                    "clock and chance are read in the wiring only",
                    "java.time.Instant.now()"),
            new Canary(
                    "dibs.bot.platform.console.ConsoleThatRollsDice",
                    "clock and chance are read in the wiring only",
                    "java.util.UUID.randomUUID()"),
            new Canary(
                    "dibs.backend.util.OddsAndEnds",
                    "no package is a drawer for odds and ends",
                    "does not reside outside of packages"),
            new Canary(
                    "dibs.backend.notice.NoticeThatRemembers",
                    "no static field changes",
                    "does not have modifier FINAL"));

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dibs");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    static List<Rule> rules() {
        return Layers.rules();
    }

    static List<Canary> canaries() {
        return CANARIES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatIsShippedKeepsTheRule(Rule rule) {
        rule.check().check(SHIPPED);
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void whatWasPlantedIsCaught(Canary canary) {
        Rule rule = rules().stream()
                .filter(each -> each.name().equals(canary.rule()))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> rule.check().check(PLANTED))
                .isInstanceOf(AssertionError.class)
                .message()
                .satisfies(message -> assertThat(message.lines())
                        .anySatisfy(
                                line -> assertThat(line).contains("planted." + canary.planted(), canary.caughtWith())));
    }

    @Test
    void everyRuleHasACanary() {
        assertThat(rules())
                .extracting(Rule::name)
                .doesNotHaveDuplicates()
                .isSubsetOf(CANARIES.stream().map(Canary::rule).toList());
    }

    /** A rule that looks at nothing passes always: so every package that has sources must have been seen. */
    @Test
    void everyShippedPackageIsSeenAndBelongsToALayer() {
        Set<String> written = new TreeSet<>();
        written.addAll(packagesUnder(Path.of("../backend/src/main/java")));
        written.addAll(packagesUnder(Path.of("src/main/java")));

        assertThat(written).contains("dibs.bot", "dibs.backend.lease");
        assertThat(SHIPPED.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .containsAll(written);
        assertThat(written)
                .as("packages that no layer claims: give each a line in Layers")
                .allMatch(Layers::claims);
    }

    @Test
    void noTestIsTakenForShipped() {
        assertThat(SHIPPED)
                .noneMatch(type -> type.getPackageName().startsWith("dibs.architecture")
                        || type.getPackageName().startsWith("dibs.testkit"));
    }

    private static Set<String> packagesUnder(Path sources) {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .map(file -> sources.relativize(file.getParent()).toString().replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
