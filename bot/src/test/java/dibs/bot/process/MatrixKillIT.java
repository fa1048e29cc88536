package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.fakematrix.Json;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import dibs.synapse.Relay;
import dibs.synapse.Relay.Exchanged;
import dibs.synapse.Relay.Moment;
import dibs.synapse.Synapse;
import dibs.synapse.SynapsePerson;
import dibs.testkit.Scale;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kill -9 between the arrival of a command and the end of the work on it, at each step that can be seen from outside: when Dibs runs
 * again, each command has had one effect and stands in the room with one answer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class MatrixKillIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLAIM = "!claim dev-signing for 2h to test the new key";

    @RegisterExtension
    final DibsHome home = new DibsHome();

    private Synapse synapse;
    private Relay relay;
    private SynapsePerson dibs;
    private SynapsePerson ann;
    private RoomId room;
    private int tests;

    /** A step of the work on a command. */
    record Step(String name, Moment moment, Predicate<Exchanged> which, long after) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static boolean isBatch(Exchanged exchanged) {
        return exchanged.is("GET", "/sync") && exchanged.answers("!claim dev-signing");
    }

    private static boolean isReply(Exchanged exchanged) {
        return exchanged.is("PUT", "/send/m.room.message/");
    }

    /** @return every step, and some moments between the arrival and the reply, which nobody sees */
    static Stream<Step> steps() {
        Stream<Step> seen = Stream.of(
                new Step("the batch is on its way", Moment.ANSWERED, MatrixKillIT::isBatch, 0),
                new Step("the reply has not arrived", Moment.ASKED, MatrixKillIT::isReply, 0),
                new Step("nobody heard that the reply arrived", Moment.ANSWERED, MatrixKillIT::isReply, 0),
                new Step("the reply has arrived", Moment.TOLD, MatrixKillIT::isReply, 0));
        Stream<Step> between = Stream.of(8, 2, 25, 60)
                .limit(Scale.of(1, 4))
                .map(millis -> new Step(millis + " ms after the batch", Moment.TOLD, MatrixKillIT::isBatch, millis));
        return Stream.concat(seen, between);
    }

    @BeforeAll
    void start() {
        synapse = Synapse.start();
    }

    @AfterAll
    void stop() {
        if (synapse != null) {
            synapse.close();
        }
    }

    @BeforeEach
    void open() {
        tests++;
        relay = new Relay(synapse.address());
        dibs = synapse.register("dibs" + tests);
        ann = synapse.register("ann" + tests);
        room = ann.creates(NewRoom.named("releng").with(dibs.id()));
        dibs.joins(room);
        home.with("MATRIX_HOMESERVER_URL", relay.address().toString())
                .with("MATRIX_ACCESS_TOKEN", dibs.token())
                .with("MATRIX_ROOMS", room.value());
    }

    @AfterEach
    void shut() {
        relay.close();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void killed(Step step) throws InterruptedException {
        CountDownLatch dead = new CountDownLatch(1);
        RunningServer first = listening();
        relay.at(step.moment(), step.which(), () -> {
            pause(step.after());
            first.process().kill().ended();
            dead.countDown();
        });

        String claim = ann.says(room, CLAIM);
        assertThat(dead.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it was killed")
                .isTrue();
        String question = ann.says(room, "!who-is-using dev-signing");
        RunningServer second = home.up();
        synapse.await(
                "an answer to what was asked meanwhile",
                () -> !answersTo(question).isEmpty());
        synapse.await("an answer to the claim", () -> !answersTo(claim).isEmpty());
        String last = ann.says(room, "!leases mine");
        synapse.await("an answer to the last", () -> !answersTo(last).isEmpty());

        assertThat(answersTo(claim)).singleElement().asString().contains("dev-signing");
        assertThat(answersTo(question)).singleElement().asString().contains("to test the new key");
        Sql store = Sql.on(home.store());
        assertThat(store.one("select count(*) from lease")).isEqualTo("1");
        assertThat(second.process().terminate().ended().code()).isEqualTo(143);
    }

    /** A server that hears: it answered something. */
    private RunningServer listening() {
        RunningServer server = home.up();
        synapse.await("Dibs to hear", () -> {
            String asked = ann.says(room, "!leases");
            pause(1_000);
            return !answersTo(asked).isEmpty();
        });
        return server;
    }

    /** Bodies of what answers an event, in its thread or as a reply. */
    private List<String> answersTo(String event) {
        return ann.reads(room, dibs.id()).stream()
                .filter(message -> Json.at(message.content(), "m.relates_to", "m.in_reply_to", "event_id")
                                .equals(event)
                        || Json.at(message.content(), "m.relates_to", "event_id")
                                .equals(event))
                .map(Message::body)
                .toList();
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
