package dibs.backend.notice;

import dibs.backend.notice.Outbox.Pending;
import dibs.backend.person.PersonId;
import dibs.backend.transaction.Transactor;
import java.time.Instant;
import java.util.List;

/** Hands out what a person has not heard yet. */
public final class Notices {
    private static final int AT_ONCE = 20;

    private final Transactor<? extends NoticeTx> transactor;

    public Notices(Transactor<? extends NoticeTx> transactor) {
        this.transactor = transactor;
    }

    /** What the person has not heard, oldest first; a few at once, and none that is being said elsewhere. */
    public List<Pending> pending(PersonId person, Instant now) {
        return transactor.read(tx -> tx.outbox().pending(person, now, AT_ONCE));
    }

    /** To be called once a platform has accepted them. */
    public void sent(List<Pending> said, Instant now) {
        if (said.isEmpty()) {
            return;
        }
        transactor.write(tx -> {
            tx.outbox().sent(said.stream().map(Pending::id).toList(), now);
            return said;
        });
    }
}
