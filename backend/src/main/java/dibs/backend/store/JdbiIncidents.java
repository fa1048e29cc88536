package dibs.backend.store;

import static dibs.backend.store.HealthColumns.at;
import static dibs.backend.store.HealthColumns.maybe;
import static dibs.backend.store.HealthColumns.millis;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Health;
import dibs.backend.health.Incident;
import dibs.backend.health.IncidentLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What went wrong: a row an incident, a row a line of it. */
final class JdbiIncidents {
    private final Handle handle;

    JdbiIncidents(Handle handle) {
        this.handle = handle;
    }

    List<Incident> incidents(Instant closedSince) {
        return handle
                .createQuery("""
                    select * from health_incident where closed_at is null or closed_at >= :since order by opened_at, id\
                    """)
                .bind("since", closedSince.toEpochMilli())
                .map((row, context) -> incident(row))
                .list()
                .stream()
                .map(this::withLines)
                .toList();
    }

    Optional<Incident> lastIncident(EnvironmentId environment) {
        return handle.createQuery("""
            select * from health_incident where id in (
              select incident from health_incident_line where environment = :environment)
            order by opened_at desc, id desc limit 1\
            """)
                .bind("environment", environment.value())
                .map((row, context) -> incident(row))
                .findFirst();
    }

    private Incident withLines(Incident incident) {
        List<IncidentLine> lines = handle.createQuery(
                        "select * from health_incident_line where incident = :incident order by number")
                .bind("incident", incident.id())
                .map((row, context) -> new IncidentLine(
                        row.getInt("number"),
                        at(row, "at"),
                        IncidentLine.What.valueOf(row.getString("what")),
                        new EnvironmentId(row.getString("environment")),
                        Health.valueOf(row.getString("health")),
                        row.getString("sentence"),
                        maybe(row, "deployed_at")))
                .list();
        return new Incident(incident.id(), incident.root(), incident.opened(), incident.closed(), lines);
    }

    int members(String incident) {
        return count("select count(*) from health_state where incident = :incident", incident);
    }

    int lines(String incident) {
        return count("select count(*) from health_incident_line where incident = :incident", incident);
    }

    private int count(String sql, String incident) {
        return handle.createQuery(sql)
                .bind("incident", incident)
                .mapTo(Integer.class)
                .one();
    }

    void put(Incident incident) {
        handle.createUpdate("""
            insert into health_incident (id, root, opened_at, closed_at) values (:id, :root, :opened, :closed)
            on conflict (id) do update set root = excluded.root, closed_at = excluded.closed_at\
            """)
                .bind("id", incident.id())
                .bind("root", incident.root().value())
                .bind("opened", incident.opened().toEpochMilli())
                .bind("closed", millis(incident.closed()))
                .execute();
    }

    void close(String incident, Instant now) {
        handle.execute("update health_incident set closed_at = ? where id = ?", now.toEpochMilli(), incident);
    }

    void add(String incident, IncidentLine line) {
        handle.createUpdate("""
            insert into health_incident_line (incident, number, at, what, environment, health, sentence, deployed_at)
            values (:incident, :number, :at, :what, :environment, :health, :sentence, :deployed)\
            """)
                .bind("incident", incident)
                .bind("number", line.number())
                .bind("at", line.at().toEpochMilli())
                .bind("what", line.what().name())
                .bind("environment", line.environment().value())
                .bind("health", line.health().name())
                .bind("sentence", line.sentence())
                .bind("deployed", millis(line.deployed()))
                .execute();
    }

    int rename(String from, String to) {
        return handle.execute("update health_incident set root = ? where root = ?", to, from)
                + handle.execute("update health_incident_line set environment = ? where environment = ?", to, from);
    }

    /** Forgets some that were closed before then; how many rows. */
    int forget(long before, int limit) {
        String old = "(select id from health_incident where closed_at < ? order by closed_at, id limit ?)";
        int forgotten = handle.execute("delete from health_incident_line where incident in " + old, before, limit);
        return forgotten + handle.execute("delete from health_incident where id in " + old, before, limit);
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getString("id"),
                new EnvironmentId(row.getString("root")),
                at(row, "opened_at"),
                maybe(row, "closed_at"),
                List.of());
    }
}
