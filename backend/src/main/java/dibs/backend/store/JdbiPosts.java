package dibs.backend.store;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.PostRows;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.person.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** What was posted where, and where it is quiet. */
final class JdbiPosts implements PostRows {
    private static final String COLUMNS =
            "conversation, key, edition, message_id, digest, pinned, attempts, next_at, claimed_until, fault";

    private static final int LONGEST_FAULT = 500;

    private final Handle handle;
    private final Dialect dialect;

    JdbiPosts(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    @Override
    public List<PostedMessage> open(ConversationId conversation) {
        // Sorted here: for the sake of an order SQLite would go through all that was ever posted there.
        return handle
                .createQuery("select " + COLUMNS
                        + " from posted_message where conversation = :conversation and closed_at is null")
                .bind("conversation", conversation.value())
                .map((row, context) -> message(row))
                .stream()
                .sorted(Comparator.comparing(PostedMessage::key))
                .toList();
    }

    @Override
    public Optional<PostedMessage> take(ConversationId conversation, String key, Instant now, Instant until) {
        handle.createUpdate("""
            insert into posted_message (conversation, key, edition, pinned, attempts)
            values (:conversation, :key, 1, false, 0)
            on conflict (conversation, key) do nothing\
            """)
                .bind("conversation", conversation.value())
                .bind("key", key)
                .execute();
        Optional<PostedMessage> free = handle.createQuery("select " + COLUMNS
                        + " from posted_message where conversation = :conversation and key = :key and closed_at is null"
                        + dialect.rowLock())
                .bind("conversation", conversation.value())
                .bind("key", key)
                .map((row, context) -> message(row))
                .findFirst()
                .filter(message -> message.freeAt(now));
        free.ifPresent(message -> of(
                        message, "update posted_message set claimed_until = :until, attempts = attempts + 1 where true")
                .bind("until", until.toEpochMilli())
                .execute());
        return free;
    }

    @Override
    public void shown(PostedMessage message, Instant until, String messageId, String digest, Instant now) {
        mine(message, until, """
            message_id = :message, digest = :digest, attempts = 0, next_at = null, fault = null, refused = null,
            posted_at = coalesce(posted_at, :now), changed_at = :now\
            """)
                .bind("message", messageId)
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public void later(PostedMessage message, Instant until, Instant next, String fault) {
        mine(message, until, "next_at = :next, fault = :fault")
                .bind("next", next.toEpochMilli())
                .bind("fault", cut(fault))
                .execute();
    }

    @Override
    public void refused(PostedMessage message, Instant until, Instant next, String fault, String sentence) {
        mine(message, until, "next_at = :next, fault = :fault, refused = :refused")
                .bind("next", next.toEpochMilli())
                .bind("fault", cut(fault))
                .bind("refused", cut(sentence))
                .execute();
    }

    @Override
    public void gone(PostedMessage message, Instant until) {
        mine(message, until, """
            message_id = null, digest = null, pinned = false, attempts = 0, next_at = null, fault = null, refused = null,
            edition = edition + 1\
            """).execute();
    }

    @Override
    public void pinned(PostedMessage message, Optional<Instant> next, Optional<String> fault) {
        of(message, "update posted_message set pinned = :pinned, next_at = :next, fault = :fault where true")
                .bind("pinned", next.isEmpty())
                .bind("next", next.map(Instant::toEpochMilli).orElse(null))
                .bind("fault", fault.map(JdbiPosts::cut).orElse(null))
                .execute();
    }

    @Override
    public void close(PostedMessage message, Instant now) {
        of(message, "update posted_message set closed_at = :now where closed_at is null")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Instant> quiet(ConversationId conversation) {
        return handle.createQuery("select until from quiet_conversation where conversation = :conversation")
                .bind("conversation", conversation.value())
                .mapTo(Long.class)
                .findFirst()
                .map(Instant::ofEpochMilli);
    }

    @Override
    public void quiet(ConversationId conversation, Instant until, PersonId by) {
        handle.createUpdate("""
            insert into quiet_conversation (conversation, until, by_id) values (:conversation, :until, :by)
            on conflict (conversation) do update set until = excluded.until, by_id = excluded.by_id\
            """)
                .bind("conversation", conversation.value())
                .bind("until", until.toEpochMilli())
                .bind("by", by.value())
                .execute();
    }

    /** A change that counts only as long as nobody else has taken the message; it gives the message back. */
    private Update mine(PostedMessage message, Instant until, String change) {
        return of(
                        message,
                        "update posted_message set claimed_until = null, " + change + " where claimed_until = :until")
                .bind("until", until.toEpochMilli());
    }

    private Update of(PostedMessage message, String update) {
        return handle.createUpdate(update + " and conversation = :conversation and key = :key")
                .bind("conversation", message.conversation().value())
                .bind("key", message.key());
    }

    private static String cut(String fault) {
        return fault.length() <= LONGEST_FAULT ? fault : fault.substring(0, LONGEST_FAULT);
    }

    private static PostedMessage message(ResultSet row) throws SQLException {
        // No value reads as 0, which is past.
        long busy = Math.max(row.getLong("next_at"), row.getLong("claimed_until"));
        return new PostedMessage(
                new ConversationId(row.getString("conversation")),
                row.getString("key"),
                row.getInt("edition"),
                Optional.ofNullable(row.getString("message_id")),
                Optional.ofNullable(row.getString("digest")),
                row.getBoolean("pinned"),
                row.getInt("attempts"),
                busy == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(busy)),
                Optional.ofNullable(row.getString("fault")));
    }
}
