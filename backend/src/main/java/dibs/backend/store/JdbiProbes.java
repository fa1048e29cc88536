package dibs.backend.store;

import static dibs.backend.store.HealthColumns.millis;
import static dibs.backend.store.HealthColumns.probe;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.ProbeState;
import dibs.backend.health.Tree;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What probes say: a row a probe. */
final class JdbiProbes {
    private final Handle handle;

    JdbiProbes(Handle handle) {
        this.handle = handle;
    }

    List<ProbeState> of(Collection<EnvironmentId> environments) {
        return handle.createQuery("select * from health_probe where environment in (<ids>) order by environment, probe")
                .bindList("ids", HealthColumns.ids(environments))
                .map((row, context) -> probe(row))
                .list();
    }

    List<ProbeState> trees() {
        return handle.createQuery("select * from health_probe where tree is not null order by environment, probe")
                .map((row, context) -> probe(row))
                .list();
    }

    void put(ProbeState probe) {
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

    List<EnvironmentId> silent(Instant now, int limit) {
        return handle.createQuery("""
            select environment from health_probe where silent_at <= :now and held <> 'UNKNOWN'
            group by environment order by min(silent_at) limit :limit\
            """)
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new EnvironmentId(row.getString("environment")))
                .list();
    }

    int rename(String from, String to) {
        // Another may have looked by the new name already, which says less than what came before.
        handle.execute("""
            delete from health_probe where environment = ? and probe in (
              select o.probe from health_probe o where o.environment = ?)\
            """, to, from);
        return handle.execute("update health_probe set environment = ? where environment = ?", to, from);
    }
}
