package dibs.bot;

import dibs.backend.announcement.Announcements;
import dibs.backend.catalog.LiveCatalog;
import dibs.backend.connection.Troubles;
import dibs.backend.gate.FreezeService;
import dibs.backend.gate.GateService;
import dibs.backend.health.HealthBook;
import dibs.backend.health.HealthService;
import dibs.backend.health.HealthState;
import dibs.backend.health.Observations;
import dibs.backend.health.Unwatched;
import dibs.backend.history.HistoryService;
import dibs.backend.lease.LeaseMoments;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.LeasesFollowCatalog;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.TidyService;
import dibs.backend.lease.TransferService;
import dibs.backend.lease.UndoService;
import dibs.backend.lease.UseService;
import dibs.backend.lease.WaitService;
import dibs.backend.lease.WatchService;
import dibs.backend.notice.Deliveries;
import dibs.backend.notice.Edits;
import dibs.backend.notice.Notices;
import dibs.backend.outage.Outages;
import dibs.backend.person.Directory;
import dibs.backend.person.Roles;
import dibs.backend.policy.Moment;
import dibs.backend.policy.PolicyListener;
import dibs.backend.reminder.Due;
import dibs.backend.reminder.EndReminders;
import dibs.backend.reminder.StaleLeases;
import dibs.backend.store.Database;
import dibs.backend.store.Session;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
import dibs.bot.announcement.Announcer;
import dibs.bot.announcement.DigestTopic;
import dibs.bot.announcement.GateTopic;
import dibs.bot.announcement.HealthTopic;
import dibs.bot.announcement.Impediments;
import dibs.bot.announcement.LeaseTopic;
import dibs.bot.announcement.OutageTopic;
import dibs.bot.announcement.Topic;
import dibs.bot.announcement.TreeTopic;
import dibs.bot.announcement.UnansweredTopic;
import dibs.bot.cli.Program;
import dibs.bot.command.Conversation;
import dibs.bot.command.Gates;
import dibs.bot.digest.Digest;
import dibs.bot.digest.GateChapter;
import dibs.bot.digest.HealthChapter;
import dibs.bot.digest.LeaseChapters;
import dibs.bot.digest.ReservationChapter;
import dibs.bot.digest.TreeChapter;
import dibs.bot.digest.UntidiedChapter;
import dibs.bot.digest.WaiverChapter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts that every way of running has, put together by hand on an open store. */
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
            return on(database, start, clock, ids, personsAtOnce);
        } catch (RuntimeException broken) {
            database.close();
            throw broken;
        }
    }

    private static Parts on(Database database, Start start, InstantSource clock, IdSource ids, int personsAtOnce) {
        Transactor<Session> transactor = database.transactor();
        LiveCatalog catalog = new LiveCatalog(start.config(), start.file(), clock);
        LeasesFollowCatalog follow = new LeasesFollowCatalog(transactor, clock);
        List<String> objections = follow.objections(catalog.current());
        if (!objections.isEmpty()) {
            throw new CannotStart(Program.FAILED, String.join(System.lineSeparator(), objections));
        }
        follow.begin(catalog.current());
        catalog.listen(follow);
        ZoneId zone = start.settings().zone();
        LeaseService leases = new LeaseService(transactor, ids, zone);
        WaitService lines = new WaitService(transactor, zone);
        UseService uses = new UseService(transactor, ids);
        TidyService tidying = new TidyService(transactor, catalog, zone);
        Gates gates = new Gates(new GateService(transactor), new FreezeService(transactor, ids));
        HealthService health =
                new HealthService(transactor, () -> start.settings().probes().isPresent());
        HealthBook book =
                new HealthBook(transactor, catalog, () -> catalog.config().probes(), ids);
        Conversation.Rules rules = Conversation.Rules.of(
                catalog,
                transactor,
                ids,
                new LeaseMoments(
                        leases,
                        uses,
                        (environment, now) ->
                                health.of(environment, catalog.current(), now).map(Parts::moment),
                        gates.gates(),
                        gates.freezes()),
                start.config().people());
        rules.book().takeUp(catalog.policy(), clock.instant());
        catalog.listen((PolicyListener) policy -> rules.book().takeUp(policy, clock.instant()));
        Announcements announcements = new Announcements(transactor);
        Platforms platforms = new Platforms(() -> catalog.config().homes());
        Troubles troubles =
                new Troubles(transactor, platforms, platforms, start.settings().admins(), ids, clock);
        ReservationService reservations = new ReservationService(transactor, ids, zone, catalog);
        Conversation.Services services = new Conversation.Services(
                leases,
                new TransferService(transactor, ids, zone),
                lines,
                new WatchService(transactor),
                tidying,
                uses,
                new UndoService(transactor, ids, zone),
                reservations,
                new HistoryService(transactor),
                new Directory(transactor, ids),
                new Notices(transactor),
                announcements,
                platforms,
                new Digest(
                        List.of(
                                LeaseChapters.ending(announcements),
                                LeaseChapters.waitedFor(announcements),
                                LeaseChapters.unanswered(announcements),
                                new ReservationChapter(reservations),
                                new UntidiedChapter(tidying),
                                new HealthChapter(health, catalog),
                                new TreeChapter(health, catalog),
                                new GateChapter(gates.gates()),
                                new WaiverChapter(rules.waivers())),
                        zone),
                gates,
                rules,
                health,
                troubles);
        Roles roles = new Roles(start.settings().admins(), start.settings().loopback());
        Outages outages = new Outages(transactor);
        DigestTopic mornings = new DigestTopic(
                services.digest(),
                announcements,
                now -> !gates.freezes().inFlight(now).isEmpty(),
                zone);
        return new Parts(
                database,
                catalog,
                services.directory(),
                new Conversation(
                        catalog, services, roles, ids, clock, start.settings().zone()),
                platforms,
                troubles,
                beat(
                        transactor,
                        new Deliveries(transactor, platforms::messengers, clock, zone, personsAtOnce),
                        announcements,
                        List.of(
                                new LeaseTopic(
                                        announcements, tidying, reservations, new Impediments(health, gates, catalog)),
                                new UnansweredTopic(announcements, gates.freezes()),
                                new OutageTopic(outages, announcements),
                                new GateTopic(gates.gates(), gates.freezes(), announcements),
                                new HealthTopic(health, catalog, announcements),
                                new TreeTopic(health, catalog, announcements),
                                mornings),
                        platforms,
                        troubles,
                        catalog,
                        clock,
                        start.settings().zone()),
                outages,
                reminding(
                        due(
                                leases,
                                lines,
                                reservations,
                                tidying,
                                mornings,
                                gates,
                                book,
                                new Unwatched(transactor, () -> catalog.config().probes(), health::on)),
                        transactor,
                        catalog,
                        zone),
                book);
    }

    /** What probes say, as verdicts show it. */
    private static Moment.Health moment(HealthState state) {
        return new Moment.Health(state.health().word(), state.works(), Optional.of(state.since()));
    }

    private static Map<String, Due> reminding(
            Map<String, Due> due, Transactor<Session> transactor, LiveCatalog catalog, ZoneId zone) {
        due.put("reminding of ends", new EndReminders(transactor, catalog, zone));
        due.put("asking about stale leases", new StaleLeases(transactor, catalog, zone));
        return due;
    }

    /** What falls due with time, as soon as somebody looks for it. */
    private static Map<String, Due> due(
            LeaseService leases,
            WaitService lines,
            ReservationService reservations,
            TidyService tidying,
            DigestTopic mornings,
            Gates gates,
            HealthBook health,
            Unwatched unwatched) {
        Map<String, Due> due = new LinkedHashMap<>();
        due.put("ending leases", leases::sweep);
        due.put("reservations", reservations::look);
        due.put("adding reservations", reservations::add);
        due.put("ending claim windows", lines::lapse);
        due.put("turning gates", gates.gates()::turn);
        due.put("ending freezes", gates.freezes()::end);
        due.put("serving lines", lines::serve);
        due.put("asking whether it is tidied", tidying::ask);
        due.put("opening the day", now -> {
            mornings.open(now);
            return 0;
        });
        due.put("noting what is silent", health::silence);
        due.put("ending incidents that nobody looks at", unwatched::leave);
        due.put("ending flapping", health::calm);
        due.put("forgetting old health", health::forget);
        return due;
    }

    /** What keeps persons and conversations up to date, as soon as somebody keeps it going. */
    private static Beat beat(
            Transactor<Session> transactor,
            Deliveries deliveries,
            Announcements announcements,
            List<Topic> topics,
            Platforms platforms,
            Troubles troubles,
            LiveCatalog catalog,
            InstantSource clock,
            ZoneId zone) {
        Announcer announcer = new Announcer(announcements, platforms, platforms::posts, catalog, topics, clock, zone);
        Map<String, Runnable> jobs = new LinkedHashMap<>();
        jobs.put("telling people", deliveries::run);
        jobs.put("changing what was told", new Edits(transactor, platforms::messengers, clock, zone)::run);
        jobs.put("announcing", announcer::run);
        jobs.put("telling admins", troubles::tell);
        return new Beat(jobs);
    }

    @Override
    public void close() {
        database.close();
    }
}
