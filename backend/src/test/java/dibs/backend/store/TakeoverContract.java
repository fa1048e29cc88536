package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.KeepResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Takeover;
import dibs.backend.lease.TakeoverResult;
import dibs.backend.lease.TransferService;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a wish to take something over. */
abstract class TakeoverContract extends StoreKit {
    private static final String WHY = "a release is blocked";
    private static final Environment BOTH = Scene.environment("both", List.of("dev-signing", "dev-tree"));

    TakeoverContract(TestStore store) {
        super(store);
    }

    @Test
    void theHolderIsAskedAndMayKeepIt() {
        Lease lease = day(scene.ann, SIGNING);

        Takeover wish = asked(scene.bob);
        assertThat(wish.due()).isEqualTo(scene.clock.instant().plus(TransferService.TO_KEEP));
        assertThat(scene.find(lease)).isEqualTo(lease);
        assertThat(scene.unheard(scene.ann))
                .containsExactly(new Notice.TakeoverAsked(SIGNING.id(), "bob", WHY, wish.due()));

        scene.clock.advance(Duration.ofMinutes(10));
        Lease seen = lease.withUntil(lease.until(), scene.clock.instant());
        assertThat(keep(scene.ann)).isEqualTo(new KeepResult.Kept(seen, Optional.of(wish)));
        assertThat(scene.find(lease)).isEqualTo(seen);
        assertThat(scene.unheard(scene.bob)).containsExactly(new Notice.Kept(SIGNING.id(), "ann", lease.until()));

        scene.clock.advance(Duration.ofMinutes(6));
        assertThat(takeover(scene.bob)).isInstanceOf(TakeoverResult.Asked.class);
    }

    @Test
    void afterFifteenWorkingMinutesItPasses() {
        Lease lease = granted(HOUR.multipliedBy(8), List.of(scene.cem));
        Takeover wish = asked(scene.bob);
        scene.clock.advance(TransferService.TO_KEEP.minusMillis(1));
        assertThat(takeover(scene.bob)).isEqualTo(new TakeoverResult.Asked(wish, lease));
        scene.clock.advance(Duration.ofMillis(1));

        Lease taken = taken(takeover(scene.bob));

        assertThat(taken.holder()).isEqualTo(scene.bob);
        assertThat(taken.token()).isEqualTo(lease.token().next());
        assertThat(taken.purpose()).contains(WHY);
        assertThat(taken.helpers()).isEmpty();
        assertThat(scene.find(taken)).isEqualTo(taken);
        assertThat(scene.find(lease).state()).isEqualTo(Lease.State.TAKEN);
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(taken);
        Notice told = new Notice.TakenOver(SIGNING.id(), "bob", WHY);
        assertThat(scene.unheard(scene.ann)).endsWith(told).hasSize(2);
        assertThat(scene.unheard(scene.cem)).endsWith(told);
        assertThat(scene.happened()).startsWith(What.TAKEN_OVER, What.TAKEOVER_ASKED);
    }

    @Test
    void theNightOfTheHolderDoesNotCount() {
        scene.clock.set(Instant.parse("2026-11-23T16:55:00Z"));
        day(scene.ann, SIGNING);

        assertThat(asked(scene.bob).due()).isEqualTo(Instant.parse("2026-11-24T08:10:00Z"));
    }

    @Test
    void ofTwoWishesTheFirstCounts() {
        Lease lease = day(scene.ann, SIGNING);
        Takeover wish = asked(scene.bob);

        assertThat(takeover(scene.cem)).isEqualTo(new TakeoverResult.AskedByOther(wish, lease));
        scene.clock.advance(TransferService.TO_KEEP);
        assertThat(takeover(scene.cem)).isEqualTo(new TakeoverResult.AskedByOther(wish, lease));
        assertThat(taken(takeover(scene.bob)).holder()).isEqualTo(scene.bob);
    }

    @Test
    void whoDoesNotFollowAWishUpInADayKeepsOthersFromAskingNoLonger() {
        Lease lease = granted(Duration.ofDays(4), List.of());
        Takeover wish = asked(scene.bob);
        scene.clock.set(wish.due().plus(Takeover.STANDS).minusMillis(1));
        assertThat(takeover(scene.cem)).isEqualTo(new TakeoverResult.AskedByOther(wish, lease));
        scene.clock.advance(Duration.ofMillis(1));

        Takeover next = asked(scene.cem);

        assertThat(takeover(scene.bob)).isEqualTo(new TakeoverResult.AskedByOther(next, lease));
        assertThat(scene.unheard(scene.ann))
                .endsWith(new Notice.TakeoverAsked(SIGNING.id(), "cem", WHY, next.due()))
                .hasSize(2);
    }

    @Test
    void whoComesBackTooLateAsksAnew() {
        granted(Duration.ofDays(4), List.of());
        Takeover wish = asked(scene.bob);
        scene.clock.set(wish.lapses());

        assertThat(asked(scene.bob).due()).isEqualTo(scene.clock.instant().plus(TransferService.TO_KEEP));
    }

    @Test
    void whatIsStaleOrWantedByAnAdminIsTakenAtOnce() {
        Lease lease = granted(Duration.ofDays(5), List.of());
        scene.clock.set(Instant.parse("2026-11-25T09:00:00.122Z"));
        assertThat(takeover(scene.bob)).isInstanceOf(TakeoverResult.Asked.class);
        scene.clock.advance(Duration.ofMillis(1));

        Lease bobs = taken(takeover(scene.bob));
        Lease cems = taken(scene.transfers.takeover(SIGNING, WHY, true, false, scene.asker(scene.cem)));

        assertThat(List.of(
                        lease.token().value(),
                        bobs.token().value(),
                        cems.token().value()))
                .containsExactly(1L, 2L, 3L);
        assertThat(scene.find(bobs).state()).isEqualTo(Lease.State.TAKEN);
    }

