package dibs.backend.store;

import static dibs.backend.store.Scene.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.lease.TidyResult;
import dibs.backend.lease.TidyService;
import dibs.backend.lease.Untidied;
import dibs.backend.notice.Notice;
import dibs.backend.person.PersonRef;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a lease leaves to tidy, who may say that it is done, and who is asked. */
abstract class TidyContract extends StoreKit {
    private static final List<String> CHECKLIST = List.of("Is the branch reset?", "Is the configuration back?");
    private static final Environment SIGNING = Scene.environment("dev-signing", List.of("dev-signing"), CHECKLIST);
    private static final Environment TREE = Scene.environment("dev-tree", List.of("dev-tree"), CHECKLIST);
    private static final Environment BOTH =
            Scene.environment("dev", List.of("dev-signing", "dev-tree"), List.of("Is the shared branch reset?"));
    private static final Environment PLAIN = Scene.exclusive("staging-app");
    private static final Catalog CATALOG = new Catalog(List.of(SIGNING, TREE, BOTH, PLAIN), Map.of());

    TidyContract(TestStore store) {
        super(store);
    }

    private TidyService tidying() {
        return new TidyService(scene.transactor, () -> CATALOG, ZoneId.of("Europe/Berlin"));
    }

    @Test
    void whatIsGivenBackIsNotTidiedUntilItIsConfirmed() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        assertThat(left(SIGNING)).isEmpty();
        scene.clock.advance(HOUR.dividedBy(2));
        scene.release(scene.ann, SIGNING);
        Untidied left = untidied("dev-signing", lease, scene.clock.instant());

        assertThat(left(SIGNING)).containsExactly(left);
        assertThat(tidying().free(scene.clock.instant())).containsExactly(left);
        assertThat(tidied(scene.ann, SIGNING)).isEqualTo(new TidyResult.Tidied(List.of(SIGNING.id()), List.of(left)));

