package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Limits;
import dibs.backend.history.HistoryEvent;
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
        Limits limits = environment.guidance().limits();
        Instant wished = wish.from(asker.now(), limits, asker.zone(), asker.hours());
        // What is claimed with it may be allowed for longer.
        Instant latest = asker.now().plus(limits.maximum());
        Instant until = wished.isAfter(latest) ? latest : wished;
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
            Map<String, String> details = new HashMap<>();
            details.put("since", Notes.moment(use.since()));
            details.put("until", Notes.moment(use.until()));
            use.purpose().ifPresent(why -> details.put("purpose", why));
            use.bundle().ifPresent(together -> details.put("bundle", together));
            Notes.write(tx, What.USE_ENDED, use.environment(), asker, details);
        }
        return open;
    }

    /** The use whose end that line of history tells of, as a new one of the asker; nothing when it would be over by now. */
    static Optional<Use> again(IdSource ids, HistoryEvent ended, Asker asker) {
        Map<String, String> details = ended.details();
        if (ended.environment().isEmpty() || !details.containsKey("since") || !details.containsKey("until")) {
            return Optional.empty();
        }
        Use use = new Use(
                ids.next(),
                ended.environment().get(),
                asker.person(),
                Notes.moment(details.get("since")),
                Notes.moment(details.get("until")),
                Optional.ofNullable(details.get("purpose")),
                Optional.ofNullable(details.get("bundle")));
        return Optional.of(use).filter(it -> it.until().isAfter(asker.now()));
    }
}
