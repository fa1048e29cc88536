package dibs.backend.store;

import dibs.backend.lease.Handover;
import dibs.backend.lease.LeaseId;
import dibs.backend.lease.PendingRows;
import dibs.backend.lease.Takeover;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Offers and wishes in rows; those of a lease that is ended stay as they are and count no more. */
final class JdbiPending implements PendingRows {
    private static final String HANDOVERS = """
        select h.lease_id, h.to_id, p.name as to_name, h.by_id, b.name as by_name, h.until, h.at
        from handover h
        join lease l on l.id = h.lease_id
        join person p on p.id = h.to_id
        join person b on b.id = h.by_id
        where h.open and l.state = 'held' and %s
        order by h.at, h.seq\
        """;

    private static final String TAKEOVERS = """
        select t.lease_id, t.by_id, p.name as by_name, t.reason, t.at, t.due
        from takeover t
        join lease l on l.id = t.lease_id
        join person p on p.id = t.by_id
        where t.open and l.state = 'held' and %s\
        """;

    private static final String OF_LEASE = HANDOVERS.formatted("h.lease_id = :lease");
    private static final String TO_PERSON = HANDOVERS.formatted("h.to_id = :person");

    private final Handle handle;

    JdbiPending(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void offer(Handover handover) {
        closeHandover(handover.lease());
        handle.createUpdate("""
            insert into handover (lease_id, to_id, by_id, until, at, open)
            values (:lease, :to, :by, :until, :at, true)\
            """)
                .bind("lease", handover.lease().value())
                .bind("to", handover.to().id().value())
                .bind("by", handover.by().id().value())
                .bind("until", handover.until().toEpochMilli())
                .bind("at", handover.at().toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Handover> handover(LeaseId lease) {
        return handle.createQuery(OF_LEASE)
                .bind("lease", lease.value())
                .map((row, context) -> handover(row))
                .findFirst();
    }

    @Override
    public List<Handover> handoversTo(PersonId person) {
        return handle.createQuery(TO_PERSON)
                .bind("person", person.value())
                .map((row, context) -> handover(row))
                .list();
    }

    @Override
    public void closeHandover(LeaseId lease) {
        handle.createUpdate("update handover set open = false where lease_id = :lease and open")
                .bind("lease", lease.value())
                .execute();
    }

    @Override
    public void ask(Takeover takeover) {
        closeTakeover(takeover.lease());
        handle.createUpdate("""
            insert into takeover (lease_id, by_id, reason, at, due, open)
            values (:lease, :by, :reason, :at, :due, true)\
            """)
                .bind("lease", takeover.lease().value())
                .bind("by", takeover.by().id().value())
                .bind("reason", takeover.reason())
                .bind("at", takeover.at().toEpochMilli())
                .bind("due", takeover.due().toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Takeover> takeover(LeaseId lease, Instant now) {
        return handle.createQuery(TAKEOVERS.formatted("t.lease_id = :lease and t.due > :lapsed"))
                .bind("lease", lease.value())
                .bind("lapsed", now.minus(Takeover.STANDS).toEpochMilli())
                .map((row, context) -> takeover(row))
                .findFirst();
    }

    @Override
    public List<Takeover> takeoversDue(Instant after, Instant upTo) {
        return handle.createQuery(TAKEOVERS.formatted("t.due > :after and t.due <= :until order by t.due, t.lease_id"))
                .bind("after", after.toEpochMilli())
                .bind("until", upTo.toEpochMilli())
                .map((row, context) -> takeover(row))
                .list();
    }

    @Override
    public void closeTakeover(LeaseId lease) {
        handle.createUpdate("update takeover set open = false where lease_id = :lease and open")
                .bind("lease", lease.value())
                .execute();
    }

    private static Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                new LeaseId(row.getString("lease_id")),
                new PersonRef(new PersonId(row.getString("to_id")), row.getString("to_name")),
                new PersonRef(new PersonId(row.getString("by_id")), row.getString("by_name")),
                Instant.ofEpochMilli(row.getLong("until")),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    private static Takeover takeover(ResultSet row) throws SQLException {
        return new Takeover(
                new LeaseId(row.getString("lease_id")),
                new PersonRef(new PersonId(row.getString("by_id")), row.getString("by_name")),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("at")),
                Instant.ofEpochMilli(row.getLong("due")));
    }
}
