package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.confirmation.ConfirmResult;
import dibs.backend.confirmation.ConfirmationService;
import dibs.backend.confirmation.Wish;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.person.PersonRef;
import dibs.backend.person.Role;
import dibs.backend.policy.Waiver;
import dibs.backend.policy.WaiverRequest;
import dibs.backend.policy.WaiverService;
import dibs.backend.transaction.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An exception is asked for, confirmed by who asked, holds until its end, and is void then. */
abstract class WaiverContract extends StoreKit {
    private static final EnvironmentId POOL = new EnvironmentId("gecko-3-signing");
    private static final EnvironmentId STAGE = new EnvironmentId("autograph-stage");
    private static final Duration DAY = Duration.ofDays(1);

    private HandmadePolicy file = new HandmadePolicy();
    private WaiverService waivers = new WaiverService(scene.transactor, ids, file);
    private ConfirmationService confirmations = new ConfirmationService(scene.transactor, ids, waivers);

    WaiverContract(TestStore store) {
        super(store);
    }

    @BeforeEach
    void begin() {
        file = new HandmadePolicy();
        waivers = new WaiverService(scene.transactor, ids, file);
        confirmations = new ConfirmationService(scene.transactor, ids, waivers);
    }

    @Test
    void whatIsConfirmedHoldsUntilItsEnd() {
        WaiverRequest request = request("r1", DAY);
        Waiver waiver = waived(confirm(scene.ann, ask(scene.ann, request)));

        assertThat(waiver.id()).matches("w-[a-z0-9]{3,}");
        assertThat(waiver)
                .isEqualTo(new Waiver(
                        waiver.id(), "R1", POOL, STAGE, request.until(), "we need it", "ann", scene.clock.instant()));
        assertThat(waivers.inForce(POOL, STAGE, scene.clock.instant())).containsExactly(waiver);
        assertThat(waivers.inForce(STAGE, POOL, scene.clock.instant())).isEmpty();
        scene.clock.advance(DAY.minusMillis(1));
        assertThat(waivers.find(waiver.id().toUpperCase(Locale.ROOT), scene.clock.instant()))
                .contains(waiver);
        scene.clock.advance(Duration.ofMillis(1));
        assertThat(waivers.inForce(scene.clock.instant())).isEmpty();
        assertThat(waivers.find(waiver.id(), scene.clock.instant())).isEmpty();
    }

    @Test
    void askingAloneChangesNothing() {
        ask(scene.ann, request("R1", DAY));

        assertThat(waivers.inForce(scene.clock.instant())).isEmpty();
        assertThat(scene.happened()).isEmpty();
    }

    @Test
    void onlyWhoAskedMayConfirmAndOnlyWithTheRole() {
        String code = ask(scene.ann, request("R1", DAY));

        assertThat(confirm(scene.bob, code)).isEqualTo(new ConfirmResult.Anothers());
        assertThat(confirmations.confirm(code, scene.ann, Role.GATE, Optional.empty(), scene.clock.instant()))
                .isEqualTo(new ConfirmResult.NotAllowed(Role.ADMIN));
        assertThat(confirm(scene.ann, "c-nonsense")).isEqualTo(new ConfirmResult.NoSuchCode());
        assertThat(waivers.inForce(scene.clock.instant())).isEmpty();
        waived(confirm(scene.ann, code.toUpperCase(Locale.ROOT)));
    }

    @Test
    void aCodeIsGoodForTenMinutesAndOnce() {
        String late = ask(scene.ann, request("R1", DAY));
        Instant end = scene.clock.instant().plus(ConfirmationService.WITHIN);
        scene.clock.advance(ConfirmationService.WITHIN);
        assertThat(confirm(scene.ann, late)).isEqualTo(new ConfirmResult.Late(end));

        String code = ask(scene.ann, request("R1", DAY));
        scene.clock.advance(ConfirmationService.WITHIN.minusMillis(1));
        waived(confirm(scene.ann, code));
        assertThat(confirm(scene.ann, code)).isEqualTo(new ConfirmResult.Already());

        scene.clock.advance(Duration.ofDays(2));
        ask(scene.ann, request("R1", DAY));
        assertThat(confirm(scene.ann, code)).isEqualTo(new ConfirmResult.NoSuchCode());
    }

