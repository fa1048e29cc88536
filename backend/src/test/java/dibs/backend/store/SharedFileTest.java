package dibs.backend.store;

import static dibs.backend.store.Scene.exclusive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dibs.backend.environment.Environment;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.Lease;
import dibs.backend.transaction.StoreException;
import dibs.testkit.CountingIds;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several who have one SQLite file open, and a file that breaks under them. */
final class SharedFileTest {
    private static final Environment SIGNING = exclusive("dev-signing");
    private final TestStore store = TestStore.sqlite();
    private final CountingIds ids = new CountingIds();

    @Test
    void whatOneGrantsTheOtherSees() {
        try (Database one = open();
                Database other = open()) {
            Scene here = new Scene(one, ids);
            Scene there = new Scene(other, ids);
            Lease lease = here.granted(here.ann, SIGNING);

            assertThat(there.claim(there.bob, SIGNING)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(lease))));
            there.release(there.ann, SIGNING);
            assertThat(here.granted(here.bob, SIGNING).token().value()).isEqualTo(2);
        }
    }

    @Test
    void closingWaitsForWhatIsBeingReadAndThenNothingIs() throws Exception {
        Database one = open();
        Scene scene = new Scene(one, ids);
        scene.granted(scene.ann, SIGNING);
        Thread closing = new Thread(one::close);
        boolean held = scene.transactor.read(tx -> {
            boolean before = !tx.leases().open(SIGNING.units()).isEmpty();
            closing.start();
            while (closing.getState() != Thread.State.TIMED_WAITING && closing.isAlive()) {
                Thread.onSpinWait();
            }
            return before && !tx.leases().open(SIGNING.units()).isEmpty();
        });
        closing.join();

        assertThat(held).isTrue();
        assertThatThrownBy(() -> scene.transactor.read(tx -> tx.leases().open(SIGNING.units())))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void manyMayOpenANewFileAtOnce() {
        List<Database> databases = Crowd.together(4, i -> this::open);
        databases.forEach(Database::check);
        databases.forEach(Database::close);
    }

    @Test
    void ofManyInSeveralOneWins() {
        try (Database one = open();
                Database other = open()) {
            List<Scene> scenes = List.of(new Scene(one, ids), new Scene(other, ids));
            for (int round = 1; round <= 20; round++) {
                List<ClaimResult> results = Crowd.together(8, i -> () -> {
                    Scene scene = scenes.get(i % 2);
                    return scene.claim(scene.meet("racer" + i), SIGNING);
                });
                assertThat(results)
                        .filteredOn(ClaimResult.Granted.class::isInstance)
                        .singleElement()
                        .extracting(Scene::granted)
                        .satisfies(lease -> scenes.getFirst().release(lease.holder(), SIGNING));
                assertThat(scenes.getLast().token("dev-signing")).isEqualTo(round);
            }
        }
    }

    @Test
    void readersAreNotHeldUpByAWriter() throws SQLException {
        try (Database database = open();
                Connection writer = store.connect();
                Statement statement = writer.createStatement()) {
            Scene scene = new Scene(database, ids);
            statement.execute("begin immediate");
            assertThat(scene.service.held(scene.clock.instant())).isEmpty();
            statement.execute("rollback");
        }
    }

    @Test
    void aReaderSeesOneState() {
        try (Database database = open()) {
            Scene scene = new Scene(database, ids);
            List<Integer> seen = new ArrayList<>();
            scene.transactor.read(tx -> {
                seen.add(tx.leases().held(scene.clock.instant()).size());
                Crowd.together(1, i -> () -> scene.granted(scene.ann, SIGNING));
                seen.add(tx.leases().held(scene.clock.instant()).size());
                return true;
            });
            assertThat(seen).containsExactly(0, 0);
            assertThat(scene.service.held(scene.clock.instant())).hasSize(1);
        }
    }

    @Test
    void whoeverReadsCannotWrite() {
        try (Database database = open()) {
            Scene scene = new Scene(database, ids);
            assertThatThrownBy(() -> scene.transactor.read(tx -> tx.leases().lock(SIGNING.units())))
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    void aFullDiskIsABreakageThatPassesAndChangesNothing() {
        SqliteEngine engine = SqliteEngine.open(store.config().file().orElseThrow());
        try (engine) {
            JdbiTransactor transactor = new JdbiTransactor(engine, new Faults(engine.dialect()), ids);
            Scene scene = new Scene(transactor, ids);
            limitPages(engine, 1);

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1000; i++) {
                            scene.meet("x".repeat(250) + i);
                        }
                    })
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.retryable()).isTrue())
                    .hasMessageContaining("is full: make room");

            limitPages(engine, 1_000_000);
            assertThat(scene.granted(scene.ann, SIGNING).token().value()).isEqualTo(1);
        }
    }

    /** SQLite's own limit: no page more than that, or than there are. */
    private static void limitPages(SqliteEngine engine, int pages) {
        engine.write(handle -> handle.createQuery("pragma max_page_count = " + pages)
                .mapTo(Long.class)
                .one());
    }

    private Database open() {
        return Database.open(store.config(), ids);
    }
}
