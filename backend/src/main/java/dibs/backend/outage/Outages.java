package dibs.backend.outage;

import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.Takeover;
import dibs.backend.lease.Window;
import dibs.backend.notice.Notice;
import dibs.backend.outage.Outage.Kept;
import dibs.backend.transaction.Transactor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A heartbeat in the store, and what follows where beats are missing. Nobody could extend, claim or keep anything while Dibs was away,
 * so whatever ran out meanwhile goes on for {@link #GRACE} from the moment that Dibs is back; a reservation may be confirmed for as long
 * after it as ever after its start. A machine that was asleep and a clock
 * that was set forward look the same and are treated the same.
 */
public final class Outages {
    /** How long after a beat the next is written. */
    public static final Duration BEAT = Duration.ofMinutes(1);

    /** A longer gap between two beats is an outage. */
    public static final Duration GAP = Duration.ofMinutes(5);

    /** For how long goes on what ran out meanwhile. */
    public static final Duration GRACE = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    private final Transactor<? extends OutageTx> transactor;

    /** The last beat of this process. */
    private volatile Optional<Instant> written = Optional.empty();

    public Outages(Transactor<? extends OutageTx> transactor) {
        this.transactor = transactor;
    }

    /**
     * Says that Dibs is there. To be called before anything else is done at that moment, at start and ever after: it settles what
     * ran out in an outage that is just over. Cheap, as long as the last beat is less than a minute old.
     *
     * @return the outage that is over, where there was one and no other process noticed it
     */
    public Optional<Outage> beat(Instant now) {
        boolean fresh = written.filter(last -> !now.isBefore(last) && now.isBefore(last.plus(BEAT)))
                .isPresent();
        if (fresh) {
            return Optional.empty();
        }
        Optional<Outage> over = transactor.write(tx -> beat(tx, now));
        written = Optional.of(now);
        over.ifPresent(outage -> LOG.warn(
                "away from {} to {}: {} leases that ended meanwhile go on for {}",
                outage.from(),
                outage.to(),
                outage.kept().size(),
                GRACE));
        return over;
    }

    /** Those that were over after that moment, oldest first. */
    public List<Outage> endedAfter(Instant moment) {
        return transactor.read(tx -> tx.outages().endedAfter(moment));
    }

    private static Optional<Outage> beat(OutageTx tx, Instant now) {
        Optional<Instant> before = tx.outages().beat();
        // A clock that was set back: the store has seen a later moment.
        boolean back = before.filter(it -> it.isAfter(now.plus(BEAT))).isPresent();
        boolean due = before.isEmpty() || back || !before.get().plus(BEAT).isAfter(now);
        if (!due || !tx.outages().beat(before, now)) {
            return Optional.empty();
        }
        return before.filter(from -> from.plus(GAP).isBefore(now)).map(from -> settle(tx, from, now));
    }

    private static Outage settle(OutageTx tx, Instant from, Instant now) {
        List<Lease> ended = tx.leases().endingIn(from, now);
        List<Window> windows = tx.windows().over(now, Integer.MAX_VALUE).stream()
                .filter(window -> window.until().isAfter(from))
                .toList();
        List<Reservation> unconfirmed = tx.reservations().due(now.plus(Reservation.BEFORE), Integer.MAX_VALUE).stream()
                .filter(it -> it.missed(from, now))
                .toList();
        tx.leases().lock(units(ended, windows, unconfirmed));
        Instant until = now.plus(GRACE);
        List<Kept> kept = ended.stream()
                .sorted(Comparator.comparing(Lease::environment))
                .flatMap(lease -> keep(tx, lease, from, now).stream())
                .toList();
        unconfirmed.forEach(it -> tx.reservations().longer(it.id(), now.plus(Reservation.AFTER)));
        windows.forEach(window -> prolong(tx, window, now, until));
        wishes(tx, from, now, until);
        Outage outage = new Outage(from, now, kept);
        tx.outages().add(outage);
        return outage;
    }

    /** The holder may turn down for a while yet what was due meanwhile, and the asker follow up what lapsed meanwhile. */
    private static void wishes(OutageTx tx, Instant from, Instant now, Instant until) {
        List<Takeover> due = tx.pending().takeoversDue(from, now);
        List<Takeover> lapsed = tx.pending().takeoversDue(from.minus(Takeover.STANDS), now.minus(Takeover.STANDS));
        lapsed.forEach(wish -> tx.pending().ask(wish.dueAt(until.minus(Takeover.STANDS))));
        due.forEach(wish -> tx.pending().ask(wish.dueAt(until)));
    }

    private static Collection<UnitName> units(
            List<Lease> leases, List<Window> windows, List<Reservation> reservations) {
        return Stream.of(
                        leases.stream().flatMap(lease -> lease.units().stream()),
                        windows.stream().map(Window::unit),
                        reservations.stream().flatMap(it -> it.units().stream()))
                .flatMap(units -> units)
                .distinct()
                .sorted()
                .toList();
    }

    /** Lets the lease go on, as far as nobody has reserved it. */
    private static Optional<Kept> keep(OutageTx tx, Lease lease, Instant from, Instant now) {
        Instant until = tx.leases().blockers(lease.units(), lease.holder().id(), now, now.plus(GRACE)).stream()
                .map(Blocker::from)
                .min(Comparator.naturalOrder())
                .orElse(now.plus(GRACE));
        if (!until.isAfter(now) || !tx.leases().extend(lease.id(), lease.token(), until, from)) {
            return Optional.empty();
        }
        tx.history()
                .add(new HistoryEvent(
                        now,
                        What.KEPT_THROUGH_OUTAGE,
                        Optional.of(lease.environment()),
                        Optional.of(lease.id().value()),
                        Optional.empty(),
                        Map.of(
                                "holder", lease.holder().name(),
                                "until", Long.toString(until.toEpochMilli()))));
        tx.outbox()
                .put(
                        lease.holder().id(),
                        new Notice.KeptThroughOutage(lease.environment(), lease.until(), from, now, until),
                        now);
        // That says when it ends: a reminder at the same moment would say it again.
        tx.reminders().sent(lease.id(), until, Duration.between(now, until), now);
        return Optional.of(new Kept(lease.environment(), lease.holder(), until));
    }

    private static void prolong(OutageTx tx, Window window, Instant now, Instant until) {
        boolean kept = switch (window.kind()) {
            case OFFER ->
                tx.windows().offer(List.of(window.unit()), window.person().id(), now, until);
            case GATHERING ->
                tx.windows().gather(List.of(window.unit()), window.person().id(), now, until);
        };
        if (!kept) {
            LOG.warn("{} could not be kept longer for who waits", window.unit());
        }
    }
}
