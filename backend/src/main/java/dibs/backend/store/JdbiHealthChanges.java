package dibs.backend.store;

import static dibs.backend.store.HealthColumns.at;
import static dibs.backend.store.HealthColumns.deployed;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.DeployChange;
import dibs.backend.health.Health;
import dibs.backend.health.HealthChange;
import dibs.backend.health.HealthState;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How environments changed: a row a change of health, a row something else that runs there. */
final class JdbiHealthChanges {
    private final Handle handle;

    JdbiHealthChanges(Handle handle) {
        this.handle = handle;
    }

    void put(HealthState state) {
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

    void put(DeployChange deploy) {
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

    List<HealthChange> of(EnvironmentId environment, Instant since) {
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

    List<DeployChange> deploys(EnvironmentId environment, Instant since) {
        return handle.createQuery("""
            select * from health_deploy where environment = :environment and at >= :since order by at desc\
            """)
                .bind("environment", environment.value())
                .bind("since", since.toEpochMilli())
                .map((row, context) -> new DeployChange(environment, at(row, "at"), deployed(row)))
                .list();
    }

    int forget(Instant before, int limit) {
        long moment = before.toEpochMilli();
        // How it was at the beginning of what is kept is said by the last change before.
        int forgotten = handle.execute("""
            delete from health_change where (environment, at) in (
              select c.environment, c.at from health_change c
              where c.at < ? and exists (
                select 1 from health_change n where n.environment = c.environment and n.at > c.at and n.at < ?)
              order by c.at limit ?)\
            """, moment, moment, limit);
        return forgotten + handle.execute("delete from health_deploy where at < ?", moment);
    }

    /** To be called while the states of both names are there still. */
    int rename(String from, String to) {
        handle.execute("""
            delete from health_change where environment = ? and health = 'UNKNOWN'
              and at >= (select since from health_state where environment = ?)\
            """, to, from);
        int changed = 0;
        // Another may have looked by the new name already, which says less than what came before.
        for (String table : List.of("health_change", "health_deploy")) {
            handle.execute(
                    "delete from " + table + " where environment = ? and at in (select o.at from " + table
                            + " o where o.environment = ?)",
                    to,
                    from);
            changed += handle.execute("update " + table + " set environment = ? where environment = ?", to, from);
        }
        return changed;
    }
}
