package dibs.bot.platform.matrix;

import dibs.backend.intake.IntakeTx;
import dibs.backend.intake.Sending.Kind;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;

/** Forgets, once an hour, what was heard, sent and offered long ago. */
final class Forgetting {
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);

    /** Nobody asks for those that Dibs gave, which are most of what it sends. */
    private static final Duration REACTIONS_KEPT = Duration.ofDays(1);

    private final Transactor<? extends IntakeTx> transactor;
    private volatile Instant last = Instant.MIN;

    Forgetting(Transactor<? extends IntakeTx> transactor) {
        this.transactor = transactor;
    }

    void now(Instant now) {
        if (now.isBefore(last.plus(EVERY))) {
            return;
        }
        last = now;
        transactor.write(tx -> {
            tx.intake().purge(now.minus(KEPT));
            tx.sendings().purge(now.minus(KEPT));
            tx.sendings().purge(Kind.REACTION, now.minus(REACTIONS_KEPT));
            tx.offers().purge(now.minus(KEPT));
            return true;
        });
    }
}
