package dibs.backend.store;

import static dibs.backend.store.HealthColumns.at;
import static dibs.backend.store.HealthColumns.deployed;
import static dibs.backend.store.HealthColumns.millis;
import static dibs.backend.store.HealthColumns.probe;
import static dibs.backend.store.HealthColumns.state;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Deploy;
import dibs.backend.health.DeployChange;
import dibs.backend.health.Health;
import dibs.backend.health.HealthChange;
import dibs.backend.health.HealthRows;
import dibs.backend.health.HealthState;
import dibs.backend.health.Incident;
import dibs.backend.health.IncidentLine;
import dibs.backend.health.ProbeState;
import dibs.backend.health.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How environments are: a row a probe, a row an environment, a row a change. */
final class JdbiHealth implements HealthRows {
    private final Handle handle;
    private final JdbiIncidents incidents;

    JdbiHealth(Handle handle) {
        this.handle = handle;
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
    public List<ProbeState> trees() {
        return handle.createQuery("select * from health_probe where tree is not null order by environment, probe")
                .map((row, context) -> probe(row))
                .list();
    }

    @Override
    public void put(ProbeState probe) {
        handle.createUpdate("""
            insert into health_probe (environment, probe, held, since, sign, seen_at, took_ms, sentence, silent_at,
              vpn, lately, tree, tree_since)
            values (:environment, :probe, :held, :since, :sign, :seen, :took, :sentence, :silent, :vpn, :lately, :tree,
              :tree_since)
            on conflict (environment, probe) do update set held = excluded.held, since = excluded.since,
              sign = excluded.sign, seen_at = excluded.seen_at, took_ms = excluded.took_ms,
              sentence = excluded.sentence, silent_at = excluded.silent_at, vpn = excluded.vpn,
              lately = excluded.lately, tree = excluded.tree,
              tree_since = excluded.tree_since\
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
                .bind("tree", probe.tree().map(it -> it.state().name()).orElse(null))
                .bind("tree_since", millis(probe.tree().map(Tree.Seen::since)))
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
        return forgotten + incidents.forget(before, limit);
    }

    /** Gives an environment another name; where both were looked at, what is known by the old one stays. */
    int rename(String from, String to) {
        int changed = 0;
        handle.execute("""
            delete from health_change where environment = ? and health = 'UNKNOWN'
              and at >= (select since from health_state where environment = ?)\
            """, to, from);
        // Another may have looked by the new name already, which says less than what came before.
        for (String table : List.of("health_probe", "health_change", "health_deploy")) {
            String key = table.equals("health_probe") ? "probe" : "at";
            handle.execute(
                    "delete from " + table + " where environment = ? and " + key + " in (select o." + key + " from "
                            + table + " o where o.environment = ?)",
                    to,
                    from);
            changed += handle.execute("update " + table + " set environment = ? where environment = ?", to, from);
        }
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

    private static List<String> ids(Collection<EnvironmentId> environments) {
        return environments.stream().map(EnvironmentId::value).toList();
    }
}
