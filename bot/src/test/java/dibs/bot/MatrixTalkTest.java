package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.Json;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people type in rooms, what stands there afterwards, and what the store says. */
final class MatrixTalkTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANN = "matrix:@ann:hs.test";
    private static final String BOB = "matrix:@bob:hs.test";

    private final MatrixScene scene = new MatrixScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aClaimInARoomIsAnsweredByOneNoticeThatRepliesToItAndPingsNobody() {
        String claim = scene.ann().says(scene.home(), "!claim dev-signing for 2h testing the key");
        scene.settle();

        assertThat(scene.messages(scene.bob(), scene.home())).singleElement().satisfies(reply -> {
            assertThat(reply.body()).contains("dev-signing is yours until 2 h from now (12:00 Berlin)");
            assertThat(reply.kind()).isEqualTo("m.notice");
            assertThat(reply.answers()).contains(claim);
            assertThat(reply.pings()).isEmpty();
        });
        assertThat(scene.holder("dev-signing")).contains(ANN);
    }

    @Test
    void whatIsAskedInAThreadIsAnsweredInIt() {
        String root = scene.bob().says(scene.home(), "who broke signing?");
        scene.ann().says(scene.home(), root, "!dibs who-is-using dev-signing");
        scene.settle();

        assertThat(scene.messages(scene.bob(), scene.home()))
                .singleElement()
                .extracting(Message::thread)
                .isEqualTo(Optional.of(root));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!claim dev-signing",
                "!CLAIM dev-signing",
                "!dibs claim dev-signing",
                "!dibs: claim dev-signing",
                "@dibs:hs.test claim dev-signing",
                "@dibs:hs.test: claim dev-signing",
                "@dibs claim dev-signing",
                "dibs: claim dev-signing",
                "Dibs, claim dev-signing",
                "claim dev-signing @dibs:hs.test"
            })
    void whatCallsDibsIsHeardInARoom(String line) {
        scene.answer(line);

        assertThat(scene.holder("dev-signing")).contains(ANN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claim dev-signing",
                "!help",
                "!help!",
                "!help karma",
                "!commands",
                "!?",
                "!",
                "!!! claim dev-signing",
                "!give dev-signing",
                "!karma claim dev-signing",
                "!claims dev-signing",
                "! claim dev-signing",
                "dibs on dev-signing",
                "I told @dibs:hs.test to claim dev-signing",
                "> !claim dev-signing",
                "/claim dev-signing",
                "@bob:hs.test: claim dev-signing",
                ""
            })
    void whatIsSaidToOthersIsNot(String line) {
        assertThat(scene.answer(line)).isEmpty();
        assertThat(scene.holder("dev-signing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!wait dev-signing | line",
                "!extend dev-signing by 30m | dev-signing",
                "!Who Is Using dev-signing? | bob",
                "!give back dev-signing | dev-signing",
                "!nudge, dev-signing | bob",
                "!me | You are ann",
                "!is-safe autoland autograph-stage | R5",
                "!help wait | wait NAME",
                "!help all | takeover NAME"
            })
    void everyCommandIsHeardBehindAnExclamationMark(String line, String part) {
        scene.answer(scene.bob(), scene.home(), "!claim dev-signing");

        assertThat(scene.answer(line)).contains(part);
    }

    @Test
    void aDirectRoomHelpsWhoeverAsks() {
        assertThat(scene.answer(scene.ann(), scene.direct(scene.ann()), "!help"))
                .contains("claim NAME");
    }

    @Test
    void aPillCallsDibsAndAnotherNamesAPerson() {
        scene.bob().isCalled("Bob <i>the</i> builder");
        scene.answer(scene.bob(), scene.home(), "!dibs me");
        ObjectNode content = Json.text("Dibs: claim dev-signing with Bob <i>the</i> builder for 2h")
                .put("format", "org.matrix.custom.html")
                .put(
                        "formatted_body",
                        "<a href=\"https://matrix.to/#/%40dibs%3Ahs.test\">Dibs</a>: claim dev-signing with"
                                + " <a href='https://matrix.to/#/@bob:hs.test?via=hs.test'>Bob</a> for 2h");
        scene.ann().sends(scene.home(), "m.room.message", content);
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.answer(scene.bob(), scene.home(), "!extend dev-signing by 30m"))
                .contains("dev-signing");
        assertThat(scene.said(scene.bob(), scene.home()).getLast()).doesNotContain("only");
    }

    @Test
    void inADirectRoomNoPrefixIsNeededUntilAThirdPersonIsThere() {
        RoomId direct = scene.direct(scene.ann());
        assertThat(scene.answer(scene.ann(), direct, "claim dev-signing")).contains("dev-signing");
        assertThat(scene.answer(scene.ann(), direct, "!unclaim")).contains("dev-signing");

        scene.ann().invites(direct, scene.bob().id());
        scene.bob().joins(direct);
        scene.settle();

        assertThat(scene.answer(scene.ann(), direct, "claim dev-signing")).isEmpty();
        assertThat(scene.holder("dev-signing")).isEmpty();
    }

    @Test
    void noticesAndDibsItselfAreNeverAnswered() {
        for (String kind : List.of("m.notice", "m.emote", "m.image", "m.unheard-of")) {
            scene.ann()
                    .sends(
                            scene.home(),
                            "m.room.message",
                            Json.text("!claim dev-signing").put("msgtype", kind));
        }
        scene.server().person("dibs").says(scene.home(), "!claim dev-signing");
        scene.settle();

        assertThat(scene.said(scene.ann(), scene.home())).isEmpty();
        assertThat(scene.holder("dev-signing")).isEmpty();
    }

    @Test
    void whatIsRepliedToIsNoCommand() {
        ObjectNode reply = Json.text("> <@bob:hs.test> !claim dev-beetmover\n\n!claim dev-signing");
        reply.putObject("m.relates_to").putObject("m.in_reply_to").put("event_id", "$before");
        reply.put("format", "org.matrix.custom.html")
                .put(
                        "formatted_body",
                        "<mx-reply><blockquote><a href=\"https://matrix.to/#/@bob:hs.test\">@bob:hs.test</a>"
                                + "!claim dev-beetmover</blockquote></mx-reply>!claim dev-signing");
        scene.ann().sends(scene.home(), "m.room.message", reply);
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.holder("dev-beetmover")).isEmpty();
    }

    @Test
    void contentOfAnyShapeIsBorne() {
        for (String json : List.of(
                "{}",
                "{\"msgtype\":7,\"body\":{}}",
                "{\"msgtype\":\"m.text\"}",
                "{\"msgtype\":\"m.text\",\"body\":[1]}",
                "{\"msgtype\":\"m.text\",\"body\":\"!claim\",\"format\":\"org.matrix.custom.html\","
                        + "\"formatted_body\":\"<a href=https://matrix.to/#/@dibs:hs.test <a <a &#99999999; &lt\"}",
                "{\"msgtype\":\"m.text\",\"body\":\"!dibs\",\"m.relates_to\":[],\"m.mentions\":7}",
                "{\"msgtype\":\"m.text\",\"body\":\"x\",\"m.relates_to\":{\"rel_type\":\"m.replace\",\"event_id\":{}}}",
                "{\"msgtype\":\"m.text\",\"body\":\"" + "!claim ".repeat(8_000) + "\"}")) {
            scene.ann().sends(scene.home(), "m.room.message", (ObjectNode) JSON.readTree(json));
            scene.bob().sends(scene.home(), "m.room.redaction", (ObjectNode) JSON.readTree(json));
            scene.settle();
        }
        scene.ann().sends(scene.home(), "m.reaction", (ObjectNode) JSON.readTree("{\"m.relates_to\":[7]}"));
        assertThat(scene.answer("!claim dev-signing")).contains("dev-signing");
        assertThat(scene.rows("select event_id from heard_event where outcome = 'failed'"))
                .isEmpty();
    }

    @Test
    void aPersonsZoneIsTheOneOfTheProfile() {
        scene.ann().livesIn(ZoneId.of("America/Vancouver"));

        assertThat(scene.answer("!claim dev-signing until 17:00")).contains("17:00 Vancouver");
    }

    @Test
    void whoTalksTooFastIsToldOnceAndHeardAgainLater() {
        for (int i = 0; i < 70; i++) {
            scene.ann().says(scene.home(), "!dibs who-is-using dev-signing");
        }
        scene.settle();

        assertThat(scene.said(scene.ann(), scene.home())).hasSize(61);
        assertThat(scene.said(scene.ann(), scene.home()).getLast()).contains("in a minute");
        assertThat(scene.answer(scene.bob(), scene.home(), "!claim dev-signing"))
                .contains("dev-signing");
        scene.clock().advance(Duration.ofMinutes(1));
        assertThat(scene.answer("!dibs who-is-using dev-signing")).contains("bob");
    }

    @Test
    void whoIsInARoomByInvitationMayClaimAndOthersAsk() {
        FakePerson cem = scene.server().person("cem");
        RoomId direct = scene.direct(cem);

        assertThat(scene.answer(cem, direct, "claim dev-signing")).contains("role claim");
        assertThat(scene.holder("dev-signing")).isEmpty();
        assertThat(scene.answer(cem, direct, "who-is-using dev-signing")).contains("dev-signing");

        scene.ann().invites(scene.home(), cem.id());
        cem.joins(scene.home());
        scene.settle();
        scene.answer(cem, direct, "claim dev-signing");
        assertThat(scene.holder("dev-signing")).contains("matrix:@cem:hs.test");
    }

    @Test
    void powerInARoomIsNoRole() {
        FakePerson eve = scene.server().person("eve");
        RoomId own = eve.creates(NewRoom.named("Eve's own").with(scene.dibs()));
        scene.settle();

        assertThat(scene.answer(eve, own, "!claim dev-signing")).isNotEmpty();
        assertThat(scene.holder("dev-signing")).isEmpty();
    }

    @Test
    void beforeAnybodysEyesOnlyNamesAndEndsAreSaid() {
        RoomId open = scene.ann().creates(NewRoom.named("Town square").opened().with(scene.dibs()));
        scene.bob().joins(open);
        scene.settle();

        String answer = scene.answer(scene.ann(), open, "!claim dev-signing for 2h the secret embargoed fix");

        assertThat(answer).contains("dev-signing").doesNotContain("embargoed");
        assertThat(scene.holder("dev-signing")).contains(ANN);
        assertThat(scene.answer(scene.bob(), open, "!dibs history dev-signing")).doesNotContain("embargoed");
        assertThat(scene.messages(scene.ann(), open).getFirst().reactions()).isEmpty();
    }

    @Test
    void aReactionDoesWhatStandsBesideItForWhomItWasOfferedTo() {
        scene.answer("!claim dev-signing for 2h");
        scene.answer(scene.bob(), scene.home(), "!claim dev-signing");
        Message refusal = scene.messages(scene.bob(), scene.home()).getLast();
        assertThat(refusal.reactions()).containsKey("⏳");

        scene.ann().reacts(scene.home(), refusal.id(), "⏳");
        scene.settle();
        assertThat(scene.rows("select person_id from waiting")).isEmpty();

        scene.bob().reacts(scene.home(), refusal.id(), "⏳");
        scene.settle();
        assertThat(scene.rows("select account.id from waiting join account using (person_id)"))
                .containsExactly(BOB);
        assertThat(scene.messages(scene.bob(), scene.home()).getLast().answers())
                .contains(refusal.id());
    }

    @Test
    void whoseWordsBreakSomethingIsToldAndEverybodyElseHeard() {
        scene.server().faults().dieAfter("zone", new StackOverflowError("ordered by the test"));
        scene.ann().says(scene.home(), "!claim dev-signing");
        scene.bob().says(scene.home(), "!claim dev-beetmover");
        scene.settle();

        assertThat(scene.said(scene.ann(), scene.home()))
                .anyMatch(text -> text.contains("broke") && text.contains("leases mine"));
        assertThat(scene.holder("dev-beetmover")).contains(BOB);
    }

    @Test
    void whateverBreaksWhileReadingDibsGoesOnToRead() {
        scene.server().faults().dieAfter("sync", new StackOverflowError("ordered by the test"));
        scene.platform().start();
        scene.ann().says(scene.home(), "!claim dev-signing");

        assertThat(scene.server()
                        .await(() -> scene.said(scene.ann(), scene.home()).size() == 1, Duration.ofSeconds(20)))
                .isTrue();
    }

    @Test
    void aReactionThatIsOverChangesNothing() {
        scene.answer("!claim dev-signing for 2h");
        Message grant = scene.messages(scene.ann(), scene.home()).getLast();
        scene.answer("!unclaim dev-signing");
        scene.answer(scene.bob(), scene.home(), "!claim dev-signing for 1h");

        scene.ann().reacts(scene.home(), grant.id(), "🔓");
        scene.ann().reacts(scene.home(), grant.id(), "🎉");
        scene.ann().reacts(scene.home(), "$nothing", "🔓");
        scene.settle();

        assertThat(scene.holder("dev-signing")).contains(BOB);
    }
}
