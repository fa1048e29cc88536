package dibs.backend.store;

import dibs.backend.store.Dialect.Fault;
import dibs.backend.transaction.StoreException;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** Turns what drivers throw into what the rules know. */
final class Faults {
    private final Dialect dialect;

    Faults(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What the engine said, where it is the engine that broke. */
    Optional<Fault> of(RuntimeException e) {
        return e instanceof JdbiException ? sqlCause(e).map(dialect::fault) : Optional.empty();
    }

    /** The same failure in the rules' own terms. */
    RuntimeException translated(RuntimeException e) {
        return of(e).<RuntimeException>map(fault -> new StoreException(fault.sentence(), fault.later(), e))
                .orElse(e);
    }

    static Optional<SQLException> sqlCause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
