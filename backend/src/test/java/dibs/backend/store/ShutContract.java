package dibs.backend.store;

import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.GateState;
import dibs.backend.gate.Gate;
import dibs.backend.gate.Rhythm;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.KeepResult;
import dibs.backend.lease.TakeoverResult;
import dibs.backend.lease.UndoResult;
import dibs.backend.notice.Notice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of lines, claim windows, takeovers and undos while a gate is shut. */
abstract class ShutContract extends GateKit {
    ShutContract(TestStore store) {
        super(store);
    }

    @Test
    void whoWaitsIsServedOnceItIsOpen() {
        close(A);
        scene.waits.await(A, scene.asker(scene.ann));
        assertThat(scene.waits.serve(scene.clock.instant())).isZero();
        open(A);
        assertThat(scene.waits.serve(scene.clock.instant())).isEqualTo(1);
        scene.granted(scene.ann, A);
    }

    @Test
    void aClaimWindowBeginsAnewOnceItIsOpen() {
        scene.granted(scene.ann, A);
        scene.waits.await(A, scene.asker(scene.bob));
        scene.waits.await(A, scene.asker(scene.cem));
        scene.release(scene.ann, A);
        scene.clock.advance(Duration.ofMinutes(9));
        close(A);
        assertThat(scene.claim(scene.bob, A)).isInstanceOf(ClaimResult.Shut.class);
        scene.clock.advance(HOUR);
        assertThat(scene.waits.lapse(scene.clock.instant())).isZero();
        assertThat(scene.waits.line(A)).containsExactly(scene.bob, scene.cem);

        open(A);
        scene.waits.serve(scene.clock.instant());
        scene.clock.advance(Duration.ofMinutes(9));
        assertThat(scene.keeper(scene.ann, A)).isEqualTo(scene.bob);
        assertThat(scene.unheard(scene.bob)).noneMatch(Notice.WindowOver.class::isInstance);
        scene.granted(scene.bob, A);
    }

    @Test
    void aClaimWindowOfSeveralIsLetGoWholeWhenAPartIsShut() {
        scene.granted(scene.ann, BOTH);
        scene.waits.await(BOTH, scene.asker(scene.bob));
        scene.release(scene.ann, BOTH);
        close(A);
        assertThat(scene.waits.kept(BOTH, scene.clock.instant())).isEmpty();
        scene.clock.advance(HOUR);
        scene.waits.lapse(scene.clock.instant());
        assertThat(scene.waits.line(BOTH)).containsExactly(scene.bob);

        open(A);
        scene.waits.serve(scene.clock.instant());
        scene.granted(scene.bob, BOTH);
    }

    @Test
    void aClaimWindowOutlivesAGateThatComesBackBeforeAnybodyTurnedIt() {
        Instant from = scene.clock.instant().plus(Duration.ofMinutes(5));
        LocalTime at = from.atZone(BERLIN).toLocalTime();
        put(
                A,
                GateState.MAINTENANCE,
                Optional.empty(),
                Optional.of(new Rhythm(List.of(DayOfWeek.values()), at, BERLIN, HOUR)));
        scene.granted(scene.ann, A);
        scene.waits.await(A, scene.asker(scene.bob));
        scene.release(scene.ann, A);
        scene.clock.advance(Duration.ofMinutes(11));
        assertThat(scene.waits.lapse(scene.clock.instant())).isEqualTo(1);
        assertThat(scene.waits.line(A)).containsExactly(scene.bob);

        scene.clock.advance(HOUR);
        scene.waits.serve(scene.clock.instant());
        scene.granted(scene.bob, A);
    }

    @Test
    void whatIsShutIsTakenOverByThoseWhoMayOpenIt() {
        scene.granted(scene.ann, A);
        Gate gate = close(A);
        assertThat(scene.transfers.takeover(A, "why", true, false, scene.asker(scene.bob)))
                .isEqualTo(new TakeoverResult.Shut(A.id(), List.of(gate)));
        assertThat(scene.unheard(scene.ann)).noneMatch(Notice.TakeoverAsked.class::isInstance);
        assertThat(scene.transfers.keep(A, scene.asker(scene.ann))).isInstanceOf(KeepResult.Kept.class);

        assertThat(scene.transfers.takeover(A, "why", true, true, scene.asker(scene.cem)))
                .isInstanceOf(TakeoverResult.Taken.class);
        assertThat(scene.undos.undo(false, scene.asker(scene.cem))).isEqualTo(new UndoResult.Shut(List.of(gate)));
        assertThat(scene.undos.undo(true, scene.asker(scene.cem))).isInstanceOf(UndoResult.GivenBack.class);
    }

    @Test
    void whatWasGivenBackIsNotHeldAgainWhileItIsShut() {
        scene.granted(scene.ann, A, B);
        scene.release(scene.ann, A, B);
        Gate gate = close(BOTH);
        assertThat(scene.undos.undo(false, scene.asker(scene.ann))).isEqualTo(new UndoResult.Shut(List.of(gate)));
        assertThat(scene.service.held(scene.clock.instant())).isEmpty();
        open(BOTH);
        assertThat(scene.undos.undo(false, scene.asker(scene.ann))).isInstanceOf(UndoResult.HeldAgain.class);
    }
}
