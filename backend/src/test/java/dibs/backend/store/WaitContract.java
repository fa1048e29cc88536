package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.LeaseStoreContract.UMBRELLA;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.CancelResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Place;
import dibs.backend.lease.WaitResult;
import dibs.backend.lease.WaitService;
import dibs.backend.lease.Waiting;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.backend.person.WorkingHours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines: first in, first out; who is first hears that it is free. */
abstract class WaitContract extends StoreKit {
    private static final Environment BOTH = Scene.environment("both", List.of("dev-signing", "dev-tree"));

    WaitContract(TestStore store) {
        super(store);
    }

    @Test
    void firstInFirstOut() {
        Lease lease = scene.granted(scene.ann, SIGNING);

        assertThat(await(scene.cem, SIGNING)).isEqualTo(inLine(lease, Optional.of(lease.until())));
        assertThat(await(scene.bob, SIGNING)).isEqualTo(inLine(lease, Optional.empty(), scene.cem));
        assertThat(scene.waits.line(SIGNING)).containsExactly(scene.cem, scene.bob);
    }

    @Test
    void aPlaceThatIsThereStays() {
        scene.granted(scene.ann, SIGNING);
        await(scene.cem, SIGNING);
        Instant since = scene.clock.instant();
        scene.clock.advance(HOUR.dividedBy(2));
        await(scene.bob, SIGNING);

        assertThat(((WaitResult.InLine) await(scene.cem, SIGNING)).place().ahead())
                .isEmpty();

        assertThat(places(scene.cem))
                .containsExactly(new Waiting(
                        SIGNING.units().getFirst(),
                        SIGNING.id(),
                        scene.cem,
                        since,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(scene.happened()).filteredOn(What.WAITING::equals).hasSize(2);
    }

    @Test
    void whoeverLeavesIsOutOfIt() {
        scene.granted(scene.ann, SIGNING);
        await(scene.cem, SIGNING);
        await(scene.bob, SIGNING);

        assertThat(leave(scene.cem)).isEqualTo(new CancelResult.LeftLine(SIGNING.id()));
        assertThat(leave(scene.cem)).isEqualTo(new CancelResult.Nothing(SIGNING.id()));
        assertThat(scene.waits.line(SIGNING)).containsExactly(scene.bob);
        await(scene.cem, SIGNING);
        assertThat(scene.waits.line(SIGNING)).containsExactly(scene.bob, scene.cem);
    }

    @Test
    void theFirstHearsThatItIsFree() {
        scene.granted(scene.ann, SIGNING);
        await(scene.cem, SIGNING);
        await(scene.bob, SIGNING);
        scene.release(scene.ann, SIGNING);

        assertThat(scene.unheard(scene.cem)).containsExactly(freed(SIGNING));
        assertThat(scene.unheard(scene.bob)).isEmpty();
        scene.granted(scene.cem, SIGNING);
        assertThat(scene.waits.line(SIGNING)).containsExactly(scene.bob);
        scene.clock.advance(HOUR);
        scene.service.sweep(scene.clock.instant());
        assertThat(scene.unheard(scene.bob)).containsExactly(freed(SIGNING));
    }

    @Test
    void whenTheFirstLeavesTheNextHearsThatItIsFree() {
        scene.granted(scene.ann, SIGNING);
        await(scene.cem, SIGNING);
        await(scene.bob, SIGNING);
        PersonRef dan = scene.meet("dan");
        await(dan, SIGNING);
        leave(scene.bob);
        assertThat(scene.unheard(dan)).isEmpty();
        scene.release(scene.ann, SIGNING);

        leave(scene.cem);

        assertThat(scene.unheard(scene.cem)).hasSize(1);
        assertThat(scene.unheard(dan)).containsExactly(freed(SIGNING));
    }

    @Test
    void allOfItMustBeFreeAndIsToldOnce() {
        scene.granted(scene.ann, SIGNING);
        scene.granted(scene.cem, TREE);
        await(scene.bob, BOTH);
        scene.release(scene.ann, SIGNING);
        assertThat(scene.unheard(scene.bob)).isEmpty();
        scene.release(scene.cem, TREE);
        assertThat(scene.unheard(scene.bob)).containsExactly(freed(BOTH));
    }

    @Test
    void manyUnitsThatBecomeFreeTogetherAreToldOnce() {
        scene.granted(scene.ann, UMBRELLA);
        await(scene.bob, UMBRELLA);
        scene.clock.advance(HOUR);
        scene.service.sweep(scene.clock.instant());
        assertThat(scene.unheard(scene.bob)).containsExactly(freed(UMBRELLA));
    }

    @Test
    void whatAClaimLeavesOfAnExpiredLeaseIsTold() {
        scene.granted(scene.ann, BOTH);
        await(scene.bob, TREE);
        await(scene.cem, SIGNING);
        scene.clock.advance(HOUR);

        assertThat(scene.keeper(scene.meet("dan"), SIGNING)).isEqualTo(scene.cem);

        assertThat(scene.unheard(scene.bob)).containsExactly(freed(TREE));
        assertThat(scene.unheard(scene.cem)).containsExactly(freed(SIGNING));
    }

    @Test
    void whatIsFreeOrMineNeedsNoLine() {
        assertThat(await(scene.bob, SIGNING)).isEqualTo(new WaitResult.Free(SIGNING.id()));
        Lease lease = scene.granted(scene.bob, BOTH);
        assertThat(await(scene.bob, BOTH)).isEqualTo(new WaitResult.Yours(lease));
        assertThat(await(scene.bob, SIGNING)).isEqualTo(new WaitResult.Yours(lease));
        assertThat(places(scene.bob)).isEmpty();
    }

    @Test
    void forWhatIsPartlyMineThereIsALine() {
        scene.granted(scene.bob, SIGNING);
        assertThat(await(scene.bob, BOTH)).isEqualTo(new WaitResult.Free(BOTH.id()));
        scene.granted(scene.ann, TREE);

        assertThat(await(scene.bob, BOTH)).isInstanceOf(WaitResult.InLine.class);
        scene.release(scene.ann, TREE);
        assertThat(scene.unheard(scene.bob)).containsExactly(freed(BOTH));
    }

    @Test
    void whoWaitsForAPartDoesNotWaitForTheWholeToo() {
        scene.granted(scene.ann, BOTH);
        await(scene.bob, SIGNING);

        assertThat(await(scene.bob, BOTH)).isEqualTo(new WaitResult.Overlaps(BOTH.id(), SIGNING.id()));
        await(scene.cem, BOTH);
        assertThat(await(scene.cem, TREE)).isEqualTo(new WaitResult.Overlaps(TREE.id(), BOTH.id()));
        scene.release(scene.ann, BOTH);

        assertThat(scene.unheard(scene.bob)).containsExactly(freed(SIGNING));
        assertThat(scene.unheard(scene.cem)).isEmpty();
    }

    @Test
    void anotherNameCarriesTheLine() {
        Environment renamed = Scene.exclusive("dev-sign");
        scene.granted(scene.ann, SIGNING);
        await(scene.cem, SIGNING);
        await(scene.bob, SIGNING);
        scene.transactor.write(tx -> tx.leases().rename(SIGNING.id(), renamed.id()));

        assertThat(scene.waits.line(renamed)).containsExactly(scene.cem, scene.bob);
        scene.release(scene.ann, renamed);
        assertThat(scene.unheard(scene.cem)).containsExactly(freed(renamed));
    }

    @Test
    void twoLinesThatBecomeOneKeepEachEarlierPlace() {
        Environment renamed = Scene.exclusive("dev-sign");
        Lease lease = scene.granted(scene.ann, SIGNING);
        scene.granted(scene.ann, renamed);
        await(scene.cem, renamed);
        await(scene.bob, renamed);
        await(scene.bob, SIGNING);
        await(scene.cem, SIGNING);
        scene.reserved(scene.meet("dan"), renamed);
        scene.release(lease.holder(), renamed);
        scene.transactor.write(tx -> tx.leases().rename(SIGNING.id(), renamed.id()));

        assertThat(scene.waits.line(renamed)).containsExactly(scene.cem, scene.bob);
        assertThat(places(scene.cem)).hasSize(1);
    }

    @Test
    void manyWhoJoinAtOnceStandInOneLine() {
        scene.granted(scene.ann, UMBRELLA);
        List<PersonRef> crowd =
                IntStream.range(0, 8).mapToObj(i -> scene.meet("waiter" + i)).toList();
        Crowd.together(16, i -> () -> await(crowd.get(i % 8), i % 3 == 0 ? SIGNING : UMBRELLA));

        List<PersonRef> line = scene.waits.line(SIGNING);
        assertThat(line).containsExactlyInAnyOrderElementsOf(crowd);
        assertThat(scene.<List<Waiting>>read(
                        tx -> tx.waiting().line(SIGNING.units().getFirst())))
                .hasSize(8);
    }

    private static WaitResult inLine(Lease lease, Optional<Instant> guess, PersonRef... ahead) {
        return new WaitResult.InLine(new Place(SIGNING.id(), Optional.empty(), List.of(ahead), guess), List.of(lease));
    }

    /** What the first in line hears, whose hours are the usual ones: the window is ten minutes of them. */
    private Notice freed(Environment environment) {
        Instant until =
                WorkingHours.USUAL.after(scene.clock.instant(), WaitService.TO_CLAIM, ZoneId.of("Europe/Berlin"));
        return new Notice.Freed(environment.id(), until);
    }

    private WaitResult await(PersonRef person, Environment environment) {
        return scene.waits.await(environment, scene.asker(person));
    }

    private CancelResult leave(PersonRef person) {
        return scene.transfers.cancel(SIGNING, scene.asker(person));
    }

    private List<Waiting> places(PersonRef person) {
        return scene.read(tx -> tx.waiting().of(person.id()));
    }
}
