package dibs.backend.notice;

import dibs.backend.notice.DeliveryRows.Edit;
import dibs.backend.person.Person;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes messages that were said to persons to what their notices say by now. An edit says the same however often it is made, so it is
 * tried again until the platform has an answer. Safe for several processes on one store.
 */
public final class Edits {
    private static final Logger LOG = LoggerFactory.getLogger(Edits.class);

    /** Longer than a platform takes to answer; after that it is tried again. */
    private static final Duration ATTEMPT_LASTS = Duration.ofMinutes(2);

    private static final int AT_ONCE = 20;

    private final Transactor<? extends DeliveryTx> transactor;
    private final Supplier<List<Messenger>> messengers;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * @param messengers those that are connected now
     * @param zone of whoever has none
     */
    public Edits(
            Transactor<? extends DeliveryTx> transactor,
            Supplier<List<Messenger>> messengers,
            InstantSource clock,
            ZoneId zone) {
        this.transactor = transactor;
        this.messengers = messengers;
        this.clock = clock;
        this.zone = zone;
    }

    /** Changes what is to be changed; how many messages that were. */
    public int run() {
        List<Messenger> connected = messengers.get();
        Set<String> platforms = connected.stream().map(Messenger::platform).collect(Collectors.toSet());
        int changed = 0;
        while (!platforms.isEmpty() && changed < AT_ONCE) {
            Instant now = clock.instant();
            Optional<Edit> edit =
                    transactor.write(tx -> tx.deliveries().takeEdit(platforms, now, now.plus(ATTEMPT_LASTS)));
            if (edit.isEmpty()) {
                break;
            }
            change(edit.get(), connected, now);
            changed++;
        }
        return changed;
    }

    private void change(Edit edit, List<Messenger> connected, Instant now) {
        ZoneId own = transactor
                .<Optional<Person>>read(tx -> tx.people().find(edit.parcel().to()))
                .map(person -> person.zoneOr(zone))
                .orElse(zone);
        connected.stream()
                .filter(messenger -> messenger.reaches(edit.via()))
                .findFirst()
                .ifPresent(messenger -> {
                    switch (edited(messenger, new Recipient(edit.via(), own, now, false), edit)) {
                        case Delivered.Accepted ignored -> done(edit);
                        case Delivered.Refused refused -> {
                            LOG.debug("message {} stays as it is: {}", edit.messageId(), refused.why());
                            done(edit);
                        }
                        case Delivered.Later later ->
                            LOG.debug("message {} is changed later: {}", edit.messageId(), later.why());
                    }
                });
    }

    private static Delivered edited(Messenger messenger, Recipient to, Edit edit) {
        try {
            return messenger.edit(to, edit.parcel(), edit.messageId());
        } catch (RuntimeException broken) {
            LOG.warn("a message met a fault while it was changed, and is tried again: {}", broken.toString());
            LOG.debug("the fault", broken);
            return new Delivered.Later(Optional.empty(), broken.getClass().getSimpleName());
        }
    }

    private void done(Edit edit) {
        transactor.write(tx -> {
            tx.deliveries().edited(edit);
            return true;
        });
    }
}
