package dibs.backend.store;

import dibs.backend.gate.Freeze;
import dibs.backend.gate.FreezeRows;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Freezes in rows; one past its end is over, whether or not that was noted. */
final class JdbiFreezes implements FreezeRows {
    private static final String OPEN = """
        select f.id, f.what, f.because, f.by_id, p.name as by_name, f.since, f.until
        from in_flight f join person p on p.id = f.by_id
        where f.ended_at is null and %s\
        """;

    private static final String IN_FLIGHT = OPEN.formatted("f.until > :now order by f.since, f.id");
    private static final String OVER = OPEN.formatted("f.until <= :now order by f.until, f.id limit :limit");

    private final Handle handle;

    JdbiFreezes(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(Freeze freeze) {
        handle.createUpdate("""
            insert into in_flight (id, what, because, by_id, since, until)
            values (:id, :what, :because, :by, :since, :until)\
            """)
                .bind("id", freeze.id())
                .bind("what", freeze.what())
                .bind("because", freeze.because().orElse(null))
                .bind("by", freeze.by().id().value())
                .bind("since", freeze.since().toEpochMilli())
                .bind("until", freeze.until().toEpochMilli())
                .execute();
    }

    @Override
    public List<Freeze> inFlight(Instant now) {
        return handle.createQuery(IN_FLIGHT)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> freeze(row))
                .list();
    }

    @Override
    public boolean end(String id, Instant at) {
        return handle.createUpdate("update in_flight set ended_at = :at where id = :id and ended_at is null")
                        .bind("id", id)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public List<Freeze> over(Instant now, int limit) {
        return handle.createQuery(OVER)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> freeze(row))
                .list();
    }

    private static Freeze freeze(ResultSet row) throws SQLException {
        return new Freeze(
                row.getString("id"),
                row.getString("what"),
                Optional.ofNullable(row.getString("because")),
                new PersonRef(new PersonId(row.getString("by_id")), row.getString("by_name")),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("until")));
    }
}
