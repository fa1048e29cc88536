package dibs.bot;

import dibs.backend.announcement.Announcements;
import dibs.backend.connection.Troubles;
import dibs.backend.gate.FreezeService;
import dibs.backend.gate.GateService;
import dibs.backend.health.HealthService;
import dibs.backend.health.HealthState;
import dibs.backend.history.HistoryService;
import dibs.backend.lease.LeaseMoments;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.TidyService;
import dibs.backend.lease.TransferService;
import dibs.backend.lease.UndoService;
import dibs.backend.lease.UseService;
import dibs.backend.lease.WaitService;
import dibs.backend.lease.WatchService;
import dibs.backend.notice.Notices;
import dibs.backend.person.Directory;
import dibs.backend.policy.Moment;
import dibs.backend.policy.PolicyListener;
import dibs.backend.store.Session;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.Transactor;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The services that commands are answered from. */
final class Answering {
    private Answering() {}

    static Conversation.Services on(Ground ground, Platforms platforms) {
        Transactor<Session> transactor = ground.transactor();
        IdSource ids = ground.ids();
        ZoneId zone = ground.zone();
        LeaseService leases = new LeaseService(transactor, ids, zone);
        UseService uses = new UseService(transactor, ids);
        TidyService tidying = new TidyService(transactor, ground.catalog(), zone);
        ReservationService reservations = new ReservationService(transactor, ids, zone, ground.catalog());
        Gates gates = new Gates(new GateService(transactor), new FreezeService(transactor, ids));
        HealthService health = new HealthService(
                transactor, () -> ground.start().settings().probes().isPresent());
        Conversation.Rules rules = rules(ground, leases, uses, gates, health);
        Announcements announcements = new Announcements(transactor);
        return new Conversation.Services(
                leases,
                new TransferService(transactor, ids, zone),
                new WaitService(transactor, zone),
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
                                new HealthChapter(health, ground.catalog()),
                                new TreeChapter(health, ground.catalog()),
                                new GateChapter(gates.gates()),
                                new WaiverChapter(rules.waivers())),
                        zone),
                gates,
                rules,
                health,
                new Troubles(
                        transactor,
                        platforms,
                        platforms,
                        ground.start().settings().admins(),
                        ids,
                        ground.clock()));
    }

    /** The rules, which are taken up now and whenever the file changes. */
    private static Conversation.Rules rules(
            Ground ground, LeaseService leases, UseService uses, Gates gates, HealthService health) {
        Conversation.Rules rules = Conversation.Rules.of(
                ground.catalog(),
                ground.transactor(),
                ground.ids(),
                new LeaseMoments(
                        leases,
                        uses,
                        (environment, now) -> health.of(
                                        environment, ground.catalog().current(), now)
                                .map(Answering::moment),
                        gates.gates(),
                        gates.freezes()),
                ground.start().config().people());
        rules.book().takeUp(ground.catalog().policy(), ground.clock().instant());
        ground.catalog().listen((PolicyListener)
                policy -> rules.book().takeUp(policy, ground.clock().instant()));
        return rules;
    }

    /** What probes say, as verdicts show it. */
    private static Moment.Health moment(HealthState state) {
        return new Moment.Health(state.health().word(), state.works(), Optional.of(state.since()));
    }
}
