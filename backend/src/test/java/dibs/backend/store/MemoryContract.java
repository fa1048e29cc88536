package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.BEETMOVER;
import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.Scene.HOUR;
import static dibs.backend.store.Scene.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox;
import dibs.backend.person.Account;
import dibs.backend.person.AccountId;
import dibs.backend.person.Person;
import dibs.backend.person.PersonId;
import dibs.backend.person.WorkingHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is remembered of people, events and notices, over a restart too. */
abstract class MemoryContract extends StoreKit {
    MemoryContract(TestStore store) {
        super(store);
    }

    @Test
    void aRestartForgetsNothing() {
        Lease lease = granted(scene.service.claim(
                ClaimRequest.of(List.of(SIGNING), new EndWish.For(HOUR), List.of(scene.bob), Optional.of("to test")),
                scene.asker(scene.ann)));
        List<HistoryEvent> history = scene.history();

        restart();

        assertThat(scene.find(lease)).isEqualTo(lease);
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(lease);
        assertThat(scene.claim(scene.cem, SIGNING)).isInstanceOf(ClaimResult.Held.class);
        assertThat(scene.history()).isEqualTo(history).hasSize(2);
        assertThat(scene.unheard(scene.bob))
                .containsExactly(new Notice.HelperAdded(SIGNING.id(), "ann", lease.until()));
    }

    @Test
    void aPurposeIsKeptAsItWasTyped() {
        String hostile =
                "'; drop table lease; -- \" \\ ${x} <b> :id <units> ?1 %s \u0001\t\r\n\u202e\uFFFF 😀 é e\u0301 名";
        String purpose = hostile.repeat(500 / hostile.length() + 1).substring(0, 499) + "x";

        Lease lease = granted(scene.service.claim(
                ClaimRequest.of(List.of(SIGNING), new EndWish.For(HOUR), List.of(), Optional.of(purpose)),
                scene.asker(scene.ann)));

        assertThat(scene.find(lease).purpose()).contains(purpose);
        assertThat(scene.history().getFirst().details()).containsEntry("purpose", purpose);
    }

    @Test
    void historyOnlyGrows() {
        int before = 0;
        for (int i = 0; i < 5; i++) {
            scene.granted(scene.ann, SIGNING);
            if (i % 2 == 0) {
                scene.release(scene.ann, SIGNING);
            }
            scene.clock.advance(HOUR);
            scene.service.sweep(scene.clock.instant());
            assertThat(scene.history().size()).isEqualTo(before + 2);
            before = scene.history().size();
        }
    }

    @Test
    void historyIsToldNewestFirstAndByEnvironmentAndTime() {
        scene.claim(scene.ann, SIGNING, TREE);
        scene.clock.advance(Duration.ofMinutes(1));
        scene.claim(scene.bob, BEETMOVER);

        assertThat(scene.history())
                .extracting(HistoryEvent::environment)
                .containsExactly(Optional.of(BEETMOVER.id()), Optional.of(TREE.id()), Optional.of(SIGNING.id()));
        assertThat(scene.<List<HistoryEvent>>read(
                        tx -> tx.history().newest(Optional.of(TREE.id()), Optional.empty(), 9)))
                .singleElement()
                .satisfies(event -> assertThat(event.actor()).contains(scene.ann));
        assertThat(scene.<List<HistoryEvent>>read(
                        tx -> tx.history().newest(Optional.empty(), Optional.of(scene.clock.instant()), 9)))
                .hasSize(1);
        assertThat(scene.<List<HistoryEvent>>read(tx -> tx.history().newest(Optional.empty(), Optional.empty(), 2)))
                .hasSize(2);
    }

    @Test
    void aLineOfHistoryIsKeptWhole() {
        HistoryEvent event = new HistoryEvent(
                scene.clock.instant(),
                What.CATALOG_LOADED,
                Optional.of(new EnvironmentId("slot:firefox-145.0b3")),
                Optional.empty(),
                Optional.empty(),
                Map.of("added", "\"3\"", "", "😀"));
        scene.transactor.write(tx -> {
            tx.history().add(event);
            return true;
        });

        assertThat(scene.history()).containsExactly(event);
    }

