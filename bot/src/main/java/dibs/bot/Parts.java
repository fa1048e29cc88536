package dibs.bot;

import dibs.backend.catalog.LiveCatalog;
import dibs.backend.connection.Troubles;
import dibs.backend.health.HealthBook;
import dibs.backend.health.Observations;
import dibs.backend.outage.Outages;
import dibs.backend.person.Directory;
import dibs.backend.person.Roles;
import dibs.backend.reminder.Due;
import dibs.backend.store.Database;
import dibs.backend.transaction.IdSource;
import dibs.bot.command.Conversation;
import java.time.InstantSource;
import java.util.Map;

/**
 * The parts that every way of running has, put together by hand on an open store: what commands are answered from in {@link Answering},
 * what is said unasked in {@link Unasked}, what falls due with time in {@link FallingDue}.
 */
record Parts(
        Database database,
        LiveCatalog catalog,
        Directory directory,
        Conversation conversation,
        Platforms platforms,
        Troubles troubles,
        Beat beat,
        Outages outages,
        Map<String, Due> due,
        Observations observations)
        implements AutoCloseable {
    /** So many calls wait for a platform at a time; a store that is a file writes one after the other anyway. */
    private static final int PERSONS_AT_ONCE = 8;

    /**
     * Opens the store and puts the parts together.
     *
     * @throws dibs.backend.store.StoreUnavailable when the store cannot be opened
     * @throws CannotStart when the catalog does not go with what is held
     */
    static Parts open(Start start) {
        return open(start, InstantSource.system(), new RandomIds(), PERSONS_AT_ONCE);
    }

    /** As {@link #open(Start)}, with another clock and other ids; persons are told one after the other. */
    static Parts open(Start start, InstantSource clock, IdSource ids) {
        return open(start, clock, ids, 1);
    }

    private static Parts open(Start start, InstantSource clock, IdSource ids, int personsAtOnce) {
        Database database = Database.open(start.store(), ids);
        try {
            return on(Ground.on(database, start, clock, ids), personsAtOnce);
        } catch (RuntimeException broken) {
            database.close();
            throw broken;
        }
    }

    private static Parts on(Ground ground, int personsAtOnce) {
        LiveCatalog catalog = ground.catalog();
        Platforms platforms = new Platforms(() -> catalog.config().homes());
        Conversation.Services services = Answering.on(ground, platforms);
        Outages outages = new Outages(ground.transactor());
        Unasked unasked = Unasked.on(ground, services, platforms, outages, personsAtOnce);
        HealthBook book = new HealthBook(
                ground.transactor(), catalog, () -> catalog.config().probes(), ground.ids());
        Settings settings = ground.start().settings();
        return new Parts(
                ground.database(),
                catalog,
                services.directory(),
                new Conversation(
                        catalog,
                        services,
                        new Roles(settings.admins(), settings.loopback()),
                        ground.ids(),
                        ground.clock(),
                        ground.zone()),
                platforms,
                services.troubles(),
                unasked.beat(),
                outages,
                FallingDue.of(ground, services, book, unasked.mornings()),
                book);
    }

    @Override
    public void close() {
        database.close();
    }
}
