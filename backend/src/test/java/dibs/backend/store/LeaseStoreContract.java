package dibs.backend.store;

import static dibs.backend.store.Scene.HOUR;
import static dibs.backend.store.Scene.exclusive;
import static dibs.backend.store.Scene.granted;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.ExtendResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.ReleaseResult;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people may rely on when they claim, extend and release, whichever engine keeps it. */
abstract class LeaseStoreContract extends StoreKit {
    static final Environment SIGNING = exclusive("dev-signing");
    static final Environment BEETMOVER = exclusive("dev-beetmover");
    static final Environment TREE = exclusive("dev-tree");
    static final Environment UMBRELLA = Scene.environment(
            "dev",
            IntStream.rangeClosed(1, 13)
                    .mapToObj(i -> i == 7 ? "dev-signing" : "dev-script" + i)
                    .toList());

    LeaseStoreContract(TestStore store) {
        super(store);
    }

    @Test
    void whoAsksFirstHasIt() {
        Lease lease = granted(scene.claim(scene.ann, SIGNING));

        assertThat(scene.find(lease)).isEqualTo(lease);
        assertThat(lease.since()).isEqualTo(scene.clock.instant());
        assertThat(lease.until()).isEqualTo(scene.clock.instant().plus(HOUR));
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(lease);
    }

