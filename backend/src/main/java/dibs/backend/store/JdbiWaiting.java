package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.WaitRows;
import dibs.backend.lease.Waiting;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Lines in rows, in the order in which they were joined; places that were left stay as rows. */
final class JdbiWaiting implements WaitRows {
    private static final String PLACES = """
        select w.unit, w.environment, w.person_id, p.name as person, w.since, w.any_of, w.gathers_from
        from waiting w join person p on p.id = w.person_id
        where w.left_at is null and %s
        order by w.seq\
        """;

    private static final String IN_LINE = PLACES.formatted("w.unit = :unit");
    private static final String OF_PERSON = PLACES.formatted("w.person_id = :person");

    private final Handle handle;

    JdbiWaiting(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void join(
            PersonRef person,
            EnvironmentId environment,
            Collection<UnitName> units,
            Optional<String> any,
            Instant now) {
        if (any.isEmpty() && !units.isEmpty()) {
            handle.createUpdate("""
                update waiting set any_of = null
                where person_id = :person and environment = :environment and unit in (<units>) and left_at is null\
                """)
                    .bind("person", person.id().value())
                    .bind("environment", environment.value())
                    .bindList("units", JdbiLeaseRows.names(units))
                    .execute();
        }
        join(new Places(person, environment, any), units, now, Optional.empty());
    }

    @Override
    public void rejoin(
            PersonRef person,
            EnvironmentId environment,
            Collection<UnitName> units,
            Optional<String> any,
            Instant now,
            Instant gathersFrom) {
        leave(person.id(), units, now);
        join(new Places(person, environment, any), units, now, Optional.of(gathersFrom));
    }

    private record Places(PersonRef person, EnvironmentId environment, Optional<String> any) {}

    private void join(Places wish, Collection<UnitName> units, Instant now, Optional<Instant> gathersFrom) {
        PreparedBatch batch = handle.prepareBatch("""
            insert into waiting (unit, environment, person_id, since, any_of, gathers_from)
            values (:unit, :environment, :person, :now, :any, :from)
            on conflict (person_id, unit) where left_at is null do nothing\
            """);
        JdbiLeaseRows.names(units)
                .forEach(unit -> batch.bind("unit", unit)
                        .bind("environment", wish.environment().value())
                        .bind("person", wish.person().id().value())
                        .bind("now", now.toEpochMilli())
                        .bind("any", wish.any().orElse(null))
                        .bind("from", gathersFrom.map(Instant::toEpochMilli).orElse(null))
                        .add());
        batch.execute();
    }

    @Override
    public int leave(PersonId person, Collection<UnitName> units, Instant now) {
        if (units.isEmpty()) {
            return 0;
        }
        return handle.createUpdate("""
            update waiting set left_at = :now
            where person_id = :person and unit in (<units>) and left_at is null\
            """)
                .bind("now", now.toEpochMilli())
                .bind("person", person.value())
                .bindList("units", JdbiLeaseRows.names(units))
                .execute();
    }

    @Override
    public List<Waiting> line(UnitName unit) {
        return handle.createQuery(IN_LINE)
                .bind("unit", unit.value())
                .map((row, context) -> waiting(row))
                .list();
    }

    @Override
    public List<Waiting> of(PersonId person) {
        return handle.createQuery(OF_PERSON)
                .bind("person", person.value())
                .map((row, context) -> waiting(row))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new UnitName(row.getString("unit")),
                new EnvironmentId(row.getString("environment")),
                new PersonRef(new PersonId(row.getString("person_id")), row.getString("person")),
                Instant.ofEpochMilli(row.getLong("since")),
                Optional.ofNullable(row.getString("any_of")),
                Optional.ofNullable(row.getObject("gathers_from"))
                        .map(millis -> Instant.ofEpochMilli(((Number) millis).longValue())));
    }
}
