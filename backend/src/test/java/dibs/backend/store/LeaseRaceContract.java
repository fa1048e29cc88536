package dibs.backend.store;

import static dibs.backend.store.Scene.HOUR;
import static dibs.backend.store.Scene.environment;
import static dibs.backend.store.Scene.exclusive;
import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.Environment;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.Lease;
import dibs.backend.person.PersonRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixteen who claim at the same moment, over and over: one wins each round, and the tokens only rise. */
abstract class LeaseRaceContract extends StoreKit {
    private static final int CROWD = 16;
    private static final int ROUNDS = "soak".equals(System.getProperty("dibs.scale")) ? 1_000 : 60;

    private static final Environment A = exclusive("a");
    private static final Environment B = exclusive("b");
    private static final Environment BOTH = environment("both", List.of("a", "b"));

    LeaseRaceContract(TestStore store) {
        super(store);
    }

    @Test
    void oneWinsEachRoundAndTokensOnlyRise() {
        List<PersonRef> crowd = crowd();
        long last = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<ClaimResult> results = Crowd.together(CROWD, i -> () -> scene.claim(crowd.get(i), A));

            Lease won = winners(results).getFirst().getFirst();
            assertThat(results).filteredOn(ClaimResult.Held.class::isInstance).hasSize(CROWD - 1);
            assertThat(won.token().value()).isEqualTo(last + 1);
            assertThat(scene.service.held(scene.clock.instant())).containsExactly(won);
            last = won.token().value();
            freeAgain(round, won);
        }
        assertThat(scene.happened()).filteredOn(What.CLAIMED::equals).hasSize(ROUNDS);
    }

    @Test
    void whoeverAsksForBothInAnyOrderGetsBothOrNone() {
        List<PersonRef> crowd = crowd();
        for (int round = 0; round < ROUNDS; round++) {
            List<ClaimResult> results = Crowd.together(CROWD, i -> () -> switch (i % 3) {
                case 0 -> scene.claim(crowd.get(i), A, B);
                case 1 -> scene.claim(crowd.get(i), B, A);
                default -> scene.claim(crowd.get(i), BOTH);
            });

            List<Lease> won = winners(results).getFirst();
            assertThat(won.stream().flatMap(lease -> lease.units().stream())).hasSize(2);
            assertThat(scene.service.held(scene.clock.instant())).containsExactlyInAnyOrderElementsOf(won);
            scene.service.releaseAll(
                    Optional.empty(), scene.asker(won.getFirst().holder()));
        }
    }

    /** Given back in one round, left to run out in the next. */
    private void freeAgain(int round, Lease won) {
        if (round % 2 == 0) {
            scene.release(won.holder(), A);
        } else {
            scene.clock.advance(HOUR);
        }
    }

    private static List<List<Lease>> winners(List<ClaimResult> results) {
        List<List<Lease>> winners = results.stream()
                .filter(ClaimResult.Granted.class::isInstance)
                .map(result -> ((ClaimResult.Granted) result).leases())
                .toList();
        assertThat(winners).hasSize(1);
        return winners;
    }

    private List<PersonRef> crowd() {
        return IntStream.range(0, CROWD).mapToObj(i -> scene.meet("racer" + i)).toList();
    }
}
