package dibs.backend.store;

import dibs.backend.environment.UnitName;
import dibs.backend.lease.Window;
import dibs.backend.lease.WindowRows;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** What is kept for who waits, in the rows of the units themselves. */
final class JdbiWindows implements WindowRows {
    private static final String WINDOWS = """
        select u.name as unit, u.kind, u.person_id, p.name as person, u.since, u.until
        from unit u join person p on p.id = u.person_id
        where u.kind <> 'lease' and %s\
        """;

    private final Handle handle;

    JdbiWindows(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean offer(Collection<UnitName> units, PersonId person, Instant now, Instant until) {
        return keep(Window.Kind.OFFER, units, person, now, until);
    }

    @Override
    public boolean gather(Collection<UnitName> units, PersonId person, Instant now, Instant until) {
        return keep(Window.Kind.GATHERING, units, person, now, until);
    }

    private boolean keep(Window.Kind kind, Collection<UnitName> units, PersonId person, Instant now, Instant until) {
        List<String> names = JdbiLeaseRows.names(units);
        return handle.createUpdate("""
            update unit
            set kind = :kind, lease_id = null, person_id = :person, since = :now, until = :until
            where name in (<units>) and lease_id is null
              and (until <= :now or (kind = 'gathering' and person_id = :person))\
            """)
                        .bindList("units", names)
                        .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                        .bind("person", person.value())
                        .bind("now", now.toEpochMilli())
                        .bind("until", until.toEpochMilli())
                        .execute()
                == names.size();
    }

    @Override
    public void letGo(Collection<UnitName> units) {
        if (units.isEmpty()) {
            return;
        }
        handle.createUpdate("""
            update unit set kind = 'lease', person_id = null, since = 0, until = 0
            where name in (<units>) and kind <> 'lease'\
            """).bindList("units", JdbiLeaseRows.names(units)).execute();
    }

    @Override
    public List<Window> of(Collection<UnitName> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(WINDOWS.formatted("u.name in (<units>) order by u.name"))
                .bindList("units", JdbiLeaseRows.names(units))
                .map((row, context) -> window(row))
                .list();
    }

    @Override
    public List<Window> over(Instant now, int limit) {
        return handle.createQuery(WINDOWS.formatted("u.until <= :now order by u.until, u.name limit :limit"))
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> window(row))
                .list();
    }

    @Override
    public List<UnitName> waitedFor(Instant now, int limit) {
        return handle.createQuery("""
            select u.name from unit u
            where u.name in (select w.unit from waiting w where w.left_at is null)
              and u.kind = 'lease' and u.lease_id is null and u.until <= :now
            order by u.name limit :limit\
            """)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new UnitName(row.getString("name")))
                .list();
    }

    private static Window window(ResultSet row) throws SQLException {
        return new Window(
                new UnitName(row.getString("unit")),
                new PersonRef(new PersonId(row.getString("person_id")), row.getString("person")),
                Window.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("until")));
    }
}
