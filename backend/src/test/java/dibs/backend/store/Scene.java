package dibs.backend.store;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Limits;
import dibs.backend.environment.Mode;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Asker;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.FencingToken;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.ReleaseResult;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.Schedule;
import dibs.backend.lease.Series;
import dibs.backend.lease.TransferService;
import dibs.backend.lease.UndoService;
import dibs.backend.lease.UseService;
import dibs.backend.lease.WaitService;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.Directory;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import dibs.backend.person.WorkingHours;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.Transactor;
import dibs.testkit.CountingIds;
import dibs.testkit.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Ann, Bob and Cem in front of a store, on a Monday morning. */
final class Scene {
    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00.123Z");
    static final Duration HOUR = Duration.ofHours(1);

    final FakeClock clock = new FakeClock(MONDAY);
    final Transactor<Session> transactor;
    private final CountingIds ids;
    final LeaseService service;
    final TransferService transfers;
    final WaitService waits;
    final UseService uses;
    final UndoService undos;
    final Directory directory;
    final PersonRef ann;
    final PersonRef bob;
    final PersonRef cem;

    Scene(Database database, CountingIds ids) {
        this(database.transactor(), ids);
    }

    Scene(Transactor<Session> transactor, CountingIds ids) {
        this.transactor = transactor;
        this.ids = ids;
        service = new LeaseService(transactor, ids, ZoneId.of("Europe/Berlin"));
        transfers = new TransferService(transactor, ids, ZoneId.of("Europe/Berlin"));
        waits = new WaitService(transactor, ZoneId.of("Europe/Berlin"));
        uses = new UseService(transactor, ids);
        undos = new UndoService(transactor, ids, ZoneId.of("Europe/Berlin"));
        directory = new Directory(transactor, ids);
        ann = meet("ann");
        bob = meet("bob");
        cem = meet("cem");
    }

    PersonRef meet(String name) {
        return transactor
                .write(tx -> tx.people()
                        .find(AccountId.of("console", name))
                        .orElseGet(() -> tx.people()
                                .add(
                                        new PersonId("p-" + name),
                                        new Account(AccountId.of("console", name), name, Optional.empty()),
                                        clock.instant())))
                .ref();
    }

    static Environment exclusive(String id) {
        return environment(id, List.of(id));
    }

    static Environment environment(String id, List<String> units) {
        return environment(id, units, List.of());
    }

    /** One with a checklist to go through when it is given back. */
    static Environment environment(String id, List<String> units, List<String> cleanup) {
        return new Environment(
                new EnvironmentId(id),
                Kind.DEV_SET,
                id,
                Mode.EXCLUSIVE,
                Optional.empty(),
                new Environment.Belongs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Environment.Naming(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        List.of(),
                        List.of()),
                new Environment.Levels(List.of(), List.of(), Optional.empty()),
                new Environment.Contact(Optional.empty(), List.of(), List.of()),
                units.stream().map(UnitName::new).toList(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                new Environment.Guidance(Limits.BUILT_IN, List.of(), cleanup),
                List.of(),
                Optional.empty());
    }

    Asker asker(PersonRef person) {
        return asker(person, Optional.empty());
    }

    Asker asker(PersonRef person, Optional<MessageKey> message) {
        return new Asker(person, ZoneId.of("Europe/Berlin"), WorkingHours.USUAL, message, clock.instant());
    }

    ClaimResult claim(PersonRef person, Environment... environments) {
        return claim(person, HOUR, environments);
    }

    ClaimResult claim(PersonRef person, Duration length, Environment... environments) {
        return service.claim(
                ClaimRequest.of(Arrays.asList(environments), new EndWish.For(length), List.of(), Optional.empty()),
                asker(person));
    }

    Lease granted(PersonRef person, Environment... environments) {
        return granted(claim(person, environments));
    }

    static Lease granted(ClaimResult result) {
        if (result instanceof ClaimResult.Granted granted) {
            return granted.leases().getFirst();
        }
        throw new AssertionError("not granted: " + result);
    }

    ReleaseResult release(PersonRef person, Environment... environments) {
        return service.release(Arrays.asList(environments), asker(person));
    }

    /** For whom what the person asks for and does not get is kept. */
    PersonRef keeper(PersonRef person, Environment environment) {
        if (claim(person, environment) instanceof ClaimResult.Held held
                && held.blockers().getFirst().state() == Blocker.State.OFFERED) {
            return held.blockers().getFirst().by();
        }
        throw new AssertionError("it is kept for nobody: " + environment.id());
    }

    /** Keeps the environment for the person for an hour from now on. */
    void reserved(PersonRef person, Environment environment) {
        reserved(person, environment, clock.instant(), clock.instant().plus(HOUR));
    }

    /** Keeps the environment for the person, who need not confirm it. */
    void reserved(PersonRef person, Environment environment, Instant from, Instant to) {
        ZoneId zone = ZoneId.of("UTC");
        Schedule once = new Schedule(
                zone,
                LocalDateTime.ofInstant(from, zone),
                Duration.between(from, to),
                Optional.empty(),
                Optional.empty());
        transactor.write(tx -> {
            tx.leases().lock(environment.units());
            String id = "r-" + ids.next();
            tx.reservations()
                    .add(
                            new Series(
                                    id,
                                    person,
                                    once,
                                    List.of(environment.id()),
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    to,
                                    1),
                            clock.instant());
            tx.reservations().end(id, clock.instant());
            tx.reservations()
                    .add(new Reservation(
                            id,
                            id,
                            person,
                            List.of(new Reservation.Part(environment.id(), environment.units())),
                            from,
                            to,
                            Reservation.State.CONFIRMED,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            return true;
        });
    }

    Lease find(Lease lease) {
        return transactor.read(tx -> tx.leases().find(lease.id()).orElseThrow());
    }

    long token(String unit) {
        UnitName name = new UnitName(unit);
        Map<UnitName, FencingToken> tokens = transactor.write(tx -> tx.leases().lock(List.of(name)));
        return tokens.getOrDefault(name, new FencingToken(-1)).value();
    }

    <R> R read(Function<Session, R> work) {
        return transactor.read(work);
    }

    List<Notice> unheard(PersonRef person) {
        return transactor.read(tx -> tx.outbox().pending(person.id(), clock.instant(), 100)).stream()
                .map(Outbox.Pending::notice)
                .toList();
    }

    /** What happened, newest first. */
    List<HistoryEvent> history() {
        return transactor.read(tx -> tx.history().newest(Optional.empty(), Optional.empty(), 10_000));
    }

    List<What> happened() {
        return history().stream().map(HistoryEvent::what).toList();
    }
}