    @Test
    void whatCannotBeWaivedIsNot() {
        assertThat(check(request("R9", DAY))).isEqualTo(new WaiverService.NoSuchRule("R9"));
        assertThat(check(request("R2", DAY))).isEqualTo(new WaiverService.NothingToWaive("R2"));
        assertThat(check(request("R3", DAY))).isInstanceOf(WaiverService.Possible.class);
        Instant now = scene.clock.instant();
        assertThat(check(request("R1", WaiverService.LONGEST))).isInstanceOf(WaiverService.Possible.class);
        assertThat(check(request("R1", WaiverService.LONGEST.plusMillis(1))))
                .isEqualTo(new WaiverService.TooLong(now.plus(WaiverService.LONGEST)));
        assertThat(check(request("R1", Duration.ZERO))).isEqualTo(new WaiverService.Over(now));
    }

    @Test
    void whatChangedBeforeTheConfirmationIsLookedAtAgain() {
        String code = ask(scene.ann, request("R1", DAY));
        file.remove("R1");
        assertThat(confirm(scene.ann, code)).isEqualTo(new ConfirmResult.NotWaived(new WaiverService.NoSuchRule("R1")));

        WaiverRequest shortOne = request("R3", Duration.ofMinutes(5));
        String shortCode = ask(scene.ann, shortOne);
        scene.clock.advance(Duration.ofMinutes(6));
        assertThat(confirm(scene.ann, shortCode))
                .isEqualTo(new ConfirmResult.NotWaived(new WaiverService.Over(shortOne.until())));
        assertThat(waivers.inForce(scene.clock.instant())).isEmpty();
    }

    @Test
    void aSecondOneTakesThePlaceOfTheFirst() {
        Waiver first = waived(confirm(scene.ann, ask(scene.ann, request("R1", DAY))));
        Waiver other = waived(confirm(scene.ann, ask(scene.ann, request("R3", DAY))));
        scene.clock.advance(Duration.ofHours(1));

        ConfirmResult.Waived again =
                (ConfirmResult.Waived) confirm(scene.bob, ask(scene.bob, request("R1", DAY.multipliedBy(2))));

        assertThat(again.made().replaced()).containsExactly(first);
        assertThat(waivers.inForce(scene.clock.instant()))
                .containsExactly(other, again.made().waiver());
        assertThat(scene.happened()).containsExactly(What.WAIVED, What.WAIVER_ENDED, What.WAIVED, What.WAIVED);
    }

