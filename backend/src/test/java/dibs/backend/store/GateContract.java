package dibs.backend.store;

import static dibs.backend.store.Scene.HOUR;
import static dibs.backend.store.Scene.exclusive;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.GateState;
import dibs.backend.gate.Freeze;
import dibs.backend.gate.FreezeResult;
import dibs.backend.gate.FreezeService;
import dibs.backend.gate.Gate;
import dibs.backend.gate.GateRequest;
import dibs.backend.gate.GateResult;
import dibs.backend.gate.Rhythm;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.MessageKey;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people decided holds from the moment it was acknowledged until it ends, for every claim there is. */
abstract class GateContract extends GateKit {
    private static final int ROUNDS = "soak".equals(System.getProperty("dibs.scale")) ? 500 : 40;
    private static final int CROWD = 9;

    GateContract(TestStore store) {
        super(store);
    }

    @Test
    void aShutGateRefusesEveryClaimOfAnyPart() {
        Gate gate = close(A);

        assertThat(scene.claim(scene.ann, A)).isEqualTo(new ClaimResult.Shut(List.of(gate)));
        assertThat(scene.claim(scene.ann, BOTH)).isEqualTo(new ClaimResult.Shut(List.of(gate)));
        assertThat(scene.claim(scene.ann, B, A)).isEqualTo(new ClaimResult.Shut(List.of(gate)));
        scene.granted(scene.bob, B);
        assertThat(scene.service.held(scene.clock.instant())).hasSize(1);
    }

    @Test
    void theGateOfAWholeIsThatOfItsParts() {
        Gate gate = close(BOTH);

        assertThat(scene.claim(scene.ann, A)).isEqualTo(new ClaimResult.Shut(List.of(gate)));
        assertThat(open(A)).isEqualTo(new GateResult.WasOpen(List.of(gate)));
        assertThat(open(BOTH)).isEqualTo(new GateResult.Opened(List.of(gate), List.of()));
        scene.granted(scene.ann, A);
    }

    @Test
    void anyFreeOneIsOneWhoseGateIsOpen() {
        close(A);
        ClaimRequest any = ClaimRequest.of(List.of(A, B), new EndWish.For(HOUR), List.of(), Optional.empty());

        assertThat(Scene.granted(scene.service.claimAny(any, scene.asker(scene.ann)))
                        .environment())
                .isEqualTo(B.id());
        assertThat(scene.service.claimAny(
                        ClaimRequest.of(List.of(A), new EndWish.For(HOUR), List.of(), Optional.empty()),
                        scene.asker(scene.bob)))
                .isInstanceOf(ClaimResult.Shut.class);
    }

    @Test
    void onlyWhoMayApproveClaimsWhatAsksForAnApproval() {
        put(A, GateState.APPROVAL, Optional.empty(), Optional.empty());

        assertThat(scene.claim(scene.ann, A)).isInstanceOf(ClaimResult.Shut.class);
        ClaimRequest approved = new ClaimRequest(
                List.of(A),
                new EndWish.For(HOUR),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Set.of(),
                true);
        Scene.granted(scene.service.claim(approved, scene.asker(scene.bob)));
    }

    @Test
    void aGateIsOpenAtItsEndWhetherAnybodyLooked() {
        Instant end = scene.clock.instant().plus(HOUR);
        put(A, GateState.CLOSED, Optional.of(end), Optional.empty());
        scene.clock.advance(HOUR.minusMillis(1));
        assertThat(scene.claim(scene.ann, A)).isInstanceOf(ClaimResult.Shut.class);
        scene.clock.advance(Duration.ofMillis(1));
        scene.granted(scene.ann, A);

        assertThat(gates.turn(scene.clock.instant())).isEqualTo(1);
        assertThat(gates.turn(scene.clock.instant())).isZero();
        assertThat(gates.all(scene.clock.instant())).isEmpty();
        assertThat(scene.history())
                .filteredOn(it -> it.what() == What.GATE_OPENED)
                .singleElement()
                .satisfies(it -> assertThat(it.at()).isEqualTo(end));
    }