    @Test
    void aPersonIsFoundByAccountIdAndNameInAnyCase() {
        Account account =
                new Account(AccountId.of("slack", "T1:U2"), "Élodie Ümit", Optional.of(ZoneId.of("Pacific/Chatham")));
        Person added =
                scene.transactor.write(tx -> tx.people().add(new PersonId("p9"), account, scene.clock.instant()));

        assertThat(added)
                .isEqualTo(new Person(
                        new PersonId("p9"),
                        "Élodie Ümit",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(account)));
        assertThat(scene.<Optional<Person>>read(tx -> tx.people().find(account.id())))
                .contains(added);
        assertThat(scene.<List<Person>>read(tx -> tx.people().named(" élodie ÜMIT ")))
                .containsExactly(added);
        assertThat(scene.<List<Person>>read(tx -> tx.people().named("nobody"))).isEmpty();
    }

    @Test
    void settingsArePersonsAndCanBeForgotten() {
        WorkingHours nights = new WorkingHours(
                LocalTime.of(22, 30), LocalTime.MIDNIGHT, EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
        settings(Optional.of(ZoneId.of("Asia/Kathmandu")), Optional.of(nights), Optional.of(Duration.ofMinutes(15)));
        restart();

        Person ann = person();
        assertThat(ann.zone()).contains(ZoneId.of("Asia/Kathmandu"));
        assertThat(ann.hours()).contains(nights);
        assertThat(ann.remind()).contains(Duration.ofMinutes(15));

        settings(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(person().zone()).isEmpty();
        assertThat(person().hours()).isEmpty();
        assertThat(person().remind()).isEmpty();
    }

    @Test
    void aNewNameIsShownEverywhere() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        scene.transactor.write(tx -> {
            tx.people().update(new Account(AccountId.of("console", "ann"), "Ann Lee", Optional.empty()));
            return true;
        });

        assertThat(scene.find(lease).holder().name()).isEqualTo("Ann Lee");
        assertThat(scene.history().getFirst().actor().orElseThrow().name()).isEqualTo("Ann Lee");
        assertThat(scene.<List<Person>>read(tx -> tx.people().named("ann lee"))).hasSize(1);
    }

    @Test
    void noticesAreToldInOrderUntilTheyAreSaid() {
        scene.transactor.write(tx -> {
            for (int i = 0; i < 12; i++) {
                tx.outbox().put(scene.ann.id(), notice(i), scene.clock.instant());
            }
            return true;
        });
        List<Outbox.Pending> first = scene.read(tx -> tx.outbox().pending(scene.ann.id(), scene.clock.instant(), 3));
        assertThat(first).extracting(Outbox.Pending::notice).containsExactly(notice(0), notice(1), notice(2));

        scene.transactor.write(tx -> {
            tx.outbox().sent(first.stream().map(Outbox.Pending::id).toList(), scene.clock.instant());
            return true;
        });

        assertThat(scene.unheard(scene.ann)).hasSize(9).startsWith(notice(3));
        assertThat(scene.unheard(scene.bob)).isEmpty();
    }

    @Test
    void aNoticeOfAnotherVersionHoldsUpNoneBehindIt() {
        scene.transactor.write(tx -> {
            for (int i = 0; i < 3; i++) {
                tx.outbox().put(scene.ann.id(), notice(i), scene.clock.instant());
            }
            return true;
        });
        List<Outbox.Pending> all = scene.read(tx -> tx.outbox().pending(scene.ann.id(), scene.clock.instant(), 3));
        store.run("update outbox set notice_type = 'LaterInvention' where id = '"
                + all.get(0).id() + "'");
        store.run("update outbox set notice = '{\"type\":\"LaterInvention\"}' where id = '"
                + all.get(1).id() + "'");

        assertThat(scene.unheard(scene.ann)).containsExactly(notice(2));
    }

    @Test
    void whatFailsHalfWayIsNotKept() {
        assertThatThrownBy(() -> scene.transactor.write(tx -> {
                    tx.outbox().put(scene.ann.id(), notice(1), scene.clock.instant());
                    throw new IllegalStateException("half way");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("half way");

        assertThat(scene.unheard(scene.ann)).isEmpty();
    }

    private Notice notice(int number) {
        return new Notice.LeaseExpired(SIGNING.id(), scene.clock.instant().plusNanos(number));
    }

    private Person person() {
        return scene.<Optional<Person>>read(tx -> tx.people().find(scene.ann.id()))
                .orElseThrow();
    }

    private void settings(Optional<ZoneId> zone, Optional<WorkingHours> hours, Optional<Duration> lead) {
        scene.transactor.write(tx -> {
            tx.people().zone(scene.ann.id(), zone);
            tx.people().hours(scene.ann.id(), hours);
            tx.people().remind(scene.ann.id(), lead);
            return true;
        });
    }
}
