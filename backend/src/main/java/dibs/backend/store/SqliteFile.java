package dibs.backend.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteDataSource;

/**
 * What is to be known of a file before it is a store.
 *
 * <p>The file itself is never opened but by SQLite: closing any other descriptor of it would drop the locks that this
 * process has on it.
 */
final class SqliteFile {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);

    private SqliteFile() {}

    /** A file of that ending in the same folder; behind a link, in the folder of what it points at. */
    static Path beside(Path file, String ending) {
        Path real = file;
        try {
            real = file.toRealPath();
        } catch (IOException notThereYet) {
            real = file.toAbsolutePath().normalize();
        }
        return real.resolveSibling(real.getFileName() + ending);
    }

    /** Makes the folder where it is missing. */
    static void prepare(Path file) {
        if (Files.isDirectory(file)) {
            throw new StoreUnavailable(
                    file + " is a folder: name a file in it, such as " + file.resolve("dibs.db") + ".");
        }
        Path folder = file.getParent();
        try {
            if (folder != null && !Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "The folder " + folder + " cannot be made: make it yourself, or name another file.", e);
        }
        if (Files.exists(file) ? !Files.isWritable(file) : folder != null && !Files.isWritable(folder)) {
            throw new StoreUnavailable(
                    file + " cannot be written: check who owns it and its folder, and their permissions.");
        }
    }

    /** The first connection, after a look at whether the file is a database and whole. */
    static Connection connect(SQLiteDataSource source, SqliteDialect dialect) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            if (!"ok".equals(answer(statement, "pragma quick_check(1)"))) {
                throw new StoreUnavailable(dialect.damaged().sentence());
            }
            if (!"wal".equals(answer(statement, "pragma journal_mode"))) {
                throw new StoreUnavailable("The file system under " + dialect.file()
                        + " cannot share a database: put the file on a disk of this machine.");
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A connection that cannot write, whatever it is asked. */
    static Connection reader(SQLiteDataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma query_only = on");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static void close(List<Connection> connections) {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("A connection that is of no use could not be closed.", e);
            }
        }
    }

    private static String answer(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