    @Test
    void aSignOfLifeMakesItFresh() {
        granted(Duration.ofDays(4), List.of());
        scene.clock.set(Instant.parse("2026-11-25T08:30:00Z"));
        scene.service.extend(SIGNING, new EndWish.For(HOUR), scene.asker(scene.ann));
        scene.clock.advance(HOUR);

        assertThat(takeover(scene.bob)).isInstanceOf(TakeoverResult.Asked.class);
    }

    @Test
    void partsAreTakenByTheirOwnNames() {
        Lease signing = day(scene.ann, SIGNING);
        Lease tree = day(scene.cem, TREE);
        assertThat(takeover(scene.bob, BOTH)).isEqualTo(new TakeoverResult.Parts(BOTH.id(), List.of(signing, tree)));
        scene.release(scene.ann, SIGNING);
        scene.release(scene.cem, TREE);
        Lease both = day(scene.ann, BOTH);

        assertThat(takeover(scene.bob)).isEqualTo(new TakeoverResult.Parts(SIGNING.id(), List.of(both)));
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(both);
    }

    @Test
    void whatIsPartlyMineIsAnothersAllTheSame() {
        day(scene.bob, SIGNING);
        Lease tree = day(scene.cem, TREE);

        assertThat(takeover(scene.bob, BOTH)).isEqualTo(new TakeoverResult.Parts(BOTH.id(), List.of(tree)));
    }

    @Test
    void whatIsFreeOrMineIsNotTaken() {
        assertThat(takeover(scene.bob)).isEqualTo(new TakeoverResult.Free(SIGNING.id()));
        Lease lease = scene.granted(scene.bob, SIGNING);
        assertThat(takeover(scene.bob)).isEqualTo(new TakeoverResult.Yours(lease));
        scene.clock.advance(HOUR);
        assertThat(takeover(scene.ann)).isEqualTo(new TakeoverResult.Free(SIGNING.id()));
    }

    @Test
    void aWishIsVoidOnceTheLeaseIsEnded() {
        day(scene.ann, SIGNING);
        asked(scene.bob);
        scene.release(scene.ann, SIGNING);
        Lease again = day(scene.ann, SIGNING);
        scene.clock.advance(TransferService.TO_KEEP);

        assertThat(takeover(scene.bob)).isInstanceOf(TakeoverResult.Asked.class);
        assertThat(scene.find(again).state()).isEqualTo(Lease.State.HELD);
    }

    @Test
    void aHigherTokenOfARenamedUnitIsPassed() {
        Environment renamed = Scene.exclusive("dev-sign");
        for (int i = 0; i < 3; i++) {
            scene.granted(scene.bob, renamed);
            scene.release(scene.bob, renamed);
        }
        day(scene.ann, SIGNING);
        scene.transactor.write(tx -> tx.leases().rename(SIGNING.id(), renamed.id()));

        Lease taken = taken(scene.transfers.takeover(renamed, WHY, true, false, scene.asker(scene.bob)));

        assertThat(taken.token().value()).isEqualTo(4);
    }

    @Test
    void itEndsBeforeWhatAnotherHasReserved() {
        day(scene.ann, SIGNING);
        Instant from = scene.clock.instant().plus(HOUR.multipliedBy(3));
        scene.reserved(scene.cem, SIGNING, from, from.plus(HOUR));

        Lease taken = taken(scene.transfers.takeover(SIGNING, WHY, true, false, scene.asker(scene.bob)));

        assertThat(taken.until()).isEqualTo(from);
        assertThat(scene.claim(scene.cem, SIGNING)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(taken))));
    }

    @Test
    void onlyWhoHasItKeepsIt() {
        assertThat(keep(scene.ann)).isEqualTo(new KeepResult.NotHeld(SIGNING.id()));
        Lease lease = day(scene.bob, SIGNING);
        assertThat(keep(scene.ann)).isEqualTo(new KeepResult.Anothers(lease));
        assertThat(keep(scene.bob)).isEqualTo(new KeepResult.Kept(lease, Optional.empty()));
    }

    private KeepResult keep(PersonRef person) {
        return scene.transfers.keep(SIGNING, scene.asker(person));
    }

    private Takeover asked(PersonRef person) {
        return ((TakeoverResult.Asked) takeover(person)).takeover();
    }

    private TakeoverResult takeover(PersonRef person) {
        return takeover(person, SIGNING);
    }

    private TakeoverResult takeover(PersonRef person, Environment environment) {
        return scene.transfers.takeover(environment, WHY, false, false, scene.asker(person));
    }

    private static Lease taken(TakeoverResult result) {
        return ((TakeoverResult.Taken) result).lease();
    }

    private Lease day(PersonRef person, Environment environment) {
        return Scene.granted(scene.claim(person, HOUR.multipliedBy(8), environment));
    }

    private Lease granted(Duration length, List<PersonRef> helpers) {
        return Scene.granted(scene.service.claim(
                ClaimRequest.of(List.of(SIGNING), new EndWish.For(length), helpers, Optional.empty()),
                scene.asker(scene.ann)));
    }
}
