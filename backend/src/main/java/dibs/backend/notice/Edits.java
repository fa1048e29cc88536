package dibs.backend.notice;

import dibs.backend.notice.DeliveryRows.Edit;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes messages that were said to persons to what their notices say by now. An edit says the same however often it is made, so it is
 * tried again until the platform has an answer. Safe for several processes on one store.
 */
public final class Edits {
    private static final Logger LOG = LoggerFactory.getLogger(Edits.class);

    /** How often an edit was tried is not kept, so the pauses do not become longer. */
    private static final Pause PAUSE = new Pause(Duration.ofSeconds(2), Duration.ofMinutes(2));

    private static final int AT_ONCE = 20;

    private final Speaking speaking;

    /**
     * @param messengers those that are connected now
     * @param zone of whoever has none
     */
    public Edits(
            Transactor<? extends DeliveryTx> transactor,
            Supplier<List<Messenger>> messengers,
            InstantSource clock,
            ZoneId zone) {
        this.speaking = new Speaking(transactor, messengers, clock, zone);
    }

    /** Changes what is to be changed; how many messages were tried. */
    public int run() {
        List<Messenger> connected = speaking.connected();
        Set<String> platforms = Speaking.platforms(connected);
        int tried = 0;
        while (!platforms.isEmpty() && tried < AT_ONCE) {
            Instant now = speaking.now();
            Optional<Edit> edit = speaking.write(rows -> rows.takeEdit(platforms, now, Speaking.until(now)));
            if (edit.isEmpty()) {
                break;
            }
            connected.stream()
                    .filter(messenger -> messenger.reaches(edit.get().via()))
                    .findFirst()
                    .ifPresent(messenger -> change(edit.get(), messenger, now));
            tried++;
        }
        return tried;
    }

    private void change(Edit edit, Messenger messenger, Instant now) {
        ZoneId zone = speaking.zone(speaking.find(edit.parcel().to()));
        Recipient to = new Recipient(edit.via(), zone, now, false);
        String what = "the change of message " + edit.messageId();
        switch (speaking.ask(what, PAUSE, () -> messenger.edit(to, edit.parcel(), edit.messageId()))) {
            case Outcome.Sent ignored -> speaking.note(rows -> rows.edited(edit));
            case Outcome.Dead dead -> {
                LOG.debug("message {} stays as it is: {}", edit.messageId(), dead.why());
                speaking.note(rows -> rows.edited(edit));
            }
            case Outcome.Later later -> speaking.note(rows -> rows.editLater(edit, later.next()));
        }
    }
}
