package dibs.bot.platform.matrix.client;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.synapse.Keeping;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a homeserver and the network before it may do to Dibs, each seen over a real connection. */
class HttpFaultsTest {
    private static final String SYNC = "/_matrix/client/v3/sync";
    private static final String SEND = "/_matrix/client/v3/rooms/!r:hs.test/send/m.room.message/tx";
    private static final RoomId ROOM = new RoomId("!r:hs.test");
    private static final String TOKEN = "secret-token";

    private final Stub stub = new Stub();
    private final HttpHomeserver dibs = client(stub.address(), Duration.ofSeconds(30));

    private static HttpHomeserver client(URI address, Duration longest) {
        return client(address, longest, Exchange.LARGEST_BATCH);
    }

    private static HttpHomeserver client(URI address, Duration longest, long largestBatch) {
        return new HttpHomeserver(
                new Access(new Access.Place.At(address), new Access.Proof.Token(TOKEN), Optional.empty()),
                new Keeping(),
                "http",
                longest,
                largestBatch);
    }

    @AfterEach
    void stop() {
        dibs.close();
        stub.close();
    }

    private Sent<String> send() {
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("msgtype", "m.notice");
        return dibs.send(ROOM, "m.room.message", "tx", content);
    }

    private Sent<Batch> sync() {
        return dibs.sync(Optional.of("s1"), Duration.ZERO);
    }

    private static void isLater(Sent<?> sent, Optional<Duration> after, String why) {
        assertThat(sent).isInstanceOf(Sent.Later.class);
        if (sent instanceof Sent.Later<?> later) {
            assertThat(later.retryAfter()).isEqualTo(after);
            assertThat(later.why()).contains(why);
        }
    }

    @Test
    void tooOftenSaysWhenToComeAgain() {
        String why = "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"error\":\"Too Many Requests\",\"retry_after_ms\":4675}";
        stub.next(
                SEND,
                Stub.answer(429, why, "Retry-After: 5"),
                Stub.answer(429, why),
                Stub.answer(429, "{\"errcode\":\"M_LIMIT_EXCEEDED\"}"),
                Stub.answer(429, why, "Retry-After: 999999999"),
                Stub.answer(429, "slow down", "Retry-After: Wed, 21 Oct 2026 07:28:00 GMT"),
                Stub.answer(200, "{\"event_id\":\"$1\"}"));

        isLater(send(), Optional.of(Duration.ofSeconds(5)), "M_LIMIT_EXCEEDED: Too Many Requests");
        isLater(send(), Optional.of(Duration.ofMillis(4675)), "M_LIMIT_EXCEEDED");
        isLater(send(), Optional.empty(), "M_LIMIT_EXCEEDED");
        isLater(send(), Optional.of(Duration.ofHours(1)), "M_LIMIT_EXCEEDED");
        isLater(send(), Optional.empty(), "429");
        assertThat(send()).isEqualTo(new Sent.Done<>("$1"));
    }

    @Test
    void aServerInTroubleIsAskedOncePerCall() {
        int times = 30;
        for (int i = 0; i < times; i++) {
            stub.next(
                    SEND,
                    i % 2 == 0
                            ? Stub.answer(503, "<html>Bad Gateway</html>", "Retry-After: 0")
                            : Stub.answer(502, "{}"));
        }
        stub.next(SEND, Stub.answer(408, ""), Stub.cut());
        stub.always(SEND + "x", Stub.cut());

        for (int i = 0; i < times + 2; i++) {
            assertThat(send()).as("answer %s", i).isInstanceOf(Sent.Later.class);
        }

        assertThat(stub.asked(SEND)).hasSize(times + 2);
    }

    @Test
    void aLongPollThatHangsIsGivenUp() {
        stub.always(SYNC, Stub.silence());
        try (HttpHomeserver hurried = client(stub.address(), Duration.ofMillis(300))) {
            isLater(
                    hurried.sync(Optional.of("s1"), Duration.ofMillis(200)),
                    Optional.empty(),
                    "the homeserver could not be reached");
        }
    }

    @Test
    void halfAnAnswerIsNone() {
        stub.next(SEND, Stub.half("{\"event_id\":\"$1\"}"), Stub.answer(200, "{\"event_id\":"), Stub.answer(200, "7"));

        isLater(send(), Optional.empty(), "could not be reached");
        isLater(send(), Optional.empty(), "no JSON object");
        isLater(send(), Optional.empty(), "no JSON object");
    }

