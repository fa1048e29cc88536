package dibs.backend.lease;

import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The one place where reservations end because nobody confirmed them, whether that is looked for or in the way of a claim. */
final class Lapsing {
    private final LeaseTx tx;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone of persons who have none */
    Lapsing(LeaseTx tx, ZoneId zone, Instant now) {
        this.tx = tx;
        this.zone = zone;
        this.now = now;
    }

    /** Ends those of the units, which must be locked, whose time to confirm is over. */
    void of(Collection<UnitName> units) {
        tx.reservations().open(units).stream().filter(it -> it.lapsedAt(now)).forEach(this::of);
    }

    /** Ends that one; its person is told, and whoever waits has a turn. */
    void of(Reservation reservation) {
        if (!tx.reservations().move(reservation.id(), Reservation.State.LAPSED, now)) {
            return;
        }
        Map<String, String> details = Map.of(
                "holder", reservation.person().name(),
                "starts", Notes.moment(reservation.starts()),
                "until", Notes.moment(reservation.ends()));
        reservation
                .environments()
                .forEach(environment -> tx.history()
                        .add(new HistoryEvent(
                                now,
                                What.RESERVATION_LAPSED,
                                Optional.of(environment),
                                Optional.empty(),
                                Optional.empty(),
                                details)));
        Notice notice = new Notice.ReservationLapsed(
                reservation.environments(), reservation.starts(), reservation.state() == Reservation.State.CONFIRMED);
        tx.outbox().put(reservation.person().id(), notice, now);
        new Lines(tx, zone, now).serve(reservation.units());
    }
}
