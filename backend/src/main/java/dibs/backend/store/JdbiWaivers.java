package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonId;
import dibs.backend.policy.Waiver;
import dibs.backend.policy.WaiverRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Exceptions in rows; one past its end is over, whether or not that was noted. */
final class JdbiWaivers implements WaiverRows {
    private static final String IN_FORCE = """
            select w.id, w.rule, w.consumer, w.environment, w.until, w.reason, w.at, p.name as by_name
            from waiver w join person p on p.id = w.by_id
            where w.ended_at is null and w.until > :now %s
            order by w.until, w.id""";

    private static final String ALL = IN_FORCE.formatted("");
    private static final String ONE = IN_FORCE.formatted("and w.id = :id");

    private final Handle handle;

    JdbiWaivers(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean add(Waiver waiver, PersonId by) {
        return handle.createUpdate("""
                        insert into waiver (id, rule, consumer, environment, until, reason, by_id, at)
                        values (:id, :rule, :consumer, :environment, :until, :reason, :by, :at)
                        on conflict (id) do nothing""")
                        .bind("id", waiver.id())
                        .bind("rule", waiver.rule())
                        .bind("consumer", waiver.consumer().value())
                        .bind("environment", waiver.environment().value())
                        .bind("until", waiver.until().toEpochMilli())
                        .bind("reason", waiver.because())
                        .bind("by", by.value())
                        .bind("at", waiver.at().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public List<Waiver> inForce(Instant now) {
        return handle.createQuery(ALL)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> waiver(row))
                .list();
    }

    @Override
    public Optional<Waiver> inForce(String id, Instant now) {
        return handle.createQuery(ONE)
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .map((row, context) -> waiver(row))
                .findFirst();
    }

    @Override
    public boolean end(String id, Instant at) {
        return handle.createUpdate("""
                        update waiver set ended_at = :at
                        where id = :id and ended_at is null and until > :at""")
                        .bind("id", id)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    private static Waiver waiver(ResultSet row) throws SQLException {
        return new Waiver(
                row.getString("id"),
                row.getString("rule"),
                new EnvironmentId(row.getString("consumer")),
                new EnvironmentId(row.getString("environment")),
                Instant.ofEpochMilli(row.getLong("until")),
                row.getString("reason"),
                row.getString("by_name"),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