    @Test
    void whoAsksSecondIsToldWhoHasIt() {
        Lease lease = scene.granted(scene.ann, SIGNING);

        assertThat(scene.claim(scene.bob, SIGNING)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(lease))));
    }

    @Test
    void claimingWhatIsMineChangesNothing() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        scene.clock.advance(Duration.ofMinutes(5));

        assertThat(scene.claim(scene.ann, Duration.ofHours(9), SIGNING))
                .isEqualTo(new ClaimResult.AlreadyYours(List.of(lease)));
        assertThat(scene.find(lease)).isEqualTo(lease);
    }

    @Test
    void whatIsPartlyMineIsGrantedForTheRest() {
        Lease mine = scene.granted(scene.ann, SIGNING);

        ClaimResult result = scene.claim(scene.ann, SIGNING, TREE);

        assertThat(result).isInstanceOfSatisfying(ClaimResult.Granted.class, granted -> {
            assertThat(granted.leases()).extracting(Lease::environment).containsExactly(TREE.id());
            assertThat(granted.before()).containsExactly(mine);
        });
    }

    @Test
    void severalAreGrantedInTheOrderAskedForAndEndAlone() {
        ClaimResult result = scene.claim(scene.ann, TREE, SIGNING, BEETMOVER);

        List<Lease> leases = ((ClaimResult.Granted) result).leases();
        assertThat(leases).extracting(Lease::environment).containsExactly(TREE.id(), SIGNING.id(), BEETMOVER.id());
        scene.release(scene.ann, SIGNING);
        assertThat(scene.service.held(scene.clock.instant()))
                .extracting(Lease::environment)
                .containsExactly(BEETMOVER.id(), TREE.id());
    }

    @Test
    void ofSeveralNothingIsGrantedWhenOneIsHeld() {
        Lease bobs = scene.granted(scene.bob, TREE);
        Lease cems = scene.granted(scene.cem, BEETMOVER);

        assertThat(scene.claim(scene.ann, SIGNING, TREE, BEETMOVER))
                .isEqualTo(new ClaimResult.Held(List.of(Blocker.of(cems), Blocker.of(bobs))));
        assertThat(scene.service.holding(SIGNING, scene.clock.instant())).isEmpty();
        assertThat(scene.token("dev-signing")).isZero();
    }

    @Test
    void theUmbrellaStandsForEachOfItsThirteen() {
        Lease one = scene.granted(scene.bob, SIGNING);
        assertThat(scene.claim(scene.ann, UMBRELLA)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(one))));

        scene.release(scene.bob, SIGNING);
        Lease all = scene.granted(scene.ann, UMBRELLA);

        assertThat(all.units()).hasSize(13);
        assertThat(scene.claim(scene.bob, SIGNING)).isEqualTo(new ClaimResult.Held(List.of(Blocker.of(all))));
        assertThat(scene.release(scene.ann, SIGNING)).isEqualTo(new ReleaseResult.PartOf(SIGNING.id(), all));
    }

    @Test
    void myPartOfTheUmbrellaStaysWhatItIs() {
        Lease one = scene.granted(scene.ann, SIGNING);

        Lease rest = scene.granted(scene.ann, UMBRELLA);

        assertThat(rest.units()).hasSize(12).doesNotContainAnyElementsOf(one.units());
        assertThat(scene.find(one)).isEqualTo(one);
    }

    @Test
    void tokensRiseAndOutliveTheLease() {
        assertThat(scene.granted(scene.ann, SIGNING).token().value()).isEqualTo(1);
        scene.release(scene.ann, SIGNING);
        assertThat(scene.granted(scene.bob, SIGNING).token().value()).isEqualTo(2);
        scene.release(scene.bob, SIGNING);
        assertThat(scene.token("dev-signing")).isEqualTo(2);

        assertThat(scene.granted(scene.cem, UMBRELLA).token().value()).isEqualTo(3);
        assertThat(scene.token("dev-script1")).isEqualTo(3);
    }

    @Test
    void pastItsEndItIsFreeThoughNobodySwept() {
        scene.granted(scene.ann, SIGNING);
        scene.clock.advance(HOUR);

        assertThat(scene.service.held(scene.clock.instant())).isEmpty();
        assertThat(scene.release(scene.ann, SIGNING)).isEqualTo(new ReleaseResult.NotHeld(SIGNING.id()));
        assertThat(scene.granted(scene.bob, SIGNING).holder()).isEqualTo(scene.bob);
    }

    @Test
    void aMillisecondBeforeItsEndItIsHeld() {
        scene.granted(scene.ann, SIGNING);
        scene.clock.advance(HOUR.minusMillis(1));

        assertThat(scene.claim(scene.bob, SIGNING)).isInstanceOf(ClaimResult.Held.class);
    }

    @Test
    void aHelperExtendsAndReleasesAndHasItAlready() {
        Lease lease = granted(scene.service.claim(
                ClaimRequest.of(
                        List.of(SIGNING),
                        new EndWish.For(HOUR),
                        List.of(scene.cem, scene.bob, scene.cem, scene.ann),
                        Optional.empty()),
                scene.asker(scene.ann)));
        assertThat(scene.find(lease).helpers()).containsExactly(scene.cem, scene.bob);

        assertThat(scene.claim(scene.bob, SIGNING)).isEqualTo(new ClaimResult.AlreadyYours(List.of(lease)));
        assertThat(extend(scene.bob, HOUR)).isInstanceOf(ExtendResult.Extended.class);
        assertThat(scene.release(scene.cem, SIGNING)).isInstanceOf(ReleaseResult.Released.class);
    }

    @Test
    void aHelperIsAddedToWhatIsMineOnce() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        for (int i = 0; i < 2; i++) {
            scene.service.claim(
                    ClaimRequest.of(List.of(SIGNING), new EndWish.Usual(), List.of(scene.bob), Optional.empty()),
                    scene.asker(scene.ann));
        }

        assertThat(scene.find(lease)).isEqualTo(lease.withHelpers(List.of(scene.bob)));
        assertThat(scene.unheard(scene.bob)).hasSize(1);
    }

    @Test
    void anExtendedLeaseIsHeldLonger() {
        Lease lease = scene.granted(scene.ann, SIGNING);

        assertThat(extend(scene.ann, HOUR))
                .isEqualTo(new ExtendResult.Extended(
                        lease.withUntil(lease.until().plus(HOUR), scene.clock.instant()), lease.until()));
        scene.clock.advance(HOUR);

        assertThat(scene.claim(scene.bob, SIGNING)).isInstanceOf(ClaimResult.Held.class);
    }

    @Test
    void overTheMaximumNothingIsGrantedOrExtended() {
        assertThat(scene.claim(scene.ann, Duration.ofDays(6), SIGNING)).isInstanceOf(ClaimResult.TooLong.class);
        Lease lease = scene.granted(scene.ann, SIGNING);

        assertThat(extend(scene.ann, Duration.ofDays(5))).isInstanceOf(ExtendResult.TooLong.class);
        assertThat(scene.find(lease)).isEqualTo(lease);
    }

    @Test
    void onlyItsHolderAndHelpersReleaseIt() {
        Lease lease = scene.granted(scene.ann, SIGNING);

        assertThat(scene.release(scene.bob, SIGNING)).isEqualTo(new ReleaseResult.Anothers(lease));
        assertThat(scene.service.releaseAll(Optional.empty(), scene.asker(scene.bob)))
                .isEqualTo(new ReleaseResult.Nothing());
        assertThat(scene.find(lease)).isEqualTo(lease);
    }

    @Test
    void releaseAllGivesBackAllThatIsMine() {
        scene.claim(scene.ann, SIGNING, TREE);
        Lease bobs = scene.granted(scene.bob, BEETMOVER);

        assertThat(scene.service.releaseAll(Optional.empty(), scene.asker(scene.ann)))
                .isInstanceOfSatisfying(
                        ReleaseResult.Released.class,
                        released -> assertThat(released.leases()).hasSize(2));
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(bobs);
    }

    private ExtendResult extend(PersonRef person, Duration more) {
        return scene.service.extend(SIGNING, new EndWish.For(more), scene.asker(person));
    }
}
