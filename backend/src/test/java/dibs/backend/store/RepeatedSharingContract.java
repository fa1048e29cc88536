package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.lease.Asker;
import dibs.backend.lease.CancelResult;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.HandoverResult;
import dibs.backend.lease.KeepResult;
import dibs.backend.lease.NudgeResult;
import dibs.backend.lease.ReleaseResult;
import dibs.backend.lease.TakeoverResult;
import dibs.backend.lease.UndoResult;
import dibs.backend.lease.UseService;
import dibs.backend.lease.WaitResult;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.MessageKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every command about sharing, delivered twice, has its effect once and the same answer. */
abstract class RepeatedSharingContract extends StoreKit {
    private static final Environment AUTOGRAPH = Scene.environment("autograph-stage", List.of());
    private int messages;

    RepeatedSharingContract(TestStore store) {
        super(store);
    }

    @Test
    void takeoverAndKeep() {
        scene.claim(scene.ann, Duration.ofHours(8), SIGNING);
        twice(scene.bob, this::takeover, TakeoverResult.Asked.class);
        twice(scene.cem, this::takeover, TakeoverResult.AskedByOther.class);
        twice(scene.bob, this::cancel, CancelResult.NotTakenOver.class);
        twice(scene.bob, this::takeover, TakeoverResult.Asked.class);
        twice(scene.ann, asker -> scene.transfers.keep(SIGNING, asker), KeepResult.Kept.class);
        twice(
                scene.bob,
                asker -> scene.transfers.takeover(SIGNING, "why", true, false, asker),
                TakeoverResult.Taken.class);
        twice(scene.bob, this::undo, UndoResult.GivenBack.class);
        twice(scene.bob, this::undo, UndoResult.Nothing.class);
        twice(scene.ann, this::takeover, TakeoverResult.Yours.class);
        scene.release(scene.ann, SIGNING);
        twice(scene.bob, this::takeover, TakeoverResult.Free.class);
    }

    @Test
    void handoverAndCancel() {
        scene.granted(scene.ann, SIGNING);
        twice(scene.ann, this::handoverToBob, HandoverResult.Offered.class);
        twice(scene.bob, this::cancel, CancelResult.Declined.class);
        twice(scene.ann, this::handoverToBob, HandoverResult.Offered.class);
        twice(scene.ann, this::cancel, CancelResult.Withdrawn.class);
        twice(scene.ann, this::cancel, CancelResult.Nothing.class);
        twice(scene.ann, this::handoverToBob, HandoverResult.Offered.class);
        twice(scene.bob, asker -> scene.service.claim(request(SIGNING), asker), ClaimResult.Granted.class);
        twice(scene.ann, this::handoverToBob, HandoverResult.Anothers.class);
    }

    @Test
    void nudgeAndWait() {
        scene.granted(scene.ann, SIGNING);
        twice(scene.bob, this::nudge, NudgeResult.Nudged.class);
        twice(scene.bob, this::nudge, NudgeResult.TooSoon.class);
        twice(scene.ann, this::nudge, NudgeResult.Yours.class);
        twice(scene.bob, this::await, WaitResult.InLine.class);
        twice(scene.cem, this::await, WaitResult.InLine.class);
        twice(scene.ann, this::await, WaitResult.Yours.class);
        twice(scene.bob, this::cancel, CancelResult.LeftLine.class);
        twice(scene.cem, this::cancel, CancelResult.LeftLine.class);
        scene.release(scene.ann, SIGNING);
        twice(scene.bob, this::await, WaitResult.Free.class);
    }

    @Test
    void usesReleasesAndUndo() {
        twice(scene.ann, this::use, UseService.Recorded.class);
        twice(
                scene.ann,
                asker -> scene.uses.extend(AUTOGRAPH, new EndWish.For(HOUR), asker),
                UseService.Extended.class);
        twice(scene.bob, asker -> scene.uses.extend(AUTOGRAPH, new EndWish.For(HOUR), asker), UseService.NotUsed.class);
        scene.claim(scene.ann, SIGNING, TREE);
        twice(scene.ann, asker -> scene.service.releaseAll(Optional.empty(), asker), ReleaseResult.Released.class);
        twice(scene.ann, this::undo, UndoResult.HeldAgain.class);
        scene.clock.advance(Duration.ofMinutes(1));
        scene.release(scene.ann, SIGNING);
        scene.granted(scene.bob, SIGNING);
        twice(scene.ann, this::undo, UndoResult.Gone.class);
    }

    @Test
    void anyAndBundles() {
        twice(scene.ann, asker -> scene.service.claimAny(request(SIGNING, TREE), asker), ClaimResult.Granted.class);
        ClaimRequest bundle = new ClaimRequest(
                List.of(TREE),
                new EndWish.For(HOUR),
                List.of(scene.cem),
                Optional.of("why"),
                List.of(AUTOGRAPH),
                Optional.of("a bundle"),
                Set.of(TREE.id()),
                false);
        twice(scene.bob, asker -> scene.service.claim(bundle, asker), ClaimResult.Granted.class);
        twice(scene.cem, asker -> scene.service.claimAny(request(SIGNING), asker), ClaimResult.Held.class);
        twice(
                scene.bob,
                asker -> scene.service.releaseAll(Optional.of("a bundle"), asker),
                ReleaseResult.Released.class);
    }

    /** The second time an hour later, when the same would have another answer or another moment in it. */
    private <R> void twice(PersonRef person, Function<Asker, R> command, Class<? extends R> expected) {
        Optional<MessageKey> message = Optional.of(new MessageKey("slack", "C1", "m" + ++messages));
        R first = command.apply(scene.asker(person, message));
        assertThat(first).isInstanceOf(expected);
        int happened = scene.history().size();
        List<Integer> unheard = unheard();

        scene.clock.advance(HOUR);
        assertThat(command.apply(scene.asker(person, message))).isEqualTo(first);
        scene.clock.advance(HOUR.negated());

        assertThat(scene.history()).hasSize(happened);
        assertThat(unheard()).isEqualTo(unheard);
    }

    private List<Integer> unheard() {
        return List.of(scene.ann, scene.bob, scene.cem).stream()
                .map(person -> scene.unheard(person).size())
                .toList();
    }

    private TakeoverResult takeover(Asker asker) {
        return scene.transfers.takeover(SIGNING, "why", false, false, asker);
    }

    private HandoverResult handoverToBob(Asker asker) {
        return scene.transfers.handover(SIGNING, scene.bob, new EndWish.Usual(), asker);
    }

    private CancelResult cancel(Asker asker) {
        return scene.transfers.cancel(SIGNING, asker);
    }

    private NudgeResult nudge(Asker asker) {
        return scene.transfers.nudge(SIGNING, Optional.of("please"), asker);
    }

    private WaitResult await(Asker asker) {
        return scene.waits.await(SIGNING, asker);
    }

    private UseService.RecordResult use(Asker asker) {
        return scene.uses.record(List.of(AUTOGRAPH), new EndWish.For(HOUR), Optional.of("why"), asker);
    }

    private UndoResult undo(Asker asker) {
        return scene.undos.undo(false, asker);
    }

    private static ClaimRequest request(Environment... environments) {
        return ClaimRequest.of(List.of(environments), new EndWish.For(HOUR), List.of(), Optional.empty());
    }
}
