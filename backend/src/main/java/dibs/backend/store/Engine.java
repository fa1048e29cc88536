package dibs.backend.store;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** An opened database: runs transactions, each in one attempt. */
interface Engine extends AutoCloseable {
    /** What is this engine's own. */
    Dialect dialect();

    /** Runs the work in one write transaction: committed when it returns, undone when it throws. */
    <R> R write(Function<Handle, R> work);

    /** Runs the work on one consistent state. */
    <R> R read(Function<Handle, R> work);

    /** Whether this process, and no other, has that for its own until it is closed; asked again, the same. */
    boolean alone(String what);

    /** Throws when it cannot be read or could not be written. Writes nothing. */
    void check();

    @Override
    void close();
}
