package dibs.backend.store;

import static dibs.backend.store.LeaseStoreContract.SIGNING;
import static dibs.backend.store.LeaseStoreContract.TREE;
import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.lease.ReleaseResult;
import dibs.backend.lease.Use;
import dibs.backend.lease.UseService;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who uses what is shared, beside whom, until when. */
abstract class UseContract extends StoreKit {
    private static final Environment AUTOGRAPH = Scene.environment("autograph-stage", List.of());
    private static final Environment BALROG = Scene.environment("balrog-stage", List.of());
    private static final String BUNDLE = "staging-release firefox 145.0b3";

    UseContract(TestStore store) {
        super(store);
    }

    @Test
    void aUseIsRecordedBesideOthers() {
        Use anns = using(scene.ann, HOUR, AUTOGRAPH);

        UseService.Recorded result = (UseService.Recorded) record(scene.bob, HOUR, AUTOGRAPH, BALROG);

        assertThat(result.others()).containsExactly(anns);
        assertThat(result.mine()).extracting(Use::environment).containsExactly(AUTOGRAPH.id(), BALROG.id());
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant()))
                .containsExactly(anns, result.mine().getFirst());
        assertThat(scene.uses.by(scene.bob.id(), scene.clock.instant())).isEqualTo(result.mine());
        assertThat(scene.uses.all(scene.clock.instant()).keySet()).containsExactly(AUTOGRAPH.id(), BALROG.id());
        assertThat(anns.purpose()).contains("to test");
    }

    @Test
    void aSecondUseOfTheSameReplacesTheFirst() {
        using(scene.ann, HOUR.multipliedBy(5), AUTOGRAPH);
        scene.clock.advance(Duration.ofMinutes(1));

        Use second = using(scene.ann, HOUR, AUTOGRAPH);

        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).containsExactly(second);
        scene.clock.advance(HOUR.multipliedBy(2));
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).isEmpty();
    }

    @Test
    void aUseIsExtendedUpToTheMaximum() {
        Use use = using(scene.ann, HOUR, AUTOGRAPH);

        assertThat(extend(scene.ann, HOUR))
                .isEqualTo(new UseService.Extended(use.withUntil(use.until().plus(HOUR)), use.until()));
        assertThat(extend(scene.ann, Duration.ofDays(5))).isInstanceOf(UseService.TooLong.class);
        assertThat(extend(scene.bob, HOUR)).isEqualTo(new UseService.NotUsed(AUTOGRAPH.id()));
        scene.clock.advance(HOUR);
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).hasSize(1);
        assertThat(scene.uses.extend(AUTOGRAPH, new EndWish.Until(scene.clock.instant()), scene.asker(scene.ann)))
                .isInstanceOf(UseService.NotLater.class);
    }

    @Test
    void pastItsEndItIsOverByItself() {
        Use use = using(scene.ann, HOUR, AUTOGRAPH);
        scene.clock.advance(HOUR.minusMillis(1));
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).containsExactly(use);
        scene.clock.advance(Duration.ofMillis(1));

        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).isEmpty();
        assertThat(scene.uses.all(scene.clock.instant())).isEmpty();
        assertThat(extend(scene.ann, HOUR)).isInstanceOf(UseService.NotUsed.class);
        assertThat(scene.release(scene.ann, AUTOGRAPH)).isEqualTo(new ReleaseResult.NotHeld(AUTOGRAPH.id()));
        using(scene.ann, HOUR, AUTOGRAPH);
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).hasSize(1);
    }

    @Test
    void longerThanAllowedNothingIsRecorded() {
        assertThat(record(scene.ann, Duration.ofDays(6), AUTOGRAPH)).isInstanceOf(UseService.TooLong.class);
        assertThat(scene.uses.all(scene.clock.instant())).isEmpty();
    }

    @Test
    void leasesAndUsesAreGivenBackTogether() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        Use use = using(scene.ann, HOUR, AUTOGRAPH);
        using(scene.bob, HOUR, AUTOGRAPH);

        assertThat(scene.release(scene.ann, AUTOGRAPH, SIGNING))
                .isEqualTo(new ReleaseResult.Released(List.of(lease.withState(Lease.State.RELEASED)), List.of(use)));
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant()))
                .extracting(Use::person)
                .containsExactly(scene.bob);
        assertThat(scene.happened()).startsWith(What.USE_ENDED, What.RELEASED);
    }

    @Test
    void ofWhatIsNotMineNothingIsGivenBack() {
        Lease bobs = scene.granted(scene.bob, SIGNING);
        using(scene.ann, HOUR, AUTOGRAPH);

        assertThat(scene.release(scene.ann, AUTOGRAPH, SIGNING)).isEqualTo(new ReleaseResult.Anothers(bobs));
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).hasSize(1);
    }

    @Test
    void whatWasClaimedTogetherIsGivenBackTogether() {
        ClaimResult.Granted granted = (ClaimResult.Granted) scene.service.claim(bundle(), scene.asker(scene.ann));
        assertThat(granted.first()).isTrue();
        assertThat(granted.uses()).extracting(Use::bundle).containsOnly(Optional.of(BUNDLE));
        assertThat(scene.find(granted.leases().getFirst()).bundle()).contains(BUNDLE);
        Lease other = scene.granted(scene.ann, TREE);
        Use apart = using(scene.ann, HOUR, BALROG);

        ReleaseResult released = scene.service.releaseAll(Optional.of(BUNDLE), scene.asker(scene.ann));

        assertThat(released).isInstanceOfSatisfying(ReleaseResult.Released.class, done -> {
            assertThat(done.leases()).extracting(Lease::environment).containsExactly(SIGNING.id());
            assertThat(done.uses()).isEqualTo(granted.uses());
        });
        assertThat(scene.service.held(scene.clock.instant())).containsExactly(other);
        assertThat(scene.uses.by(scene.ann.id(), scene.clock.instant())).containsExactly(apart);
        assertThat(scene.service.releaseAll(Optional.of(BUNDLE), scene.asker(scene.ann)))
                .isEqualTo(new ReleaseResult.Nothing());
        assertThat(((ClaimResult.Granted) scene.service.claim(bundle(), scene.asker(scene.ann))).first())
                .isFalse();
        scene.service.releaseAll(Optional.empty(), scene.asker(scene.ann));
        assertThat(scene.uses.all(scene.clock.instant())).isEmpty();
    }

    @Test
    void anotherNameCarriesTheUsesAndTheLongerOfTwoStays() {
        Use bobs = using(scene.bob, HOUR, AUTOGRAPH);
        Use shorter = using(scene.ann, HOUR, AUTOGRAPH);
        scene.clock.advance(Duration.ofMinutes(5));
        Use longer = using(scene.ann, HOUR.multipliedBy(2), BALROG);

        boolean renamed = scene.transactor.write(tx -> tx.leases().rename(AUTOGRAPH.id(), BALROG.id()));

        assertThat(renamed).isTrue();
        assertThat(scene.uses.of(BALROG, scene.clock.instant()))
                .extracting(Use::id)
                .containsExactly(bobs.id(), longer.id())
                .doesNotContain(shorter.id());
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).isEmpty();
    }

    @Test
    void aRestartForgetsNoUse() {
        Use use = using(scene.ann, HOUR, AUTOGRAPH);
        restart();
        assertThat(scene.uses.of(AUTOGRAPH, scene.clock.instant())).containsExactly(use);
    }

    private static ClaimRequest bundle() {
        return new ClaimRequest(
                List.of(SIGNING),
                new EndWish.For(HOUR),
                List.of(),
                Optional.of("145.0b3"),
                List.of(AUTOGRAPH),
                Optional.of(BUNDLE),
                Set.of(SIGNING.id()),
                false);
    }

    private UseService.RecordResult record(PersonRef person, Duration length, Environment... environments) {
        return scene.uses.record(
                Arrays.asList(environments), new EndWish.For(length), Optional.of("to test"), scene.asker(person));
    }

    private Use using(PersonRef person, Duration length, Environment environment) {
        return ((UseService.Recorded) record(person, length, environment))
                .mine()
                .getFirst();
    }

    private UseService.ExtendResult extend(PersonRef person, Duration more) {
        return scene.uses.extend(AUTOGRAPH, new EndWish.For(more), scene.asker(person));
    }
}
