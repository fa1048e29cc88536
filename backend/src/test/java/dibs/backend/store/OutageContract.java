package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.Blocker;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.TakeoverResult;
import dibs.backend.lease.WaitService;
import dibs.backend.notice.Notice;
import dibs.backend.outage.Outage;
import dibs.backend.outage.Outages;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While Dibs is away nobody can extend, claim or keep: what runs out meanwhile goes on for half an hour. */
abstract class OutageContract extends StoreKit {
    private static final Environment SIGNING = Scene.exclusive("dev-signing");
    private static final Environment TREE = Scene.exclusive("dev-tree");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Outages outages;

    OutageContract(TestStore store) {
        super(store);
    }

    @BeforeEach
    void thereFromNowOn() {
        start();
        assertThat(outages.beat(scene.clock.instant())).isEmpty();
    }

    /** A process that begins. */
    private void start() {
        outages = new Outages(scene.transactor);
    }

    private Optional<Outage> backAfter(Duration away) {
        start();
        scene.clock.advance(away);
        return outages.beat(scene.clock.instant());
    }

    @Test
    void whatEndedMeanwhileGoesOnAndNobodyElseGetsIt() {
        Instant began = scene.clock.instant();
        Lease lease = scene.granted(scene.ann, SIGNING);

        Outage outage = backAfter(Duration.ofHours(3)).orElseThrow();

        Instant until = scene.clock.instant().plus(Outages.GRACE);
        assertThat(outage.from()).isEqualTo(began);
        assertThat(outage.kept()).containsExactly(new Outage.Kept(SIGNING.id(), scene.ann, until));
        assertThat(outages.endedAfter(began)).containsExactly(outage);
        assertThat(scene.service.sweep(scene.clock.instant())).isZero();
        assertThat(scene.claim(scene.bob, SIGNING)).isInstanceOf(ClaimResult.Held.class);
        assertThat(scene.find(lease).until()).isEqualTo(until);
        assertThat(scene.happened()).contains(What.KEPT_THROUGH_OUTAGE);
        assertThat(scene.unheard(scene.ann))
                .containsExactly(
                        new Notice.KeptThroughOutage(SIGNING.id(), lease.until(), began, scene.clock.instant(), until));
    }

    @Test
    void afterTheGraceItEndsAsEver() {
        scene.granted(scene.ann, SIGNING);
        backAfter(Duration.ofHours(3));
        scene.clock.advance(Outages.GRACE);

        assertThat(scene.service.sweep(scene.clock.instant())).isEqualTo(1);

        scene.granted(scene.bob, SIGNING);
    }

    @Test
    void whatEndedBeforeOrEndsLaterIsAsItWas() {
        scene.claim(scene.ann, MINUTE, SIGNING);
        scene.clock.advance(MINUTE);
        outages.beat(scene.clock.instant());
        Lease tree = scene.granted(scene.bob, TREE);

        Outage outage = backAfter(MINUTE.multipliedBy(50)).orElseThrow();

        assertThat(outage.kept()).isEmpty();
        assertThat(scene.find(tree).until()).isEqualTo(tree.until());
        scene.granted(scene.cem, SIGNING);
    }

    @Test
    void aShortGapIsNoOutage() {
        scene.claim(scene.ann, MINUTE, SIGNING);

        assertThat(backAfter(Outages.GAP)).isEmpty();

        assertThat(scene.service.sweep(scene.clock.instant())).isEqualTo(1);
        assertThat(backAfter(Outages.GAP.plusMillis(1))).isPresent();
    }

    @Test
    void aProcessThatSleptNoticesItself() {
        scene.granted(scene.ann, SIGNING);
        scene.clock.advance(Duration.ofDays(1));

        assertThat(outages.beat(scene.clock.instant())).isPresent();
        assertThat(outages.beat(scene.clock.instant())).isEmpty();
    }

