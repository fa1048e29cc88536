package dibs.backend.transaction;

import java.time.Instant;
import java.util.function.Function;

/**
 * The only way to the store. Work is database work and nothing else: it may be run again when the engine asks for it, and
 * may be grouped with other work under savepoints, so it must have no effect outside the session that it is given.
 *
 * @param <T> what the work may reach; each service names the few ports that it needs
 */
public interface Transactor<T> {
    /**
     * Runs the work in one write transaction and hands its result out after the commit.
     *
     * @throws StoreException when the store broke; then nothing of the work is kept
     */
    <R> R write(Function<? super T, R> work);

    /**
     * Runs the work on one consistent state of the store, without writing.
     *
     * @throws StoreException when the store broke
     */
    <R> R read(Function<? super T, R> work);

    /**
     * Runs the work as {@link #write} does, once for each message: a message that was processed before gets the result of
     * that time, and the work is not run. The result is kept in the work's own transaction, for 30 days.
     *
     * @param message which message asks
     * @param type the sealed type of the result, made of records only
     * @throws StoreException when the store broke; then nothing of the work is kept and the message counts as not processed;
     *     also when the kept result cannot be read back, because another version of the program wrote it or the message
     *     asked for something else that time: then the work is not run, for its effect is there
     */
    <R> R once(MessageKey message, Class<R> type, Instant now, Function<? super T, R> work);

    /**
     * Forgets the messages that were processed more than 30 days ago.
     *
     * @return how many
     */
    int purgeMessages(Instant now);
}
