package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.WatchRows;
import dibs.backend.person.PersonId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Watches in rows, one for each unit. */
final class JdbiWatches implements WatchRows {
    private final Handle handle;

    JdbiWatches(Handle handle) {
        this.handle = handle;
    }

    @Override
    public boolean add(PersonId person, EnvironmentId environment, Collection<UnitName> units, Instant now) {
        PreparedBatch batch = handle.prepareBatch("""
            insert into watch (person_id, environment, unit, since)
            values (:person, :environment, :unit, :now)
            on conflict (person_id, environment, unit) do nothing\
            """);
        JdbiLeaseRows.names(units)
                .forEach(unit -> batch.bind("person", person.value())
                        .bind("environment", environment.value())
                        .bind("unit", unit)
                        .bind("now", now.toEpochMilli())
                        .add());
        return Arrays.stream(batch.execute()).sum() > 0;
    }

    @Override
    public boolean remove(PersonId person, EnvironmentId environment) {
        return handle.createUpdate("delete from watch where person_id = :person and environment = :environment")
                        .bind("person", person.value())
                        .bind("environment", environment.value())
                        .execute()
                > 0;
    }

    @Override
    public List<EnvironmentId> of(PersonId person) {
        return handle.createQuery(
                        "select distinct environment from watch where person_id = :person order by environment")
                .bind("person", person.value())
                .map((row, context) -> new EnvironmentId(row.getString("environment")))
                .list();
    }

    @Override
    public List<PersonId> watching(Collection<UnitName> units) {
        return handle.createQuery("""
            select person_id from watch where unit in (<units>)
            group by person_id order by min(since), person_id\
            """)
                .bindList("units", JdbiLeaseRows.names(units))
                .map((row, context) -> new PersonId(row.getString("person_id")))
                .list();
    }
}
