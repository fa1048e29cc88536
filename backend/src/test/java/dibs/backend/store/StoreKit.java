package dibs.backend.store;

import dibs.testkit.CountingIds;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Opens one store for a class of tests and empties it before each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreKit {
    final TestStore store;
    final CountingIds ids = new CountingIds();
    private final TimeZone zone = TimeZone.getDefault();
    Database database;
    Scene scene;

    StoreKit(TestStore store) {
        // A zone with an odd offset, for this process and its sessions: a moment that went through local time would
        // show.
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        this.store = store;
        this.database = Database.open(store.config(), ids);
        this.scene = new Scene(database, ids);
    }

    @BeforeEach
    void empty() {
        store.wipe();
        scene = new Scene(database, ids);
    }

    @AfterAll
    void end() {
        database.close();
        TimeZone.setDefault(zone);
    }

    /** Closes the store and opens it again, as a new process would. */
    void restart() {
        database.close();
        database = Database.open(store.config(), ids);
        scene = new Scene(database, ids);
    }
}
