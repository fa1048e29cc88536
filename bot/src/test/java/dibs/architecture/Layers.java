package dibs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who may know whom, as data. Packages are written with leading dots, so that the same rules judge the planted
 * violations under {@code planted.dibs}. A new package needs a line in one of the lists here.
 */
final class Layers {

    record Rule(String name, ArchRule check) {
        Rule {
            check = check.allowEmptyShould(true); // a package may be yet to come
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An adapter, and the libraries that it is there for. */
    private record Adapter(String tree, List<String> libraries) {}

    private static final String SLF4J = "org.slf4j..";
    private static final String JETTY = "org.eclipse.jetty..";
    private static final String ENCODER = "org.owasp.encoder..";
    private static final String BOLT = "..com.slack..";
    private static final String OK_HTTP = "..okhttp3..";
    private static final String QUARTZ = "..org.quartz..";
    private static final List<String> JACKSON = List.of("tools.jackson..", "com.fasterxml.jackson..");
    private static final List<String> JDK = List.of("java..", "javax..", "jdk..");
    private static final List<String> SQL = List.of(
            "java.sql..",
            "javax.sql..",
            "..org.jdbi..",
            "com.zaxxer.hikari..",
            "org.flywaydb..",
            "org.sqlite..",
            "org.postgresql..");
    private static final List<String> PLAIN = both(JDK, List.of(SLF4J, "org.jspecify.."));
    private static final List<String> HTTP = List.of("java.net.http..");

    private static final String STORE = "..dibs.backend.store..";
    private static final String PROBE = "..dibs.backend.probe..";
    private static final String JOBS = "..dibs.backend.jobs..";
    private static final String SLACK = "..dibs.bot.platform.slack..";
    private static final String MATRIX = "..dibs.bot.platform.matrix..";
    private static final String BENCH = "..dibs.bot.bench..";

    private static final List<String> RULES = List.of(
            "..dibs.backend.announcement..",
            "..dibs.backend.confirmation..",
            "..dibs.backend.connection..",
            "..dibs.backend.environment..",
            "..dibs.backend.gate..",
            "..dibs.backend.health..",
            "..dibs.backend.history..",
            "..dibs.backend.intake..",
            "..dibs.backend.lease..",
            "..dibs.backend.notice..",
            "..dibs.backend.outage..",
            "..dibs.backend.person..",
            "..dibs.backend.policy..",
            "..dibs.backend.reminder..",
            "..dibs.backend.transaction..",
            "..dibs.bot.announcement..",
            "..dibs.bot.command..",
            "..dibs.bot.digest..",
            "..dibs.bot.question..",
            "..dibs.bot.reply..",
            "..dibs.bot.time..");

    private static final List<Adapter> OUT = List.of(
            new Adapter(STORE, both(JACKSON, SQL)),
            new Adapter("..dibs.backend.catalog..", with(JACKSON, "org.snakeyaml.engine..", "com.networknt.schema..")),
            new Adapter(PROBE, with(JACKSON, OK_HTTP, "okio..", "kotlin..")));

    private static final List<Adapter> IN = List.of(
            new Adapter("..dibs.backend.http..", with(JACKSON, JETTY, ENCODER, "io.prometheus..")),
            new Adapter("..dibs.backend.dashboard..", with(JACKSON, JETTY, ENCODER)),
            new Adapter(JOBS, List.of(QUARTZ)),
            // Slack's SDK shows through to the HTTP client that it stands on, and to its JSON.
            new Adapter(SLACK, with(JACKSON, BOLT, JETTY, OK_HTTP, "com.google.gson..")),
            new Adapter(MATRIX, with(JACKSON, OK_HTTP, "okio..", "kotlin..")),
            new Adapter("..dibs.bot.platform.console..", JACKSON),
            new Adapter("..dibs.bot.platform.web..", with(JACKSON, JETTY, ENCODER)),
            new Adapter("..dibs.bot.cli..", with(JACKSON, "picocli..")));

    /** {@code Main} and its companions: what stands directly in the bot's package; and the benchmark. */
    private static final List<String> WIRING = List.of("..dibs.bot", BENCH);

    private Layers() {}

    static List<Rule> rules() {
        return List.of(
                new Rule(
                        "the rules know the JDK, nullness, logging and each other",
                        classes()
                                .that(within(RULES))
                                .should()
                                .onlyDependOnClassesThat(within(both(RULES, PLAIN))
                                        .and(not(within(both(SQL, HTTP))))
                                        .and(not(aJdkHttpConnection())))),
                new Rule(
                        "the rules have no circles",
                        slices().assignedFrom(packagesOf(RULES)).should().beFreeOfCycles()),
                new Rule("the rules know no JSON", noneOf(RULES, JACKSON)),
                new Rule("out adapters know no other out adapter", strangers(OUT)),
                new Rule("out adapters know no in adapter", noneOf(trees(OUT), trees(IN))),
                new Rule("in adapters know no store", noneOf(trees(IN), List.of(STORE))),
                new Rule("in adapters know no other in adapter", strangers(IN)),
                new Rule("adapters know the rules and their own libraries", ownLibrariesOnly()),
                new Rule("wiring is imported by nobody", noneOutside(WIRING, WIRING)),
                new Rule("Bolt only in platform.slack and bench", noneOutside(List.of(SLACK, BENCH), List.of(BOLT))),
                new Rule(
                        "OkHttp only in platform.matrix, platform.slack and probe",
                        noneOutside(List.of(MATRIX, SLACK, PROBE), List.of(OK_HTTP))),
                new Rule("SQL only in store and bench", noneOutside(List.of(STORE, BENCH), SQL)),
                new Rule("Quartz only in jobs", noneOutside(List.of(JOBS), List.of(QUARTZ))),
                new Rule(
                        "clock and chance are read in the wiring only",
                        classes().that(not(within(WIRING))).should(takeTimeAndChanceAsTheyAreGiven())),
                new Rule(
                        "no package is a drawer for odds and ends",
                        classes()
                                .should()
                                .resideOutsideOfPackages(
                                        "..util..", "..utils..", "..common..", "..helper..", "..helpers..")),
                new Rule(
                        "no static field changes",
                        fields().that()
                                .areStatic()
                                .and()
                                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                                .should()
                                .beFinal()));
    }

    /** Whether some layer claims this package: what none claims, no rule would guard. */
    static boolean claims(String packageName) {
        return Stream.of(RULES, trees(OUT), trees(IN), WIRING)
                .flatMap(List::stream)
                .anyMatch(tree -> PackageMatcher.of(tree).matches(packageName));
    }

    private static ArchRule noneOf(List<String> origins, List<String> targets) {
        return noClasses().that(within(origins)).should().dependOnClassesThat(within(targets));
    }

    private static ArchRule noneOutside(List<String> home, List<String> targets) {
        return noClasses().that(not(within(home))).should().dependOnClassesThat(within(targets));
    }

    private static ArchRule strangers(List<Adapter> adapters) {
        return slices().assignedFrom(treesOf(adapters)).should().notDependOnEachOther();
    }

    private static ArchRule ownLibrariesOnly() {
        List<ArchRule> rules = Stream.of(OUT, IN)
                .flatMap(List::stream)
                .map(Layers::ownLibrariesOnly)
                .toList();
        return CompositeArchRule.of(rules);
    }

    private static ArchRule ownLibrariesOnly(Adapter adapter) {
        var own = within(with(adapter.libraries(), adapter.tree()));
        var given = within(both(RULES, PLAIN)).and(not(within(SQL)));
        return classes().that().resideInAPackage(adapter.tree()).should().onlyDependOnClassesThat(own.or(given));
    }

    private static DescribedPredicate<JavaClass> within(List<String> packages) {
        return resideInAnyPackage(packages.toArray(String[]::new));
    }

    /** The JDK's older HTTP client, which shares a package with {@code URI}. */
    private static DescribedPredicate<JavaClass> aJdkHttpConnection() {
        return DescribedPredicate.describe(
                "a URLConnection",
                type -> type.getPackageName().equals("java.net")
                        && type.getSimpleName().endsWith("URLConnection"));
    }

    private static SliceAssignment packagesOf(List<String> trees) {
        return assignment(
                "packages of the rules",
                type -> within(trees).test(type)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore());
    }

    private static SliceAssignment treesOf(List<Adapter> adapters) {
        return assignment(
                "adapters",
                type -> adapters.stream()
                        .filter(adapter -> PackageMatcher.of(adapter.tree()).matches(type.getPackageName()))
                        .findFirst()
                        .map(adapter -> SliceIdentifier.of(adapter.tree()))
                        .orElseGet(SliceIdentifier::ignore));
    }

    private static SliceAssignment assignment(String description, Function<JavaClass, SliceIdentifier> identify) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return identify.apply(type);
            }

