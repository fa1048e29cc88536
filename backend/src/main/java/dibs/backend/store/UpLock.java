package dibs.backend.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** That this process, and no other, serves a SQLite file. */
public final class UpLock implements AutoCloseable {
    private final FileClaim claim;

    private UpLock(FileClaim claim) {
        this.claim = claim;
    }

    /**
     * Takes the lock, which lies beside the file; a process that dies gives it back.
     *
     * @throws StoreUnavailable when another has it, in this process too
     */
    public static UpLock acquire(Path file) {
        SqliteFile.prepare(file);
        try {
            return new UpLock(FileClaim.tryTake(SqliteFile.beside(file, ".up.lock"))
                    .orElseThrow(() -> new StoreUnavailable(
                            file + " is already served by another dibs up: stop that one, or name another file.")));
        } catch (SQLException e) {
            throw new StoreUnavailable(new SqliteDialect(file).fault(e).sentence(), e);
        }
    }

    @Override
    public void close() {
        try {
            claim.close();
        } catch (SQLException e) {
            throw new IllegalStateException("a lock could not be given back", e);
        }
    }
}
