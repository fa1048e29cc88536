package dibs.backend.store;

import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.StoreException;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import tools.jackson.core.JacksonException;

/** What was answered to which message. */
final class ProcessedMessages {
    private static final Duration KEPT = Duration.ofDays(30);

    private final Handle handle;
    private final Json json;

    ProcessedMessages(Handle handle, Json json) {
        this.handle = handle;
        this.json = json;
    }

    /**
     * Enters the message before its work is run; a second delivery at the same moment waits here until the first is
     * committed, or undone.
     *
     * @return false when it was processed before
     */
    boolean begin(MessageKey message, Instant now) {
        return named(handle.createUpdate("""
                        insert into processed_message (platform, conversation, message_id, at, result_type, result)
                        values (:platform, :conversation, :message, :at, '', '')
                        on conflict (platform, conversation, message_id) do nothing"""), message)
                        .bind("at", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Keeps the answer to a message that was begun. */
    <R> void keep(MessageKey message, Class<R> type, R result) {
        named(handle.createUpdate("""
                update processed_message set result_type = :type, result = :result
                where platform = :platform and conversation = :conversation and message_id = :message"""), message)
                .bind("type", type.getSimpleName())
                .bind("result", json.write(result, type))
                .execute();
    }

    /** The answer of that time. */
    <R> R answer(MessageKey message, Class<R> type) {
        Kept kept = named(handle.createQuery("""
                select result_type, result from processed_message
                where platform = :platform and conversation = :conversation and message_id = :message"""), message)
                .map((row, context) -> new Kept(row.getString("result_type"), row.getString("result")))
                .one();
        if (!kept.type().equals(type.getSimpleName())) {
            throw new StoreException(
                    "Message " + message + " asked for something else before: it has a " + kept.type() + ".", false);
        }
        try {
            return json.read(kept.result(), type);
        } catch (JacksonException e) {
            throw new StoreException(
                    "Message " + message + " was answered by another version of Dibs, whose answer cannot be read.",
                    false,
                    e);
        }
    }

    int purge(Instant now) {
        return handle.createUpdate("delete from processed_message where at < :before")
                .bind("before", now.minus(KEPT).toEpochMilli())
                .execute();
    }

    private static <S extends SqlStatement<S>> S named(S statement, MessageKey message) {
        return statement
                .bind("platform", message.platform())
                .bind("conversation", message.conversation())
                .bind("message", message.messageId());
    }

    private record Kept(String type, String result) {}
}
