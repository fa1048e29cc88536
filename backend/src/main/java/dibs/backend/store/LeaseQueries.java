package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.FencingToken;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseId;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads leases whole: with their units, holder and helpers, in two queries however many they are. */
final class LeaseQueries {
    private static final String LEASES = """
        select l.id, l.environment, l.holder_id, p.name as holder, l.token, l.since, l.until, l.purpose, l.bundle,
            l.seen, l.state, u.unit
        from lease l
        join person p on p.id = l.holder_id
        join lease_unit u on u.lease_id = l.id
        where l.id in (%s)
        order by l.since, l.id\
        """;

    private static final String BY_ID = LEASES.formatted(":id");

    private static final String OPEN =
            LEASES.formatted("select lease_id from lease_unit where open and unit in (<units>)");

    private static final String HELD = LEASES.formatted("select id from lease where state = 'held' and until > :now");

    private static final String DUE = LEASES.formatted(
            "select id from lease where state = 'held' and until <= :now order by until, id limit :limit");

    private static final String ENDING_IN =
            LEASES.formatted("select id from lease where state = 'held' and until > :after and until <= :upTo");

    private static final String TO_REMIND_OF = LEASES.formatted("""
        select id from lease
        where state = 'held' and holder_id = :holder and remind_at <= :now
        order by remind_at, id limit :limit\
        """);

    private static final String TO_ASK_ABOUT = LEASES.formatted("""
        select id from lease where state = 'held' and ask_at <= :now order by ask_at, id limit :limit\
        """);

    private final Handle handle;

    LeaseQueries(Handle handle) {
        this.handle = handle;
    }

    Optional<Lease> find(LeaseId id) {
        return leases(BY_ID, query -> query.bind("id", id.value())).stream().findFirst();
    }

    /** Oldest first. */
    List<Lease> open(Collection<UnitName> units) {
        return units.isEmpty() ? List.of() : leases(OPEN, query -> query.bindList("units", JdbiLeaseRows.names(units)));
    }

    List<Lease> held(Instant now) {
        return leases(HELD, query -> query.bind("now", now.toEpochMilli()));
    }

    List<Lease> due(Instant now, int limit) {
        return leases(DUE, query -> query.bind("now", now.toEpochMilli()).bind("limit", limit));
    }

    List<Lease> endingIn(Instant after, Instant upTo) {
        return leases(
                ENDING_IN, query -> query.bind("after", after.toEpochMilli()).bind("upTo", upTo.toEpochMilli()));
    }

    List<Lease> toRemindOf(PersonId holder, Instant now, int limit) {
        return leases(
                TO_REMIND_OF,
                query -> query.bind("holder", holder.value())
                        .bind("now", now.toEpochMilli())
                        .bind("limit", limit));
    }

    List<Lease> toAskAbout(Instant now, int limit) {
        return leases(
                TO_ASK_ABOUT, query -> query.bind("now", now.toEpochMilli()).bind("limit", limit));
    }

    boolean everHeld(PersonId person, Collection<EnvironmentId> environments) {
        if (environments.isEmpty()) {
            return false;
        }
        List<String> names = environments.stream().map(EnvironmentId::value).toList();
        return handle.createQuery(
                        "select token from lease where holder_id = :person and environment in (<names>) limit 1")
                .bind("person", person.value())
                .bindList("names", names)
                .mapTo(Long.class)
                .findFirst()
                .isPresent();
    }

    List<Duration> lately(UnitName unit, int most) {
        return handle.createQuery("""
            select u.ended_at - l.since as held
            from lease_unit u join lease l on l.id = u.lease_id
            where u.unit = :unit and u.ended_at is not null
            order by u.ended_at desc limit :most\
            """)
                .bind("unit", unit.value())
                .bind("most", most)
                .mapTo(Long.class)
                .map(Duration::ofMillis)
                .list();
    }

    private List<Lease> leases(String sql, UnaryOperator<Query> bound) {
        Map<String, Lease> bare = new LinkedHashMap<>();
        Map<String, List<UnitName>> units = new LinkedHashMap<>();
        bound.apply(handle.createQuery(sql))
                .map((row, context) -> new Row(lease(row), new UnitName(row.getString("unit"))))
                .forEach(row -> {
                    String id = row.lease().id().value();
                    bare.putIfAbsent(id, row.lease());
                    units.computeIfAbsent(id, any -> new ArrayList<>()).add(row.unit());
                });
        Map<String, List<PersonRef>> helpers = helpers(bare.keySet());
        return bare.values().stream()
                .map(lease -> whole(
                        lease,
                        units.getOrDefault(lease.id().value(), List.of()),
                        helpers.getOrDefault(lease.id().value(), List.of())))
                .toList();
    }

    private Map<String, List<PersonRef>> helpers(Collection<String> leases) {
        Map<String, List<PersonRef>> helpers = new LinkedHashMap<>();
        if (!leases.isEmpty()) {
            handle.createQuery("""
                select h.lease_id, h.person_id, p.name
                from helper h join person p on p.id = h.person_id
                where h.lease_id in (<leases>)
                order by h.lease_id, h.added, h.person_id\
                """)
                    .bindList("leases", List.copyOf(leases))
                    .map((row, context) -> Map.entry(
                            row.getString("lease_id"),
                            new PersonRef(new PersonId(row.getString("person_id")), row.getString("name"))))
                    .forEach(helper -> helpers.computeIfAbsent(helper.getKey(), any -> new ArrayList<>())
                            .add(helper.getValue()));
        }
        return helpers;
    }

    private static Lease lease(ResultSet row) throws SQLException {
        return new Lease(
                new LeaseId(row.getString("id")),
                new EnvironmentId(row.getString("environment")),
                List.of(),
                new PersonRef(new PersonId(row.getString("holder_id")), row.getString("holder")),
                List.of(),
                new FencingToken(row.getLong("token")),
                Instant.ofEpochMilli(row.getLong("since")),
                Instant.ofEpochMilli(row.getLong("until")),
                Optional.ofNullable(row.getString("purpose")),
                Optional.ofNullable(row.getString("bundle")),
                Instant.ofEpochMilli(row.getLong("seen")),
                Lease.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private static Lease whole(Lease lease, List<UnitName> units, List<PersonRef> helpers) {
        return new Lease(
                lease.id(),
                lease.environment(),
                units,
                lease.holder(),
                helpers,
                lease.token(),
                lease.since(),
                lease.until(),
                lease.purpose(),
                lease.bundle(),
                lease.seen(),
                lease.state());
    }

    private record Row(Lease lease, UnitName unit) {}
}
