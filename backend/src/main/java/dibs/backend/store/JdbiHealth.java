package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Deploy;
import dibs.backend.health.DeployChange;
import dibs.backend.health.Deployed;
import dibs.backend.health.Health;
import dibs.backend.health.HealthChange;
import dibs.backend.health.HealthRows;
import dibs.backend.health.HealthState;
import dibs.backend.health.Incident;
import dibs.backend.health.IncidentLine;
import dibs.backend.health.ProbeState;
import dibs.backend.health.Sign;
import dibs.backend.health.TreeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How environments are: a row a probe, a row an environment, a row a change. */
final class JdbiHealth implements HealthRows {
    private final Handle handle;

    JdbiHealth(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void alone() {
        handle.execute("""
            insert into health_round (one, changes) values (1, 0)
            on conflict (one) do update set changes = health_round.changes\
            """);
    }

    @Override
    public long mark() {
        return handle.createQuery("select changes from health_round")
                .mapTo(Long.class)
                .findFirst()
                .orElse(0L);
    }

    @Override
    public List<HealthState> states() {
        return handle.createQuery("select * from health_state order by environment")
                .map((row, context) -> state(row))
                .list();
    }

    @Override
    public List<HealthState> states(Collection<EnvironmentId> environments) {
        return handle.createQuery("select * from health_state where environment in (<ids>) order by environment")
                .bindList("ids", ids(environments))
                .map((row, context) -> state(row))
                .list();
    }

    @Override
    public List<ProbeState> probes(Collection<EnvironmentId> environments) {
        return handle.createQuery("select * from health_probe where environment in (<ids>) order by environment, probe")
                .bindList("ids", ids(environments))
                .map((row, context) -> probe(row))
                .list();
    }

    @Override
    public void put(ProbeState probe) {
        handle.createUpdate("""
            insert into health_probe (environment, probe, held, since, sign, seen_at, took_ms, sentence, silent_at,
              vpn, lately, tree)
            values (:environment, :probe, :held, :since, :sign, :seen, :took, :sentence, :silent, :vpn, :lately, :tree)
            on conflict (environment, probe) do update set held = excluded.held, since = excluded.since,
              sign = excluded.sign, seen_at = excluded.seen_at, took_ms = excluded.took_ms,
              sentence = excluded.sentence, silent_at = excluded.silent_at, vpn = excluded.vpn,
              lately = excluded.lately, tree = excluded.tree\
            """)
                .bind("environment", probe.environment().value())
                .bind("probe", probe.probe())
                .bind("held", probe.held().name())
                .bind("since", probe.since().toEpochMilli())
                .bind("sign", probe.sign().name())
                .bind("seen", probe.seenAt().toEpochMilli())
                .bind("took", probe.took().toMillis())
                .bind("sentence", probe.sentence())
                .bind("silent", probe.silentAt().toEpochMilli())
                .bind("vpn", probe.vpn())
                .bind("lately", probe.lately())
                .bind("tree", probe.tree().map(Enum::name).orElse(null))
                .execute();
    }

    @Override
    public void put(HealthState state, boolean changed) {
        handle.createUpdate("""
            insert into health_state (environment, health, since, beneath, probe, sentence, vpn, turns, flapping,
              calm_at, version, commit_id, deployed_at, told, incident)
            values (:environment, :health, :since, :beneath, :probe, :sentence, :vpn, :turns, :flapping,
              :calm, :version, :commit, :deployed, :told, :incident)
            on conflict (environment) do update set health = excluded.health, since = excluded.since,
              beneath = excluded.beneath, probe = excluded.probe, sentence = excluded.sentence, vpn = excluded.vpn,
              turns = excluded.turns, flapping = excluded.flapping, calm_at = excluded.calm_at,
              version = excluded.version, commit_id = excluded.commit_id, deployed_at = excluded.deployed_at,
              told = excluded.told, incident = excluded.incident\
            """)
                .bind("environment", state.environment().value())
                .bind("health", state.health().name())
                .bind("since", state.since().toEpochMilli())
                .bind("beneath", state.beneath().name())
                .bind("probe", state.probe())
                .bind("sentence", state.sentence())
                .bind("vpn", state.vpn())
                .bind(
                        "turns",
                        state.turns().stream()
                                .map(turn -> Long.toString(turn.toEpochMilli()))
                                .collect(Collectors.joining(",")))
                .bind("flapping", millis(state.flapping()))
                .bind("calm", millis(state.calmAt()))
                .bind(
                        "version",
                        state.deploy().flatMap(it -> it.what().version()).orElse(null))
                .bind("commit", state.deploy().flatMap(it -> it.what().commit()).orElse(null))
                .bind("deployed", millis(state.deploy().flatMap(Deploy::at)))
                .bind("told", state.told().map(Enum::name).orElse(null))
                .bind("incident", state.incident().orElse(null))
                .execute();
        handle.execute("update health_round set changes = changes + 1");
        if (changed) {
            handle.createUpdate("""
                insert into health_change (environment, at, health, vpn) values (:environment, :at, :health, :vpn)
                on conflict (environment, at) do update set health = excluded.health, vpn = excluded.vpn\
                """)
                    .bind("environment", state.environment().value())
                    .bind("at", state.since().toEpochMilli())
                    .bind("health", state.health().name())
                    .bind("vpn", state.vpn())
                    .execute();
        }
    }

    @Override
    public void put(DeployChange deploy) {
        handle.createUpdate("""
            insert into health_deploy (environment, at, version, commit_id)
            values (:environment, :at, :version, :commit)
            on conflict (environment, at) do update set version = excluded.version, commit_id = excluded.commit_id\
            """)
                .bind("environment", deploy.environment().value())
                .bind("at", deploy.at().toEpochMilli())
                .bind("version", deploy.what().version().orElse(null))
                .bind("commit", deploy.what().commit().orElse(null))
                .execute();
    }

    @Override
    public List<EnvironmentId> silent(Instant now, int limit) {
        return environments("""
                select environment from health_probe where silent_at <= :now and held <> 'UNKNOWN'
                group by environment order by min(silent_at) limit :limit\
                """, now, limit);
    }

    @Override
    public List<EnvironmentId> calm(Instant now, int limit) {
        return environments("""
                select environment from health_state where calm_at is not null and calm_at <= :now
                order by calm_at limit :limit\
                """, now, limit);
    }

    private List<EnvironmentId> environments(String sql, Instant now, int limit) {
        return handle.createQuery(sql)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new EnvironmentId(row.getString("environment")))
                .list();
    }

