package dibs.backend.reminder;

import dibs.backend.environment.Attention;
import dibs.backend.environment.CatalogSource;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.HolderNotices;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseTx;
import dibs.backend.lease.StaleQuestion;
import dibs.backend.lease.StaleQuestion.Reason;
import dibs.backend.lease.Waiting;
import dibs.backend.lease.WorkingTime;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks holders whether they still use what they have: after long without a sign of life, past a soft maximum, or while others wait. Where
 * the answer stays away, those who help with it and those who wait hear of it, and may take it over. A sign of life begins all anew.
 */
public final class StaleLeases implements Due {
    private static final int AT_ONCE = 20;

    private final Transactor<? extends LeaseTx> transactor;
    private final CatalogSource catalog;
    private final ZoneId zone;

    /** @param zone of persons who have none */
    public StaleLeases(Transactor<? extends LeaseTx> transactor, CatalogSource catalog, ZoneId zone) {
        this.transactor = transactor;
        this.catalog = catalog;
        this.zone = zone;
    }

    @Override
    public int run(Instant now) {
        return transactor.write(tx -> {
            List<Lease> due = tx.questions().due(now, AT_ONCE);
            tx.leases().lock(units(due));
            // Read again, now that nobody else may extend or end them.
            due.stream().flatMap(lease -> tx.leases().find(lease.id()).stream()).forEach(lease -> look(tx, lease, now));
            return due.size();
        });
    }

    private void look(LeaseTx tx, Lease lease, Instant now) {
        tx.questions().lookAt(lease.id(), lease.heldAt(now) ? next(tx, lease, now) : Optional.empty());
    }

    /** Does what is due about the lease; when to look at it next. */
    private Optional<Instant> next(LeaseTx tx, Lease lease, Instant now) {
        Optional<StaleQuestion> open = tx.questions().open(lease.id());
        if (open.isEmpty()) {
            return first(tx, lease, now);
        }
        StaleQuestion question = open.get();
        if (question.told().isPresent()) {
            return Optional.empty();
        }
        if (!question.overdueAt(now)) {
            return Optional.of(question.due());
        }
        tellOthers(tx, lease, question, now);
        tx.questions().told(lease.id(), now);
        return Optional.empty();
    }

    private Optional<Instant> first(LeaseTx tx, Lease lease, Instant now) {
        WorkingTime time = WorkingTime.of(tx, lease.holder().id(), zone);
        Attention attention = attention(lease);
        Optional<Ask> ask = Stream.concat(
                        Stream.of(silent(lease, attention, time)),
                        Stream.concat(
                                held(lease, attention, time).stream(), wanted(tx, lease, attention, time).stream()))
                .min(Comparator.comparing(Ask::at));
        Instant at = ask.orElseThrow().at();
        if (at.isAfter(now)) {
            return Optional.of(at);
        }
        if (!time.includes(now)) {
            return Optional.of(time.after(now, Duration.ZERO));
        }
        Instant due = time.after(now, attention.answer());
        if (!due.isBefore(lease.until())) {
            return Optional.empty();
        }
        ask(tx, lease, ask.get(), due, now);
        return Optional.of(due);
    }

    private static Ask silent(Lease lease, Attention attention, WorkingTime time) {
        return new Ask(time.after(lease.seen(), attention.silent()), Reason.SILENT, lease.seen());
    }

    private static Optional<Ask> held(Lease lease, Attention attention, WorkingTime time) {
        return attention
                .softMaximum()
                .map(soft -> lease.since().plus(soft))
                .filter(lease.seen()::isBefore)
                .map(at -> new Ask(time.after(at, Duration.ZERO), Reason.LONG, lease.since()));
    }

    /** From when somebody waits, or from the last sign of life, whichever came later. */
    private static Optional<Ask> wanted(LeaseTx tx, Lease lease, Attention attention, WorkingTime time) {
        return waiting(tx, lease)
                .map(Waiting::since)
                .min(Comparator.naturalOrder())
                .map(since -> {
                    Instant from = since.isAfter(lease.seen()) ? since : lease.seen();
                    return new Ask(time.after(from, attention.whileWaiting()), Reason.WANTED, since);
                });
    }

    private static Stream<Waiting> waiting(LeaseTx tx, Lease lease) {
        return lease.units().stream().flatMap(unit -> tx.waiting().line(unit).stream());
    }

    private static void ask(LeaseTx tx, Lease lease, Ask ask, Instant due, Instant now) {
        tx.questions().ask(new StaleQuestion(lease.id(), ask.reason(), now, due, Optional.empty()));
        note(tx, What.ASKED_WHETHER_STILL_USED, lease, now);
        Notice.StillUsed.Reason reason = switch (ask.reason()) {
            case SILENT -> Notice.StillUsed.Reason.SILENT;
            case LONG -> Notice.StillUsed.Reason.LONG;
            case WANTED -> Notice.StillUsed.Reason.WANTED;
        };
        HolderNotices.tell(
                tx,
                lease,
                new Notice.StillUsed(
                        lease.environment(),
                        lease.token().value(),
                        reason,
                        ask.since(),
                        due,
                        lease.until(),
                        Notice.Standing.OPEN),
                now);
    }

    private static void tellOthers(LeaseTx tx, Lease lease, StaleQuestion question, Instant now) {
        note(tx, What.NOT_ANSWERED, lease, now);
        String holder = lease.holder().name();
        List<PersonRef> waiting =
                waiting(tx, lease).map(Waiting::person).distinct().toList();
        waiting.forEach(person -> tx.outbox()
                .put(person.id(), new Notice.Unanswered(lease.environment(), holder, question.asked(), true), now));
        lease.helpers().stream()
                .filter(helper -> !waiting.contains(helper))
                .forEach(helper -> tx.outbox()
                        .put(
                                helper.id(),
                                new Notice.Unanswered(lease.environment(), holder, question.asked(), false),
                                now));
    }

    private static void note(LeaseTx tx, What what, Lease lease, Instant now) {
        tx.history()
                .add(new HistoryEvent(
                        now,
                        what,
                        Optional.of(lease.environment()),
                        Optional.of(lease.id().value()),
                        Optional.empty(),
                        Map.of("holder", lease.holder().name())));
    }

    private Attention attention(Lease lease) {
        return catalog.current()
                .find(lease.environment())
                .map(environment -> environment.guidance().attention())
                .orElse(Attention.BUILT_IN);
    }

    private static List<UnitName> units(List<Lease> leases) {
        return leases.stream()
                .flatMap(lease -> lease.units().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** When to ask, and why. */
    private record Ask(Instant at, Reason reason, Instant since) {}
}
