package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.testkit.Scale;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Kill -9 in the middle of a storm of notices, again and again, while the platform does what it can to be hard to speak to: in the end
 * each person has every message once, in order.
 */
@Timeout(3_600)
abstract class Storm {
    private static final int KILLS = Scale.of(2, 40);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> POOLS =
            List.of("dev-signing", "dev-beetmover", "dev-balrog", "dev-tree", "dev-shipit");

    @RegisterExtension
    final DibsHome home = new DibsHome();

    private final long seed = Long.getLong("dibs.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int waves;

    /**
     * What somebody was told.
     *
     * @param key of what it is, the same when it is said again
     */
    record Told(String key, String words) {}

    /** How many people there are. */
    abstract int people();

    /** Names the platform in the program's environment, before it is started for the first time. */
    abstract void open();

    /** Has each person ask Dibs, which runs there, to watch all pools. */
    abstract void watch(RunningServer up);

    /** Has one of the next messages to the person go wrong somehow. */
    abstract void trouble(int person, Random choice);

    /** Lets go what the platform holds back. */
    abstract void letGo();

    /** Nothing goes wrong any more. */
    abstract void heal();

    /** What the person was told unasked, in the order in which they see it. */
    abstract List<Told> told(int person);

    @Test
    void everyoneHearsEverythingOnceAndInOrder() {
        System.out.println("seed " + seed + " (repeat it with -Ddibs.seed=" + seed + ")");
        open();
        RunningServer up = home.up();
        watch(up);
        await(people() + " watchers", () -> watchers().equals(Integer.toString(people())));
        DibsProcess terminal = home.chat("ann");

        for (int kill = 0; kill < KILLS; kill++) {
            for (int some = 0; some < people() / 3; some++) {
                trouble(random.nextInt(people()), random);
            }
            int before = said();
            wave(terminal);
            int some = before + random.nextInt(people());
            await(some + " messages", () -> said() >= some);
            pause(random.nextInt(40));
            up.process().kill().ended();
            if (random.nextBoolean()) {
                wave(terminal);
            }
            letGo();
            up = home.up();
        }
        heal();
        letGo();
        await("all messages", () -> said() >= waves * people());
        await("all to be noted", () -> unsaid().equals("0"));

        IntStream.range(0, people()).forEach(this::heardAll);
        System.out.println(KILLS + " kills, " + waves * people() + " messages of " + waves * people() * POOLS.size()
                + " notices to " + people() + " people");
        assertThat(up.process().terminate().ended().code()).isEqualTo(143);
    }

    private String watchers() {
        return Sql.on(home.store()).one("select count(distinct person_id) from watch");
    }

    private String unsaid() {
        return Sql.on(home.store()).one("select count(*) from outbox where sent_at is null or dead_at is not null");
    }

    /** One change that all are told: the pools are taken and given back in turn, each time in one transaction. */
    private void wave(DibsProcess terminal) {
        String line = waves % 2 == 0 ? "claim " + String.join(",", POOLS) + " for 8h" : "unclaim all";
        assertThat(terminal.ask(line).outcome()).isEqualTo(waves % 2 == 0 ? "granted" : "released");
        waves++;
    }

    private int said() {
        return IntStream.range(0, people()).map(person -> told(person).size()).sum();
    }

    private void heardAll(int person) {
        List<Told> heard = told(person);
        assertThat(heard.stream().map(Told::key))
                .as("the parcels that person %d was told", person)
                .doesNotHaveDuplicates();
        assertThat(heard).as("what person %d was told", person).hasSize(waves);
        IntStream.range(0, waves)
                .forEach(wave -> assertThat(heard.get(wave).words())
                        .as("message %d to person %d", wave, person)
                        .contains(POOLS)
                        .contains(wave % 2 == 0 ? "until" : "free"));
    }

    /** As long as something more is said now and then: a platform that takes one message a second has much to catch up with. */
    private void await(String what, BooleanSupplier holds) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        int before = said();
        while (!holds.getAsBoolean()) {
            int said = said();
            if (said > before) {
                before = said;
                latest = System.nanoTime() + PATIENCE.toNanos();
            }
            assertThat(System.nanoTime() - latest)
                    .as("waited in vain for %s (%d messages until now; seed %d)", what, said, seed)
                    .isNegative();
            pause(20);
        }
    }

    /** The processes live by the machine's clock. */
    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
