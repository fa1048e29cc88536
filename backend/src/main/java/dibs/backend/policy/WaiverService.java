package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.person.PersonRef;
import dibs.backend.policy.Clause.Effect;
import dibs.backend.transaction.IdSource;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.ShortId;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Exceptions from rules: made, called off, and void at their end. Who may make them is the caller's to know. */
public final class WaiverService implements WaiverSource {
    /** How far ahead an exception ends at the latest. */
    public static final Duration LONGEST = Duration.ofDays(90);

    private static final Set<Effect> WAIVED = EnumSet.of(Effect.FORBID, Effect.OBLIGE);

    private final Transactor<? extends PolicyTx> transactor;
    private final IdSource ids;
    private final PolicySource policies;

    public WaiverService(Transactor<? extends PolicyTx> transactor, IdSource ids, PolicySource policies) {
        this.transactor = transactor;
        this.ids = ids;
        this.policies = policies;
    }

    /** Whether there can be such an exception now; changes nothing. */
    public Check check(WaiverRequest request, Instant now) {
        Optional<Rule> found = policies.policy().rule(request.rule());
        if (found.isEmpty()) {
            return new NoSuchRule(request.rule());
        }
        Rule rule = found.get();
        if (rule.clauses().stream().noneMatch(WaiverService::isLifted)) {
            return new NothingToWaive(rule.id());
        }
        if (!request.until().isAfter(now)) {
            return new Over(request.until());
        }
        Instant latest = now.plus(LONGEST);
        return request.until().isAfter(latest)
                ? new TooLong(latest)
                : new Possible(new WaiverRequest(
                        rule.id(), request.consumer(), request.environment(), request.until(), request.because()));
    }

    /** Whether an exception from its rule lifts the clause. */
    public static boolean isLifted(Clause clause) {
        return WAIVED.contains(clause.effect());
    }

    /** Makes an exception that was checked, in place of one from the same rule for the same two. */
    public Made make(PolicyTx tx, WaiverRequest request, PersonRef by, Instant now) {
        List<Waiver> replaced = tx.waivers().inForce(now).stream()
                .filter(it -> it.rule().equals(request.rule()))
                .filter(it -> isAbout(it, request.consumer(), request.environment()))
                .toList();
        replaced.forEach(it -> end(tx, it, by, now));
        String id = ShortId.taken('w', ids, it -> tx.waivers().add(waiver(it, request, by, now), by.id()));
        Waiver made = waiver(id, request, by, now);
        note(tx, What.WAIVED, made, by, now);
        return new Made(made, replaced);
    }

    private static Waiver waiver(String id, WaiverRequest request, PersonRef by, Instant now) {
        return new Waiver(
                id,
                request.rule(),
                request.consumer(),
                request.environment(),
                request.until(),
                request.because(),
                by.name(),
                now);
    }

    /** Those that hold at that moment, those that end first before the others. */
    public List<Waiver> inForce(Instant now) {
        return transactor.read(tx -> tx.waivers().inForce(now));
    }

    @Override
    public List<Waiver> inForce(EnvironmentId consumer, EnvironmentId environment, Instant now) {
        return inForce(now).stream()
                .filter(it -> isAbout(it, consumer, environment))
                .toList();
    }

    private static boolean isAbout(Waiver waiver, EnvironmentId consumer, EnvironmentId environment) {
        return waiver.consumer().equals(consumer) && waiver.environment().equals(environment);
    }

    /** The one of that id that holds at that moment, or nothing. Letter case does not matter. */
    public Optional<Waiver> find(String id, Instant now) {
        return transactor.read(tx -> tx.waivers().inForce(id.toLowerCase(Locale.ROOT), now));
    }

    /** Calls an exception off: its rule holds again from that moment on. */
    public CancelResult cancel(String id, PersonRef by, Optional<MessageKey> message, Instant now) {
        return once(message, now, tx -> {
            Optional<Waiver> found = tx.waivers().inForce(id.toLowerCase(Locale.ROOT), now);
            found.ifPresent(it -> end(tx, it, by, now));
            return found.<CancelResult>map(CalledOff::new).orElseGet(() -> new NotInForce(id));
        });
    }

    private CancelResult once(Optional<MessageKey> message, Instant now, Function<PolicyTx, CancelResult> work) {
        return message.map(key -> transactor.once(key, CancelResult.class, now, work))
                .orElseGet(() -> transactor.write(work));
    }

    private static void end(PolicyTx tx, Waiver waiver, PersonRef by, Instant now) {
        if (tx.waivers().end(waiver.id(), now)) {
            note(tx, What.WAIVER_ENDED, waiver, by, now);
        }
    }

    private static void note(PolicyTx tx, What what, Waiver waiver, PersonRef by, Instant now) {
        Map<String, String> details = new HashMap<>();
        details.put("waiver", waiver.id());
        details.put("rule", waiver.rule());
        details.put("consumer", waiver.consumer().value());
        if (what == What.WAIVED) {
            details.put("until", Long.toString(waiver.until().toEpochMilli()));
            details.put("purpose", waiver.because());
        }
        tx.history()
                .add(new HistoryEvent(
                        now, what, Optional.of(waiver.environment()), Optional.empty(), Optional.of(by), details));
    }

    /** Whether there can be an exception. */
    public sealed interface Check {}

    /** There can be. */
    public record Possible(WaiverRequest request) implements Check {}

    /** Why there can be none. */
    public sealed interface Impossible extends Check {}

    /** The policy has no such rule. */
    public record NoSuchRule(String rule) implements Impossible {}

    /** The rule forbids nothing and asks nothing of anybody. */
    public record NothingToWaive(String rule) implements Impossible {}

    /** It would have ended. */
    public record Over(Instant until) implements Impossible {}

    /** It would end too late. */
    public record TooLong(Instant latest) implements Impossible {}

    /**
     * An exception was made.
     *
     * @param replaced those that it took the place of
     */
    public record Made(Waiver waiver, List<Waiver> replaced) {
        public Made {
            replaced = List.copyOf(replaced);
        }
    }

    /** What became of calling one off. */
    public sealed interface CancelResult {}

    /** The rule holds again. */
    public record CalledOff(Waiver waiver) implements CancelResult {}

    /** There is no such exception, or it had ended. */
    public record NotInForce(String id) implements CancelResult {}
}
