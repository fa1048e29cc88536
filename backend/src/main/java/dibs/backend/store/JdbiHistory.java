package dibs.backend.store;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.history.History;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What happened, in rows that are only ever added. */
final class JdbiHistory implements History {
    /** A newer program may have written what this one has no word for: such lines are left out. */
    private static final List<String> KNOWN =
            Arrays.stream(What.values()).map(JdbiHistory::word).toList();

    private static final String NEWEST = """
            select h.at, h.what, h.environment, h.lease_id, h.actor_id, p.name as actor, h.details
            from history h left join person p on p.id = h.actor_id
            where h.at >= :since and h.what in (<known>) %s
            order by h.at desc, h.id desc
            limit :limit""";

    private static final String ANYWHERE = NEWEST.formatted("");
    private static final String THERE = NEWEST.formatted("and h.environment = :environment");
    private static final String BY_ACTOR = NEWEST.formatted("and h.actor_id = :actor");

    private final Handle handle;
    private final Json json;

    JdbiHistory(Handle handle, Json json) {
        this.handle = handle;
        this.json = json;
    }

    @Override
    public void add(HistoryEvent event) {
        handle.createUpdate("""
                insert into history (at, what, environment, lease_id, actor_id, details)
                values (:at, :what, :environment, :lease, :actor, :details)""")
                .bind("at", event.at().toEpochMilli())
                .bind("what", word(event.what()))
                .bind(
                        "environment",
                        event.environment().map(EnvironmentId::value).orElse(null))
                .bind("lease", event.lease().orElse(null))
                .bind("actor", event.actor().map(actor -> actor.id().value()).orElse(null))
                .bind("details", json.texts(event.details()))
                .execute();
    }

    @Override
    public List<HistoryEvent> newest(Optional<EnvironmentId> environment, Optional<Instant> since, int limit) {
        return environment
                .map(there -> handle.createQuery(THERE).bind("environment", there.value()))
                .orElseGet(() -> handle.createQuery(ANYWHERE))
                .bind("since", since.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE))
                .bindList("known", KNOWN)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list();
    }

    @Override
    public List<HistoryEvent> by(PersonId actor, Instant since, int limit) {
        return handle.createQuery(BY_ACTOR)
                .bind("actor", actor.value())
                .bind("since", since.toEpochMilli())
                .bindList("known", KNOWN)
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list();
    }

    private HistoryEvent event(ResultSet row) throws SQLException {
        Optional<String> actor = Optional.ofNullable(row.getString("actor_id"));
        String name = row.getString("actor");
        return new HistoryEvent(
                Instant.ofEpochMilli(row.getLong("at")),
                What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("environment")).map(EnvironmentId::new),
                Optional.ofNullable(row.getString("lease_id")),
                actor.map(id -> new PersonRef(new PersonId(id), name)),
                json.texts(row.getString("details")));
    }

    private static String word(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }
}
