package dibs.bot;

import dibs.backend.catalog.LiveCatalog;
import dibs.backend.health.HealthBook;
import dibs.backend.health.Unwatched;
import dibs.backend.reminder.Due;
import dibs.backend.reminder.EndReminders;
import dibs.backend.reminder.StaleLeases;
import dibs.bot.announcement.DigestTopic;
import dibs.bot.command.Conversation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What falls due with time, as soon as somebody looks for it. */
final class FallingDue {
    private FallingDue() {}

    /** Each sort by what is done, in the order in which it is done. */
    static Map<String, Due> of(Ground ground, Conversation.Services services, HealthBook health, DigestTopic mornings) {
        LiveCatalog catalog = ground.catalog();
        Unwatched unwatched =
                new Unwatched(ground.transactor(), () -> catalog.config().probes(), services.health()::on);
        Map<String, Due> due = new LinkedHashMap<>();
        due.put("ending leases", services.leases()::sweep);
        due.put("reservations", services.reservations()::look);
        due.put("adding reservations", services.reservations()::add);
        due.put("ending claim windows", services.lines()::lapse);
        due.put("turning gates", services.gates().gates()::turn);
        due.put("ending freezes", services.gates().freezes()::end);
        due.put("serving lines", services.lines()::serve);
        due.put("asking whether it is tidied", services.tidying()::ask);
        due.put("opening the day", now -> {
            mornings.open(now);
            return 0;
        });
        due.put("noting what is silent", health::silence);
        due.put("ending incidents that nobody looks at", unwatched::leave);
        due.put("ending flapping", health::calm);
        due.put("forgetting old health", health::forget);
        due.put("reminding of ends", new EndReminders(ground.transactor(), catalog, ground.zone()));
        due.put("asking about stale leases", new StaleLeases(ground.transactor(), catalog, ground.zone()));
        return due;
    }
}
