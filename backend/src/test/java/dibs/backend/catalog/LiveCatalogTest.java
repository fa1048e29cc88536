package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.CatalogChange;
import dibs.backend.environment.CatalogListener;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyChange;
import dibs.backend.policy.PolicyListener;
import dibs.testkit.FakeClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCatalogTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final String ONE = "{id: one, kind: service, title: One, mode: exclusive}";

    private final FakeClock clock = new FakeClock(START);
    private final List<CatalogChange> told = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file;
    private LiveCatalog live;
    private int writes;

    @BeforeEach
    void start() throws IOException {
        file = folder.resolve("dibs.yaml");
        write(ONE);
        DibsConfig config = ((ConfigResult.Loaded) ConfigLoader.load(file)).config();
        live = new LiveCatalog(config, Optional.of(file), clock);
        live.listen(new CatalogListener() {
            @Override
            public void changed(CatalogChange change, Catalog next) {
                told.add(change);
                assertThat(ids(live.current())).isNotEqualTo(ids(next));
            }
        });
    }

    @Test
    void aChangedFileIsTakenUpAndSaidBefore() throws IOException {
        write(ONE, "{id: two, kind: service, title: Two, mode: shared}");
        later();
        assertThat(ids(live.refresh())).containsExactly("one", "two");
        assertThat(told).singleElement().satisfies(change -> {
            assertThat(change.added()).containsExactly(new EnvironmentId("two"));
            assertThat(change.summary()).isEqualTo("added two");
        });
    }

    @Test
    void theFileIsLookedAtOnceASecondAtMostAndNeverByCurrent() throws IOException {
        write("{id: two, kind: service, title: Two, mode: shared}");
        assertThat(ids(live.refresh())).containsExactly("one");
        later();
        assertThat(ids(live.current())).containsExactly("one");
        assertThat(ids(live.refresh())).containsExactly("two");
        write(ONE);
        assertThat(ids(live.refresh())).containsExactly("two");
    }

    @Test
    void withFaultsNothingOfItIsTakenUp() throws IOException {
        write("{id: two, kind: service, title: Two, mode: shared}", "{id: three}");
        later();
        assertThat(ids(live.refresh())).containsExactly("one");
        write(ONE, "{id: three, kind: service, title: Three, mode: none}");
        later();
        assertThat(ids(live.refresh())).containsExactly("one", "three");
    }

    @Test
    void aFileThatGoesAwayChangesNothing() throws IOException {
        Files.delete(file);
        later();
        assertThat(ids(live.refresh())).containsExactly("one");
        assertThat(told).isEmpty();
    }

    @Test
    void anObjectionKeepsTheOldCatalogUntilItIsOver() throws IOException {
        List<String> held = new ArrayList<>(List.of("one is held"));
        live.listen(new CatalogListener() {
            @Override
            public List<String> objections(CatalogChange change, Catalog next) {
                return change.removed().isEmpty() ? List.of() : held;
            }
        });
        write("{id: two, kind: service, title: Two, mode: shared}");
        later();
        assertThat(ids(live.refresh())).containsExactly("one");
        assertThat(told).isEmpty();
        held.clear();
        clock.advance(Duration.ofMinutes(2));
        assertThat(ids(live.refresh())).containsExactly("two");
    }

    @Test
    void aListenerThatFailsKeepsTheOldCatalogAndIsAskedAgain() throws IOException {
        List<RuntimeException> failures = new ArrayList<>(List.of(new IllegalStateException("no store")));
        live.listen(new CatalogListener() {
            @Override
            public void changed(CatalogChange change, Catalog next) {
                if (!failures.isEmpty()) {
                    throw failures.removeFirst();
                }
            }
        });
        write("{id: two, kind: service, title: Two, mode: shared}");
        later();
        assertThat(ids(live.refresh())).containsExactly("one");
        clock.advance(Duration.ofMinutes(2));
        assertThat(ids(live.refresh())).containsExactly("two");
    }

    @Test
    void aRenameIsToldAsOneAndNotAsARemoval() throws IOException {
        write("{id: first, was: [one], kind: service, title: One, mode: exclusive}");
        later();
        live.refresh();
        assertThat(told).singleElement().satisfies(change -> {
            assertThat(change.renamed()).isEqualTo(Map.of(new EnvironmentId("one"), new EnvironmentId("first")));
            assertThat(change.removed()).isEmpty();
            assertThat(change.added()).isEmpty();
        });
    }

    @Test
    void whatOnlyThePeopleSectionSaysIsTakenUpToo() throws IOException {
        Files.writeString(
                file,
                "catalog: {base: none, environments: [" + ONE
                        + ", {id: boss, kind: role, title: Boss, mode: none}]}\npeople: {'web:ann': {role: boss}}\n");
        touch();
        later();
        live.refresh();
        assertThat(live.config().people()).containsEntry("web:ann", "boss");
    }

    @Test
    void rulesAreTakenUpWithTheCatalogOrNotAtAll() throws IOException {
        String rules =
                "policy:\n  revision: {by: ann, why: a test}\n  rules:\n    X1: {title: A, reason: B, says: [%s]}\n";
        writeText(catalog(ONE) + rules.formatted("{forbid: {}}"));
        later();
        live.refresh();
        assertThat(live.policy().rules()).containsKey("X1");
        assertThat(told).isEmpty();
        Policy before = live.policy();
        writeText(catalog(ONE, "{id: two, kind: service, title: Two, mode: shared}")
                + rules.formatted("{forbid: {leese: mine}}"));
        later();
        assertThat(ids(live.refresh())).containsExactly("one");
        assertThat(live.policy()).isSameAs(before);
        writeText(catalog(ONE, "{id: two, kind: service, title: Two, mode: shared}")
                + rules.formatted("{forbid: {lease: mine}}"));
        later();
        assertThat(ids(live.refresh())).containsExactly("one", "two");
        assertThat(PolicyChange.between(before, live.policy())).hasToString("[rule X1 changed]");
    }

    @Test
    void aPolicyThatCannotBeFollowedIsNotTakenUpUntilItCan() throws IOException {
        List<RuntimeException> failures = new ArrayList<>(List.of(new IllegalStateException("no store")));
        List<Policy> came = new ArrayList<>();
        live.listen((PolicyListener) next -> {
            came.add(next);
            assertThat(live.policy()).isNotSameAs(next);
            if (!failures.isEmpty()) {
                throw failures.removeFirst();
            }
        });
        writeText(catalog(ONE, "{id: two, kind: service, title: Two, mode: shared}")
                + "policy:\n  revision: {by: ann, why: a test}\n  accesses: {dance: {say: dance with}}\n");
        later();
        assertThat(ids(live.refresh())).containsExactly("one");
        assertThat(told).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(ids(live.refresh())).containsExactly("one", "two");
        assertThat(live.policy().vocabulary().accesses()).containsKey("dance");
        assertThat(came).hasSize(2).last().isSameAs(live.policy());
    }

    @Test
    void manyThreadsSeeOneStateOrTheNextAndOneOfThemReloads() throws Exception {
        int threads = 8;
        int rounds = 25;
        List<List<String>> states = List.of(List.of("one", "filler"), List.of("one", "two", "filler"));
        String[][] files = {
            {ONE, "{id: filler, kind: service, title: Filler, mode: none}"},
            {
                ONE,
                "{id: two, kind: service, title: Two, mode: shared}",
                "{id: filler, kind: service, title: Filler, mode: none}"
            }
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int round = 0; round < rounds; round++) {
                write(files[round % 2]);
                later();
                CyclicBarrier start = new CyclicBarrier(threads);
                List<Future<List<String>>> seen = new ArrayList<>();
                for (int thread = 0; thread < threads; thread++) {
                    seen.add(pool.submit(() -> {
                        start.await();
                        return ids(live.refresh());
                    }));
                }
                for (Future<List<String>> ids : seen) {
                    if (round == 0) {
                        assertThat(ids.get()).isIn(List.of("one"), states.getFirst());
                    } else {
                        assertThat(ids.get()).isIn(states);
                    }
                }
                assertThat(ids(live.current())).isEqualTo(states.get(round % 2));
                assertThat(told).hasSize(round + 1);
            }
        }
    }

    private void later() {
        clock.advance(Duration.ofSeconds(2));
    }

    private void write(String... environments) throws IOException {
        writeText(catalog(environments));
    }

    private void writeText(String text) throws IOException {
        Files.writeString(file, text);
        touch();
    }

    private static String catalog(String... environments) {
        return "catalog:\n  base: none\n  environments:\n    - " + String.join("\n    - ", environments) + "\n";
    }

    /** Two writes may fall into one tick of the file system's clock. */
    private void touch() throws IOException {
        writes++;
        Files.setLastModifiedTime(file, FileTime.from(START.plusSeconds(writes)));
    }

    private static List<String> ids(Catalog catalog) {
        return catalog.environments().stream()
                .map(environment -> environment.id().value())
                .toList();
    }
}
