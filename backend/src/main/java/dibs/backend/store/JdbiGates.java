package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.GateState;
import dibs.backend.environment.UnitName;
import dibs.backend.gate.Gate;
import dibs.backend.gate.GateRows;
import dibs.backend.gate.Rhythm;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Gates in rows. */
final class JdbiGates implements GateRows {
    /** No environment and no unit is called that, so that an empty list finds nothing. */
    private static final String NOTHING = "";

    private static final String GATES = """
        select g.environment, g.state, g.reason, g.by_id, p.name as by_name, g.since, g.until, g.covers, g.units,
            g.days, g.begins, g.zone, g.length_ms, g.shut, g.due
        from gate g join person p on p.id = g.by_id
        """;

    private final Handle handle;
    private final Dialect dialect;

    JdbiGates(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    @Override
    public void lock(Collection<UnitName> units) {
        Set<UnitName> together = new TreeSet<>(units);
        together.addAll(offered(units));
        new UnitRows(handle, dialect).lock(together);
    }

    @Override
    public void letGo(Collection<UnitName> units) {
        new JdbiWindows(handle).letGo(offered(units));
    }

    /** What is kept of the units, with what the same offers keep besides. */
    private List<UnitName> offered(Collection<UnitName> units) {
        return handle.createQuery("""
            select distinct o.name from unit u
            join unit o on o.person_id = u.person_id and o.kind = u.kind and o.since = u.since
            where u.name in (<units>) and u.kind <> 'lease' and (u.kind = 'offer' or o.name = u.name)
            order by o.name\
            """)
                .bindList("units", units(units))
                .map((row, context) -> new UnitName(row.getString("name")))
                .list();
    }

    @Override
    public List<Gate> all() {
        return handle.createQuery(GATES + "order by g.environment, g.repeats")
                .map((row, context) -> gate(row))
                .list();
    }

    @Override
    public void put(Gate gate, boolean told, Optional<Instant> due) {
        Optional<Rhythm> rhythm = gate.rhythm();
        handle.createUpdate("delete from gate where environment = :environment and repeats = :repeats")
                .bind("environment", gate.environment().value())
                .bind("repeats", rhythm.isPresent())
                .execute();
        handle.createUpdate("""
            insert into gate (environment, repeats, state, reason, by_id, since, until, covers, units,
                days, begins, zone, length_ms, shut, due)
            values (:environment, :repeats, :state, :reason, :by, :since, :until, :covers, :units,
                :days, :begins, :zone, :length, :shut, :due)\
            """)
                .bind("environment", gate.environment().value())
                .bind("repeats", rhythm.isPresent())
                .bind("state", gate.state().word())
                .bind("reason", gate.reason())
                .bind("by", gate.by().id().value())
                .bind("since", gate.since().toEpochMilli())
                .bind("until", gate.until().map(Instant::toEpochMilli).orElse(null))
                .bind("covers", gate.covers().stream().map(EnvironmentId::value).collect(Collectors.joining(" ")))
                .bind("units", gate.units().stream().map(UnitName::value).collect(Collectors.joining("\n")))
                .bind("days", rhythm.map(JdbiGates::days).orElse(null))
                .bind("begins", rhythm.map(it -> it.at().toString()).orElse(null))
                .bind("zone", rhythm.map(it -> it.zone().getId()).orElse(null))
                .bind("length", rhythm.map(it -> it.length().toMillis()).orElse(null))
                .bind("shut", told)
                .bind("due", due.map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    private static String days(Rhythm rhythm) {
        return rhythm.days().stream().map(DayOfWeek::name).collect(Collectors.joining(" "));
    }

    @Override
    public boolean remove(Gate gate) {
        return handle.createUpdate("""
            delete from gate
            where environment = :environment and repeats = :repeats and since = :since\
            """)
                        .bind("environment", gate.environment().value())
                        .bind("repeats", gate.rhythm().isPresent())
                        .bind("since", gate.since().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public List<Told> due(Instant now, int limit) {
        return handle.createQuery(GATES + "where g.due <= :now order by g.due, g.environment, g.repeats limit :limit")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) ->
                        new Told(gate(row), row.getBoolean("shut"), Instant.ofEpochMilli(row.getLong("due"))))
                .list();
    }

    @Override
    public boolean tell(Told before, boolean told, Optional<Instant> due) {
        Gate gate = before.gate();
        return handle.createUpdate("""
            update gate set shut = :shut, due = :next
            where environment = :environment and repeats = :repeats and since = :since and due = :due\
            """)
                        .bind("shut", told)
                        .bind("next", due.map(Instant::toEpochMilli).orElse(null))
                        .bind("environment", gate.environment().value())
                        .bind("repeats", gate.rhythm().isPresent())
                        .bind("since", gate.since().toEpochMilli())
                        .bind("due", before.due().toEpochMilli())
                        .execute()
                == 1;
    }

    @Override
    public List<PersonId> holders(Collection<UnitName> units, Collection<EnvironmentId> environments, Instant now) {
        return handle.createQuery("""
            select l.holder_id as person from lease l
            where l.state = 'held' and l.until > :now
              and l.id in (select lease_id from lease_unit where open and unit in (<units>))
            union
            select u.person_id from shared_use u
            where u.ended_at is null and u.until > :now and u.environment in (<environments>)
            order by person\
            """)
                .bind("now", now.toEpochMilli())
                .bindList("units", units(units))
                .bindList("environments", ids(environments))
                .map((row, context) -> new PersonId(row.getString("person")))
                .list();
    }

    @Override
    public List<PersonId> watchers(Collection<UnitName> units, Collection<EnvironmentId> environments) {
        return handle.createQuery("""
            select person_id from watch where unit in (<units>) or environment in (<environments>)
            group by person_id order by min(since), person_id\
            """)
                .bindList("units", units(units))
                .bindList("environments", ids(environments))
                .map((row, context) -> new PersonId(row.getString("person_id")))
                .list();
    }

    /** Gives what gates speak of another name; how many did. */
    int rename(String from, String to) {
        int changed = 0;
        for (Gate gate : all()) {
            List<String> covers = renamed(ids(gate.covers()), from, to);
            List<String> units =
                    renamed(gate.units().stream().map(UnitName::value).toList(), from, to);
            changed += handle.createUpdate("""
                update gate set covers = :covers, units = :units
                where environment = :environment and repeats = :repeats
                  and (covers <> :covers or units <> :units)\
                """)
                    .bind("covers", String.join(" ", covers))
                    .bind("units", String.join("\n", units))
                    .bind("environment", gate.environment().value())
                    .bind("repeats", gate.rhythm().isPresent())
                    .execute();
        }
        return changed;
    }

    private static List<String> renamed(List<String> names, String from, String to) {
        return names.stream()
                .map(name -> name.equals(from) ? to : name)
                .distinct()
                .toList();
    }

    private static List<String> units(Collection<UnitName> units) {
        return units.isEmpty() ? List.of(NOTHING) : JdbiLeaseRows.names(units);
    }

    private static List<String> ids(Collection<EnvironmentId> ids) {
        return ids.isEmpty()
                ? List.of(NOTHING)
                : ids.stream().map(EnvironmentId::value).toList();
    }

    private static Gate gate(ResultSet row) throws SQLException {
        String until = row.getString("until");
        return new Gate(
                new EnvironmentId(row.getString("environment")),
                words(row.getString("covers"), " ").map(EnvironmentId::new).toList(),
                words(row.getString("units"), "\n").map(UnitName::new).toList(),
                GateState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                new PersonRef(new PersonId(row.getString("by_id")), row.getString("by_name")),
                Instant.ofEpochMilli(row.getLong("since")),
                Optional.ofNullable(until).map(Long::valueOf).map(Instant::ofEpochMilli),
                rhythm(row));
    }

    private static Optional<Rhythm> rhythm(ResultSet row) throws SQLException {
        String days = row.getString("days");
        return days == null
                ? Optional.empty()
                : Optional.of(new Rhythm(
                        words(days, " ").map(DayOfWeek::valueOf).toList(),
                        LocalTime.parse(row.getString("begins")),
                        ZoneId.of(row.getString("zone")),
                        Duration.ofMillis(row.getLong("length_ms"))));
    }

    private static Stream<String> words(String text, String between) {
        return Arrays.stream(text.split(between)).filter(word -> !word.isEmpty());
    }
}