        assertThat(left(SIGNING)).isEmpty();
        assertThat(tidying().free(scene.clock.instant())).isEmpty();
        assertThat(tidied(scene.ann, SIGNING)).isEqualTo(new TidyResult.Nothing(List.of()));
        assertThat(scene.happened()).filteredOn(What.TIDIED::equals).hasSize(1);
    }

    @Test
    void whatEndedByItselfIsNotTidiedEvenWhereNobodyLooked() {
        Lease lease = scene.granted(scene.ann, SIGNING);
        scene.clock.advance(HOUR);
        Untidied left = untidied("dev-signing", lease, lease.until());

        assertThat(left(SIGNING)).containsExactly(left);
        assertThat(tidying().free(scene.clock.instant())).containsExactly(left);
        assertThat(tidied(scene.ann, SIGNING)).isInstanceOf(TidyResult.Tidied.class);
        assertThat(left(SIGNING)).isEmpty();
        assertThat(scene.happened()).contains(What.EXPIRED);
        scene.service.sweep(scene.clock.instant());
        assertThat(left(SIGNING)).isEmpty();
    }

    @Test
    void whatHasNoChecklistHasNothingToTidy() {
        scene.granted(scene.ann, PLAIN);
        scene.release(scene.ann, PLAIN);

        assertThat(left(PLAIN)).isEmpty();
        assertThat(tidying().free(scene.clock.instant())).isEmpty();
        scene.clock.advance(HOUR);
        ask();
        assertThat(scene.unheard(scene.ann)).isEmpty();
        assertThat(tidied(scene.ann, PLAIN)).isEqualTo(new TidyResult.Nothing(List.of()));
    }

    @Test
    void theLastHolderTheirHelpersTheNextHolderAndAnAdminMayConfirm() {
        PersonRef dan = scene.meet("dan");
        for (PersonRef who : List.of(scene.ann, scene.bob, dan)) {
            scene.service.claim(
                    ClaimRequest.of(List.of(SIGNING), new EndWish.For(HOUR), List.of(scene.bob), Optional.empty()),
                    scene.asker(scene.ann));
            scene.release(scene.ann, SIGNING);
            assertThat(tidied(scene.cem, SIGNING)).isInstanceOf(TidyResult.Anothers.class);
            if (who.equals(dan)) {
                scene.granted(dan, SIGNING);
            }
            assertThat(tidied(who, SIGNING)).as(who.name()).isInstanceOf(TidyResult.Tidied.class);
        }
        scene.release(dan, SIGNING);
        assertThat(tidying().tidied(List.of(SIGNING), true, scene.asker(scene.cem)))
                .isInstanceOf(TidyResult.Tidied.class);
        assertThat(left(SIGNING)).isEmpty();
    }

    @Test
    void aSetOfSetsIsTidiedPartByPartAndAllOrNothing() {
        scene.granted(scene.ann, BOTH);
        scene.release(scene.ann, BOTH);
        Lease trees = scene.granted(scene.bob, TREE);
        scene.release(scene.bob, TREE);

        assertThat(tidied(scene.ann, BOTH))
                .isEqualTo(new TidyResult.Anothers(untidied("dev-tree", trees, scene.clock.instant())));
        assertThat(left(BOTH)).hasSize(2);
        assertThat(tidied(scene.ann, SIGNING)).isInstanceOf(TidyResult.Tidied.class);
        assertThat(left(BOTH)).extracting(Untidied::unit).containsExactly(new UnitName("dev-tree"));
        assertThat(tidied(scene.bob, BOTH, PLAIN))
                .isInstanceOfSatisfying(
                        TidyResult.Tidied.class,
                        done -> assertThat(done.environments()).containsExactly(BOTH.id()));
    }

    @Test
    void anUndoneReleaseLeavesWhatWasLeftBefore() {
        Lease before = scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        Untidied anns = untidied("dev-signing", before, scene.clock.instant());
        scene.granted(scene.bob, SIGNING);
        assertThat(left(SIGNING)).containsExactly(anns);
        assertThat(tidying().free(scene.clock.instant())).isEmpty();
        scene.release(scene.bob, SIGNING);
        assertThat(left(SIGNING)).extracting(Untidied::holder).containsExactly(scene.bob);

        scene.undos.undo(false, scene.asker(scene.bob));

        assertThat(left(SIGNING)).containsExactly(anns);
    }

    @Test
    void whatWasConfirmedAfterAReleaseStaysConfirmedWhenItIsUndone() {
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.granted(scene.bob, SIGNING);
        scene.release(scene.bob, SIGNING);
        tidied(scene.bob, SIGNING);

        scene.undos.undo(false, scene.asker(scene.bob));

        assertThat(left(SIGNING)).isEmpty();
    }

    @Test
    void anUndoneReleaseThatWasNotTheLastLeavesTheOthers() {
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.granted(scene.bob, SIGNING);
        scene.release(scene.bob, SIGNING);
        scene.granted(scene.cem, SIGNING);
        scene.release(scene.cem, SIGNING);

        scene.undos.undo(false, scene.asker(scene.bob));

        assertThat(left(SIGNING)).extracting(Untidied::holder).containsExactly(scene.cem);
        scene.undos.undo(false, scene.asker(scene.cem));
        assertThat(left(SIGNING)).extracting(Untidied::holder).containsExactly(scene.cem);
        assertThat(tidied(scene.bob, SIGNING)).isInstanceOf(TidyResult.Tidied.class);
        assertThat(left(SIGNING)).isEmpty();
    }

    @Test
    void aTakeoverLeavesItAndAHandOverDoesNot() {
        Lease anns = scene.granted(scene.ann, SIGNING);
        scene.transfers.takeover(SIGNING, "a release waits", true, false, scene.asker(scene.bob));
        assertThat(left(SIGNING)).containsExactly(untidied("dev-signing", anns, scene.clock.instant()));
        scene.undos.undo(false, scene.asker(scene.bob));
        assertThat(left(SIGNING)).isEmpty();

        scene.transfers.handover(SIGNING, scene.cem, new EndWish.Usual(), scene.asker(scene.ann));
        scene.granted(scene.cem, SIGNING);
        assertThat(left(SIGNING)).isEmpty();
    }

    @Test
    void theLastHolderIsAskedOnceAfterHalfAnHourOfWork() {
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        Instant since = scene.clock.instant();
        scene.clock.advance(TidyService.ASK_AFTER.minusMillis(1));
        assertThat(ask()).isZero();
        scene.clock.advance(Duration.ofMillis(1));

        assertThat(ask()).isEqualTo(1);

        assertThat(scene.unheard(scene.ann))
                .containsExactly(new Notice.NotTidied(SIGNING.id(), since, CHECKLIST, Optional.empty()));
        assertThat(scene.happened()).filteredOn(What.NOT_TIDIED::equals).hasSize(1);
        assertThat(ask()).isZero();
        scene.clock.advance(Duration.ofDays(3));
        assertThat(ask()).isZero();
    }

    @Test
    void theHalfHourIsOfWorkingTime() {
        scene.clock.advance(Duration.between(
                scene.clock.instant(), Instant.parse("2026-11-27T16:55:00Z"))); // 17:55 where people work
        scene.granted(scene.ann, BOTH);
        scene.release(scene.ann, BOTH);
        scene.clock.advance(Duration.ofDays(2));
        ask();
        assertThat(scene.unheard(scene.ann)).isEmpty();
        scene.clock.advance(Duration.between(scene.clock.instant(), Instant.parse("2026-11-30T08:25:00Z")));
        ask();
        assertThat(scene.unheard(scene.ann)).as("once for all of its parts").hasSize(1);
    }

    @Test
    void nobodyIsAskedAboutWhatIsConfirmedOrTheirsAgain() {
        scene.granted(scene.ann, SIGNING, TREE);
        scene.release(scene.ann, SIGNING, TREE);
        tidied(scene.ann, SIGNING);
        scene.clock.advance(TidyService.ASK_AFTER.dividedBy(2));
        scene.granted(scene.ann, TREE);
        scene.clock.advance(TidyService.ASK_AFTER);
        ask();
        assertThat(scene.unheard(scene.ann)).isEmpty();
    }

    @Test
    void whoIsAskedHearsWhoHasItByThen() {
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        Instant since = scene.clock.instant();
        scene.clock.advance(TidyService.ASK_AFTER);
        scene.granted(scene.bob, SIGNING);
        ask();
        assertThat(scene.unheard(scene.ann))
                .containsExactly(new Notice.NotTidied(SIGNING.id(), since, CHECKLIST, Optional.of("bob")));
    }

    @Test
    void anotherNameCarriesIt() {
        Environment renamed = Scene.environment("dev-sign", List.of("dev-sign"), CHECKLIST);
        TidyService later =
                new TidyService(scene.transactor, () -> new Catalog(List.of(renamed), Map.of()), ZoneId.of("UTC"));
        scene.granted(scene.ann, SIGNING);
        scene.release(scene.ann, SIGNING);
        scene.granted(scene.bob, renamed);
        scene.release(scene.bob, renamed);
        scene.transactor.write(tx -> tx.leases().rename(SIGNING.id(), renamed.id()));

        assertThat(later.of(renamed, scene.clock.instant())).hasSize(1);
        assertThat(later.tidied(List.of(renamed), true, scene.asker(scene.cem))).isInstanceOf(TidyResult.Tidied.class);
        assertThat(later.of(renamed, scene.clock.instant())).isEmpty();
    }

    @Test
    void manyWhoAskAndConfirmAtOnceDoSoOnce() {
        int rounds = Scale.of(5, 200);
        for (int round = 1; round <= rounds; round++) {
            scene.granted(scene.ann, BOTH);
            scene.release(scene.ann, BOTH);
            scene.clock.advance(TidyService.ASK_AFTER);
            Crowd.together(8, i -> () -> i < 4 ? ask() : tidied(scene.ann, i % 2 == 0 ? BOTH : TREE));

            assertThat(left(BOTH)).isEmpty();
            assertThat(scene.happened())
                    .filteredOn(What.TIDIED::equals)
                    .as("in all of it, or in parts")
                    .hasSizeBetween(round, 2 * round);
            assertThat(scene.happened()).filteredOn(What.NOT_TIDIED::equals).hasSizeLessThanOrEqualTo(round);
            scene.clock.advance(Duration.ofDays(1));
            assertThat(ask()).isZero();
        }
        assertThat(scene.unheard(scene.ann)).hasSizeLessThanOrEqualTo(rounds);
    }

    private List<Untidied> left(Environment environment) {
        return tidying().of(environment, scene.clock.instant());
    }

    private TidyResult tidied(PersonRef person, Environment... environments) {
        return tidying().tidied(Arrays.asList(environments), false, scene.asker(person));
    }

    private int ask() {
        return tidying().ask(scene.clock.instant());
    }

    private static Untidied untidied(String unit, Lease lease, Instant since) {
        return new Untidied(new UnitName(unit), lease.id(), lease.environment(), lease.holder(), since);
    }
}
