package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two processes on one file, both asked for the same at the same moment, again and again. */
@Timeout(1_800)
class TwoProcessRaceIT {
    private static final int ROUNDS = "soak".equals(System.getProperty("dibs.scale")) ? 1_000 : 40;

    @RegisterExtension
    final DibsHome home = new DibsHome();

    private final Map<String, Long> tokens = new HashMap<>();

    @Test
    void ofTwoWhoClaimTheSameExactlyOneGetsItAndTheOtherHearsWho() {
        race("claim dev-signing", "claim dev-signing", List.of("dev-signing"));
    }

    @Test
    void ofTwoWhoClaimBothInOppositeOrderOneGetsBothAndNobodyHalf() {
        race(
                "claim dev-signing,dev-beetmover",
                "claim dev-beetmover,dev-signing",
                List.of("dev-beetmover", "dev-signing"));
    }

    @Test
    void ofTwoWhoseWishesOverlapNobodyGetsWhatTheOtherHas() {
        race("claim dev", "claim dev-signing", List.of());
    }

    @Test
    void longQueuesOfClaimsInBothProcessesGiveEachTokenOnce() throws InterruptedException {
        DibsProcess ann = home.chat("ann");
        DibsProcess bob = home.chat("bob");
        List<Long> granted = new ArrayList<>();
        String pair = "claim dev-signing\nunclaim dev-signing\n";

        Thread queue = Thread.ofVirtual().start(() -> ann.say(pair.repeat(ROUNDS)));
        bob.say(pair.repeat(ROUNDS));
        for (DibsProcess each : List.of(ann, bob)) {
            for (int i = 0; i < 2 * ROUNDS; i++) {
                Answer answer = each.answer();
                assertThat(answer.outcome()).isIn("granted", "held", "released", "forbidden", "not-held");
                if (answer.outcome().equals("granted")) {
                    granted.add(answer.lease().token());
                }
            }
        }

        assertThat(queue.join(DibsProcess.PATIENCE)).isTrue();
        assertThat(granted)
                .as("each grant has the next token, whichever process gave it")
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, granted.size()).boxed().toList());
    }

    private void race(String annsWish, String bobsWish, List<String> wanted) {
        long seed = Long.getLong("dibs.seed", System.nanoTime());
        System.out.println("seed " + seed + " (repeat it with -Ddibs.seed=" + seed + ")");
        Random random = new Random(seed);
        DibsProcess ann = home.chat("ann");
        DibsProcess bob = home.chat("bob");
        int annsWins = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Runnable> starts = new ArrayList<>(List.of(() -> ann.say(annsWish), () -> bob.say(bobsWish)));
            Collections.shuffle(starts, random);
            starts.forEach(Runnable::run);
            boolean annWon = decided(ann.answer(), bob.answer(), wanted);
            annsWins += annWon ? 1 : 0;
            Answer released = (annWon ? ann : bob).ask("unclaim all");
            assertThat(released.outcome()).isEqualTo("released");
        }
        System.out.println(annsWins + " of " + ROUNDS + " rounds went to the one, the rest to the other");
    }

    /** Exactly one was granted, all of it, and the other was told so; whether it was the first. */
    private boolean decided(Answer anns, Answer bobs, List<String> wanted) {
        assertThat(List.of(anns.outcome(), bobs.outcome()))
                .as("%s and %s", anns.json(), bobs.json())
                .containsExactlyInAnyOrder("granted", "held");
        boolean annWon = anns.outcome().equals("granted");
        Answer won = annWon ? anns : bobs;
        Answer lost = annWon ? bobs : anns;
        List<Answer.Lease> leases = won.done();
        if (!wanted.isEmpty()) {
            assertThat(leases).extracting(Answer.Lease::environment).containsExactlyInAnyOrderElementsOf(wanted);
        }
        for (Answer.Lease lease : leases) {
            long before = tokens.getOrDefault(lease.environment(), 0L);
            assertThat(lease.token()).as("the token of %s", lease.environment()).isGreaterThan(before);
            tokens.put(lease.environment(), lease.token());
        }
        assertThat(lost.leases()).containsExactlyInAnyOrderElementsOf(leases);
        return annWon;
    }
}
