package dibs.backend.policy;

import dibs.backend.person.PersonId;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.ShortId;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Verdicts that were given: each under a short id by which it can be shown again as it was. */
public final class JudgementService {
    /** How long a verdict can be shown again. */
    public static final Duration KEPT = Duration.ofDays(400);

    private final Transactor<? extends PolicyTx> transactor;
    private final IdSource ids;

    public JudgementService(Transactor<? extends PolicyTx> transactor, IdSource ids) {
        this.transactor = transactor;
        this.ids = ids;
    }

    /**
     * Keeps a verdict. A repeated message gets the one that was kept that time, whatever the verdict is now.
     *
     * @param made the verdict with the id that it is given; called once or more, the last call counts
     * @param to whom it is given
     * @param message so that a repeated message is kept once; nothing where the platform has no ids
     */
    public Judgement keep(Function<String, Judgement> made, PersonId to, Optional<MessageKey> message, Instant now) {
        Function<PolicyTx, Kept> work = tx -> {
            String id = ShortId.taken('v', ids, it -> tx.judgements().add(made.apply(it), to));
            return new Given(made.apply(id));
        };
        return message.map(key -> transactor.once(key, Kept.class, now, work))
                .orElseGet(() -> transactor.write(work))
                .judgement();
    }

    /** The verdict of that id, or nothing when there is none or it was forgotten. Letter case does not matter. */
    public Optional<Judgement> find(String id) {
        return transactor.read(tx -> tx.judgements().find(id.toLowerCase(Locale.ROOT)));
    }

    /** Forgets the verdicts that were given longer ago than they are kept; how many. */
    public int forget(Instant now) {
        return transactor.write(tx -> tx.judgements().forget(now.minus(KEPT)));
    }

    /** What is kept of a message that asked for a verdict. */
    sealed interface Kept {
        /** The verdict. */
        Judgement judgement();
    }

    /** It was given. */
    record Given(Judgement judgement) implements Kept {}
}
