package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.BEETMOVER;
import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.lease.CancelResult;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.lease.Place;
import dibs.backend.lease.WaitResult;
import dibs.backend.lease.WaitService;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Waiting for any of several: in each of the lines until one of them is served; and the guess when that is. */
abstract class AnyContract extends StoreKit {
    private static final List<Environment> ANY = List.of(SIGNING, TREE, BEETMOVER);

    AnyContract(TestStore store) {
        super(store);
    }

    @Test
    void whoGetsOneIsOutOfTheOtherLines() {
        allHeld();
        assertThat(await(scene.bob)).isInstanceOf(WaitResult.InLines.class);
        scene.release(scene.ann, TREE);
        assertThat(scene.unheard(scene.bob)).containsExactly(freed(TREE));
        assertThat(scene.waits.line(SIGNING)).as("until it is taken").containsExactly(scene.bob);

        scene.granted(scene.bob, TREE);

        assertThat(places(scene.bob)).isEmpty();
        scene.release(scene.ann, SIGNING);
        assertThat(scene.unheard(scene.bob)).hasSize(1);
        scene.granted(scene.cem, SIGNING);
    }

    @Test
    void whoMayTakeOneStandsAsideInTheOtherLines() {
        allHeld();
        await(scene.bob);
        scene.waits.await(SIGNING, scene.asker(scene.cem));
        scene.release(scene.ann, TREE, SIGNING);

        assertThat(scene.unheard(scene.bob)).hasSize(1);
        Notice kept = scene.unheard(scene.bob).getFirst();
        if (kept.equals(freed(SIGNING))) {
            assertThat(scene.unheard(scene.cem)).isEmpty();
            scene.granted(scene.meet("dan"), TREE);
        } else {
            assertThat(scene.unheard(scene.cem)).containsExactly(freed(SIGNING));
        }
        scene.release(scene.ann, BEETMOVER);
        scene.granted(scene.meet("dan"), BEETMOVER);
    }

    @Test
    void whoLetsOnePassIsOutOfAllLines() {
        allHeld();
        await(scene.bob);
        scene.release(scene.ann, TREE);
        scene.clock.advance(WaitService.TO_CLAIM);
        scene.waits.lapse(scene.clock.instant());

        assertThat(places(scene.bob)).isEmpty();
        assertThat(scene.unheard(scene.bob))
                .containsExactly(new Notice.Freed(TREE.id(), scene.clock.instant()), new Notice.WindowOver(TREE.id()));
    }

    @Test
    void whoLeavesOneLineLeavesAllOfThem() {
        allHeld();
        await(scene.bob);

        assertThat(scene.transfers.cancel(SIGNING, scene.asker(scene.bob)))
                .isEqualTo(new CancelResult.LeftLines(SIGNING.id(), "dev-pool"));
        assertThat(places(scene.bob)).isEmpty();
        assertThat(scene.transfers.cancel(TREE, scene.asker(scene.bob))).isEqualTo(new CancelResult.Nothing(TREE.id()));
    }

    @Test
    void whatIsAlsoWaitedForAloneIsNotLeft() {
        allHeld();
        scene.waits.await(SIGNING, scene.asker(scene.bob));
        await(scene.bob);
        scene.waits.await(BEETMOVER, scene.asker(scene.bob));
        scene.release(scene.ann, TREE);
        scene.granted(scene.bob, TREE);

        assertThat(places(scene.bob)).extracting(Place::environment).containsExactly(SIGNING.id(), BEETMOVER.id());
    }

    @Test
    void whatIsFreeOrMineNeedsNoLine() {
        Lease signing = scene.granted(scene.bob, SIGNING);
        assertThat(await(scene.bob)).isEqualTo(new WaitResult.Free(TREE.id()));
        scene.granted(scene.ann, TREE, BEETMOVER);
        assertThat(await(scene.bob))
                .isInstanceOfSatisfying(
                        WaitResult.InLines.class,
                        lines -> assertThat(lines.places())
                                .extracting(Place::environment)
                                .containsExactly(TREE.id(), BEETMOVER.id()));
        assertThat(scene.waits.awaitAny(List.of(SIGNING), "of dev-signing", scene.asker(scene.bob)))
                .isEqualTo(new WaitResult.Yours(signing));
    }

    @Test
    void aGuessIsTheEndAndTheUsualLengthForEachWhoIsAhead() {
        for (int minutes : new int[] {10, 30, 300}) {
            scene.granted(scene.ann, SIGNING);
            scene.clock.advance(Duration.ofMinutes(Math.min(minutes, 59)));
            scene.release(scene.ann, SIGNING);
        }
        Lease lease = scene.granted(scene.ann, SIGNING);
        scene.waits.await(SIGNING, scene.asker(scene.bob));
        scene.waits.await(SIGNING, scene.asker(scene.cem));

        assertThat(guess(scene.bob)).contains(lease.until());
        assertThat(guess(scene.cem)).contains(lease.until().plus(Duration.ofMinutes(30)));
        PersonRef dan = scene.meet("dan");
        scene.granted(dan, TREE);
        scene.waits.await(TREE, scene.asker(scene.ann));
        scene.waits.await(TREE, scene.asker(scene.cem));
        assertThat(scene.waits
                        .places(scene.cem.id(), scene.clock.instant())
                        .getLast()
                        .guess())
                .as("nobody knows how long that is held")
                .isEmpty();
    }

    @Test
    void twoThatBecomeFreeAtOnceGiveOneGrant() {
        int rounds = Scale.of(5, 200);
        PersonRef dan = scene.meet("dan");
        for (int round = 0; round < rounds; round++) {
            scene.granted(scene.ann, SIGNING);
            scene.granted(scene.cem, TREE);
            scene.granted(dan, BEETMOVER);
            await(scene.bob);
            Crowd.together(
                    3,
                    i -> () -> i == 0
                            ? scene.release(scene.ann, SIGNING)
                            : i == 1 ? scene.release(scene.cem, TREE) : scene.release(dan, BEETMOVER));
            assertThat(scene.unheard(scene.bob)).as("one is kept").hasSize(round + 1);

            List<ClaimResult> results = Crowd.together(
                    3,
                    i -> () -> scene.service.claim(
                            ClaimRequest.of(List.of(ANY.get(i)), new EndWish.For(HOUR), List.of(), Optional.empty()),
                            scene.asker(i == 0 ? scene.bob : i == 1 ? scene.cem : dan)));

            assertThat(places(scene.bob).isEmpty()).isEqualTo(results.getFirst() instanceof ClaimResult.Granted);
            for (PersonRef person : List.of(scene.ann, scene.bob, scene.cem, dan)) {
                scene.service.releaseAll(Optional.empty(), scene.asker(person));
                scene.transfers.cancel(TREE, scene.asker(person));
            }
        }
    }

    private void allHeld() {
        scene.granted(scene.ann, SIGNING);
        scene.granted(scene.ann, TREE);
        scene.granted(scene.ann, BEETMOVER);
    }

    private WaitResult await(PersonRef person) {
        return scene.waits.awaitAny(ANY, "dev-pool", scene.asker(person));
    }

    private List<Place> places(PersonRef person) {
        return scene.waits.places(person.id(), scene.clock.instant());
    }

    private Optional<Instant> guess(PersonRef person) {
        return places(person).getFirst().guess();
    }

    private Notice freed(Environment environment) {
        return new Notice.Freed(environment.id(), scene.clock.instant().plus(WaitService.TO_CLAIM));
    }
}
