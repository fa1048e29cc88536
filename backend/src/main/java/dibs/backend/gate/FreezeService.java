package dibs.backend.gate;

import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is in flight: chemspills and releases, each with its owner and its end. */
public final class FreezeService {
    /** How long one lasts of which nothing else is said. */
    public static final Duration USUAL = Duration.ofDays(1);

    /** How far ahead one ends at the latest. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final int AT_ONCE = 20;

    private final Transactor<? extends GateTx> transactor;
    private final IdSource ids;

    public FreezeService(Transactor<? extends GateTx> transactor, IdSource ids) {
        this.transactor = transactor;
        this.ids = ids;
    }

    /**
     * Begins one, in place of the one of that name; a repeated message gets the answer of the first time.
     *
     * @param until its end; nothing: {@link #USUAL} from now
     */
    public FreezeResult freeze(
            String what,
            Optional<String> because,
            Optional<Instant> until,
            PersonRef by,
            Optional<MessageKey> message,
            Instant now) {
        Instant end = until.orElse(now.plus(USUAL));
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            return new FreezeResult.NoEnd(now.plus(LONGEST));
        }
        return once(message, now, tx -> {
            Optional<Freeze> before = tx.freezes().inFlight(now).stream()
                    .filter(it -> key(it.what()).equals(key(what)))
                    .findFirst();
            before.ifPresent(it -> tx.freezes().end(it.id(), now));
            Freeze freeze = new Freeze(ids.next(), what, because, by, now, end);
            tx.freezes().add(freeze);
            note(tx, What.FROZEN, freeze, Optional.of(by), now);
            return new FreezeResult.Frozen(freeze, before);
        });
    }

    /**
     * Ends one.
     *
     * @param what which; {@code all} of them; nothing: the only one
     */
    public FreezeResult thaw(Optional<String> what, PersonRef by, Optional<MessageKey> message, Instant now) {
        return once(message, now, tx -> {
            List<Freeze> inFlight = tx.freezes().inFlight(now);
            if (what.isEmpty() && inFlight.size() > 1) {
                return new FreezeResult.Which(inFlight);
            }
            List<Freeze> meant = inFlight.stream()
                    .filter(it -> what.map(name -> isMeant(it, key(name))).orElse(true))
                    .toList();
            if (meant.isEmpty()) {
                return new FreezeResult.NoSuch(inFlight);
            }
            for (Freeze freeze : meant) {
                tx.freezes().end(freeze.id(), now);
                note(tx, What.THAWED, freeze, Optional.of(by), now);
            }
            return new FreezeResult.Thawed(
                    meant, inFlight.stream().filter(it -> !meant.contains(it)).toList());
        });
    }

    private static boolean isMeant(Freeze freeze, String name) {
        return name.equals("all") || key(freeze.what()).equals(name);
    }

    private static String key(String what) {
        return what.toLowerCase(Locale.ROOT).strip();
    }

    /** What is in flight at that moment, the oldest first. */
    public List<Freeze> inFlight(Instant now) {
        return transactor.read(tx -> tx.freezes().inFlight(now));
    }

    /** Notes the ends of those that are over; how many that were. */
    public int end(Instant now) {
        return transactor.write(tx -> {
            List<Freeze> over = tx.freezes().over(now, AT_ONCE);
            for (Freeze freeze : over) {
                if (tx.freezes().end(freeze.id(), freeze.until())) {
                    note(tx, What.THAWED, freeze, Optional.empty(), freeze.until());
                }
            }
            return over.size();
        });
    }

    private static void note(GateTx tx, What what, Freeze freeze, Optional<PersonRef> by, Instant at) {
        Map<String, String> details = new HashMap<>();
        details.put("freeze", freeze.what());
        if (what == What.FROZEN) {
            details.put("until", Long.toString(freeze.until().toEpochMilli()));
            freeze.because().ifPresent(why -> details.put("purpose", why));
        }
        tx.history().add(new HistoryEvent(at, what, Optional.empty(), Optional.empty(), by, details));
    }

    private FreezeResult once(Optional<MessageKey> message, Instant now, Function<GateTx, FreezeResult> work) {
        return message.map(key -> transactor.once(key, FreezeResult.class, now, work))
                .orElseGet(() -> transactor.write(work));
    }
}