    @Test
    void aBatchThatIsTooLargeIsAskedForInSmallerPiecesAndInTheEndItIsSaid() {
        String large = "{\"next_batch\":\"s2\",\"x\":\"" + "x".repeat(2_000) + "\"}";
        try (HttpHomeserver small = client(stub.address(), Duration.ofSeconds(30), 1_000)) {
            stub.next(
                    SYNC,
                    Stub.answer(200, large),
                    Stub.answer(200, large),
                    Stub.answer(200, "{\"next_batch\":\"s2\"}"));
            assertThat(small.sync(Optional.of("s1"), Duration.ZERO)).isInstanceOf(Sent.Done.class);
            stub.always(SYNC, Stub.answer(200, large));
            isLater(small.sync(Optional.of("s2"), Duration.ZERO), Optional.empty(), "even with one event of each room");
        }
        assertThat(stub.asked(SYNC))
                .extracting(one -> URLDecoder.decode(one.target(), StandardCharsets.UTF_8)
                        .replaceAll("(?s).*\"limit\":(\\d+).*", "$1"))
                .containsExactly("100", "10", "1", "100", "10", "1");
    }

    @Test
    void anAnswerWithoutEndIsLeftAlone() {
        stub.next(SEND, Stub.endless());

        isLater(send(), Optional.empty(), "larger than");
    }

    @Test
    void noServerIsLater() {
        stub.close();

        isLater(sync(), Optional.empty(), "could not be reached");
    }

    @Test
    void aTokenOfNobodyAndATooLargeEventAreRefused() {
        stub.always(SYNC, Stub.answer(400, "{\"errcode\":\"M_UNKNOWN\",\"error\":\"Invalid\\nstream token\"}"));
        stub.always(SEND, Stub.answer(413, "{\"errcode\":\"M_TOO_LARGE\",\"error\":\"event too large\"}"));

        assertThat(sync()).isEqualTo(new Sent.Refused<>(400, "M_UNKNOWN", "Invalid stream token"));
        assertThat(send()).isEqualTo(new Sent.Refused<>(413, "M_TOO_LARGE", "event too large"));
    }

    @Test
    void aRefusalThatIsNotTheHomeserversOwnPassesAndALongOneIsCutToALine() {
        stub.next(
                SEND,
                Stub.answer(403, "<html>no</html>"),
                Stub.answer(404, "{\"errcode\":7,\"error\":[\"x\"]}"),
                Stub.answer(413, "<html>Request Entity Too Large</html>"),
                Stub.answer(403, "{\"errcode\":\"M_FORBIDDEN\",\"error\":\"" + "x".repeat(5000) + "\"}"));

        isLater(send(), Optional.empty(), "no homeserver: 403");
        isLater(send(), Optional.empty(), "no homeserver: 404");
        assertThat(send()).isEqualTo(new Sent.Refused<>(413, "M_UNKNOWN", "413 M_UNKNOWN"));
        assertThat(send())
                .isInstanceOfSatisfying(
                        Sent.Refused.class, no -> assertThat(no.why()).hasSizeLessThan(400));
    }

    @Test
    void aProxyThatAnswersForTheHomeserverDoesNotSignDibsOut() {
        stub.next("/_matrix/client/v3/account/whoami", Stub.answer(404, "<html>Not Found</html>"));
        stub.always(SEND, Stub.answer(200, "{\"event_id\":\"$1\"}"));

        isLater(send(), Optional.empty(), "no homeserver: 404");
        assertThat(send()).isEqualTo(new Sent.Done<>("$1"));
    }

    /** Anybody may fill a room with the longest events and edit them: then each comes with its edit. */
    @Test
    void aPageOfTheLongestEventsIsRead() {
        String longest = "x".repeat(64_000);
        String event =
                "{\"event_id\":\"$1\",\"type\":\"m.room.message\",\"sender\":\"@a:hs.test\",\"content\":{\"body\":\""
                        + longest + "\"},\"unsigned\":{\"m.relations\":{\"m.replace\":{\"body\":\"" + longest
                        + "\"}}}}";
        stub.always(
                "/_matrix/client/v3/rooms/!r:hs.test/messages",
                Stub.answer(200, "{\"chunk\":[" + String.join(",", Collections.nCopies(100, event)) + "]}"));

        assertThat(dibs.messages(ROOM, "t1", Optional.empty(), 100))
                .isInstanceOfSatisfying(
                        Sent.Done.class,
                        done -> assertThat(((Homeserver.History) done.result()).events())
                                .hasSize(100));
    }

