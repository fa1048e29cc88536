package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.lease.Lease;
import dibs.backend.lease.NudgeResult;
import dibs.backend.lease.TransferService;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asking a holder to let go, and not too often. */
abstract class NudgeContract extends StoreKit {
    private static final Environment BOTH = Scene.environment("both", List.of("dev-signing", "dev-tree"));

    NudgeContract(TestStore store) {
        super(store);
    }

    @Test
    void theHolderHearsOfIt() {
        Lease lease = scene.granted(scene.ann, SIGNING);

        assertThat(nudge(scene.bob, SIGNING)).isEqualTo(new NudgeResult.Nudged(List.of(lease)));

        assertThat(scene.unheard(scene.ann))
                .containsExactly(new Notice.Nudged(SIGNING.id(), "bob", Optional.of("please")));
        assertThat(scene.find(lease)).isEqualTo(lease);
    }

    @Test
    void afterwardsThereIsAPause() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        nudge(scene.bob, SIGNING);
        scene.clock.advance(TransferService.BETWEEN_NUDGES.minusMillis(1));

        assertThat(nudge(scene.bob, SIGNING))
                .isEqualTo(new NudgeResult.TooSoon(lease, scene.clock.instant().plusMillis(1)));
        assertThat(nudge(scene.cem, SIGNING)).isInstanceOf(NudgeResult.Nudged.class);
        scene.clock.advance(Duration.ofMillis(1));
        assertThat(nudge(scene.bob, SIGNING)).isInstanceOf(NudgeResult.Nudged.class);
        assertThat(scene.unheard(scene.ann)).hasSize(3);
    }

    @Test
    void thePauseIsForEachLease() {
        scene.granted(scene.ann, SIGNING);
        Lease tree = scene.granted(scene.cem, TREE);
        nudge(scene.bob, SIGNING);

        assertThat(nudge(scene.bob, BOTH)).isEqualTo(new NudgeResult.Nudged(List.of(tree)));
        assertThat(nudge(scene.bob, BOTH)).isInstanceOf(NudgeResult.TooSoon.class);
    }

    @Test
    void whatIsFreeOrMineNeedsNone() {
        assertThat(nudge(scene.bob, SIGNING)).isEqualTo(new NudgeResult.Free(SIGNING.id()));
        Lease lease = scene.granted(scene.bob, SIGNING);
        assertThat(nudge(scene.bob, SIGNING)).isEqualTo(new NudgeResult.Yours(lease));
    }

    private NudgeResult nudge(PersonRef person, Environment environment) {
        return scene.transfers.nudge(environment, Optional.of("please"), scene.asker(person));
    }
}
