package dibs.backend.store;

import dibs.backend.announcement.ConversationId;
import dibs.backend.connection.Queue;
import dibs.backend.connection.Trouble;
import dibs.backend.connection.TroubleRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is in the way, as columns of other tables say, and what was told of it. */
final class JdbiTroubles implements TroubleRows {
    private final Handle handle;

    JdbiTroubles(Handle handle) {
        this.handle = handle;
    }

    @Override
    public List<Closed> closed() {
        return handle.createQuery("""
                select conversation, min(refused) as sentence from posted_message
                where refused is not null and closed_at is null
                group by conversation
                order by conversation""")
                .map((row, context) ->
                        new Closed(new ConversationId(row.getString("conversation")), row.getString("sentence")))
                .list();
    }

    @Override
    public Queue queue() {
        return handle.createQuery("""
                select count(*) as all_of_them, count(dead_at) as dead from outbox where sent_at is null""")
                .map((row, context) -> new Queue(row.getInt("all_of_them") - row.getInt("dead"), row.getInt("dead")))
                .one();
    }

    @Override
    public Map<String, Instant> told() {
        Map<String, Instant> told = new LinkedHashMap<>();
        handle.createQuery("select key, told_at from told_trouble order by key")
                .map((row, context) -> Map.entry(row.getString("key"), Instant.ofEpochMilli(row.getLong("told_at"))))
                .forEach(it -> told.put(it.getKey(), it.getValue()));
        return told;
    }

    @Override
    public boolean tell(Trouble trouble, Instant now) {
        return handle.createUpdate("""
                        insert into told_trouble (key, sentence, told_at) values (:key, :sentence, :now)
                        on conflict (key) do nothing""")
                        .bind("key", trouble.key())
                        .bind("sentence", trouble.sentence())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    @Override
    public void mended(String key) {
        handle.createUpdate("delete from told_trouble where key = :key")
                .bind("key", key)
                .execute();
    }
}