            @Override
            public String getDescription() {
                return description;
            }
        };
    }

    private static ArchCondition<JavaClass> takeTimeAndChanceAsTheyAreGiven() {
        return new ArchCondition<>("take time and chance as they are given") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (access.getTarget() instanceof CodeUnitAccessTarget target && readsClockOrChance(target)) {
                        events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean readsClockOrChance(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        List<String> parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        if (owner.startsWith("java.time.") && name.equals("now")) {
            return !parameters.equals(List.of("java.time.Clock"));
        }
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis"); // nanoTime measures lengths and knows no hour
            case "java.time.Clock", "java.time.InstantSource" ->
                name.startsWith("system") || (name.startsWith("tick") && !parameters.contains("java.time.Clock"));
            case "java.util.Date" -> name.equals("<init>") && parameters.isEmpty();
            case "java.util.Calendar" -> name.equals("getInstance");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.util.Collections" -> name.equals("shuffle") && parameters.size() == 1;
            case "java.util.Random", "java.util.SplittableRandom" -> name.equals("<init>");
            case "java.security.SecureRandom" -> name.equals("<init>") || name.startsWith("getInstance");
            case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
            case "java.util.random.RandomGenerator" -> name.equals("getDefault") || name.equals("of");
            default -> false;
        };
    }

    private static List<String> trees(List<Adapter> adapters) {
        return adapters.stream().map(Adapter::tree).toList();
    }

    private static List<String> with(List<String> packages, String... more) {
        return both(packages, List.of(more));
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.of(some, others).flatMap(List::stream).toList();
    }
}
