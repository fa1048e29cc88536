package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.slack.door.SlackDoor;
import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeSlack;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.web.Fault;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Message;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Kill -9 in the middle of a storm of notices, again and again, while Slack limits, fails, breaks connections and keeps answers to
 * itself: in the end each person has every message once, in order.
 */
@Timeout(3_600)
class StormKillIT {
    private static final int KILLS = Scale.of(3, 40);
    private static final int PEOPLE = Scale.of(20, 60);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> POOLS =
            List.of("dev-signing", "dev-beetmover", "dev-balrog", "dev-tree", "dev-shipit");

    @RegisterExtension
    final DibsHome home = new DibsHome();

    private final long seed = Long.getLong("dibs.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final FakeSlack slack = FakeSlack.start(InstantSource.system());
    private final List<FakeUser> people = new ArrayList<>();
    private int waves;

    @AfterEach
    void shut() {
        slack.close();
    }

    @Test
    void everyoneHearsEverythingOnceAndInOrder() {
        System.out.println("seed " + seed + " (repeat it with -Ddibs.seed=" + seed + ")");
        home.with("SLACK_BOT_TOKEN", slack.botToken())
                .with("SLACK_SIGNING_SECRET", slack.signingSecret())
                .with("SLACK_API_URL", slack.apiUrl());
        slack.keepsPace();
        RunningServer up = home.up();
        watch(up);
        DibsProcess terminal = home.chat("ann");

        for (int kill = 0; kill < KILLS; kill++) {
            plan();
            int before = said();
            wave(terminal);
            int some = before + random.nextInt(PEOPLE);
            await(some + " messages", () -> said() >= some);
            pause(random.nextInt(40));
            up.process().kill().ended();
            if (random.nextBoolean()) {
                wave(terminal);
            }
            slack.letsGo();
            up = home.up();
        }
        slack.heals();
        slack.letsGo();
        await("all messages", () -> said() >= waves * PEOPLE);
        await("all to be noted", () -> unsaid().equals("0"));

        people.forEach(this::heardAll);
        System.out.println(KILLS + " kills, " + waves * PEOPLE + " messages of " + waves * PEOPLE * POOLS.size()
                + " notices to " + PEOPLE + " people");
        assertThat(up.process().terminate().ended().code()).isEqualTo(143);
    }

    /** Everybody watches everything. */
    private void watch(RunningServer up) {
        slack.connect(up.address().resolve(SlackDoor.PATH));
        FakeChannel releng = slack.channel("releng");
        for (int number = 0; number < PEOPLE; number++) {
            FakeUser person = slack.user("person" + number);
            people.add(person);
            person.types(releng, "/dibs watch dev");
        }
        await("everybody to watch", () -> watchers().equals(Integer.toString(PEOPLE)));
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

    /** What goes wrong with some of the next messages. */
    private void plan() {
        for (int some = 0; some < PEOPLE / 3; some++) {
            Fault fault = switch (random.nextInt(6)) {
                case 0 -> Fault.rateLimited(Duration.ofSeconds(1 + random.nextInt(3)));
                case 1 -> Fault.serverError();
                case 2 -> Fault.reset();
                case 3 -> Fault.hang();
                case 4 -> Fault.answerLate();
                default -> Fault.answerLost();
            };
            slack.failsIn(people.get(random.nextInt(PEOPLE)).dm(), "chat.postMessage", 1, fault);
        }
    }

    private int said() {
        return people.stream().mapToInt(person -> person.dm().posts().size()).sum();
    }

    private void heardAll(FakeUser person) {
        List<Message> heard = person.dm().posts();
        assertThat(heard.stream().map(message -> Json.text(message.metadata().path("event_payload"), "key")))
                .as("the parcels that %s was told", person)
                .doesNotHaveDuplicates();
        assertThat(heard).as("what %s was told", person).hasSize(waves);
        IntStream.range(0, waves)
                .forEach(wave -> assertThat(heard.get(wave).words())
                        .as("message %d to %s", wave, person)
                        .contains(POOLS)
                        .contains(wave % 2 == 0 ? "until" : "free"));
    }

    private void await(String what, BooleanSupplier holds) {
        long latest = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime() - latest)
                    .as("waited in vain for %s (%d messages until now; seed %d)", what, said(), seed)
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
