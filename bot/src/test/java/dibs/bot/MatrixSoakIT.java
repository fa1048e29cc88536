package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.Access;
import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.HttpHomeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.fakematrix.Json;
import dibs.fakematrix.NewRoom;
import dibs.synapse.Keeping;
import dibs.synapse.Synapse;
import dibs.synapse.SynapsePerson;
import dibs.testkit.Scale;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many people talk with the whole server in many rooms of a real homeserver: none of it is lost, none done twice. */
@Timeout(7_200)
class MatrixSoakIT {
    private static final int PEOPLE = 20;
    private static final int ROOMS = 10;
    private static final int EACH = Scale.of(10, 500);

    /** A person's commands are a little further apart than Dibs asks of people. */
    private static final long THINKING_MILLIS = 1_100;

    private static final long MOST_GROWTH = 48L << 20;
    private static final List<String> POOLS =
            List.of("dev-signing", "dev-beetmover", "dev-balrog", "dev-tree", "dev-shipit", "dev-bouncer");

    private final long seed = Long.getLong("dibs.seed", System.nanoTime());
    private final Map<String, List<String>> answers = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> waiting = new ConcurrentHashMap<>();
    private final Set<String> claims = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<RoomId> rooms = new ArrayList<>();
    private final List<SynapsePerson> people = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingDoneTwice() throws Exception {
        System.out.println("seed " + seed + " (repeat it with -Ddibs.seed=" + seed + ")");
        try (Synapse synapse = Synapse.start()) {
            SynapsePerson dibs = synapse.register("dibs");
            SynapsePerson witness = synapse.register("witness");
            settle(synapse, dibs, witness);
            try (Server server = Server.start(Start.read(environment(synapse, dibs), Optional.empty()));
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                    HttpHomeserver eyes = client(synapse, witness)) {
                assertThat(server.pages()).isNotEmpty();
                Future<?> watching = threads.submit(() -> watch(eyes, dibs));
                synapse.await("Dibs to hear", () -> answered(people.getFirst(), rooms.getFirst(), "!leases"));
                List<String> said = new ArrayList<>(talk(threads, EACH / 3));
                long before = used();
                said.addAll(talk(threads, EACH - EACH / 3));
                long after = used();
                over.set(true);
                watching.get();
                look(said, before, after);
            }
        }
    }

    private void look(List<String> said, long before, long after) throws SQLException {
        System.out.printf(
                "%d commands; memory %d MB after a third of them, %d MB in the end%n",
                said.size(), before >> 20, after >> 20);
        assertThat(said)
                .hasSize(EACH * PEOPLE)
                .allSatisfy(command -> assertThat(answers.get(command))
                        .as("answers to %s", command)
                        .hasSize(1));
        // What was mine already is told with its purpose.
        long granted = claims.stream()
                .map(command -> answers.getOrDefault(command, List.of("")).getFirst())
                .filter(answer -> answer.contains("is yours until") && !answer.contains("“try"))
                .count();
        assertThat(granted).isPositive();
        assertThat(one("select count(*) from lease")).isEqualTo(granted);
        assertThat(one("select count(distinct purpose) from lease"))
                .as("claims with an effect")
                .isEqualTo(granted);
        assertThat(one("select count(*) from sending where sent_at is null and kind = 'reply'"))
                .isZero();
        assertThat(after - before).as("bytes more").isLessThan(MOST_GROWTH);
    }

    private void settle(Synapse synapse, SynapsePerson dibs, SynapsePerson witness) {
        for (int i = 0; i < ROOMS; i++) {
            RoomId room = witness.creates(NewRoom.named("room " + i).with(dibs.id()));
            dibs.joins(room);
            rooms.add(room);
        }
        for (int i = 0; i < PEOPLE; i++) {
            SynapsePerson person = synapse.register("person" + i);
            people.add(person);
            for (RoomId room : roomsOf(i)) {
                witness.invites(room, person.id());
                person.joins(room);
            }
        }
    }

    private List<RoomId> roomsOf(int person) {
        return List.of(rooms.get(person % ROOMS), rooms.get((person + 3) % ROOMS));
    }

    private Map<String, String> environment(Synapse synapse, SynapsePerson dibs) {
        return Map.of(
                "DIBS_PORT", "0",
                "DIBS_DB", folder.resolve("dibs.db").toString(),
                "MATRIX_HOMESERVER_URL", synapse.address().toString(),
                "MATRIX_ACCESS_TOKEN", dibs.token(),
                "MATRIX_ROOMS",
                        String.join(",", rooms.stream().map(RoomId::value).toList()));
    }

    private static HttpHomeserver client(Synapse synapse, SynapsePerson person) {
        return new HttpHomeserver(
                new Access(
                        new Access.Place.At(synapse.address()),
                        new Access.Proof.Token(person.token()),
                        Optional.of(person.id())),
                new Keeping());
    }

    /** Each person says so many commands, each after the answer to the one before. */
    private List<String> talk(ExecutorService threads, int each) throws Exception {
        List<Future<List<String>>> talking = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            int person = i;
            Random random = new Random(seed + i + (long) each * PEOPLE);
            talking.add(threads.submit(() -> talk(person, each, random)));
        }
        List<String> said = new ArrayList<>();
        for (Future<List<String>> one : talking) {
            said.addAll(one.get());
        }
        return said;
    }

    private List<String> talk(int person, int each, Random random) throws InterruptedException {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            RoomId room = roomsOf(person).get(random.nextInt(2));
            String command = command(random, person + "-" + each + "-" + i);
            String event = people.get(person).says(room, command);
            if (command.startsWith("!claim")) {
                claims.add(event);
            }
            said.add(event);
            assertThat(waiting.computeIfAbsent(event, id -> new Semaphore(0)).tryAcquire(2, TimeUnit.MINUTES))
                    .as("an answer to %s", event)
                    .isTrue();
            Thread.sleep(THINKING_MILLIS);
        }
        return said;
    }

    private static String command(Random random, String number) {
        String pool = POOLS.get(random.nextInt(POOLS.size()));
        return switch (random.nextInt(6)) {
            case 0, 1 -> "!claim " + pool + " for 2h try " + number;
            case 2, 3 -> "!unclaim " + pool;
            case 4 -> "!extend " + pool + " by 10 minutes";
            default -> "!who-is-using " + pool;
        };
    }

    private boolean answered(SynapsePerson person, RoomId room, String text) {
        String event = person.says(room, text);
        try {
            return waiting.computeIfAbsent(event, id -> new Semaphore(0)).tryAcquire(3, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Notes every answer that stands in a room, until it is over. */
    private void watch(HttpHomeserver eyes, SynapsePerson dibs) {
        Optional<String> since = Optional.empty();
        while (!over.get() && eyes.sync(since, Duration.ofSeconds(2)) instanceof Sent.Done<Batch>(Batch batch)) {
            boolean first = since.isEmpty();
            since = Optional.of(batch.next());
            for (Batch.Joined room : batch.joined().values()) {
                assertThat(room.limited() && !first)
                        .as("a gap in what the witness sees")
                        .isFalse();
                for (Event event : room.timeline()) {
                    String answered = Json.at(event.content(), "m.relates_to", "m.in_reply_to", "event_id");
                    if (event.sender().equals(dibs.id()) && !answered.isEmpty()) {
                        answers.computeIfAbsent(answered, id -> new ArrayList<>())
                                .add(Json.at(event.content(), "body"));
                        waiting.computeIfAbsent(answered, id -> new Semaphore(0))
                                .release();
                    }
                }
            }
        }
    }

    /** What is still in use when all that is not has been thrown away. */
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private long one(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dibs.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
