package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.Blocker;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Says what stands in the way; who wins is decided elsewhere. */
final class BlockerQueries {
    private final Handle handle;

    BlockerQueries(Handle handle) {
        this.handle = handle;
    }

    List<Blocker> blockers(Collection<UnitName> units, PersonId person, Instant now, Instant until) {
        if (units.isEmpty()) {
            return List.of();
        }
        List<Blocker> found = new ArrayList<>();
        new LeaseQueries(handle)
                .open(units).stream()
                        .filter(lease -> lease.heldAt(now) && !lease.belongsTo(person))
                        .map(Blocker::of)
                        .forEach(found::add);
        found.addAll(offers(units, person, now));
        found.addAll(reservations(units, person, now, until));
        found.sort(Comparator.comparing((Blocker blocker) -> blocker.units().stream()
                        .filter(units::contains)
                        .min(Comparator.naturalOrder())
                        .orElseThrow())
                .thenComparing(Blocker::from));
        return List.copyOf(found);
    }

    private List<Blocker> offers(Collection<UnitName> units, PersonId person, Instant now) {
        return handle.createQuery("""
                select u.name as unit, u.person_id, p.name as person, u.since, u.until
                from unit u join person p on p.id = u.person_id
                where u.name in (<units>) and u.kind <> 'lease' and u.until > :now and u.person_id <> :person""")
                .bindList("units", JdbiLeaseRows.names(units))
                .bind("now", now.toEpochMilli())
                .bind("person", person.value())
                .map((row, context) -> blocker(row, Blocker.State.OFFERED))
                .list();
    }

    private List<Blocker> reservations(Collection<UnitName> units, PersonId person, Instant now, Instant until) {
        return handle.createQuery("""
                select r.unit, r.person_id, p.name as person, r.starts as since, r.ends as until
                from reservation r join person p on p.id = r.person_id
                where r.unit in (<units>) and r.cancelled_at is null and r.person_id <> :person
                  and r.starts < :until and r.ends > :now""")
                .bindList("units", JdbiLeaseRows.names(units))
                .bind("now", now.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .bind("person", person.value())
                .map((row, context) -> blocker(row, Blocker.State.RESERVED))
                .list();
    }

    private static Blocker blocker(ResultSet row, Blocker.State state) throws SQLException {
        UnitName unit = new UnitName(row.getString("unit"));
        return new Blocker(
                new EnvironmentId(unit.value()),
                List.of(unit),
                new PersonRef(new PersonId(row.getString("person_id")), row.getString("person")),
                state,
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("until")),
                Optional.empty());
    }
}