    @Test
    void aClockThatIsSetBackIsNoOutageAndSilencesNothing() {
        scene.clock.advance(Duration.ofDays(-1));
        assertThat(outages.beat(scene.clock.instant())).isEmpty();
        scene.granted(scene.ann, SIGNING);
        scene.clock.advance(Scene.HOUR);

        Outage outage = outages.beat(scene.clock.instant()).orElseThrow();

        assertThat(outage.kept()).hasSize(1);
    }

    @Test
    void whoWasFirstInLineStillHasATurn() {
        scene.granted(scene.ann, SIGNING);
        scene.waits.await(SIGNING, scene.asker(scene.bob));
        scene.waits.await(SIGNING, scene.asker(scene.cem));
        scene.release(scene.ann, SIGNING);

        backAfter(Duration.ofHours(2));

        assertThat(scene.waits.lapse(scene.clock.instant())).isZero();
        scene.clock.advance(Outages.GRACE.minus(MINUTE));
        ClaimResult result = scene.claim(scene.cem, SIGNING);
        assertThat(((ClaimResult.Held) result).blockers().getFirst().state()).isEqualTo(Blocker.State.OFFERED);
        scene.granted(scene.bob, SIGNING);
    }

    @Test
    void whoCouldNotTurnATakeoverDownStillMay() {
        scene.claim(scene.ann, Duration.ofHours(9), SIGNING);
        scene.transfers.takeover(SIGNING, "a release", false, false, scene.asker(scene.bob));

        backAfter(Duration.ofHours(2));

        assertThat(scene.transfers.takeover(SIGNING, "a release", false, false, scene.asker(scene.bob)))
                .isInstanceOf(TakeoverResult.Asked.class);
        scene.clock.advance(Outages.GRACE);
        assertThat(scene.transfers.takeover(SIGNING, "a release", false, false, scene.asker(scene.bob)))
                .isInstanceOf(TakeoverResult.Taken.class);
    }

    @Test
    void whoCouldNotFollowAWishUpStillMay() {
        scene.claim(scene.ann, Duration.ofDays(4), SIGNING);
        scene.transfers.takeover(SIGNING, "a release", false, false, scene.asker(scene.bob));
        for (int beats = 0; beats < 23 * 15; beats++) {
            scene.clock.advance(MINUTE.multipliedBy(4));
            assertThat(outages.beat(scene.clock.instant())).isEmpty();
        }

        backAfter(Duration.ofHours(2));

        scene.clock.advance(Outages.GRACE.minusMillis(1));
        assertThat(scene.transfers.takeover(SIGNING, "a release", false, false, scene.asker(scene.bob)))
                .isInstanceOf(TakeoverResult.Taken.class);
    }

    @Test
    void itGoesOnOnlyUntilSomebodysReservation() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        Instant reserved = scene.clock.instant().plus(Duration.ofHours(3)).plus(MINUTE.multipliedBy(10));
        scene.reserved(scene.cem, SIGNING, reserved, reserved.plus(Scene.HOUR));

        backAfter(Duration.ofHours(3));

        assertThat(scene.find(lease).until()).isEqualTo(reserved);
    }

    @Test
    void ofManyProcessesThatStartOneTellsOfIt() {
        int rounds = Scale.of(3, 100);
        for (int round = 0; round < rounds; round++) {
            scene.granted(scene.ann, SIGNING);
            scene.clock.advance(Duration.ofHours(2));
            Queue<Outage> told = new ConcurrentLinkedQueue<>();
            Crowd.together(6, i -> () -> {
                if (i == 0) {
                    scene.claim(scene.bob, SIGNING);
                }
                new Outages(scene.transactor).beat(scene.clock.instant()).ifPresent(told::add);
                return true;
            });

            assertThat(told).hasSize(1);
            // The claim came first, or found it kept; never both.
            Lease held =
                    scene.read(tx -> tx.leases().held(scene.clock.instant())).getFirst();
            assertThat(told.element().kept().isEmpty()).isEqualTo(held.holder().equals(scene.bob));
            scene.release(held.holder(), SIGNING);
            scene.waits.lapse(scene.clock.instant().plus(WaitService.TO_CLAIM));
        }
    }
}