    @Test
    void whatComesBackIsToldAtEachBeginningAndEnd() {
        Scene.granted(scene.claim(scene.ann, Duration.ofDays(1), A));
        Rhythm daily = new Rhythm(List.of(DayOfWeek.values()), LocalTime.of(14, 0), BERLIN, HOUR);
        put(A, GateState.MAINTENANCE, Optional.empty(), Optional.of(daily));
        assertThat(changes(scene.ann)).isEmpty();
        assertThat(gates.turn(scene.clock.instant())).isZero();

        scene.clock.set(Instant.parse("2026-11-23T13:00:00Z"));
        assertThat(gates.turn(scene.clock.instant())).isEqualTo(1);
        assertThat(changes(scene.ann)).containsExactly(GateState.MAINTENANCE);
        assertThat(scene.claim(scene.bob, A)).isInstanceOf(ClaimResult.Shut.class);

        scene.clock.set(Instant.parse("2026-11-23T14:00:00Z"));
        assertThat(gates.turn(scene.clock.instant())).isEqualTo(1);
        assertThat(changes(scene.ann)).containsExactly(GateState.MAINTENANCE, GateState.OPEN);

        // Whoever looks only days later is told what is true then, and not what was meanwhile.
        scene.clock.set(Instant.parse("2026-11-29T20:00:00Z"));
        assertThat(gates.turn(scene.clock.instant())).isEqualTo(1);
        assertThat(changes(scene.ann)).containsExactly(GateState.MAINTENANCE, GateState.OPEN);
        assertThat(gates.turn(scene.clock.instant())).isZero();
    }

    @Test
    void oneThatStandsAndOneThatComesBackKeepToThemselves() {
        Rhythm daily = new Rhythm(List.of(DayOfWeek.values()), LocalTime.of(14, 0), BERLIN, HOUR);
        Gate rhythm = put(A, GateState.MAINTENANCE, Optional.empty(), Optional.of(daily));
        Gate first = close(A);
        scene.clock.advance(Duration.ofMinutes(1));
        GateResult.Set second = (GateResult.Set) wish(A, GateState.CLOSED, Optional.empty(), Optional.empty());
        assertThat(second.replaced()).containsExactly(first);

        assertThat(open(A)).isEqualTo(new GateResult.Opened(List.of(second.gate()), List.of(rhythm)));
        assertThat(open(A)).isEqualTo(new GateResult.Opened(List.of(rhythm), List.of()));
        assertThat(open(A)).isEqualTo(new GateResult.WasOpen(List.of()));
    }

    @Test
    void whoHasItUsesItOrWatchesItIsToldOnceAndWhoDidItIsNot() {
        scene.granted(scene.ann, A);
        scene.uses.record(List.of(B), new EndWish.For(HOUR), Optional.empty(), scene.asker(scene.bob));
        scene.transactor.write(tx -> tx.watches().add(scene.ann.id(), A.id(), A.units(), scene.clock.instant())
                && tx.watches().add(scene.cem.id(), BOTH.id(), BOTH.units(), scene.clock.instant()));

        GateResult.Set set = (GateResult.Set) gates.put(
                request(BOTH, GateState.CLOSED, Optional.empty(), Optional.empty(), List.of(A.id(), B.id())),
                scene.cem,
                Optional.empty(),
                scene.clock.instant());

        assertThat(set.told()).isEqualTo(2);
        assertThat(changes(scene.ann)).containsExactly(GateState.CLOSED);
        assertThat(changes(scene.bob)).containsExactly(GateState.CLOSED);
        assertThat(changes(scene.cem)).isEmpty();
    }

    @Test
    void aRepeatedMessageHasOneEffect() {
        Optional<MessageKey> message = Optional.of(new MessageKey("console", "ann", "m1"));
        Rhythm daily = new Rhythm(List.of(DayOfWeek.MONDAY), LocalTime.of(2, 30), BERLIN, HOUR);
        GateRequest request = request(A, GateState.MAINTENANCE, Optional.empty(), Optional.of(daily), List.of(A.id()));
        GateResult first = gates.put(request, scene.ann, message, scene.clock.instant());
        open(A);
        assertThat(gates.put(request, scene.ann, message, scene.clock.instant()))
                .isEqualTo(first);
        assertThat(gates.all(scene.clock.instant())).isEmpty();

        Optional<MessageKey> frozen = Optional.of(new MessageKey("console", "ann", "m2"));
        FreezeResult freeze =
                freezes.freeze("one", Optional.of("why"), Optional.empty(), scene.ann, frozen, scene.clock.instant());
        assertThat(freezes.freeze(
                        "one", Optional.of("why"), Optional.empty(), scene.ann, frozen, scene.clock.instant()))
                .isEqualTo(freeze);
        assertThat(scene.happened()).filteredOn(What.FROZEN::equals).hasSize(1);
    }

