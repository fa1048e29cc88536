package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.TidyRows;
import dibs.backend.lease.Untidied;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** What is left to tidy, in rows: one a unit that is open, of the last lease; what it took the place of stays, closed. */
final class JdbiTidying implements TidyRows {
    private static final String WHOSE = """
        select %s as unit, l.id as lease, l.environment, l.holder_id, p.name as holder, %s as since
        from %s join lease l on l.id = %s join person p on p.id = l.holder_id
        where %s\
        """;

    private static final String LEFT =
            WHOSE.formatted("t.unit", "t.since", "untidied t", "t.lease_id", "t.closed_at is null");

    /** Leases past their end that nobody swept yet. */
    private static final String OVER = WHOSE.formatted(
            "u.unit", "l.until", "lease_unit u", "u.lease_id", "u.open and l.state = 'held' and l.until <= :now");

    private static final String OF =
            LEFT + " and t.unit in (<units>) union all " + OVER + " and u.unit in (<units>) order by since";

    private static final String FREE = LEFT + """
         and not exists (
          select 1 from unit n where n.name = t.unit and n.kind = 'lease' and n.until > :now)
        union all
        """ + OVER + " order by since";

    private final Handle handle;

    JdbiTidying(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void leave(Lease lease, Instant at, Instant ask) {
        handle.createUpdate("""
            update untidied set closed_at = :at, superseded_by = :lease
            where unit in (<units>) and closed_at is null\
            """)
                .bind("at", at.toEpochMilli())
                .bind("lease", lease.id().value())
                .bindList("units", JdbiLeaseRows.names(lease.units()))
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
            insert into untidied (lease_id, unit, since, ask_at) values (:lease, :unit, :at, :ask)\
            """);
        JdbiLeaseRows.names(lease.units())
                .forEach(unit -> batch.bind("lease", lease.id().value())
                        .bind("unit", unit)
                        .bind("at", at.toEpochMilli())
                        .bind("ask", ask.toEpochMilli())
                        .add());
        batch.execute();
    }

    @Override
    public void lift(LeaseId lease) {
        List<Closed> rows = handle.createQuery(
                        "select unit, closed_at, superseded_by from untidied where lease_id = :lease")
                .bind("lease", lease.value())
                .map((row, context) -> new Closed(
                        row.getString("unit"),
                        Optional.ofNullable(row.getObject("closed_at")).map(at -> ((Number) at).longValue()),
                        Optional.ofNullable(row.getString("superseded_by"))))
                .list();
        handle.execute("delete from untidied where lease_id = ?", lease.value());
        // What it took the place of goes on as it would have without it.
        rows.forEach(row -> handle.createUpdate("""
            update untidied set closed_at = :at, superseded_by = :by
            where superseded_by = :lease and unit = :unit\
            """)
                .bind("at", row.at().orElse(null))
                .bind("by", row.by().orElse(null))
                .bind("lease", lease.value())
                .bind("unit", row.unit())
                .execute());
    }

    private record Closed(String unit, Optional<Long> at, Optional<String> by) {}

    @Override
    public List<Untidied> of(Collection<UnitName> units, Instant now) {
        return units.isEmpty()
                ? List.of()
                : newest(handle.createQuery(OF)
                        .bindList("units", JdbiLeaseRows.names(units))
                        .bind("now", now.toEpochMilli()));
    }

    @Override
    public List<Untidied> free(Instant now) {
        return newest(handle.createQuery(FREE).bind("now", now.toEpochMilli()));
    }

    /** A lease past its end goes before whatever its unit was left by before. */
    private static List<Untidied> newest(Query query) {
        Map<UnitName, Untidied> newest = new TreeMap<>();
        query.map((row, context) -> untidied(row)).forEach(part -> newest.put(part.unit(), part));
        return List.copyOf(newest.values());
    }

    @Override
    public void confirm(Collection<UnitName> units, Instant now) {
        if (units.isEmpty()) {
            return;
        }
        List<String> names = JdbiLeaseRows.names(units);
        handle.createUpdate("""
            update untidied set superseded_by = null
            where unit in (<units>) and superseded_by in (
              select t.lease_id from untidied t where t.unit in (<units>) and t.closed_at is null)\
            """).bindList("units", names).execute();
        handle.createUpdate("update untidied set closed_at = :now where unit in (<units>) and closed_at is null")
                .bind("now", now.toEpochMilli())
                .bindList("units", names)
                .execute();
    }

    @Override
    public List<LeaseId> toAsk(Instant now, int limit) {
        return handle.createQuery("""
            select lease_id from untidied
            where ask_at <= :now and ask_at is not null and closed_at is null
            group by lease_id order by min(ask_at), lease_id limit :limit\
            """)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new LeaseId(row.getString("lease_id")))
                .list();
    }

    @Override
    public void askAt(LeaseId lease, Instant at) {
        handle.execute(
                "update untidied set ask_at = ? where lease_id = ? and ask_at is not null and closed_at is null",
                at.toEpochMilli(),
                lease.value());
    }

    @Override
    public boolean asked(LeaseId lease) {
        return handle.execute(
                        "update untidied set ask_at = null where lease_id = ? and ask_at is not null and closed_at is"
                                + " null",
                        lease.value())
                > 0;
    }

    private static Untidied untidied(ResultSet row) throws SQLException {
        return new Untidied(
                new UnitName(row.getString("unit")),
                new LeaseId(row.getString("lease")),
                new EnvironmentId(row.getString("environment")),
                new PersonRef(new PersonId(row.getString("holder_id")), row.getString("holder")),
                Instant.ofEpochMilli(row.getLong("since")));
    }
}
