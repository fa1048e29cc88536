package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.BEETMOVER;
import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Any free one of several. */
abstract class ClaimAnyContract extends StoreKit {
    ClaimAnyContract(TestStore store) {
        super(store);
    }

    @Test
    void theFirstFreeOneIsTaken() {
        assertThat(anyOf(scene.ann)).isEqualTo(TREE.id());
        assertThat(anyOf(scene.ann)).isEqualTo(SIGNING.id());
        scene.release(scene.ann, TREE);
        assertThat(anyOf(scene.bob)).isEqualTo(TREE.id());
    }

    @Test
    void whatIsPastItsEndIsFree() {
        anyOf(scene.ann);
        scene.clock.advance(HOUR);

        assertThat(anyOf(scene.bob)).isEqualTo(TREE.id());
    }

    @Test
    void whenNoneIsFreeAllAreNamed() {
        Lease tree = scene.granted(scene.ann, TREE);
        Lease signing = scene.granted(scene.cem, SIGNING);
        scene.granted(scene.bob, BEETMOVER);

        assertThat(claimAny(scene.bob)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(tree), Blocker.of(signing))));
    }

    @Test
    void whoHasThemAllHasThemAlready() {
        scene.claim(scene.ann, TREE, SIGNING, BEETMOVER);

        assertThat(claimAny(scene.ann))
                .isInstanceOfSatisfying(
                        ClaimResult.AlreadyYours.class,
                        all -> assertThat(all.leases()).hasSize(3));
    }

    @Test
    void overTheMaximumNoneIsTaken() {
        assertThat(scene.service.claimAny(request(Duration.ofDays(6)), scene.asker(scene.ann)))
                .isInstanceOf(ClaimResult.TooLong.class);
    }

    @Test
    void whoAsksAtTheSameMomentGetsAnotherOne() {
        List<PersonRef> crowd = List.of(scene.ann, scene.bob, scene.cem, scene.meet("dan"));
        for (int round = 0; round < 20; round++) {
            List<ClaimResult> results = Crowd.together(4, i -> () -> claimAny(crowd.get(i)));

            assertThat(results).filteredOn(ClaimResult.Held.class::isInstance).hasSize(1);
            assertThat(results)
                    .filteredOn(ClaimResult.Granted.class::isInstance)
                    .extracting(result -> Scene.granted(result).environment())
                    .containsExactlyInAnyOrder(TREE.id(), SIGNING.id(), BEETMOVER.id());
            scene.clock.advance(HOUR);
        }
    }

    private EnvironmentId anyOf(PersonRef person) {
        return Scene.granted(claimAny(person)).environment();
    }

    private ClaimResult claimAny(PersonRef person) {
        return scene.service.claimAny(request(HOUR), scene.asker(person));
    }

    private static ClaimRequest request(Duration length) {
        return ClaimRequest.of(List.of(TREE, SIGNING, BEETMOVER), new EndWish.For(length), List.of(), Optional.empty());
    }
}
