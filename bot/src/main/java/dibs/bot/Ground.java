package dibs.bot;

import dibs.backend.catalog.LiveCatalog;
import dibs.backend.lease.LeasesFollowCatalog;
import dibs.backend.store.Database;
import dibs.backend.store.Session;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import dibs.bot.cli.Program;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** What all parts stand on: an open store, the catalog that goes with it, and what is handed in from outside. */
record Ground(Database database, LiveCatalog catalog, Start start, InstantSource clock, IdSource ids) {
    /**
     * The ground on an open store, which follows the catalog from now on.
     *
     * @throws CannotStart when the catalog does not go with what is held
     */
    static Ground on(Database database, Start start, InstantSource clock, IdSource ids) {
        LiveCatalog catalog = new LiveCatalog(start.config(), start.file(), clock);
        LeasesFollowCatalog follow = new LeasesFollowCatalog(database.transactor(), clock);
        List<String> objections = follow.objections(catalog.current());
        if (!objections.isEmpty()) {
            throw new CannotStart(Program.FAILED, String.join(System.lineSeparator(), objections));
        }
        follow.begin(catalog.current());
        catalog.listen(follow);
        return new Ground(database, catalog, start, clock, ids);
    }

    Transactor<Session> transactor() {
        return database.transactor();
    }

    /** Of whoever has none. */
    ZoneId zone() {
        return start.settings().zone();
    }
}
