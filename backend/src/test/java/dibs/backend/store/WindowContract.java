package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.LeaseStoreContract.UMBRELLA;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.lease.WaitService;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What is free is kept for who is first in line, and after a while for the next; who waits for several gathers them. */
abstract class WindowContract extends StoreKit {
    private static final Environment BOTH = Scene.environment("both", List.of("dev-signing", "dev-tree"));

    WindowContract(TestStore store) {
        super(store);
    }

    @Test
    void nobodyElseTakesWhatIsKept() {
        scene.granted(scene.ann, SIGNING);
        await(scene.bob, SIGNING);
        scene.release(scene.ann, SIGNING);

        assertThat(scene.keeper(scene.cem, SIGNING)).isEqualTo(scene.bob);
        assertThat(scene.keeper(scene.ann, UMBRELLA)).isEqualTo(scene.bob);

        scene.granted(scene.bob, SIGNING);
        assertThat(scene.waits.line(SIGNING)).isEmpty();
    }

    @Test
    void afterTheWindowItIsTheNextOnes() {
        scene.granted(scene.ann, SIGNING);
        await(scene.bob, SIGNING);
        await(scene.cem, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(WaitService.TO_CLAIM.minusMillis(1));
        assertThat(scene.waits.lapse(scene.clock.instant())).isZero();
        scene.clock.advance(Duration.ofMillis(1));

        assertThat(scene.waits.lapse(scene.clock.instant())).isEqualTo(1);

        assertThat(scene.unheard(scene.bob).getLast()).isEqualTo(new Notice.WindowOver(SIGNING.id()));
        assertThat(scene.unheard(scene.cem)).containsExactly(freed(SIGNING));
        assertThat(scene.waits.line(SIGNING)).containsExactly(scene.cem);
        assertThat(scene.keeper(scene.bob, SIGNING)).isEqualTo(scene.cem);
        assertThat(scene.happened()).contains(What.LEFT_LINE);
        assertThat(scene.waits.lapse(scene.clock.instant())).isZero();
    }

    @Test
    void aClaimAfterTheWindowFindsTheNextOneEvenWhereNobodyLooked() {
        scene.granted(scene.ann, SIGNING);
        await(scene.bob, SIGNING);
        await(scene.cem, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(WaitService.TO_CLAIM);

        assertThat(scene.keeper(scene.meet("dan"), SIGNING)).isEqualTo(scene.cem);
        assertThat(scene.unheard(scene.bob)).contains(new Notice.WindowOver(SIGNING.id()));
    }

    @Test
    void whenNobodyWaitsAnyMoreItIsAnybodys() {
        scene.granted(scene.ann, SIGNING);
        await(scene.bob, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(WaitService.TO_CLAIM);

        scene.granted(scene.cem, SIGNING);

        assertThat(scene.unheard(scene.bob)).contains(new Notice.WindowOver(SIGNING.id()));
    }

    @Test
    void theWindowIsOfWorkingTime() {
        Duration toFridayEvening = Duration.between(
                scene.clock.instant(), Instant.parse("2026-11-27T16:55:00Z")); // 17:55 where people work
        scene.clock.advance(toFridayEvening);
        scene.granted(scene.ann, SIGNING);
        await(scene.bob, SIGNING);
        scene.release(scene.ann, SIGNING);

        assertThat(scene.unheard(scene.bob))
                .containsExactly(new Notice.Freed(SIGNING.id(), Instant.parse("2026-11-30T08:05:00Z")));
        scene.clock.advance(Duration.ofDays(2));
        assertThat(scene.keeper(scene.cem, SIGNING)).isEqualTo(scene.bob);
    }

    @Test
    void whatIsFreeIsGatheredUntilAllIs() {
        scene.granted(scene.ann, SIGNING);
        scene.granted(scene.cem, TREE);
        await(scene.bob, BOTH);
        scene.release(scene.ann, SIGNING);

        assertThat(scene.keeper(scene.cem, SIGNING)).isEqualTo(scene.bob);
        assertThat(scene.unheard(scene.bob)).isEmpty();

        scene.release(scene.cem, TREE);
        assertThat(scene.unheard(scene.bob)).containsExactly(freed(BOTH));
        assertThat(scene.granted(scene.bob, BOTH).units()).isEqualTo(BOTH.units());
    }

    @Test
    void whoCannotGatherAllGoesToTheEnd() {
        scene.granted(scene.ann, SIGNING);
        Lease tree = threeHours(scene.cem, TREE);
        await(scene.bob, BOTH);
        PersonRef dan = scene.meet("dan");
        await(dan, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(WaitService.TO_GATHER);

        scene.waits.lapse(scene.clock.instant());

        assertThat(scene.unheard(scene.bob)).containsExactly(new Notice.NotGathered(BOTH.id()));
        assertThat(scene.unheard(dan)).containsExactly(freed(SIGNING));
        assertThat(scene.waits.line(SIGNING)).containsExactly(dan, scene.bob);
        assertThat(tree.heldAt(scene.clock.instant())).isTrue();
    }

    @Test
    void whoCouldNotGatherAllLeavesTheRestToOthersForAWhile() {
        bobCouldNotGatherBoth();

        assertThat(scene.waits.serve(scene.clock.instant())).isZero();
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.release(scene.cem, TREE);
        assertThat(scene.unheard(scene.bob)).containsExactly(new Notice.NotGathered(BOTH.id()), freed(BOTH));
    }

    @Test
    void whoStandsBehindOneWhoLeavesThePartsToOthersHasTheirTurn() {
        bobCouldNotGatherBoth();
        scene.granted(scene.ann, SIGNING);
        PersonRef dan = scene.meet("dan");
        await(dan, SIGNING);

        scene.release(scene.ann, SIGNING);

        assertThat(scene.unheard(dan)).containsExactly(freed(SIGNING));
        assertThat(scene.keeper(scene.ann, SIGNING)).isEqualTo(dan);
        assertThat(scene.waits.line(SIGNING)).containsExactly(scene.bob, dan);
    }

    /** And leaves its parts to others for a while; cem has the one, the other is free. */
    private void bobCouldNotGatherBoth() {
        scene.granted(scene.ann, SIGNING);
        threeHours(scene.cem, TREE);
        await(scene.bob, BOTH);
        scene.release(scene.ann, SIGNING);
        scene.clock.advance(WaitService.TO_GATHER);
        scene.waits.lapse(scene.clock.instant());
    }

    @Test
    void twoWhoGatherTheSameDoNotBlockEachOther() {
        scene.granted(scene.ann, SIGNING);
        PersonRef dan = scene.meet("dan");
        scene.granted(dan, TREE);
        await(scene.bob, UMBRELLA);
        await(scene.cem, BOTH);
        scene.release(dan, TREE);
        scene.release(scene.ann, SIGNING);

        assertThat(scene.unheard(scene.bob)).containsExactly(freed(UMBRELLA));
        assertThat(scene.unheard(scene.cem)).isEmpty();
        scene.granted(scene.bob, UMBRELLA);
        scene.release(scene.bob, UMBRELLA);
        assertThat(scene.unheard(scene.cem)).containsExactly(freed(BOTH));
    }

    @Test
    void theEndOfAReservationServesTheLine() {
        scene.granted(scene.ann, SIGNING);
        await(scene.bob, SIGNING);
        scene.reserved(scene.cem, SIGNING);
        scene.release(scene.ann, SIGNING);
        assertThat(scene.waits.serve(scene.clock.instant())).isZero();
        assertThat(scene.unheard(scene.bob)).isEmpty();
        scene.clock.advance(HOUR);

        assertThat(scene.waits.serve(scene.clock.instant())).isEqualTo(1);

        assertThat(scene.unheard(scene.bob)).containsExactly(freed(SIGNING));
        assertThat(scene.waits.serve(scene.clock.instant())).isZero();
    }

    @Test
    void whoeverDoesNotWantWhatIsKeptPassesItOn() {
        scene.granted(scene.ann, BOTH);
        await(scene.bob, BOTH);
        await(scene.cem, TREE);
        scene.release(scene.ann, BOTH);
        assertThat(scene.unheard(scene.cem)).isEmpty();

        scene.transfers.cancel(BOTH, scene.asker(scene.bob));

        assertThat(scene.unheard(scene.cem)).containsExactly(freed(TREE));
        scene.granted(scene.ann, SIGNING);
    }

    @Test
    void whoeverIsFirstWinsHoweverManyCrowdIn() {
        int rounds = Scale.of(5, 200);
        for (int round = 0; round < rounds; round++) {
            scene.granted(scene.ann, SIGNING);
            await(scene.bob, SIGNING);
            Queue<ClaimResult> won = new ConcurrentLinkedQueue<>();
            Crowd.together(8, i -> () -> {
                if (i == 0) {
                    scene.release(scene.ann, SIGNING);
                } else {
                    ClaimResult result = scene.claim(i == 1 ? scene.bob : scene.cem, SIGNING);
                    if (result instanceof ClaimResult.Granted) {
                        won.add(result);
                    }
                }
                return true;
            });

            assertThat(won)
                    .hasSizeLessThanOrEqualTo(1)
                    .allSatisfy(result -> assertThat(((ClaimResult.Granted) result)
                                    .leases()
                                    .getFirst()
                                    .holder())
                            .isEqualTo(scene.bob));
            if (won.isEmpty()) {
                scene.granted(scene.bob, SIGNING);
            }
            scene.release(scene.bob, SIGNING);
        }
    }

    private Lease threeHours(PersonRef person, Environment environment) {
        return Scene.granted(scene.service.claim(
                ClaimRequest.of(
                        List.of(environment), new EndWish.For(HOUR.multipliedBy(3)), List.of(), Optional.empty()),
                scene.asker(person)));
    }

    private void await(PersonRef person, Environment environment) {
        scene.waits.await(environment, scene.asker(person));
    }

    private Notice freed(Environment environment) {
        return new Notice.Freed(environment.id(), scene.clock.instant().plus(WaitService.TO_CLAIM));
    }
}
