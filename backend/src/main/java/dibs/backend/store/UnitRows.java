package dibs.backend.store;

import dibs.backend.environment.UnitName;
import dibs.backend.lease.FencingToken;
import dibs.backend.lease.Lease;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows that are contended for. */
final class UnitRows {
    private final Handle handle;
    private final Dialect dialect;

    UnitRows(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    /** Locks the rows, made where missing. Everybody locks in one order, so that nobody waits in a circle. */
    Map<UnitName, FencingToken> lock(Collection<UnitName> units) {
        List<String> names = JdbiLeaseRows.names(units);
        Map<UnitName, FencingToken> tokens = existing(names);
        if (tokens.size() < names.size()) {
            add(names);
            return existing(names);
        }
        return tokens;
    }

    private Map<UnitName, FencingToken> existing(List<String> names) {
        Map<UnitName, FencingToken> tokens = new TreeMap<>();
        if (!names.isEmpty()) {
            handle.createQuery("select name, token from unit where name in (<names>) order by name" + dialect.rowLock())
                    .bindList("names", names)
                    .map((row, context) ->
                            Map.entry(new UnitName(row.getString("name")), new FencingToken(row.getLong("token"))))
                    .forEach(unit -> tokens.put(unit.getKey(), unit.getValue()));
        }
        return tokens;
    }

    private void add(List<String> names) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into unit (name, token, kind, since, until) values (:name, 0, 'lease', 0, 0)
                on conflict (name) do nothing""");
        names.forEach(name -> batch.bind("name", name).add());
        batch.execute();
    }

    /** The one statement that decides who has what. */
    boolean take(Lease lease, Instant now) {
        return handle.createUpdate("""
                        update unit
                        set token = :token, kind = 'lease', lease_id = :lease, person_id = :person,
                            since = :since, until = :until
                        where name in (<units>)
                          and token < :token
                          and (until <= :now or (kind <> 'lease' and person_id = :person))
                          and not exists (
                            select 1 from reservation r
                            where r.unit = unit.name and r.cancelled_at is null and r.person_id <> :person
                              and r.starts < :until and r.ends > :now)""")
                        .bindList("units", JdbiLeaseRows.names(lease.units()))
                        .bind("token", lease.token().value())
                        .bind("lease", lease.id().value())
                        .bind("person", lease.holder().id().value())
                        .bind("since", lease.since().toEpochMilli())
                        .bind("until", lease.until().toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == lease.units().size();
    }
}
