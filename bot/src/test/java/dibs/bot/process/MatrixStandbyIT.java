package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.fakematrix.NewRoom;
import dibs.synapse.Synapse;
import dibs.synapse.SynapsePerson;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two servers on one PostgreSQL, for one account of a real homeserver: one reads, and when it is killed the other does. */
@Timeout(180)
class MatrixStandbyIT {
    @RegisterExtension
    final DibsHome home = new DibsHome();

    private final List<String> asked = new ArrayList<>();
    private EmbeddedPostgres database;
    private Synapse synapse;
    private SynapsePerson dibs;
    private SynapsePerson ann;
    private RoomId room;

    @BeforeEach
    void open() throws IOException {
        synapse = Synapse.start();
        database = EmbeddedPostgres.builder().start();
        dibs = synapse.register("dibs");
        ann = synapse.register("ann");
        room = ann.creates(NewRoom.named("releng").with(dibs.id()));
        dibs.joins(room);
        home.with("DIBS_DB", database.getJdbcUrl("postgres", "postgres"))
                .with("MATRIX_HOMESERVER_URL", synapse.address().toString())
                .with("MATRIX_ACCESS_TOKEN", dibs.token())
                .with("MATRIX_ROOMS", room.value());
    }

    @AfterEach
    void shut() throws IOException {
        if (synapse != null) {
            synapse.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void whenTheOneThatReadsIsKilledTheOtherReadsOn() {
        RunningServer first = home.up();
        synapse.await("the first to read", () -> connections(first).contains("Connected as"));
        RunningServer second = home.up();
        synapse.await("the second to stand by", () -> connections(second).contains("Standing by"));
        asks("!claim dev-signing for 2h to test the new key");
        asks("!who-is-using dev-signing");

        first.process().kill().ended();
        asks("!claim dev-balrog for 1h");
        synapse.await("the second to read", () -> connections(second).contains("Connected as"));
        asks("!leases mine");

        assertThat(asked).allSatisfy(event -> assertThat(answersTo(event)).hasSize(1));
        assertThat(answersTo(asked.getLast()).getFirst()).contains("dev-signing", "dev-balrog");
        assertThat(second.process().terminate().ended().code()).isEqualTo(143);
    }

    private void asks(String line) {
        String event = ann.says(room, line);
        asked.add(event);
        synapse.await("an answer to " + line, () -> !answersTo(event).isEmpty());
    }

    private List<String> answersTo(String event) {
        return ann.reads(room, dibs.id()).stream()
                .filter(message -> message.answers().filter(event::equals).isPresent()
                        || message.thread().filter(event::equals).isPresent())
                .map(message -> message.body())
                .toList();
    }

    private static String connections(RunningServer server) {
        return server.get("/__heartbeat__").body();
    }
}
