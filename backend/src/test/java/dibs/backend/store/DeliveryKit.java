package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;

import dibs.backend.notice.Deliveries;
import dibs.backend.notice.DeliveryRows.Attempt;
import dibs.backend.notice.DeliveryRows.DeadLetter;
import dibs.backend.notice.Messenger;
import dibs.backend.notice.Notice;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Persons on platforms, and notices for them. */
abstract class DeliveryKit extends StoreKit {
    static final Duration AN_ATTEMPT = Duration.ofMinutes(2);

    DeliveryKit(TestStore store) {
        super(store);
    }

    Deliveries deliveries(Messenger... messengers) {
        return new Deliveries(scene.transactor, () -> List.of(messengers), scene.clock, ZoneId.of("UTC"), 1);
    }

    void put(PersonRef to, int number) {
        scene.transactor.write(tx -> {
            tx.outbox().put(to.id(), notice(number), scene.clock.instant());
            return true;
        });
    }

    static Notice notice(int number) {
        return new Notice.LeaseExpired(SIGNING.id(), Instant.ofEpochSecond(number));
    }

    static AccountId account(PersonRef person, String platform) {
        return AccountId.of(platform, "T1:" + person.name());
    }

    /** Gives the person an account on that platform, too. */
    void join(PersonRef person, String platform) {
        Account account = new Account(account(person, platform), person.name(), Optional.empty());
        String code = scene.directory.newCode(person.id(), Optional.empty(), scene.clock.instant());
        scene.directory.join(
                code,
                scene.directory.meet(account, scene.clock.instant()).id(),
                Optional.empty(),
                scene.clock.instant());
    }

    void speak(PersonRef person, String platform) {
        scene.directory.meet(
                new Account(account(person, platform), person.name(), Optional.empty()), scene.clock.instant());
    }

    List<PersonRef> due(String... platforms) {
        return scene.read(tx -> tx.deliveries().due(Set.of(platforms), scene.clock.instant(), 10).stream()
                .map(id -> tx.people().find(id).orElseThrow().ref())
                .toList());
    }

    Optional<Attempt> take(PersonRef person) {
        Instant now = scene.clock.instant();
        return write(tx -> tx.deliveries().take(person.id(), now, now.plus(AN_ATTEMPT)));
    }

    List<DeadLetter> dead() {
        return scene.read(tx -> tx.deliveries().dead(10));
    }

    void done(Consumer<Session> work) {
        scene.transactor.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    <R> R write(Function<Session, R> work) {
        return scene.transactor.write(work);
    }
}
