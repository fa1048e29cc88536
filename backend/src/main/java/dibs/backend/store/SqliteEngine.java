package dibs.backend.store;

import dibs.backend.transaction.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite in a file: one connection that writes, in the order in which threads asked for it, and a few that read, each on
 * its own snapshot, while it writes. Other processes may have the file open too.
 *
 * <p>A commit is on the disk when it returns: a lease that was told to somebody outlives a power cut.
 */
final class SqliteEngine implements Engine {
    /** How long a write waits for its turn, and for a writer in another process. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int READERS = 4;

    private final SqliteDialect dialect;
    private final Handle writer;
    private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS, true);
    private final List<Handle> all = new ArrayList<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    private SqliteEngine(SqliteDialect dialect, List<Connection> connections) {
        this.dialect = dialect;
        connections.forEach(connection -> all.add(Jdbi.open(connection).setStatementBuilder(new KeptStatements())));
        this.writer = all.getFirst();
        readers.addAll(all.subList(1, all.size()));
    }

    /**
     * Opens the file, making it and its folder where they are missing, and brings its schema up to date.
     *
     * @throws StoreUnavailable when that cannot be
     */
    static SqliteEngine open(Path file) {
        SqliteFile.prepare(file);
        SqliteDialect dialect = new SqliteDialect(file);
        SQLiteDataSource source = source(file);
        List<Connection> connections = new ArrayList<>();
        try {
            // One process at a time: turning to WAL and migrating are no work for two.
            return FileClaim.during(SqliteFile.beside(file, ".open.lock"), () -> {
                connections.add(SqliteFile.connect(source, dialect));
                Schema.migrate(source, dialect, file.toString());
                for (int i = 0; i < READERS; i++) {
                    connections.add(SqliteFile.reader(source));
                }
                return new SqliteEngine(dialect, connections);
            });
        } catch (StoreUnavailable e) {
            SqliteFile.close(connections);
            throw e;
        } catch (Exception e) {
            SqliteFile.close(connections);
            SQLException cause = Faults.sqlCause(e).orElseGet(() -> new SQLException(e.getMessage(), e));
            throw new StoreUnavailable(dialect.fault(cause).sentence(), e);
        }
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public <R> R write(Function<Handle, R> work) {
        takeTurn();
        try {
            return run(writer, "begin immediate", work);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public <R> R read(Function<Handle, R> work) {
        Handle reader = takeReader();
        try {
            return run(reader, "begin", work);
        } finally {
            readers.add(reader);
        }
    }

    /** The driver's own transactions begin a new one at each commit; these do not. */
    private static <R> R run(Handle handle, String begin, Function<Handle, R> work) {
        handle.execute(begin);
        try {
            R result = work.apply(handle);
            handle.execute("commit");
            return result;
        } catch (Throwable cause) {
            try {
                handle.execute("rollback");
            } catch (RuntimeException alreadyUndone) {
                // After a full disk or a failed read SQLite has undone everything by itself.
                cause.addSuppressed(alreadyUndone);
            }
            throw cause;
        }
    }

    /** A file is one process's from the start ({@link UpLock}). */
    @Override
    public boolean alone(String what) {
        return true;
    }

    @Override
    public void check() {
        if (!Files.exists(dialect.file())) {
            throw new StoreException(dialect.file() + " is gone: restore a backup and start again.", false);
        }
        read(handle -> handle.createQuery("select count(*) from unit")
                .mapTo(Long.class)
                .one());
        takeTurn();
        try {
            writer.execute("begin immediate");
            writer.execute("rollback");
        } finally {
            turn.unlock();
        }
    }

    /** Waits for what is being written and, for a while, for what is being read: a connection is not closed beneath a statement. */
    @Override
    public void close() {
        turn.lock();
        try {
            List<Handle> idle = idleReaders();
            all.forEach(Handle::close);
            readers.addAll(idle); // whoever comes late hears at once that it is closed
        } finally {
            turn.unlock();
        }
    }

    private List<Handle> idleReaders() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Handle> idle = new ArrayList<>();
        try {
            Handle next = readers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            while (next != null) {
                idle.add(next);
                boolean more = idle.size() < READERS;
                next = more ? readers.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) : null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return idle;
    }

    private void takeTurn() {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write inside a write would be no transaction of its own");
        }
        try {
            if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy("written");
        }
    }

    private Handle takeReader() {
        try {
            Handle reader = readers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (reader == null) {
                throw busy("read");
            }
            return reader;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy("read");
        }
    }

    private StoreException busy(String how) {
        return new StoreException(dialect.file() + " is being " + how + " by too many at once: try again.", true);
    }
}
