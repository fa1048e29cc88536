package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.transaction.IdSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Records uses inside a transaction. */
final class Uses {
    private Uses() {}

    static Use record(
            LeaseTx tx,
            IdSource ids,
            Environment environment,
            EndWish wish,
            Optional<String> purpose,
            Optional<String> bundle,
            Asker asker) {
        Instant until = wish.from(asker.now(), environment.guidance().limits(), asker.zone(), asker.hours());
        Use use = new Use(ids.next(), environment.id(), asker.person(), asker.now(), until, purpose, bundle);
        tx.uses().record(use);
        Map<String, String> details = new HashMap<>();
        details.put("until", Notes.moment(until));
        purpose.ifPresent(why -> details.put("purpose", why));
        bundle.ifPresent(together -> details.put("bundle", together));
        Notes.write(tx, What.USING, environment.id(), asker, details);
        return use;
    }

    static boolean end(LeaseTx tx, Use use, Asker asker) {
        boolean open = tx.uses().end(use.id(), asker.now());
        if (open) {
            Notes.write(tx, What.USE_ENDED, use.environment(), asker, Map.of());
        }
        return open;
    }
}
