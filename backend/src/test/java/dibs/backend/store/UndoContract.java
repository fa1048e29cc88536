package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.lease.TakeoverResult;
import dibs.backend.lease.UndoResult;
import dibs.backend.lease.UndoService;
import dibs.backend.lease.Use;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** My last release or takeover is taken back, for ten minutes, while nobody else has it. */
abstract class UndoContract extends StoreKit {
    private static final Environment AUTOGRAPH = Scene.environment("autograph-stage", List.of());

    UndoContract(TestStore store) {
        super(store);
    }

    @Test
    void whatWasGivenBackIsHeldAgain() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(UndoService.WITHIN);

        Lease again = heldAgain(scene.ann).leases().getFirst();

        assertThat(again.holder()).isEqualTo(scene.ann);
        assertThat(again.until()).isEqualTo(lease.until());
        assertThat(again.token()).isEqualTo(lease.token().next());
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(again);
        assertThat(undo(scene.ann)).isEqualTo(new UndoResult.Nothing());
    }

    @Test
    void aHolderHearsThatWhatAHelperGaveBackIsBack() {
        Lease lease = Scene.granted(scene.service.claim(
                ClaimRequest.of(List.of(SIGNING), new EndWish.For(HOUR), List.of(scene.bob), Optional.empty()),
                scene.asker(scene.ann)));
        scene.release(scene.bob, SIGNING);

        Lease again = heldAgain(scene.bob).leases().getFirst();

        assertThat(again.holder()).isEqualTo(scene.ann);
        assertThat(scene.unheard(scene.ann))
                .containsExactly(
                        new Notice.ReleasedByOther(SIGNING.id(), "bob"),
                        new Notice.ReleaseUndone(SIGNING.id(), "bob", lease.until()));
        assertThat(scene.unheard(scene.bob)).noneMatch(Notice.ReleaseUndone.class::isInstance);
    }

    @Test
    void afterTenMinutesItIsTooLate() {
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(UndoService.WITHIN.plusMillis(1));

        assertThat(undo(scene.ann)).isEqualTo(new UndoResult.Nothing());
    }

    @Test
    void severalAtOnceAreHeldAgainAllOrNone() {
        scene.claim(scene.ann, TREE, SIGNING);
        scene.service.releaseAll(Optional.empty(), scene.asker(scene.ann));
        assertThat(heldAgain(scene.ann).leases())
                .extracting(Lease::environment)
                .containsExactly(SIGNING.id(), TREE.id());

        scene.clock.advance(Duration.ofMinutes(1));
        scene.service.releaseAll(Optional.empty(), scene.asker(scene.ann));
        Lease bobs = scene.granted(scene.bob, TREE);
        assertThat(undo(scene.ann)).isEqualTo(new UndoResult.Gone(List.of(Blocker.of(bobs))));
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(bobs);
    }

    @Test
    void whoeverHadItMeanwhileAndLetItRunOutKeepsNobodyOut() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        Lease bobs = Scene.granted(scene.claim(scene.bob, Duration.ofMinutes(1), SIGNING));
        scene.clock.advance(Duration.ofMinutes(2));

        assertThat(heldAgain(scene.ann).leases().getFirst().until()).isEqualTo(lease.until());
        assertThat(scene.find(bobs).state()).isEqualTo(Lease.State.EXPIRED);
        assertThat(scene.unheard(scene.bob)).containsExactly(new Notice.LeaseExpired(SIGNING.id(), bobs.until()));
    }

    @Test
    void whatWouldHaveEndedIsOver() {
        Lease lease = Scene.granted(scene.claim(scene.ann, Duration.ofMinutes(5), SIGNING));
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(Duration.ofMinutes(5));

        assertThat(undo(scene.ann)).isEqualTo(new UndoResult.Over(scene.find(lease)));
    }

    @Test
    void aUseThatWasEndedIsUsedAgain() {
        scene.granted(scene.ann, SIGNING);
        Use use = using(scene.ann);
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(Duration.ofMinutes(1));
        scene.release(scene.ann, AUTOGRAPH);

        UndoResult.HeldAgain again = heldAgain(scene.ann);

        assertThat(again.leases()).isEmpty();
        assertThat(again.uses())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(use);
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).isEqualTo(again.uses());
        assertThat(undo(scene.ann)).isEqualTo(new UndoResult.Nothing());
    }

    @Test
    void leasesAndUsesComeBackTogether() {
        scene.granted(scene.ann, SIGNING);
        using(scene.ann);
        scene.service.releaseAll(Optional.empty(), scene.asker(scene.ann));

        UndoResult.HeldAgain again = heldAgain(scene.ann);

        assertThat(again.leases()).hasSize(1);
        assertThat(again.uses()).hasSize(1);
    }

    @Test
    void aTakeoverIsGivenBack() {
        Lease before = scene.granted(scene.ann, SIGNING);
        Lease taken = takeover(scene.bob);

        Lease again = ((UndoResult.GivenBack) undo(scene.bob)).lease();

        assertThat(again.holder()).isEqualTo(scene.ann);
        assertThat(again.until()).isEqualTo(before.until());
        assertThat(again.token()).isEqualTo(taken.token().next());
        assertThat(scene.find(taken).state()).isEqualTo(Lease.State.RELEASED);
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(again);
        assertThat(scene.unheard(scene.ann)).endsWith(new Notice.TakeoverUndone(SIGNING.id(), "bob", before.until()));
        assertThat(undo(scene.bob)).isEqualTo(new UndoResult.Nothing());
    }

    @Test
    void aTakeoverThatWasTakenOverIsGone() {
        scene.granted(scene.ann, SIGNING);
        takeover(scene.bob);
        Lease cems = takeover(scene.cem);

        assertThat(undo(scene.bob)).isEqualTo(new UndoResult.Gone(List.of(Blocker.of(cems))));
        assertThat(scene.find(cems)).isEqualTo(cems);
    }

    @Test
    void aTakeoverAfterTheFormerEndIsOver() {
        Lease before = Scene.granted(scene.claim(scene.ann, Duration.ofMinutes(5), SIGNING));
        Lease taken = takeover(scene.bob);
        scene.clock.advance(Duration.ofMinutes(5));

        assertThat(undo(scene.bob)).isEqualTo(new UndoResult.Over(scene.find(before)));
        assertThat(scene.find(taken)).isEqualTo(taken);
    }

    @Test
    void whoDidNothingUndoesNothing() {
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);

        assertThat(undo(scene.bob)).isEqualTo(new UndoResult.Nothing());
        assertThat(scene.service.held(scene.clock.instant())).isEmpty();
    }

    private UndoResult undo(PersonRef person) {
        return scene.undos.undo(false, scene.asker(person));
    }

    private UndoResult.HeldAgain heldAgain(PersonRef person) {
        return (UndoResult.HeldAgain) undo(person);
    }

    private Lease takeover(PersonRef person) {
        return ((TakeoverResult.Taken) scene.transfers.takeover(SIGNING, "why", true, false, scene.asker(person)))
                .lease();
    }

    private Use using(PersonRef person) {
        scene.uses.record(List.of(AUTOGRAPH), new EndWish.For(HOUR), Optional.of("to test"), scene.asker(person));
        return scene.uses.of(AUTOGRAPH, scene.clock.instant()).getFirst();
    }
}
