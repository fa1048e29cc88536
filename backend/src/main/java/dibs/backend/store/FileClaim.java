package dibs.backend.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A lock file that one holder at a time has, in this process or another; free again when its process dies.
 *
 * <p>It is SQLite's lock on an empty database that stays empty. Java's own file locks would not do: the system drops all those that a
 * process has on a file as soon as the process closes any channel to it, a refused one too.
 */
final class FileClaim implements AutoCloseable {
    private static final int BUSY = 5;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Connection connection;

    private FileClaim(Connection connection) {
        this.connection = connection;
    }

    /** The claim, or nothing when another has it. */
    static Optional<FileClaim> tryTake(Path lockFile) throws SQLException {
        return take(lockFile, 0);
    }

    /** Runs the work as the only one that has the lock file, once another gave it back. */
    static <T> T during(Path lockFile, Callable<T> work) throws Exception {
        FileClaim claim = take(lockFile, PATIENCE_MILLIS)
                .orElseThrow(() -> new StoreUnavailable(
                        "Another process keeps " + lockFile + " locked: wait until it has started, or stop it."));
        try {
            return work.call();
        } finally {
            claim.close();
        }
    }

    private static Optional<FileClaim> take(Path lockFile, int patience) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(patience);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + lockFile);
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin exclusive");
            return Optional.of(new FileClaim(connection));
        } catch (SQLException e) {
            connection.close();
            if (e.getErrorCode() == BUSY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