    @Test
    void whatIsOfAWrongTypeIsNotThere() {
        stub.always(SYNC, Stub.answer(200, """
            {"next_batch":"s2","rooms":{"invite":[],"leave":{"!l:hs.test":"gone"},"join":{"!r:hs.test":{
             "timeline":{"limited":"yes","prev_batch":7,"events":[
              5,null,"x",{},{"event_id":"$0","type":7,"sender":"@a:hs.test"},
              {"event_id":{"a":1},"type":"m.room.message","sender":"@a:hs.test","content":{}},
              {"event_id":"$1","type":"m.room.message","sender":"@a:hs.test","content":"text",
               "origin_server_ts":"soon","unsigned":[],"state_key":9},
              {"event_id":"$2","type":"m.room.message","sender":"@a:hs.test","content":{"body":[1]},
               "origin_server_ts":1e300}]}}}}}
            """));

        assertThat(sync()).isInstanceOfSatisfying(Sent.Done.class, done -> {
            Batch batch = (Batch) done.result();
            assertThat(batch.next()).isEqualTo("s2");
            assertThat(batch.left().get(new RoomId("!l:hs.test"))).isEmpty();
            Batch.Joined joined = batch.joined().get(ROOM);
            assertThat(joined).isNotNull().satisfies(room -> {
                assertThat(room.limited()).isFalse();
                assertThat(room.before()).isEmpty();
                assertThat(room.timeline()).extracting(Event::id).containsExactly("$1", "$2");
                assertThat(room.timeline()).extracting(Event::sent).containsOnly(Instant.EPOCH);
                assertThat(room.timeline().getFirst().stateKey()).isEmpty();
                assertThat(room.timeline().getFirst().content()).isEmpty();
            });
        });
    }

    /** Of what a library refuses to read by itself, each once: anybody who is in a room with Dibs may send it. */
    @ParameterizedTest
    @ValueSource(strings = {"deep", "a long name", "a long number", "no text"})
    void oneStrangeEventKeepsNoOtherFromBeingRead(String kind) {
        String strange = switch (kind) {
            case "deep" -> "{\"body\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}";
            case "a long name" -> "{\"" + "n".repeat(60_000) + "\":1}";
            case "a long number" -> "{\"n\":" + "9".repeat(60_000) + ",\"f\":1." + "9".repeat(5_000) + "}";
            default -> "{\"body\":\"a\\u0000b\\ud800\",\"\\u0000\":{}}";
        };
        String event = "{\"event_id\":\"$%s\",\"type\":\"m.room.message\",\"sender\":\"@a:hs.test\",\"content\":%s}";
        stub.always(
                SYNC,
                Stub.answer(
                        200,
                        "{\"next_batch\":\"s2\",\"rooms\":{\"join\":{\"!r:hs.test\":{\"timeline\":{\"events\":["
                                + event.formatted("1", strange) + ","
                                + event.formatted("2", "{\"body\":\"!claim it\"}") + "]}}}}}"));

        assertThat(sync()).isInstanceOfSatisfying(Sent.Done.class, done -> {
            Batch.Joined joined = ((Batch) done.result()).joined().get(ROOM);
            assertThat(joined).isNotNull().satisfies(room -> {
                assertThat(room.timeline()).extracting(Event::id).containsExactly("$1", "$2");
                assertThat(room.timeline().getFirst().content().toString()).doesNotContain("\\u0000");
                assertThat(room.timeline().getLast().content().path("body").asString())
                        .isEqualTo("!claim it");
            });
        });
    }

    @Test
    void aBatchThatDoesNotSayWhereToGoOnIsNone() {
        stub.always(SYNC, Stub.answer(200, "{\"next_batch\":12}"));

        isLater(sync(), Optional.empty(), "next_batch");
    }

    @Test
    void theTokenGoesNowhereElse() {
        try (Stub other = new Stub()) {
            String there = "Location: " + other.address() + SYNC;
            stub.next(SYNC, Stub.answer(302, "{}", there), Stub.answer(307, "{}", there));

            assertThat(sync())
                    .isInstanceOfSatisfying(
                            Sent.Refused.class, no -> assertThat(no.status()).isEqualTo(302));
            assertThat(sync()).isInstanceOf(Sent.Refused.class);

            assertThat(other.asked()).isEmpty();
            assertThat(stub.asked(SYNC)).hasSize(2).allSatisfy(one -> {
                assertThat(one.headers()).containsEntry("authorization", "Bearer " + TOKEN);
                assertThat(one.target()).doesNotContain(TOKEN);
            });
        }
    }

    @Test
    void whatIsClosedEndsItsWaiting() throws Exception {
        stub.always(SYNC, Stub.silence());
        Thread waiting = Thread.ofVirtual().start(() -> dibs.sync(Optional.of("s1"), Duration.ofSeconds(30)));
        while (stub.asked(SYNC).isEmpty()) {
            Thread.onSpinWait();
        }
        dibs.close();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        isLater(sync(), Optional.empty(), "closing");
        assertThat(stub.asked(SYNC)).hasSize(1);
    }
}
