package dibs.backend.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An advisory lock of PostgreSQL, which lasts as long as the connection that took it. */
final class PostgresLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresLock.class);
    private static final int A_LOOK_SECONDS = 5;

    private final HikariDataSource pool;
    private final String name;
    private @Nullable Connection holding;

    PostgresLock(HikariDataSource pool, String name) {
        this.pool = pool;
        this.name = name;
    }

    /** Whether this process has it now; it is taken where nobody does. */
    synchronized boolean held() {
        try {
            Connection before = holding;
            if (before != null && before.isValid(A_LOOK_SECONDS)) {
                return true;
            }
            forget();
            Connection connection = pool.getConnection();
            if (taken(connection)) {
                holding = connection;
                return true;
            }
            connection.close();
            return false;
        } catch (SQLException broken) {
            throw new ConnectionException(broken);
        }
    }

    private boolean taken(Connection connection) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            lock.setString(1, name);
            try (ResultSet answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        } catch (SQLException broken) {
            pool.evictConnection(connection);
            throw broken;
        }
    }

    /** Gives it back, at once: the server would notice only some time later that the connection is gone. */
    @Override
    public synchronized void close() {
        Connection before = holding;
        if (before != null) {
            unlock(before);
        }
        forget();
    }

    private void unlock(Connection connection) {
        try (PreparedStatement unlock =
                connection.prepareStatement("select pg_advisory_unlock(hashtextextended(?, 0))")) {
            unlock.setQueryTimeout(A_LOOK_SECONDS);
            unlock.setString(1, name);
            unlock.execute();
        } catch (SQLException broken) {
            LOG.debug("The lock of {} ends with its connection", name, broken);
        }
    }

    /** Lets the connection go, never to be used again: where it lives, its next user would still have the lock. */
    private void forget() {
        Connection before = holding;
        holding = null;
        if (before != null) {
            pool.evictConnection(before);
        }
    }
}
