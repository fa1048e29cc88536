package dibs.bot.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Puts into a store what years would, in bulk: leases that ended with their history and their notices; and leases that are due. */
final class LargePast implements AutoCloseable {
    /** On which the persons have their accounts. */
    static final String PLATFORM = "bench";

    private static final int PERSONS = 1_000;

    /** Every so manieth unit is watched by somebody. */
    private static final int WATCHED = 10;

    private static final String COUNT = "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) ";

    private final Connection connection;
    private int times;

    private LargePast(Connection connection) {
        this.connection = connection;
    }

    /** Opens a store that the program has made. */
    static LargePast open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.enforceForeignKeys(false);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        try {
            return new LargePast(source.getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** So many leases that ended, each with a line of history and two notices that were said; and as many posts that are closed. */
    void fill(int past) {
        together(() -> {
            update(COUNT + """
                insert into person (id, name, called, created_at)
                select 'p-' || i, 'p-' || i, 'p-' || i, 0 from n\
                """, PERSONS);
            update(COUNT + """
                insert into account (id, person_id, name, called, first_seen)
                select 'bench:w:p-' || i, 'p-' || i, 'p-' || i, 'p-' || i, 0 from n\
                """, PERSONS);
            update(COUNT + """
                insert into unit (name, token, kind, since, until) select 'past-' || i, 1, 'lease', 0, 0 from n\
                """, PERSONS);
            update(COUNT + """
                insert into lease (id, environment, holder_id, token, since, until, seen, state, ended_at)
                select 'past-' || i, 'past-' || (1 + i % 1000), 'p-' || (1 + i % 1000), 1, i, i + 1, i, 'expired', i + 1
                from n\
                """, past);
            update(COUNT + """
                insert into lease_unit (lease_id, unit, open)
                select 'past-' || i, 'past-' || (1 + i % 1000), false from n\
                """, past);
            update(COUNT + """
                insert into history (at, what, environment, lease_id, actor_id, details)
                select i, 'expired', 'past-' || (1 + i % 1000), 'past-' || i, 'p-' || (1 + i % 1000), '{}' from n\
                """, past);
            update(COUNT + """
                insert into outbox (id, person_id, notice_type, notice, created_at, sent_at, attempts)
                select 'past-' || i, 'p-' || (1 + i % 1000), 'LeaseExpired', '{}', i, i, 1 from n\
                """, 2 * past);
            update(COUNT + """
                insert into posted_message (conversation, key, edition, pinned, attempts, posted_at, closed_at)
                select 'bench:w:c', 'past-' || i, 1, false, 0, i, i from n\
                """, past);
        });
    }

    /** So many units that are free, and some of them watched. */
    void units(int number) {
        together(() -> {
            update(COUNT + """
                insert into unit (name, token, kind, since, until) select 'due-' || i, 1, 'lease', 0, 0 from n where true
                on conflict do nothing\
                """, number);
            update(COUNT + """
                insert into watch (person_id, environment, unit, since)
                select 'p-' || (1 + i %% 997), 'due-' || i, 'due-' || i, 0 from n where i %% %d = 0
                on conflict do nothing\
                """.formatted(WATCHED), number);
        });
    }

    /** A lease on each of the first so many units that is past its end, all of one minute; none of them ever was before. */
    void due(int number) {
        long end = System.currentTimeMillis() - 60_000;
        String lease = "'due-%d-' || n.i".formatted(++times);
        together(() -> {
            update(COUNT + """
                insert into lease (id, environment, holder_id, token, since, until, seen, state)
                select %s, 'due-' || i, 'p-' || (1 + i %% 1000), 1, 0, %d + i %% 60000, 0, 'held'
                from n\
                """.formatted(lease, end), number);
            update(
                    COUNT
                            + "insert into lease_unit (lease_id, unit, open) select %s, 'due-' || i, true from n"
                                    .formatted(lease),
                    number);
            update(COUNT + """
                update unit set lease_id = %s, person_id = 'p-' || (1 + n.i %% 1000), since = 0,
                    until = %d + n.i %% 60000
                from n where unit.name = 'due-' || n.i\
                """.formatted(lease, end), number);
        });
    }

    /** Takes away the leases that were due and all that came of their end. */
    void undo() {
        together(() -> {
            update("delete from history where lease_id >= 'due-' and lease_id < 'due.'");
            update("delete from outbox where sent_at is null");
            update("delete from untidied where lease_id >= 'due-' and lease_id < 'due.'");
            update("delete from lease_unit where lease_id >= 'due-' and lease_id < 'due.'");
            update("delete from lease where id >= 'due-' and id < 'due.'");
        });
    }

    private interface Work {
        void run() throws SQLException;
    }

    private void together(Work work) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            work.run();
            statement.execute("commit");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void update(String sql, Integer... bound) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < bound.length; i++) {
                statement.setInt(i + 1, bound[i]);
            }
            statement.executeUpdate();
        }
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
