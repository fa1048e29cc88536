package dibs.bot.bench;

import dibs.backend.person.Directory;
import dibs.bot.bench.Contest.Contestant;
import dibs.bot.bench.Contest.Work;
import dibs.bot.platform.slack.SlackPlatform;
import dibs.bot.platform.slack.SlackSettings;
import dibs.bot.platform.slack.Timing;
import dibs.bot.platform.slack.door.SlackDoor;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.Handler;

/** Slash commands a second, each answered in its acknowledgement, beside an empty application of Bolt's on the same server. */
final class SlashCommands {
    /** What the empty application listens to. */
    static final String BARE = "/bare";

    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final String TOKEN = "xoxb-bench-bench-bench";
    private static final String SECRET = "bench-signing-secret";
    private static final int TRIES = 500;

    /** So that an answer is timed to its end, and never put off. */
    private static final Timing PATIENT = new Timing(Duration.ofMinutes(1), Duration.ofSeconds(1));

    private final Bench.Subject subject;
    private final Contest contest;

    SlashCommands(Bench.Subject subject, Bench.Plan plan) {
        this.subject = subject;
        this.contest = new Contest(plan.rounds(), plan.turn());
    }

    void run(PrintStream out) {
        try (Listening api = Listening.with(new SlackApiStub());
                SlackPlatform dibs = dibs(api.at("/"));
                SlackCaller caller = new SlackCaller(SECRET)) {
            dibs.start();
            Handler both = new Handler.Sequence(
                    new BareBolt(api.at("/"), TOKEN, SECRET), dibs.door().orElseThrow());
            try (Listening server = Listening.with(both)) {
                await(caller, server.at(SlackDoor.PATH));
                out.printf(
                        "%n%-46s %12s %8s %9s %9s%n",
                        "slash commands (requests a second)", "median/s", "ratio", "p50 ms", "p99 ms");
                List<Contestant> most = contestants(Collections.max(CONNECTIONS), caller, server);
                CONNECTIONS.forEach(count -> print(out, count, contest.between(first(count, most))));
            }
        } catch (Exception broken) {
            throw new IllegalStateException("slash commands were not measured", broken);
        }
    }

    private static void print(PrintStream out, int connections, Map<String, Contest.Result> results) {
        out.println(connections == 1 ? "1 connection" : connections + " connections");
        results.forEach((name, result) -> out.printf(
                "  %-44s %,12.0f %7.0f%% %9.2f %9.2f%n",
                name, result.perSecond(), 100 * result.ratio(), result.millis50(), result.millis99()));
        out.flush();
    }

    private static List<Contestant> contestants(int count, SlackCaller caller, Listening server) {
        URI door = server.at(SlackDoor.PATH);
        return List.of(
                contestant(
                        "empty Bolt application",
                        count,
                        user -> () ->
                                expect(caller.type(server.at(BareBolt.PATH), "U" + user, BARE, ""), BareBolt.WORD)),
                contestant(
                        "who-is-using",
                        count,
                        user -> () -> expect(
                                caller.type(door, "U" + user, "/who-is-using", Bench.environment(user)),
                                Bench.environment(user))),
                contestant("claim and unclaim in turn", count, user -> new ClaimAndUnclaim(caller, door, user)));
    }

    private static List<Contestant> first(int count, List<Contestant> contestants) {
        return contestants.stream()
                .map(all -> new Contestant(all.name(), all.each().subList(0, count)))
                .toList();
    }

    private static Contestant contestant(String name, int count, IntFunction<Work> work) {
        return new Contestant(name, IntStream.range(0, count).mapToObj(work).toList());
    }

    /** Every other command takes what the next one gives back; each on an environment of its own. */
    private static final class ClaimAndUnclaim implements Work {
        private final SlackCaller caller;
        private final URI door;
        private final int user;
        private boolean held;

        private ClaimAndUnclaim(SlackCaller caller, URI door, int user) {
            this.caller = caller;
            this.door = door;
            this.user = user;
        }

        @Override
        public void once() throws IOException, InterruptedException {
            String name = Bench.environment(user);
            if (held) {
                expect(caller.type(door, "U" + user, "/unclaim", name), "is free");
            } else {
                expect(caller.type(door, "U" + user, "/claim", name + " for 2h bench"), "is yours");
            }
            held = !held;
        }
    }

    private static void expect(String body, String words) {
        if (!body.contains(words)) {
            throw new IllegalStateException("expected “" + words + "”, and not " + body);
        }
    }

    /** Until Slack has said whose the token is. */
    private static void await(SlackCaller caller, URI door) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            if (caller.type(door, "U0", "/who-is-using", Bench.environment(0)).contains(Bench.environment(0))) {
                return;
            }
            Thread.sleep(Duration.ofMillis(20));
        }
        throw new IllegalStateException("the platform did not come up");
    }

    private SlackPlatform dibs(URI api) {
        SlackSettings settings = new SlackSettings(
                TOKEN, Optional.of(SECRET), Optional.empty(), api, Optional.empty(), SlackSettings.COMMANDS, Map.of());
        Directory directory = new Directory(
                subject.database().transactor(), () -> UUID.randomUUID().toString());
        return new SlackPlatform(settings, subject.conversation(), directory, InstantSource.system(), PATIENT);
    }
}
