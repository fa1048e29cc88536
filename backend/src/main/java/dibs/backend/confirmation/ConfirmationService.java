package dibs.backend.confirmation;

import dibs.backend.gate.GateService;
import dibs.backend.person.PersonRef;
import dibs.backend.person.Role;
import dibs.backend.policy.WaiverService;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.ShortId;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Asks to confirm what somebody wants, and does it when they do: once, and only for them. */
public final class ConfirmationService {
    /** How long a code is good. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    /** How long one that is no longer good is remembered, to say so. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Transactor<? extends ConfirmationTx> transactor;
    private final IdSource ids;
    private final WaiverService waivers;
    private final GateService gates;

    public ConfirmationService(Transactor<? extends ConfirmationTx> transactor, IdSource ids, WaiverService waivers) {
        this.transactor = transactor;
        this.ids = ids;
        this.waivers = waivers;
        this.gates = new GateService(transactor);
    }

    /** Keeps the wish until it is confirmed; a repeated message gets the same code. */
    public Asked ask(Wish wish, PersonRef by, Optional<MessageKey> message, Instant now) {
        Instant until = now.plus(WITHIN);
        AskResult result = once(message, AskResult.class, now, tx -> {
            tx.confirmations().forget(now.minus(REMEMBERED));
            String code = ShortId.taken(
                    'c', ids, it -> tx.confirmations().add(new Confirmation(it, by.id(), wish, now, until, false)));
            return new Asked(code, until);
        });
        return switch (result) {
            case Asked asked -> asked;
        };
    }

    /** Does what the code stands for. */
    public ConfirmResult confirm(String code, PersonRef by, Role role, Optional<MessageKey> message, Instant now) {
        return once(message, ConfirmResult.class, now, tx -> {
            Optional<Confirmation> found = tx.confirmations().find(code.toLowerCase(Locale.ROOT));
            return found.map(it -> confirm(tx, it, by, role, now)).orElseGet(ConfirmResult.NoSuchCode::new);
        });
    }

    private ConfirmResult confirm(ConfirmationTx tx, Confirmation confirmation, PersonRef by, Role role, Instant now) {
        if (!confirmation.by().equals(by.id())) {
            return new ConfirmResult.Anothers();
        }
        if (confirmation.taken()) {
            return new ConfirmResult.Already();
        }
        if (!now.isBefore(confirmation.until())) {
            return new ConfirmResult.Late(confirmation.until());
        }
        if (!role.includes(confirmation.wish().role())) {
            return new ConfirmResult.NotAllowed(confirmation.wish().role());
        }
        // Whoever came at the same moment may have been first.
        return tx.confirmations().take(confirmation.code(), now)
                ? fulfil(tx, confirmation.wish(), by, now)
                : new ConfirmResult.Already();
    }

    private ConfirmResult fulfil(ConfirmationTx tx, Wish wish, PersonRef by, Instant now) {
        return switch (wish) {
            case Wish.Said said -> new ConfirmResult.Said(said.line());
            case Wish.PutGate wanted -> new ConfirmResult.Gated(gates.put(tx, wanted.request(), by, now));
            case Wish.Waive waive ->
                switch (waivers.check(waive.request(), now)) {
                    case WaiverService.Possible possible ->
                        new ConfirmResult.Waived(waivers.make(tx, possible.request(), by, now));
                    case WaiverService.Impossible impossible -> new ConfirmResult.NotWaived(impossible);
                };
        };
    }

    private <R> R once(Optional<MessageKey> message, Class<R> type, Instant now, Function<ConfirmationTx, R> work) {
        return message.map(key -> transactor.once(key, type, now, work)).orElseGet(() -> transactor.write(work));
    }

    /** What is kept of a message that has to be confirmed. */
    sealed interface AskResult {}

    /**
     * It waits to be confirmed.
     *
     * @param code what to type
     * @param until the first instant at which it is no longer good
     */
    public record Asked(String code, Instant until) implements AskResult {}
}
