package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.LeaseStoreContract.UMBRELLA;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.CancelResult;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Handover;
import dibs.backend.lease.HandoverResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.WaitResult;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An offer of a lease: the holder keeps it until the other accepts. */
abstract class HandoverContract extends StoreKit {
    HandoverContract(TestStore store) {
        super(store);
    }

    @Test
    void theHolderHoldsItUntilTheOtherAccepts() {
        Lease lease = annsLease();
        Handover offer = offered(scene.bob);

        assertThat(offer)
                .isEqualTo(new Handover(lease.id(), scene.bob, scene.ann, lease.until(), scene.clock.instant()));
        assertThat(scene.find(lease)).isEqualTo(lease);
        assertThat(scene.unheard(scene.bob)).contains(new Notice.Offered(SIGNING.id(), "ann", lease.until()));
        assertThat(scene.claim(scene.cem, SIGNING)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(lease))));
    }

    @Test
    void acceptedItPassesWithItsEndAndPurpose() {
        Lease lease = annsLease();
        offered(scene.bob);
        scene.clock.advance(Duration.ofMinutes(5));

        Lease passed = accepted(scene.bob);

        assertThat(passed.holder()).isEqualTo(scene.bob);
        assertThat(passed.until()).isEqualTo(lease.until());
        assertThat(passed.purpose()).isEqualTo(lease.purpose());
        assertThat(passed.bundle()).isEqualTo(lease.bundle());
        assertThat(passed.token()).isEqualTo(lease.token().next());
        assertThat(scene.find(lease).state()).isEqualTo(Lease.State.HANDED_OVER);
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(passed);
        assertThat(scene.unheard(scene.ann)).containsExactly(new Notice.OfferAccepted(SIGNING.id(), "bob"));
        assertThat(scene.happened()).startsWith(What.HANDED_OVER, What.OFFERED);
    }

    @Test
    void aHelperMayBeTheOneWhoGetsIt() {
        Lease lease = Scene.granted(scene.service.claim(
                ClaimRequest.of(List.of(SIGNING), new EndWish.For(HOUR), List.of(scene.bob), Optional.empty()),
                scene.asker(scene.ann)));
        offered(scene.bob);

        assertThat(accepted(scene.bob).holder()).isEqualTo(scene.bob);
        assertThat(scene.find(lease).state()).isEqualTo(Lease.State.HANDED_OVER);
    }

    @Test
    void whatIsOfferedIsNotInTheWay() {
        Lease lease = annsLease();
        Lease tree = scene.granted(scene.cem, TREE);
        offered(scene.bob);

        assertThat(claim(scene.bob, SIGNING, TREE)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(tree))));

        assertThat(scene.find(lease)).isEqualTo(lease);
        assertThat(accepted(scene.bob).holder()).isEqualTo(scene.bob);
    }

    @Test
    void withWhatCoversItItIsAcceptedToo() {
        annsLease();
        offered(scene.bob);

        Lease all = Scene.granted(claim(scene.bob, UMBRELLA, SIGNING));

        assertThat(all.units()).hasSize(13);
        assertThat(scene.unheard(scene.ann)).containsExactly(new Notice.OfferAccepted(SIGNING.id(), "bob"));
    }

    @Test
    void anEndThatIsOverMeanwhileIsTheLeasesOwn() {
        annsLease();
        offered(scene.bob);
        scene.service.extend(SIGNING, new EndWish.For(HOUR), scene.asker(scene.ann));
        scene.clock.advance(HOUR);

        assertThat(accepted(scene.bob).until()).isEqualTo(scene.clock.instant().plus(HOUR));
    }

    @Test
    void anotherEndMayBeOffered() {
        annsLease();
        HandoverResult result = scene.transfers.handover(
                SIGNING, scene.bob, new EndWish.For(HOUR.multipliedBy(5)), scene.asker(scene.ann));
        assertThat(result).isInstanceOf(HandoverResult.Offered.class);

        assertThat(accepted(scene.bob).until()).isEqualTo(scene.clock.instant().plus(HOUR.multipliedBy(5)));
        assertThat(scene.transfers.handover(
                        SIGNING, scene.cem, new EndWish.For(Duration.ofDays(6)), scene.asker(scene.bob)))
                .isInstanceOf(HandoverResult.TooLong.class);
    }

    @Test
    void declinedItStaysWhereItIs() {
        Lease lease = annsLease();
        Handover offer = offered(scene.bob);

        assertThat(cancel(scene.bob)).isEqualTo(new CancelResult.Declined(offer, lease));

        assertThat(scene.unheard(scene.ann)).containsExactly(new Notice.OfferDeclined(SIGNING.id(), "bob"));
        assertThat(claim(scene.bob, SIGNING)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(lease))));
        assertThat(cancel(scene.bob)).isEqualTo(new CancelResult.Nothing(SIGNING.id()));
    }

    @Test
    void withdrawnItStaysWhereItIs() {
        Lease lease = annsLease();
        Handover offer = offered(scene.bob);

        assertThat(cancel(scene.ann)).isEqualTo(new CancelResult.Withdrawn(offer, lease));

        assertThat(scene.unheard(scene.bob)).endsWith(new Notice.OfferWithdrawn(SIGNING.id(), "ann"));
        assertThat(claim(scene.bob, SIGNING)).isInstanceOf(ClaimResult.Held.class);
    }

    @Test
    void aLaterOfferVoidsTheEarlierOne() {
        annsLease();
        offered(scene.bob);
        offered(scene.cem);

        assertThat(scene.unheard(scene.bob)).endsWith(new Notice.OfferWithdrawn(SIGNING.id(), "ann"));
        assertThat(claim(scene.bob, SIGNING)).isInstanceOf(ClaimResult.Held.class);
        assertThat(accepted(scene.cem).holder()).isEqualTo(scene.cem);
    }

    @Test
    void itIsVoidOnceTheLeaseIsEnded() {
        annsLease();
        offered(scene.bob);
        assertThat(openOffers()).hasSize(1);
        scene.release(scene.ann, SIGNING);
        assertThat(openOffers()).isEmpty();
        Lease cems = scene.granted(scene.cem, SIGNING);

        assertThat(claim(scene.bob, SIGNING)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(cems))));
        assertThat(cancel(scene.bob)).isEqualTo(new CancelResult.Nothing(SIGNING.id()));
    }

    @Test
    void whoeverIsPassedByIsNamed() {
        annsLease();
        assertThat(scene.waits.await(SIGNING, scene.asker(scene.cem))).isInstanceOf(WaitResult.InLine.class);
        assertThat(scene.waits.await(SIGNING, scene.asker(scene.bob))).isInstanceOf(WaitResult.InLine.class);

        assertThat(((HandoverResult.Offered) handover(scene.ann, scene.bob)).passed())
                .containsExactly(scene.cem);
        accepted(scene.bob);
        assertThat(scene.waits.line(SIGNING)).containsExactly(scene.cem);
    }

    @Test
    void onlyTheHolderOffersAndToOthers() {
        assertThat(handover(scene.ann, scene.bob)).isEqualTo(new HandoverResult.NotHeld(SIGNING.id()));
        Lease lease = Scene.granted(scene.service.claim(
                ClaimRequest.of(List.of(SIGNING), new EndWish.For(HOUR), List.of(scene.cem), Optional.empty()),
                scene.asker(scene.ann)));

        assertThat(handover(scene.bob, scene.cem)).isEqualTo(new HandoverResult.Anothers(lease));
        assertThat(handover(scene.cem, scene.bob)).isEqualTo(new HandoverResult.Anothers(lease));
        assertThat(handover(scene.ann, scene.ann)).isEqualTo(new HandoverResult.ToHolder(lease));
    }

    private List<Handover> openOffers() {
        return scene.read(tx -> tx.pending().handoversTo(scene.bob.id()));
    }

    private Lease annsLease() {
        ClaimRequest request = new ClaimRequest(
                List.of(SIGNING),
                new EndWish.For(HOUR),
                List.of(),
                Optional.of("to test"),
                List.of(),
                Optional.of("staging-release firefox 145.0b3"),
                Set.of(),
                false);
        return Scene.granted(scene.service.claim(request, scene.asker(scene.ann)));
    }

    private HandoverResult handover(PersonRef from, PersonRef to) {
        return scene.transfers.handover(SIGNING, to, new EndWish.Usual(), scene.asker(from));
    }

    private Handover offered(PersonRef to) {
        return ((HandoverResult.Offered) handover(scene.ann, to)).handover();
    }

    private CancelResult cancel(PersonRef person) {
        return scene.transfers.cancel(SIGNING, scene.asker(person));
    }

    private ClaimResult claim(PersonRef person, Environment... environments) {
        return scene.service.claim(
                ClaimRequest.of(Arrays.asList(environments), new EndWish.Usual(), List.of(), Optional.empty()),
                scene.asker(person));
    }

    private Lease accepted(PersonRef person) {
        return Scene.granted(claim(person, SIGNING));
    }
}
