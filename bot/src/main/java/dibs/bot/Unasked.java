package dibs.bot;

import dibs.backend.announcement.Announcements;
import dibs.backend.catalog.LiveCatalog;
import dibs.backend.gate.FreezeService;
import dibs.backend.health.HealthService;
import dibs.backend.notice.Deliveries;
import dibs.backend.notice.Edits;
import dibs.backend.outage.Outages;
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
import dibs.bot.command.Conversation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said without being asked: to persons what waits for them, and to homes what there is to tell.
 *
 * @param mornings the summaries, which begin once somebody opens the day
 * @param beat what keeps persons and homes up to date, as soon as somebody keeps it going
 */
record Unasked(DigestTopic mornings, Beat beat) {
    /** @param personsAtOnce to so many persons something is said at the same time */
    static Unasked on(
            Ground ground, Conversation.Services services, Platforms platforms, Outages outages, int personsAtOnce) {
        FreezeService freezes = services.gates().freezes();
        DigestTopic mornings = new DigestTopic(
                services.digest(),
                services.announcements(),
                now -> !freezes.inFlight(now).isEmpty(),
                ground.zone());
        Announcer announcer = new Announcer(
                services.announcements(),
                platforms,
                platforms::posts,
                ground.catalog(),
                topics(ground.catalog(), services, outages, mornings),
                ground.clock(),
                ground.zone());
        Map<String, Runnable> jobs = new LinkedHashMap<>();
        jobs.put(
                "telling people",
                new Deliveries(ground.transactor(), platforms::messengers, ground.clock(), ground.zone(), personsAtOnce)
                        ::run);
        jobs.put(
                "changing what was told",
                new Edits(ground.transactor(), platforms::messengers, ground.clock(), ground.zone())::run);
        jobs.put("announcing", announcer::run);
        jobs.put("telling admins", services.troubles()::tell);
        return new Unasked(mornings, new Beat(jobs));
    }

    /** What homes are told about, in the order in which it is said. */
    private static List<Topic> topics(
            LiveCatalog catalog, Conversation.Services services, Outages outages, DigestTopic mornings) {
        Announcements announcements = services.announcements();
        HealthService health = services.health();
        FreezeService freezes = services.gates().freezes();
        return List.of(
                new LeaseTopic(
                        announcements,
                        services.tidying(),
                        services.reservations(),
                        new Impediments(health, services.gates(), catalog)),
                new UnansweredTopic(announcements, freezes),
                new OutageTopic(outages, announcements),
                new GateTopic(services.gates().gates(), freezes, announcements),
                new HealthTopic(health, catalog, announcements),
                new TreeTopic(health, catalog, announcements),
                mornings);
    }
}