    @Test
    void namesAndPersonsMayChange() {
        close(BOTH);
        freezes.freeze("one", Optional.empty(), Optional.empty(), scene.bob, Optional.empty(), scene.clock.instant());
        scene.transactor.write(tx -> {
            tx.people().merge(scene.ann.id(), scene.bob.id());
            return tx.leases().rename(A.id(), new EnvironmentId("aa"))
                    && tx.leases().rename(BOTH.id(), new EnvironmentId("all"));
        });

        assertThat(gates.all(scene.clock.instant())).singleElement().satisfies(gate -> {
            assertThat(gate.environment()).isEqualTo(new EnvironmentId("all"));
            assertThat(gate.by().name()).isEqualTo("cem");
        });
        assertThat(scene.claim(scene.cem, exclusive("aa"))).isInstanceOf(ClaimResult.Shut.class);
        assertThat(freezes.inFlight(scene.clock.instant()))
                .extracting(it -> it.by().name())
                .containsExactly("ann");
    }

    @Test
    void aFreezeIsInFlightUntilItsEndOrItsThaw() {
        freezes.freeze("one", Optional.empty(), Optional.empty(), scene.ann, Optional.empty(), scene.clock.instant());
        scene.clock.advance(HOUR);
        freezes.freeze("ONE", Optional.empty(), Optional.empty(), scene.bob, Optional.empty(), scene.clock.instant());
        assertThat(freezes.inFlight(scene.clock.instant()))
                .extracting(Freeze::what)
                .containsExactly("ONE");

        scene.clock.advance(FreezeService.USUAL.minusMillis(1));
        assertThat(freezes.inFlight(scene.clock.instant())).hasSize(1);
        scene.clock.advance(Duration.ofMillis(1));
        assertThat(freezes.inFlight(scene.clock.instant())).isEmpty();
        assertThat(freezes.end(scene.clock.instant())).isEqualTo(1);
        assertThat(freezes.end(scene.clock.instant())).isZero();
        assertThat(freezes.thaw(Optional.empty(), scene.ann, Optional.empty(), scene.clock.instant()))
                .isEqualTo(new FreezeResult.NoSuch(List.of()));
        assertThat(scene.happened()).filteredOn(What.THAWED::equals).hasSize(1);
    }

    /** Eight claim while one closes, over and over: whoever asks after the answer to that gets nothing. */
    @Test
    void noClaimIsGrantedThatBeganAfterAClosureWasAcknowledged() {
        List<PersonRef> crowd =
                IntStream.range(0, CROWD).mapToObj(i -> scene.meet("racer" + i)).toList();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            AtomicBoolean closed = new AtomicBoolean();
            List<Seen> seen = Crowd.together(CROWD, i -> racer(i, crowd.get(i), closed));
            assertThat(seen).filteredOn(it -> it.closedBefore() && it.granted()).isEmpty();
            refused += (int) seen.stream().filter(Seen::refused).count();
            assertThat(scene.claim(scene.ann, A)).isInstanceOf(ClaimResult.Shut.class);
            open(A);
            scene.service.held(scene.clock.instant()).forEach(lease -> scene.release(lease.holder(), A));
        }
        assertThat(refused).isPositive();
    }

    private record Seen(boolean closedBefore, boolean granted, boolean refused) {}

    private Callable<Seen> racer(int i, PersonRef person, AtomicBoolean closed) {
        return () -> {
            if (i == 0) {
                close(A);
                closed.set(true);
                return new Seen(false, false, false);
            }
            List<ClaimResult> results = new ArrayList<>();
            boolean before = false;
            for (int go = 0; go < 5; go++) {
                before = closed.get();
                ClaimResult result = scene.claim(person, i % 2 == 0 ? A : BOTH);
                if (result instanceof ClaimResult.Granted) {
                    return new Seen(before, true, false);
                }
                results.add(result);
            }
            return new Seen(before, false, results.stream().anyMatch(ClaimResult.Shut.class::isInstance));
        };
    }
}
