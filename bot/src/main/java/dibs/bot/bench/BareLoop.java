package dibs.bot.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The floor: the conditional update and the inserts that a claim comes to, and the updates that a release comes to, as
 * prepared statements on the same schema with the same durability, and nothing else: no text, no rules, no objects.
 *
 * <p>One connection behind a lock: with a connection for each thread, SQLite's own waiting would be measured.
 */
final class BareLoop implements AutoCloseable {
    private static final long TWO_HOURS = 7_200_000;
    private static final String PERSON = "bare";

    private static final String TAKE = """
            update unit set token = ?2, kind = 'lease', lease_id = ?3, person_id = ?4, since = ?5, until = ?6
            where name = ?1 and token < ?2 and until <= ?5
              and not exists (
                select 1 from reservation r
                where r.unit = unit.name and r.cancelled_at is null and r.person_id <> ?4
                  and r.starts < ?6 and r.ends > ?5)""";
    private static final String LEASE = """
            insert into lease (id, environment, holder_id, token, since, until, purpose, seen, state)
            values (?3, ?1, ?4, ?2, ?5, ?6, 'bench', ?5, 'held')""";
    private static final String HISTORY = """
            insert into history (at, what, environment, lease_id, actor_id, details)
            values (?, ?, ?, ?, ?, '{"until":"1","purpose":"bench"}')""";

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private long leases;

    private BareLoop(Connection connection) {
        this.connection = connection;
    }

    /** Opens a store that the program has made. */
    static BareLoop open(Path file, Function<Path, Bench.Subject> program) {
        program.apply(file).close();
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            BareLoop loop = new BareLoop(source.getConnection());
            loop.run("insert into person (id, name, called, created_at) values ('bare', 'bare', 'bare', 0)");
            return loop;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a unit known. */
    void add(String unit) throws SQLException {
        update(
                "insert into unit (name, token, kind, since, until) values (?, 0, 'lease', 0, 0) on conflict do nothing",
                unit);
    }

    /** Takes the unit; the lease's id, or nothing to be had: an empty text. */
    String claim(String unit) throws SQLException {
        turn.lock();
        try {
            run("begin immediate");
            long now = System.currentTimeMillis();
            long token = number("select token from unit where name = ?", unit) + 1;
            String id = "lease-" + leases++;
            Object[] values = {unit, token, id, PERSON, now, now + TWO_HOURS};
            boolean taken = update(TAKE, values) == 1;
            if (taken) {
                update(LEASE, values);
                update("insert into lease_unit (lease_id, unit, open) values (?, ?, true)", id, unit);
                update(HISTORY, now, "claimed", unit, id, PERSON);
            } else {
                number("select l.since from lease l join unit u on u.lease_id = l.id where u.name = ?", unit);
            }
            run("commit");
            return taken ? id : "";
        } finally {
            turn.unlock();
        }
    }

    /** Gives it back. */
    void release(String unit, String lease) throws SQLException {
        turn.lock();
        try {
            run("begin immediate");
            long now = System.currentTimeMillis();
            update("update lease set state = 'released', ended_at = ? where id = ? and state = 'held'", now, lease);
            update("update unit set lease_id = null, person_id = null, until = 0 where lease_id = ?", lease);
            update("update lease_unit set open = false where lease_id = ?", lease);
            update(HISTORY, now, "released", unit, lease, PERSON);
            run("commit");
        } finally {
            turn.unlock();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    private long number(String sql, Object... values) throws SQLException {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