    @Test
    void whatIsCalledOffEndsAtOnce() {
        Waiver waiver = waived(confirm(scene.ann, ask(scene.ann, request("R1", DAY))));
        scene.clock.advance(Duration.ofHours(1));

        assertThat(cancel(waiver.id(), Optional.empty())).isEqualTo(new WaiverService.CalledOff(waiver));
        assertThat(waivers.inForce(scene.clock.instant())).isEmpty();
        assertThat(cancel(waiver.id(), Optional.empty())).isEqualTo(new WaiverService.NotInForce(waiver.id()));
        HistoryEvent ended = scene.history().getFirst();
        assertThat(ended.what()).isEqualTo(What.WAIVER_ENDED);
        assertThat(ended.actor()).contains(scene.bob);
        assertThat(ended.environment()).contains(STAGE);
        assertThat(ended.details())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("rule", "R1", "consumer", POOL.value(), "waiver", waiver.id()));
    }

    @Test
    void aRepeatedMessageHasOneEffect() {
        WaiverRequest request = request("R1", DAY);
        String code = ask(scene.ann, request, message("m1"));
        assertThat(ask(scene.ann, request, message("m1"))).isEqualTo(code);

        ConfirmResult first = confirm(scene.ann, code, message("m2"));
        assertThat(confirm(scene.ann, code, message("m2"))).isEqualTo(first);
        Waiver waiver = waived(first);

        WaiverService.CancelResult off = cancel(waiver.id(), message("m3"));
        assertThat(cancel(waiver.id(), message("m3"))).isEqualTo(off);
        assertThat(scene.happened()).containsExactly(What.WAIVER_ENDED, What.WAIVED);
    }

    @Test
    void everyAnswerToAConfirmationCanBeReadBack() {
        String code = ask(scene.ann, request("R1", DAY));
        String late = ask(scene.ann, request("R1", DAY));
        String gone = ask(scene.ann, request("R3", DAY));
        String tooShort = ask(scene.ann, request("R1", Duration.ofMillis(1)));
        for (int i = 0; i < 2; i++) {
            assertThat(confirm(scene.bob, code, message("a"))).isEqualTo(new ConfirmResult.Anothers());
            assertThat(confirm(scene.ann, "c-x", message("b"))).isEqualTo(new ConfirmResult.NoSuchCode());
            assertThat(confirm(scene.ann, code, message("c"))).isInstanceOf(ConfirmResult.Waived.class);
            assertThat(confirm(scene.ann, code, message("d"))).isEqualTo(new ConfirmResult.Already());
            file.remove("R3");
            assertThat(confirm(scene.ann, gone, message("e")))
                    .isEqualTo(new ConfirmResult.NotWaived(new WaiverService.NoSuchRule("R3")));
            scene.clock.advance(Duration.ofMillis(1));
            assertThat(confirm(scene.ann, tooShort, message("f")))
                    .isInstanceOfSatisfying(
                            ConfirmResult.NotWaived.class,
                            it -> assertThat(it.why()).isInstanceOf(WaiverService.Over.class));
            scene.clock.advance(ConfirmationService.WITHIN);
            assertThat(confirm(scene.ann, late, message("g"))).isInstanceOf(ConfirmResult.Late.class);
        }
    }

    @Test
    void aJoinedPersonKeepsExceptionsAndCodes() {
        Waiver waiver = waived(confirm(scene.bob, ask(scene.bob, request("R1", DAY))));
        String code = ask(scene.bob, request("R3", DAY));
        scene.transactor.write(tx -> {
            tx.people().merge(scene.ann.id(), scene.bob.id());
            return code;
        });

        assertThat(waivers.find(waiver.id(), scene.clock.instant()))
                .hasValueSatisfying(it -> assertThat(it.by()).isEqualTo("ann"));
        waived(confirm(scene.ann, code));
    }

    @Test
    void aRenamedEnvironmentKeepsItsExceptions() {
        waived(confirm(scene.ann, ask(scene.ann, request("R1", DAY))));
        EnvironmentId consumer = new EnvironmentId("gecko-3-signer");
        EnvironmentId environment = new EnvironmentId("autograph-staging");
        scene.transactor.write(
                tx -> tx.leases().rename(POOL, consumer) && tx.leases().rename(STAGE, environment));

        assertThat(waivers.inForce(consumer, environment, scene.clock.instant()))
                .hasSize(1);
    }

    @Test
    void ofManyConfirmationsAtOnceOneHasItsEffect() {
        for (int round = 1; round <= 20; round++) {
            String code = ask(scene.ann, request("R1", DAY));

            List<ConfirmResult> results = Crowd.together(8, i -> () -> confirm(scene.ann, code));

            assertThat(results)
                    .filteredOn(ConfirmResult.Waived.class::isInstance)
                    .hasSize(1);
            assertThat(results).filteredOn(new ConfirmResult.Already()::equals).hasSize(7);
            assertThat(scene.happened()).filteredOn(What.WAIVED::equals).hasSize(round);
        }
        assertThat(waivers.inForce(scene.clock.instant())).hasSize(1);
    }

    private WaiverRequest request(String rule, Duration length) {
        return new WaiverRequest(rule, POOL, STAGE, scene.clock.instant().plus(length), "we need it");
    }

    private WaiverService.Check check(WaiverRequest request) {
        return waivers.check(request, scene.clock.instant());
    }

    private String ask(PersonRef person, WaiverRequest request) {
        return ask(person, request, Optional.empty());
    }

    private String ask(PersonRef person, WaiverRequest request, Optional<MessageKey> message) {
        return confirmations
                .ask(new Wish.Waive(request), person, message, scene.clock.instant())
                .code();
    }

    private ConfirmResult confirm(PersonRef person, String code) {
        return confirm(person, code, Optional.empty());
    }

    private ConfirmResult confirm(PersonRef person, String code, Optional<MessageKey> message) {
        return confirmations.confirm(code, person, Role.ADMIN, message, scene.clock.instant());
    }

    private WaiverService.CancelResult cancel(String id, Optional<MessageKey> message) {
        return waivers.cancel(id, scene.bob, message, scene.clock.instant());
    }

    private static Waiver waived(ConfirmResult result) {
        if (result instanceof ConfirmResult.Waived waived) {
            return waived.made().waiver();
        }
        throw new AssertionError("not waived: " + result);
    }

    private static Optional<MessageKey> message(String id) {
        return Optional.of(new MessageKey("console", "ann", id));
    }
}
