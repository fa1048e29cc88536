package dibs.backend.lease;

import dibs.backend.environment.Environment;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls one thing off inside a transaction: what concerns others most goes first. */
final class Cancelling {
    private final LeaseTx tx;
    private final ZoneId zone;
    private final Environment environment;
    private final Asker asker;

    /** @param zone of persons who have none */
    Cancelling(LeaseTx tx, ZoneId zone, Environment environment, Asker asker) {
        this.tx = tx;
        this.zone = zone;
        this.environment = environment;
        this.asker = asker;
    }

    CancelResult cancel() {
        List<UnitName> others = Lines.instead(tx, asker.person().id(), environment.units());
        tx.leases()
                .lock(Stream.concat(environment.units().stream(), others.stream())
                        .toList());
        List<Lease> held = Owned.held(tx, environment.units(), asker);
        for (Lease lease : held) {
            Optional<CancelResult> done = offer(lease).or(() -> wish(lease));
            if (done.isPresent()) {
                return done.get();
            }
        }
        Lines lines = new Lines(tx, zone, asker.now());
        Optional<String> any = tx.waiting().of(asker.person().id()).stream()
                .filter(place -> environment.units().contains(place.unit()))
                .flatMap(place -> place.any().stream())
                .findFirst();
        int places = lines.leave(asker.person().id(), environment.units());
        if (places == 0) {
            Optional<Reservation> next = ReservationService.next(tx, environment, asker);
            if (next.isPresent()) {
                return unreserve(next.get());
            }
            return tx.watches().remove(asker.person().id(), environment.id())
                    ? new CancelResult.Unwatched(environment.id())
                    : new CancelResult.Nothing(environment.id());
        }
        Notes.write(tx, What.LEFT_LINE, environment.id(), asker, Map.of());
        lines.letGo(asker.person().id(), environment.units());
        lines.serve(environment.units());
        return any.<CancelResult>map(what -> new CancelResult.LeftLines(environment.id(), what))
                .orElseGet(() -> new CancelResult.LeftLine(environment.id()));
    }

    private CancelResult unreserve(Reservation next) {
        List<Reservation> off = ReservationService.cancel(tx, List.of(next), zone, asker);
        return off.isEmpty()
                ? new CancelResult.Nothing(environment.id())
                : new CancelResult.Unreserved(
                        off.getFirst(),
                        !tx.reservations().ofSeries(next.series()).isEmpty());
    }

    private Optional<CancelResult> offer(Lease lease) {
        PersonId me = asker.person().id();
        Optional<Handover> open = tx.pending()
                .handover(lease.id())
                .filter(handover ->
                        handover.to().id().equals(me) || handover.by().id().equals(me));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Handover handover = open.get();
        tx.pending().closeHandover(lease.id());
        if (handover.to().id().equals(me)) {
            Notes.write(tx, What.OFFER_DECLINED, lease, asker, Map.of());
            Notice notice =
                    new Notice.OfferDeclined(lease.environment(), asker.person().name());
            tx.outbox().put(handover.by().id(), notice, asker.now());
            return Optional.of(new CancelResult.Declined(handover, lease));
        }
        Notes.write(tx, What.OFFER_WITHDRAWN, lease, asker, Map.of());
        Notice notice =
                new Notice.OfferWithdrawn(lease.environment(), asker.person().name());
        tx.outbox().put(handover.to().id(), notice, asker.now());
        return Optional.of(new CancelResult.Withdrawn(handover, lease));
    }

    private Optional<CancelResult> wish(Lease lease) {
        Optional<Takeover> open = tx.pending()
                .takeover(lease.id(), asker.now())
                .filter(takeover -> takeover.by().id().equals(asker.person().id()));
        if (open.isEmpty()) {
            return Optional.empty();
        }
        tx.pending().closeTakeover(lease.id());
        Notes.write(tx, What.TAKEOVER_CANCELLED, lease, asker, Map.of());
        Notice notice =
                new Notice.TakeoverCancelled(lease.environment(), asker.person().name());
        tx.outbox().put(lease.holder().id(), notice, asker.now());
        return Optional.of(new CancelResult.NotTakenOver(open.get(), lease));
    }
}
