package dibs.backend.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dibs.backend.transaction.StoreException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** PostgreSQL over a pool of connections. Writers of the same units wait for each other at the units' rows. */
final class PostgresEngine implements Engine {
    private static final int CONNECTIONS = 10;
    private static final long PATIENCE_MILLIS = 10_000;

    private final PostgresDialect dialect;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Map<String, PostgresLock> locks = new ConcurrentHashMap<>();

    private PostgresEngine(PostgresDialect dialect, HikariDataSource pool) {
        this.dialect = dialect;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Connects and brings the schema up to date.
     *
     * @throws StoreUnavailable when that cannot be
     */
    static PostgresEngine open(StoreConfig config) {
        PostgresDialect dialect = new PostgresDialect(config.shown().replaceFirst("^jdbc:postgresql:(//)?", ""));
        HikariDataSource pool = connect(config, dialect);
        try {
            Schema.migrate(pool, dialect, dialect.where());
            return new PostgresEngine(dialect, pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource connect(StoreConfig config, PostgresDialect dialect) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("store");
        settings.setDriverClassName("org.postgresql.Driver");
        settings.setJdbcUrl(config.url());
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setConnectionTimeout(PATIENCE_MILLIS);
        settings.setConnectionInitSql("set lock_timeout = " + PATIENCE_MILLIS);
        settings.addDataSourceProperty("ApplicationName", "dibs");
        settings.addDataSourceProperty("connectTimeout", "5");
        try {
            return new HikariDataSource(settings);
        } catch (PoolInitializationException e) {
            SQLException cause = Faults.sqlCause(e).orElseGet(() -> new SQLException(e.getMessage(), "08000", e));
            throw new StoreUnavailable(dialect.fault(cause).sentence(), e);
        } catch (RuntimeException e) {
            // Such as a URL that the driver cannot read; its text may hold a password, so it is not repeated.
            throw new StoreUnavailable(
                    dialect.where() + " is no address of PostgreSQL: give jdbc:postgresql://HOST/DATABASE.");
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public <R> R write(Function<Handle, R> work) {
        return jdbi.inTransaction(work::apply);
    }

    @Override
    public <R> R read(Function<Handle, R> work) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            return work.apply(handle);
        });
    }

    @Override
    public boolean alone(String what) {
        return locks.computeIfAbsent(what, name -> new PostgresLock(pool, name)).held();
    }

    @Override
    public void check() {
        String readOnly = jdbi.withHandle(handle -> {
            handle.createQuery("select count(*) from unit").mapTo(Long.class).one();
            return handle.createQuery("show transaction_read_only")
                    .mapTo(String.class)
                    .one();
        });
        if (readOnly.equals("on")) {
            throw new StoreException(dialect.where() + " is read-only: name the primary server.", true);
        }
    }

    @Override
    public void close() {
        locks.values().forEach(PostgresLock::close);
        pool.close();
    }
}
