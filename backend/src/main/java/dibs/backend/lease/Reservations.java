package dibs.backend.lease;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import dibs.backend.person.Person;
import dibs.backend.person.PersonId;
import dibs.backend.person.WorkingHours;
import dibs.backend.transaction.IdSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reservations inside a transaction: they are asked for, confirmed, begin, and lapse. The units must be locked. */
final class Reservations {
    private final LeaseTx tx;
    private final IdSource ids;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone of persons who have none */
    Reservations(LeaseTx tx, IdSource ids, ZoneId zone, Instant now) {
        this.tx = tx;
        this.ids = ids;
        this.zone = zone;
        this.now = now;
    }

    /** That end, or the start of the first window after now that another has reserved before it. */
    static Instant before(LeaseTx tx, Collection<UnitName> units, PersonId person, Instant now, Instant end) {
        return tx.leases().blockers(units, person, now, end).stream()
                .filter(blocker -> blocker.state() == Blocker.State.RESERVED)
                .map(Blocker::from)
                .filter(from -> from.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(end);
    }

    /** A claim, which may be how somebody confirms what they reserved. */
    ClaimResult claim(ClaimRequest request, Asker asker) {
        List<UnitName> units = Claims.units(request.environments());
        tx.leases().lock(units);
        new Lapsing(tx, zone, now).of(units);
        Optional<Reservation> mine = tx.reservations().open(units).stream()
                .filter(it -> it.belongsTo(asker.person().id()) && it.mayBeConfirmed(now))
                .filter(it -> request.environments().stream()
                        .allMatch(environment -> it.environments().contains(environment.id())))
                .findFirst();
        return mine.map(it -> claim(it, request, asker)).orElseGet(() -> claims(request, asker));
    }

    private ClaimResult claims(ClaimRequest request, Asker asker) {
        return new Claims(tx, ids, zone, request, asker).claim();
    }

    private ClaimResult claim(Reservation mine, ClaimRequest request, Asker asker) {
        boolean usual = request.wish() instanceof EndWish.Usual;
        boolean whole = request.environments().size() == mine.parts().size()
                && (mine.bundle().isEmpty() || mine.bundle().equals(request.bundle()));
        if (now.isBefore(mine.starts()) || !whole) {
            return usual ? confirm(mine, request) : orConfirm(claims(request, asker), mine, request);
        }
        EndWish wish = usual ? new EndWish.Until(mine.ends()) : request.wish();
        ClaimResult result = claims(request.until(wish, mine.purpose()), asker);
        return switch (result) {
            case ClaimResult.Granted granted -> {
                tx.reservations().move(mine.id(), Reservation.State.STARTED, now);
                if (usual) {
                    goOn(granted.before(), mine, asker);
                }
                yield granted;
            }
            case ClaimResult.AlreadyYours yours -> {
                tx.reservations().move(mine.id(), Reservation.State.STARTED, now);
                yield usual ? new ClaimResult.AlreadyYours(goOn(yours.leases(), mine, asker)) : yours;
            }
            default -> result;
        };
    }

    /** Whoever asks for it with an end of their own has it at once where that can be. */
    private ClaimResult orConfirm(ClaimResult result, Reservation mine, ClaimRequest request) {
        return result instanceof ClaimResult.Held ? confirm(mine, request) : result;
    }

    private ClaimResult confirm(Reservation mine, ClaimRequest request) {
        tx.reservations().move(mine.id(), Reservation.State.CONFIRMED, now);
        request.purpose().ifPresent(purpose -> tx.reservations().purpose(mine.id(), purpose));
        return new ClaimResult.Confirmed(mine.withState(Reservation.State.CONFIRMED));
    }

    /** Does what is due about it; whether anything was. */
    boolean look(Reservation reservation, Catalog catalog) {
        if (reservation.lapsedAt(now)) {
            new Lapsing(tx, zone, now).of(reservation);
            return true;
        }
        boolean begins = !now.isBefore(reservation.starts());
        if (begins && (reservation.state() == Reservation.State.CONFIRMED || hasItAll(reservation))) {
            return begin(reservation, catalog);
        }
        if (reservation.state() == Reservation.State.PLANNED) {
            tx.reservations().move(reservation.id(), Reservation.State.ASKED, now);
            Notice notice = new Notice.ReservationNear(
                    reservation.environments(),
                    reservation.id(),
                    reservation.starts(),
                    reservation.ends(),
                    reservation.confirmBy());
            tx.outbox().put(reservation.person().id(), notice, now);
            return true;
        }
        return false;
    }

    private boolean hasItAll(Reservation reservation) {
        Set<UnitName> had = new HashSet<>();
        tx.leases().open(reservation.units()).stream()
                .filter(lease -> lease.heldAt(now)
                        && lease.holder().id().equals(reservation.person().id()))
                .forEach(lease -> had.addAll(lease.units()));
        return had.containsAll(reservation.units());
    }

    private boolean begin(Reservation reservation, Catalog catalog) {
        List<Environment> environments = found(reservation.environments(), catalog);
        if (environments.size() < reservation.parts().size()) {
            tx.reservations().move(reservation.id(), Reservation.State.CANCELLED, now);
            tx.outbox()
                    .put(
                            reservation.person().id(),
                            new Notice.ReservationEnded(reservation.environments(), reservation.series()),
                            now);
            return true;
        }
        Optional<Person> person = tx.people().find(reservation.person().id());
        Asker owner = new Asker(
                reservation.person(),
                person.map(it -> it.zoneOr(zone)).orElse(zone),
                person.flatMap(Person::hours).orElse(WorkingHours.USUAL),
                Optional.empty(),
                now);
        ClaimRequest request = new ClaimRequest(
                environments,
                new EndWish.Until(reservation.ends()),
                List.of(),
                reservation.purpose(),
                found(tx.reservations().uses(reservation.series()), catalog),
                reservation.bundle(),
                Set.of(),
                false);
        standBack(reservation);
        Optional<List<Lease>> before = switch (claims(request, owner)) {
            case ClaimResult.Granted granted -> Optional.of(granted.before());
            case ClaimResult.AlreadyYours yours -> Optional.of(yours.leases());
            default -> Optional.empty();
        };
        if (before.isEmpty()) {
            return false;
        }
        goOn(before.get(), reservation, owner);
        tx.reservations().move(reservation.id(), Reservation.State.STARTED, now);
        Notice notice = new Notice.ReservationBegun(reservation.environments(), reservation.ends());
        tx.outbox().put(owner.person().id(), notice, now);
        return true;
    }

    /** Whoever waits keeps the place in line, and has a turn when the window is over; until then nothing of it is kept for them. */
    private void standBack(Reservation reservation) {
        List<UnitName> units = reservation.units();
        List<Window> windows = tx.windows().of(units).stream()
                .filter(window -> !reservation.belongsTo(window.person().id()))
                .toList();
        Lines lines = new Lines(tx, zone, now);
        windows.stream().map(window -> window.person().id()).distinct().forEach(person -> {
            List<Waiting> places = tx.waiting().of(person);
            Set<EnvironmentId> wished = places.stream()
                    .filter(place -> units.contains(place.unit()))
                    .map(Waiting::environment)
                    .collect(Collectors.toSet());
            List<UnitName> all = places.stream()
                    .filter(place -> wished.contains(place.environment()))
                    .map(Waiting::unit)
                    .sorted()
                    .toList();
            tx.leases().lock(all);
            lines.letGo(person, all);
        });
        tx.windows().letGo(windows.stream().map(Window::unit).toList());
    }

    /** What the person had already goes on to the reservation's end. */
    private List<Lease> goOn(List<Lease> leases, Reservation reservation, Asker owner) {
        return leases.stream()
                .map(lease -> {
                    boolean own = lease.holder().id().equals(owner.person().id());
                    if (!own || !lease.until().isBefore(reservation.ends())) {
                        return lease;
                    }
                    tx.leases().extend(lease.id(), lease.token(), reservation.ends(), now);
                    Lease longer = lease.withUntil(reservation.ends(), now);
                    Notes.write(tx, What.EXTENDED, longer, owner, Map.of("until", Notes.moment(reservation.ends())));
                    return longer;
                })
                .toList();
    }

    private static List<Environment> found(List<EnvironmentId> ids, Catalog catalog) {
        return ids.stream().flatMap(id -> catalog.find(id).stream()).toList();
    }
}
