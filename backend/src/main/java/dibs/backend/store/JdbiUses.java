package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Use;
import dibs.backend.lease.UseRows;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Uses in rows; one past its end is over, whether or not that was noted. */
final class JdbiUses implements UseRows {
    private static final String USES = """
            select u.id, u.environment, u.person_id, p.name as person, u.since, u.until, u.purpose, u.bundle
            from shared_use u join person p on p.id = u.person_id
            where u.ended_at is null and u.until > :now %s
            order by %s""";

    private static final String OF_ENVIRONMENT = USES.formatted("and u.environment = :environment", "u.since, u.id");
    private static final String BY_PERSON = USES.formatted("and u.person_id = :person", "u.environment");
    private static final String ALL = USES.formatted("", "u.environment, u.since, u.id");

    private final Handle handle;

    JdbiUses(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void record(Use use) {
        handle.createUpdate("""
                update shared_use set ended_at = case when until < :at then until else :at end
                where person_id = :person and environment = :environment and ended_at is null""")
                .bind("at", use.since().toEpochMilli())
                .bind("person", use.person().id().value())
                .bind("environment", use.environment().value())
                .execute();
        handle.createUpdate("""
                insert into shared_use (id, environment, person_id, since, until, purpose, bundle)
                values (:id, :environment, :person, :since, :until, :purpose, :bundle)""")
                .bind("id", use.id())
                .bind("environment", use.environment().value())
                .bind("person", use.person().id().value())
                .bind("since", use.since().toEpochMilli())
                .bind("until", use.until().toEpochMilli())
                .bind("purpose", use.purpose().orElse(null))
                .bind("bundle", use.bundle().orElse(null))
                .execute();
    }

    @Override
    public List<Use> of(EnvironmentId environment, Instant now) {
        return handle.createQuery(OF_ENVIRONMENT)
                .bind("environment", environment.value())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> use(row))
                .list();
    }

    @Override
    public List<Use> by(PersonId person, Instant now) {
        return handle.createQuery(BY_PERSON)
                .bind("person", person.value())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> use(row))
                .list();
    }

    @Override
    public List<Use> all(Instant now) {
        return handle.createQuery(ALL)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> use(row))
                .list();
    }

    @Override
    public boolean end(String id, Instant at) {
        return handle.createUpdate("""
                        update shared_use set ended_at = :at
                        where id = :id and ended_at is null and until > :at""")
                        .bind("id", id)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public boolean extend(String id, Instant until) {
        return handle.createUpdate("update shared_use set until = :until where id = :id and ended_at is null")
                        .bind("id", id)
                        .bind("until", until.toEpochMilli())
                        .execute()
                == 1;
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(
                row.getString("id"),
                new EnvironmentId(row.getString("environment")),
                new PersonRef(new PersonId(row.getString("person_id")), row.getString("person")),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("until")),
                Optional.ofNullable(row.getString("purpose")),
                Optional.ofNullable(row.getString("bundle")));
    }
}
