package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.Recurrence;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.Schedule;
import dibs.backend.lease.Series;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads reservations whole, in one query however many they are. */
final class ReservationQueries {
    private static final String OPEN = "o.state in ('planned', 'asked', 'confirmed')";

    private static final String WINDOWS = """
            select o.id, o.series_id, s.person_id, p.name as person, o.starts, o.ends, o.state, o.confirm_by, s.days, s.weeks, o.purpose, s.bundle,
                coalesce(r.environment, r.unit) as environment, r.unit
            from occurrence o
            join reservation_series s on s.id = o.series_id
            join person p on p.id = s.person_id
            join reservation r on r.id = o.id
            left join reservation_part t on t.series_id = s.id and t.environment = r.environment and not t.shared
            where %s
            order by o.starts, o.id, t.position, r.unit""";

    private static final String ALL_OPEN = WINDOWS.formatted(OPEN);
    private static final String ONE = WINDOWS.formatted("o.id = :id");
    private static final String OF_SERIES = WINDOWS.formatted(OPEN + " and o.series_id = :series");

    private static final String TOUCHING = WINDOWS.formatted(OPEN + " and " + """
            o.id in (
              select id from reservation where unit in (<units>) and cancelled_at is null)""");

    private static final String DUE = WINDOWS.formatted("""
            o.id in (
              select o.id from occurrence o
              where %s and o.starts <= :starts order by o.starts, o.id limit :limit)""".formatted(OPEN));

    private final Handle handle;

    ReservationQueries(Handle handle) {
        this.handle = handle;
    }

    List<Reservation> open(Collection<UnitName> units) {
        return units.isEmpty()
                ? List.of()
                : windows(TOUCHING, query -> query.bindList("units", JdbiLeaseRows.names(units)));
    }

    List<Reservation> open() {
        return windows(ALL_OPEN, query -> query);
    }

    List<Reservation> ofSeries(String series) {
        return windows(OF_SERIES, query -> query.bind("series", series));
    }

    Optional<Reservation> find(String id) {
        return windows(ONE, query -> query.bind("id", id)).stream().findFirst();
    }

    List<Reservation> due(Instant starts, int limit) {
        return windows(DUE, query -> query.bind("starts", starts.toEpochMilli()).bind("limit", limit));
    }

    private List<Reservation> windows(String sql, UnaryOperator<Query> bound) {
        Map<String, Reservation> bare = new LinkedHashMap<>();
        Map<String, Map<EnvironmentId, Set<UnitName>>> parts = new LinkedHashMap<>();
        bound.apply(handle.createQuery(sql))
                .map((row, context) -> new Row(
                        window(row),
                        new EnvironmentId(row.getString("environment")),
                        new UnitName(row.getString("unit"))))
                .forEach(row -> {
                    bare.putIfAbsent(row.window().id(), row.window());
                    parts.computeIfAbsent(row.window().id(), any -> new LinkedHashMap<>())
                            .computeIfAbsent(row.environment(), any -> new LinkedHashSet<>())
                            .add(row.unit());
                });
        return bare.values().stream()
                .map(window -> whole(window, parts.getOrDefault(window.id(), Map.of())))
                .toList();
    }

    List<Series> toAdd(Instant storedTo, int limit) {
        List<Series> bare = handle.createQuery("""
                select s.id, s.person_id, p.name as person, s.zone, s.first_at, s.length, s.days, s.weeks, s.until, s.purpose, s.bundle,
                    s.stored_to, s.windows
                from reservation_series s join person p on p.id = s.person_id
                where s.ended_at is null and s.stored_to < :to
                order by s.stored_to, s.id limit :limit""")
                .bind("to", storedTo.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> series(row))
                .list();
        return bare.stream()
                .map(series -> new Series(
                        series.id(),
                        series.person(),
                        series.schedule(),
                        parts(series.id(), false),
                        parts(series.id(), true),
                        series.purpose(),
                        series.bundle(),
                        series.storedTo(),
                        series.windows()))
                .toList();
    }

    List<EnvironmentId> parts(String series, boolean shared) {
        return handle.createQuery("""
                select environment from reservation_part where series_id = :series and shared = :shared order by position""")
                .bind("series", series)
                .bind("shared", shared)
                .map((row, context) -> new EnvironmentId(row.getString("environment")))
                .list();
    }

    private static Reservation window(ResultSet row) throws SQLException {
        return new Reservation(
                row.getString("id"),
                row.getString("series_id"),
                person(row),
                List.of(),
                Instant.ofEpochMilli(row.getLong("starts")),
                Instant.ofEpochMilli(row.getLong("ends")),
                Reservation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                maybe(row, "confirm_by"),
                every(row),
                Optional.ofNullable(row.getString("purpose")),
                Optional.ofNullable(row.getString("bundle")));
    }

    private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Reservation whole(Reservation bare, Map<EnvironmentId, Set<UnitName>> kept) {
        List<Reservation.Part> parts = new ArrayList<>();
        kept.forEach((environment, units) -> parts.add(new Reservation.Part(environment, List.copyOf(units))));
        return new Reservation(
                bare.id(),
                bare.series(),
                bare.person(),
                parts,
                bare.starts(),
                bare.ends(),
                bare.state(),
                bare.longer(),
                bare.every(),
                bare.purpose(),
                bare.bundle());
    }

    private static Series series(ResultSet row) throws SQLException {
        return new Series(
                row.getString("id"),
                person(row),
                new Schedule(
                        ZoneId.of(row.getString("zone")),
                        LocalDateTime.parse(row.getString("first_at")),
                        Duration.ofMillis(row.getLong("length")),
                        every(row),
                        maybe(row, "until")),
                List.of(),
                List.of(),
                Optional.ofNullable(row.getString("purpose")),
                Optional.ofNullable(row.getString("bundle")),
                Instant.ofEpochMilli(row.getLong("stored_to")),
                row.getInt("windows"));
    }

    private static PersonRef person(ResultSet row) throws SQLException {
        return new PersonRef(new PersonId(row.getString("person_id")), row.getString("person"));
    }

    /** The days as they are stored: {@code 12345}, counted from Monday; nothing: once only. */
    static String days(Optional<Recurrence> every) {
        return every.map(it -> it.days().stream()
                        .sorted()
                        .map(day -> Integer.toString(day.getValue()))
                        .collect(Collectors.joining()))
                .orElse("");
    }

    private static Optional<Recurrence> every(ResultSet row) throws SQLException {
        Set<DayOfWeek> days = row.getString("days")
                .chars()
                .mapToObj(digit -> DayOfWeek.of(digit - '0'))
                .collect(Collectors.toSet());
        return days.isEmpty() ? Optional.empty() : Optional.of(new Recurrence(days, row.getInt("weeks")));
    }

    private record Row(Reservation window, EnvironmentId environment, UnitName unit) {}
}
