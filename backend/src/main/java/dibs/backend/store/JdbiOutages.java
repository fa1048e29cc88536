package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.outage.Outage;
import dibs.backend.outage.OutageRows;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The heartbeat in one row, and outages in rows. */
final class JdbiOutages implements OutageRows {
    private final Handle handle;

    JdbiOutages(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<Instant> beat() {
        return handle.createQuery("select at from heartbeat where id = 1")
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    @Override
    public boolean beat(Optional<Instant> before, Instant now) {
        return before.map(it -> handle.createUpdate("update heartbeat set at = :now where id = 1 and at = :before")
                                .bind("before", it.toEpochMilli())
                                .bind("now", now.toEpochMilli())
                                .execute())
                        .orElseGet(() -> handle.createUpdate(
                                        "insert into heartbeat (id, at) values (1, :now) on conflict (id) do nothing")
                                .bind("now", now.toEpochMilli())
                                .execute())
                == 1;
    }

    @Override
    public void add(Outage outage) {
        handle.createUpdate("insert into outage (ended_at, began_at) values (:to, :from)")
                .bind("to", outage.to().toEpochMilli())
                .bind("from", outage.from().toEpochMilli())
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
            insert into outage_kept (ended_at, environment, holder_id, until)
            values (:to, :environment, :holder, :until)\
            """);
        outage.kept()
                .forEach(kept -> batch.bind("to", outage.to().toEpochMilli())
                        .bind("environment", kept.environment().value())
                        .bind("holder", kept.holder().id().value())
                        .bind("until", kept.until().toEpochMilli())
                        .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    @Override
    public List<Outage> endedAfter(Instant moment) {
        return handle.createQuery("select began_at, ended_at from outage where ended_at > :moment order by ended_at")
                .bind("moment", moment.toEpochMilli())
                .map((row, context) -> new Outage(
                        Instant.ofEpochMilli(row.getLong("began_at")),
                        Instant.ofEpochMilli(row.getLong("ended_at")),
                        kept(row.getLong("ended_at"))))
                .list();
    }

    private List<Outage.Kept> kept(long ended) {
        return handle.createQuery("""
            select k.environment, k.holder_id, p.name as holder, k.until
            from outage_kept k join person p on p.id = k.holder_id
            where k.ended_at = :ended order by k.environment\
            """)
                .bind("ended", ended)
                .map((row, context) -> new Outage.Kept(
                        new EnvironmentId(row.getString("environment")),
                        new PersonRef(new PersonId(row.getString("holder_id")), row.getString("holder")),
                        Instant.ofEpochMilli(row.getLong("until"))))
                .list();
    }
}
