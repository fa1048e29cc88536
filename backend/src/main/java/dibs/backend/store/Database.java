package dibs.backend.store;

import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.StoreException;
import dibs.backend.transaction.Transactor;

/** An opened store, its schema up to date. Safe for many threads; a SQLite file also for several processes. */
public final class Database implements AutoCloseable {
    private final Engine engine;
    private final Faults faults;
    private final JdbiTransactor transactor;

    private Database(Engine engine, IdSource ids) {
        this.engine = engine;
        this.faults = new Faults(engine.dialect());
        this.transactor = new JdbiTransactor(engine, faults, ids);
    }

    /**
     * Opens the store, making a missing file with its folder, and brings the schema up to date.
     *
     * @param ids where the ids of notices come from
     * @throws StoreUnavailable when that cannot be, in one sentence with what to do
     */
    public static Database open(StoreConfig config, IdSource ids) {
        return new Database(
                config.file().<Engine>map(SqliteEngine::open).orElseGet(() -> PostgresEngine.open(config)), ids);
    }

    /** The only way to what is in it. */
    public Transactor<Session> transactor() {
        return transactor;
    }

    /**
     * Looks whether it can be read and could be written, without writing.
     *
     * @throws StoreException when not
     */
    public void check() {
        try {
            engine.check();
        } catch (RuntimeException e) {
            throw faults.translated(e);
        }
    }

    /**
     * Whether this process has that for its own, of all that work on one database: it has until it closes the database, or its
     * connection breaks. To be asked again each time before it counts.
     *
     * @throws StoreException when nobody can tell
     */
    public boolean alone(String what) {
        try {
            return engine.alone(what);
        } catch (RuntimeException e) {
            throw faults.translated(e);
        }
    }

    /**
     * The version of its schema.
     *
     * @throws StoreException when it cannot be read
     */
    public String schema() {
        try {
            return engine.read(handle -> handle.createQuery(
                            "select version from flyway_schema_history where success order by installed_rank desc"
                                    + " limit 1")
                    .mapTo(String.class)
                    .one());
        } catch (RuntimeException e) {
            throw faults.translated(e);
        }
    }

    /** Waits for the write under way, then lets go of the file or the server. */
    @Override
    public void close() {
        engine.close();
    }
}