    @Override
    public List<HealthChange> changes(EnvironmentId environment, Instant since) {
        return handle.createQuery("""
            select * from health_change where environment = :environment and at >= coalesce(
              (select max(at) from health_change where environment = :environment and at < :since), :since)
            order by at\
            """)
                .bind("environment", environment.value())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new HealthChange(
                        environment, at(row, "at"), Health.valueOf(row.getString("health")), row.getBoolean("vpn")))
                .list();
    }

    @Override
    public List<DeployChange> deploys(EnvironmentId environment, Instant since) {
        return handle.createQuery("""
            select * from health_deploy where environment = :environment and at >= :since order by at desc\
            """)
                .bind("environment", environment.value())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new DeployChange(environment, at(row, "at"), deployed(row)))
                .list();
    }

    @Override
    public List<Incident> incidents(Instant closedSince) {
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

    @Override
    public Optional<Incident> lastIncident(EnvironmentId environment) {
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

    @Override
    public int members(String incident) {
        return count("select count(*) from health_state where incident = :incident", incident);
    }

    @Override
    public int lines(String incident) {
        return count("select count(*) from health_incident_line where incident = :incident", incident);
    }

    private int count(String sql, String incident) {
        return handle.createQuery(sql)
                .bind("incident", incident)
                .mapTo(Integer.class)
                .one();
    }

    @Override
    public void put(Incident incident) {
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

    @Override
    public void close(String incident, Instant now) {
        handle.execute("update health_incident set closed_at = ? where id = ?", now.toEpochMilli(), incident);
    }

    @Override
    public void add(String incident, IncidentLine line) {
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

    @Override
    public int forget(Instant now, Duration after, int limit) {
        long before = now.minus(after).toEpochMilli();
        // How it was at the beginning of what is kept is said by the last change before.
        int forgotten = handle.execute("""
                  delete from health_change where (environment, at) in (
                    select c.environment, c.at from health_change c
                    where c.at < ? and exists (
                      select 1 from health_change n where n.environment = c.environment and n.at > c.at and n.at < ?)
                    order by c.at limit ?)\
                  """, before, before, limit);
        forgotten += handle.execute("delete from health_deploy where at < ?", before);
        String old = "(select id from health_incident where closed_at < ? order by closed_at, id limit ?)";
        forgotten += handle.execute("delete from health_incident_line where incident in " + old, before, limit);
        forgotten += handle.execute("delete from health_incident where id in " + old, before, limit);
        return forgotten;
    }

    private static List<String> ids(Collection<EnvironmentId> environments) {
        return environments.stream().map(EnvironmentId::value).toList();
    }

    private static HealthState state(ResultSet row) throws SQLException {
        Deployed what = deployed(row);
        boolean known = what.version().isPresent() || what.commit().isPresent();
        return new HealthState(
                new EnvironmentId(row.getString("environment")),
                Health.valueOf(row.getString("health")),
                at(row, "since"),
                Health.valueOf(row.getString("beneath")),
                row.getString("probe"),
                row.getString("sentence"),
                row.getBoolean("vpn"),
                turns(row.getString("turns")),
                maybe(row, "flapping"),
                known ? Optional.of(new Deploy(what, maybe(row, "deployed_at"))) : Optional.empty(),
                Optional.ofNullable(row.getString("told")).map(Health::valueOf),
                Optional.ofNullable(row.getString("incident")));
    }

    private static ProbeState probe(ResultSet row) throws SQLException {
        return new ProbeState(
                new EnvironmentId(row.getString("environment")),
                row.getString("probe"),
                Health.valueOf(row.getString("held")),
                at(row, "since"),
                Sign.valueOf(row.getString("sign")),
                at(row, "seen_at"),
                Duration.ofMillis(row.getLong("took_ms")),
                row.getString("sentence"),
                at(row, "silent_at"),
                row.getBoolean("vpn"),
                row.getString("lately"),
                Optional.ofNullable(row.getString("tree")).map(TreeState::valueOf));
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getString("id"),
                new EnvironmentId(row.getString("root")),
                at(row, "opened_at"),
                maybe(row, "closed_at"),
                List.of());
    }

    private static Deployed deployed(ResultSet row) throws SQLException {
        return new Deployed(
                Optional.ofNullable(row.getString("version")), Optional.ofNullable(row.getString("commit_id")));
    }

    private static List<Instant> turns(String turns) {
        return turns.isEmpty()
                ? List.of()
                : Arrays.stream(turns.split(",", -1))
                        .map(turn -> Instant.ofEpochMilli(Long.parseLong(turn)))
                        .toList();
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    private static Optional<Instant> maybe(ResultSet row, String column) throws SQLException {
        long at = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }
}
