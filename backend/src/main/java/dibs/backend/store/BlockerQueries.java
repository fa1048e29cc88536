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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
                .map((row, context) -> blocker(row, new EnvironmentId(row.getString("unit")), Blocker.State.OFFERED))
                .list();
    }

    private List<Blocker> reservations(Collection<UnitName> units, PersonId person, Instant now, Instant until) {
        Map<String, Blocker> whole = new LinkedHashMap<>();
        handle.createQuery("""
                select r.id, coalesce(r.environment, r.unit) as environment, r.unit, r.person_id, p.name as person,
                    r.starts as since, r.ends as until
                from reservation r join person p on p.id = r.person_id
                where r.unit in (<units>) and r.cancelled_at is null and r.person_id <> :person
                  and r.starts < :until and r.ends > :now""")
                .bindList("units", JdbiLeaseRows.names(units))
                .bind("now", now.toEpochMilli())
                .bind("until", until.toEpochMilli())
                .bind("person", person.value())
                .map((row, context) -> Map.entry(
                        row.getString("id") + " " + row.getString("environment"),
                        blocker(row, new EnvironmentId(row.getString("environment")), Blocker.State.RESERVED)))
                .forEach(part -> whole.merge(part.getKey(), part.getValue(), BlockerQueries::together));
        return List.copyOf(whole.values());
    }

    /** The same with the units of both. */
    private static Blocker together(Blocker one, Blocker other) {
        return new Blocker(
                one.environment(),
                Stream.concat(one.units().stream(), other.units().stream()).toList(),
                one.by(),
                one.state(),
                one.from(),
                one.until(),
                one.lease());
    }

    private static Blocker blocker(ResultSet row, EnvironmentId environment, Blocker.State state) throws SQLException {
        return new Blocker(
                environment,
                List.of(new UnitName(row.getString("unit"))),
                new PersonRef(new PersonId(row.getString("person_id")), row.getString("person")),
                state,
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("until")),
                Optional.empty());
    }
}
