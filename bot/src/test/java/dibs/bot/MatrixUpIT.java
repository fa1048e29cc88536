package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.fakematrix.Json;
import dibs.fakematrix.NewRoom;
import dibs.synapse.JsPerson;
import dibs.synapse.Synapse;
import dibs.synapse.SynapsePerson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole server as {@code up} starts it, on a real homeserver, with people whose client others wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class MatrixUpIT {
    private Synapse synapse;
    private SynapsePerson dibs;
    private SynapsePerson ann;
    private SynapsePerson bob;
    private RoomId room;
    private int tests;

    @TempDir
    private Path folder;

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
        dibs = synapse.register("dibs" + tests);
        ann = synapse.register("ann" + tests);
        bob = synapse.register("bob" + tests);
        room = ann.creates(NewRoom.named("releng").with(dibs.id(), bob.id()));
        dibs.joins(room);
        bob.joins(room);
    }

    private Server up() {
        return up(Map.of("MATRIX_ACCESS_TOKEN", dibs.token()));
    }

    private Server up(Map<String, String> how) {
        Map<String, String> environment = new HashMap<>(how);
        environment.put("DIBS_PORT", "0");
        environment.put("DIBS_DB", folder.resolve("dibs" + tests + ".db").toString());
        environment.put("DIBS_TIMEZONE", "Europe/Berlin");
        environment.put("MATRIX_HOMESERVER_URL", synapse.address().toString());
        environment.put("MATRIX_ROOMS", room.value());
        return Server.start(Start.read(environment, Optional.empty()));
    }

    /** The next message of Dibs with that in it; its id and whether it pings. */
    private JsonNode hears(JsPerson person, String part) {
        return person.hears(dibs.id(), part);
    }

    @Test
    void aDayWithAClientThatOthersWrote() {
        try (Server server = up();
                JsPerson anns = JsPerson.of(ann, synapse);
                JsPerson bobs = JsPerson.of(bob, synapse)) {
            assertThat(server.pages()).isNotEmpty();
            hears(anns, "Nothing is held");

            String claim = anns.says(room, "!claim dev-signing for 2h to test the new key");
            JsonNode granted = hears(anns, "dev-signing is yours");
            assertThat(Json.at(granted, "kind")).isEqualTo("m.notice");
            assertThat(Json.at(granted, "answers")).isEqualTo(claim);

            bobs.says(room, "!claim dev-signing");
            JsonNode refused = hears(bobs, "held by");
            assertThat(Json.at(refused, "body")).contains("to test the new key");
            bobs.says(room, "!wait dev-signing");
            hears(bobs, "in line");

            JsonNode offered = anns.awaits(
                    "a reaction to extend by",
                    line -> JsPerson.named(line, "m.reaction")
                            && Json.at(line, "to").equals(Json.at(granted, "id"))
                            && Json.at(line, "key").startsWith("⏱"));
            anns.reacts(room, Json.at(granted, "id"), Json.at(offered, "key"));
            hears(anns, "dev-signing is yours until");

            anns.says(room, "!unclaim dev-signing");
            JsonNode invited = bobs.awaits(
                    "a direct room or a ping",
                    line -> line.path("pinged").asBoolean()
                            || Json.at(line, "membership").equals("invite"));
            if (JsPerson.named(invited, "membership")) {
                bobs.joins(new RoomId(Json.at(invited, "room")));
                invited = bobs.awaits(
                        "the free-now mention", line -> line.path("pinged").asBoolean());
            }
            assertThat(Json.at(invited, "body")).contains("dev-signing", "free");
        }
    }

    @Test
    void theHomeserverIsStartedAnewInTheMiddle() {
        try (Server server = up()) {
            assertThat(server.pages()).isNotEmpty();
            synapse.await("a board", () -> !ann.reads(room, dibs.id()).isEmpty());
            String first = ann.says(room, "!claim dev-signing");
            synapse.await("an answer", () -> answers(first) == 1);
            String second = ann.says(room, "!claim dev-beetmover");
            synapse.stop();
            synapse.startAgain();
            String third = bob.says(room, "!claim dev-signing");
            synapse.await("the rest of the answers", () -> answers(second) > 0 && answers(third) > 0);
            String last = bob.says(room, "!who-is-using dev-beetmover");
            synapse.await("the last answer", () -> answers(last) > 0);

            assertThat(answers(first)).isEqualTo(1);
            assertThat(answers(second)).isEqualTo(1);
            assertThat(answers(third)).isEqualTo(1);
        }
    }

    @Test
    void signedInByPasswordItRefreshesItsTokenAndComesBackAsTheSameDevice() {
        Map<String, String> password = Map.of("MATRIX_USER", dibs.id().value(), "MATRIX_PASSWORD", "dibs" + tests);
        for (int start = 0; start < 2; start++) {
            try (Server server = up(password)) {
                assertThat(server.pages()).isNotEmpty();
                List<String> asked = new ArrayList<>();
                synapse.await("an answer", () -> {
                    asked.add(ann.says(room, "!leases"));
                    return asked.stream().anyMatch(event -> answers(event) > 0);
                });
                long expired = System.nanoTime() + Synapse.TOKENS_LAST.toNanos() + 1_000_000_000L;
                synapse.await("the token to run out", () -> System.nanoTime() > expired);
                String later = ann.says(room, "!leases");
                synapse.await("an answer with a new token", () -> answers(later) == 1);
            }
        }
        assertThat(synapse.devices(dibs)).hasSize(2); // the one of its registration, and Dibs'
    }

    private long answers(String event) {
        return ann.reads(room, dibs.id()).stream()
                .filter(message -> isAbout(message.content(), event))
                .count();
    }

    private static boolean isAbout(JsonNode content, String event) {
        return Json.at(content, "m.relates_to", "event_id").equals(event)
                || Json.at(content, "m.relates_to", "m.in_reply_to", "event_id").equals(event);
    }
}
