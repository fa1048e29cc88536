package dibs.backend.store;

import static dibs.backend.store.HealthColumns.millis;
import static dibs.backend.store.HealthColumns.state;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Deploy;
import dibs.backend.health.DeployChange;
import dibs.backend.health.HealthChange;
import dibs.backend.health.HealthRows;
import dibs.backend.health.HealthState;
import dibs.backend.health.Incident;
import dibs.backend.health.IncidentLine;
import dibs.backend.health.ProbeState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How environments are: a row an environment. Its probes, its changes and what went wrong have tables of their own. */
final class JdbiHealth implements HealthRows {
    private final Handle handle;
    private final JdbiProbes probes;
    private final JdbiHealthChanges changes;
    private final JdbiIncidents incidents;

    JdbiHealth(Handle handle) {
        this.handle = handle;
        this.probes = new JdbiProbes(handle);
        this.changes = new JdbiHealthChanges(handle);
        this.incidents = new JdbiIncidents(handle);
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
                .bindList("ids", HealthColumns.ids(environments))
                .map((row, context) -> state(row))
                .list();
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
            changes.put(state);
        }
    }

    @Override
    public List<ProbeState> probes(Collection<EnvironmentId> environments) {
        return probes.of(environments);
    }

    @Override
    public List<ProbeState> trees() {
        return probes.trees();
    }

    @Override
    public void put(ProbeState probe) {
        probes.put(probe);
    }

    @Override
    public List<EnvironmentId> silent(Instant now, int limit) {
        return probes.silent(now, limit);
    }

    @Override
    public void put(DeployChange deploy) {
        changes.put(deploy);
    }

    @Override
    public List<HealthChange> changes(EnvironmentId environment, Instant since) {
        return changes.of(environment, since);
    }

    @Override
    public List<DeployChange> deploys(EnvironmentId environment, Instant since) {
        return changes.deploys(environment, since);
    }

    @Override
    public List<EnvironmentId> calm(Instant now, int limit) {
        return handle.createQuery("""
            select environment from health_state where calm_at is not null and calm_at <= :now
            order by calm_at limit :limit\
            """)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new EnvironmentId(row.getString("environment")))
                .list();
    }

    @Override
    public List<Incident> incidents(Instant closedSince) {
        return incidents.incidents(closedSince);
    }

    @Override
    public Optional<Incident> lastIncident(EnvironmentId environment) {
        return incidents.lastIncident(environment);
    }

    @Override
    public int members(String incident) {
        return incidents.members(incident);
    }

    @Override
    public int lines(String incident) {
        return incidents.lines(incident);
    }

    @Override
    public void put(Incident incident) {
        incidents.put(incident);
    }

    @Override
    public void close(String incident, Instant now) {
        incidents.close(incident, now);
    }

    @Override
    public void add(String incident, IncidentLine line) {
        incidents.add(incident, line);
    }

    @Override
    public int forget(Instant now, Duration after, int limit) {
        Instant before = now.minus(after);
        return changes.forget(before, limit) + incidents.forget(before.toEpochMilli(), limit);
    }

    /** Gives an environment another name; where both were looked at, what is known by the old one stays. */
    int rename(String from, String to) {
        // The changes look at the states, so the states go last.
        int changed = changes.rename(from, to) + probes.rename(from, to);
        handle.execute("""
            delete from health_state where environment = ? and exists (
              select 1 from health_state o where o.environment = ?)\
            """, to, from);
        changed += handle.execute("update health_state set environment = ? where environment = ?", to, from);
        return changed + incidents.rename(from, to);
    }

    @Override
    public List<HealthState> unknownInIncidents() {
        return handle.createQuery("""
            select * from health_state where incident is not null and health = 'UNKNOWN' order by environment\
            """).map((row, context) -> state(row)).list();
    }
}
