package dibs.backend.store;

import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Recurrence;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.ReserveRequest;
import dibs.backend.lease.ReserveResult;
import dibs.backend.lease.Schedule;
import dibs.backend.lease.UnreserveResult;
import dibs.backend.outage.Outages;
import dibs.backend.person.PersonRef;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reservations in front of a store. */
abstract class ReservationKit extends StoreKit {
    static final Environment SIGNING = Scene.exclusive("dev-signing");
    static final Environment TREE = Scene.exclusive("dev-tree");
    static final Environment BOTH = Scene.environment("dev", List.of("dev-signing", "dev-tree"));
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final Recurrence DAILY = new Recurrence(EnumSet.allOf(DayOfWeek.class), 1);

    Catalog catalog = new Catalog(List.of(), Map.of());

    ReservationKit(TestStore store) {
        super(store);
    }

    ReservationService service() {
        return new ReservationService(scene.transactor, ids, BERLIN, () -> catalog);
    }

    Schedule once(Duration ahead, Duration length) {
        return new Schedule(
                BERLIN,
                LocalDateTime.ofInstant(scene.clock.instant().plus(ahead), BERLIN),
                length,
                Optional.empty(),
                Optional.empty());
    }

    ReserveResult reserve(PersonRef person, Schedule schedule, Environment... environments) {
        return service()
                .reserve(
                        new ReserveRequest(
                                List.of(environments), List.of(), schedule, Optional.empty(), Optional.empty()),
                        scene.asker(person));
    }

    Reservation reserved(PersonRef person, Duration ahead, Duration length, Environment... environments) {
        ReserveResult result = reserve(person, once(ahead, length), environments);
        if (result instanceof ReserveResult.Reserved done) {
            return done.reservations().getFirst();
        }
        throw new AssertionError("not reserved: " + result);
    }

    List<Instant> starts(LocalDateTime first) {
        Schedule daily = new Schedule(BERLIN, first, HOUR, Optional.of(DAILY), Optional.empty());
        ReserveResult result = reserve(scene.ann, daily, SIGNING);
        List<Reservation> windows = ((ReserveResult.Reserved) result).reservations();
        assertThat(upcoming()).containsAll(windows);
        return windows.stream().map(Reservation::starts).toList();
    }

    UnreserveResult cancel(String id, PersonRef person) {
        return service().cancel(id, false, scene.asker(person));
    }

    static Reservation cancelled(Reservation it) {
        return new Reservation(
                it.id(),
                it.series(),
                it.person(),
                it.parts(),
                it.starts(),
                it.ends(),
                Reservation.State.CANCELLED,
                it.longer(),
                it.every(),
                it.purpose(),
                it.bundle());
    }

    /** A claim without an end of its own, which is how somebody confirms. */
    ClaimResult usual(PersonRef person) {
        return usual(person, SIGNING);
    }

    ClaimResult usual(PersonRef person, Environment environment) {
        return scene.service.claim(
                ClaimRequest.of(List.of(environment), new EndWish.Usual(), List.of(), Optional.empty()),
                scene.asker(person));
    }

    void quarterOfAnHour(Outages outages) {
        for (int i = 0; i < 15; i++) {
            scene.clock.advance(MINUTE);
            outages.beat(scene.clock.instant());
        }
    }

    int look() {
        return service().look(scene.clock.instant());
    }

    List<Reservation> upcoming() {
        return service().upcoming(scene.clock.instant());
    }

    List<Lease> held() {
        return scene.service.held(scene.clock.instant());
    }
}
