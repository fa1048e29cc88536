package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Kill -9 in the middle of work, again and again on one store: what was acknowledged is there as it was acknowledged, and
 * what was not has happened whole or not at all.
 */
@Timeout(3_600)
class KillIT {
    private static final int KILLS = "soak".equals(System.getProperty("dibs.scale")) ? 50 : 3;

    /** Far more lines than are answered before the kill. */
    private static final int LINES = 1_000;

    private static final int MOST_ANSWERS = 300;
    private static final int REPEATS = 5;
    private static final List<String> PEOPLE = List.of("ann", "bob", "cem", "dee");
    private static final List<String> POOLS =
            List.of("dev-signing", "dev-beetmover", "dev-balrog", "dev-tree", "dev-shipit", "dev-bouncer");

    @RegisterExtension
    final DibsHome home = new DibsHome();

    private final long seed = Long.getLong("dibs.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Acknowledged acknowledged = new Acknowledged();

    /** A line, and the answer that came before the kill. */
    private record Exchange(String line, Answer answer) {}

    @Test
    void whatWasAcknowledgedOutlivesTheProcess() {
        System.out.println("seed " + seed + " (repeat it with -Ddibs.seed=" + seed + ")");
        int answered = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            List<String> lines = lines(kill);
            List<Exchange> exchanges = untilKilled(lines);
            exchanges.forEach(exchange -> acknowledged.hear(exchange.answer()));
            answered += exchanges.size();
            lookAgain(exchanges, lines.get(exchanges.size()));
        }
        System.out.println(KILLS + " kills, " + answered + " answers, in the end " + acknowledged);
    }

    /** Says all lines without waiting, and kills the process at some moment while it works on them. */
    private List<Exchange> untilKilled(List<String> lines) {
        DibsProcess chat = home.chat("nobody");
        int enough = 1 + random.nextInt(MOST_ANSWERS);
        long alittle = random.nextLong(2_000_000);
        Thread speaker = Thread.ofVirtual().start(() -> chat.sayAll(lines));
        List<String> answers = new ArrayList<>();
        while (answers.size() < enough) {
            answers.add(chat.next().orElseThrow(() -> new AssertionError("ended by itself; " + chat)));
        }
        for (long began = System.nanoTime(); System.nanoTime() - began < alittle; ) {
            Thread.onSpinWait();
        }
        answers.addAll(chat.kill().ended().output());
        assertThat(joined(speaker)).isTrue();
        assertThat(answers).as("it was killed while it had work").hasSizeLessThan(lines.size());
        if (!Answer.isWhole(answers.getLast())) {
            answers.removeLast();
        }
        return IntStream.range(0, answers.size())
                .mapToObj(i -> new Exchange(lines.get(i), Answer.of(answers.get(i))))
                .toList();
    }

    /** @param open the line whose answer was never heard: it may have been worked on or not */
    private void lookAgain(List<Exchange> exchanges, String open) {
        DibsProcess chat = home.chat("nobody");
        Sql store = Sql.on(home.store());
        acknowledged.hear(chat.ask(open));
        acknowledged.isTrueOf(chat, store);
        for (int i = 0; i < REPEATS; i++) {
            Exchange before = exchanges.get(random.nextInt(exchanges.size()));
            Answer again = chat.ask(before.line());
            assertThat(again.outcome())
                    .as("the repeat of %s", before.line())
                    .isEqualTo(before.answer().outcome());
            assertThat(again.done())
                    .as("the repeat of %s", before.line())
                    .isEqualTo(before.answer().done());
        }
        acknowledged.isTrueOf(chat, store);
        assertThat(store.one("pragma integrity_check")).isEqualTo("ok");
        assertThat(store.one("pragma foreign_key_check")).isEmpty();
        assertThat(store.one("select unit from lease_unit where open group by unit having count(*) > 1"))
                .as("a unit with two open leases")
                .isEmpty();
        assertThat(chat.endInput().ended().code()).isZero();
    }

    private List<String> lines(int kill) {
        return IntStream.range(0, LINES)
                .mapToObj(i -> "{\"as\":\"%s\",\"id\":\"m-%d-%d\",\"text\":\"%s\"}"
                        .formatted(any(PEOPLE), kill, i, command(i)))
                .toList();
    }

    private String command(int number) {
        String pool = any(POOLS);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> "claim " + pool + " for 2h try " + number;
            case 3 -> "claim " + pool + "," + any(POOLS) + " for 90m";
            case 4 -> "claim dev for 1d all of them";
            case 5 -> "extend " + pool + " by 10 minutes";
            case 6 -> "unclaim dev";
            default -> "unclaim " + pool;
        };
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(DibsProcess.PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
