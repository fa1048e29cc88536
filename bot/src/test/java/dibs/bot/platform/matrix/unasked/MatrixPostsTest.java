package dibs.bot.platform.matrix.unasked;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.bot.Talk;
import dibs.bot.announcement.Posted;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Reader;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.FakeServer;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import dibs.testkit.FakeClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Announcements as people in rooms see them. */
class MatrixPostsTest {
    private final FakeClock clock = new FakeClock(Talk.MONDAY);
    private final FakeServer server = new FakeServer(clock);
    private final FakePerson dibs = server.person("dibs");
    private final FakePerson ann = server.person("ann");
    private final RoomId releng = room(NewRoom.named("releng"));
    private OnHomeserver program = program();

    private OnHomeserver program() {
        return new OnHomeserver(server.as(dibs.id()), dibs.id(), releng, clock);
    }

    private RoomId room(NewRoom room) {
        RoomId id = ann.creates(room.with(dibs.id()));
        dibs.joins(id);
        return id;
    }

    @AfterEach
    void close() {
        program.close();
    }

    private Posted posts(RoomId room, String words) {
        return program.posts().post(MatrixId.conversation(room), "board", blocks(words), reader());
    }

    private Posted updates(String id, String words) {
        clock.advance(Duration.ofSeconds(1));
        return program.posts().update(MatrixId.conversation(releng), id, "board", blocks(words), reader());
    }

    private static List<Block> blocks(String words) {
        return List.of(Block.say("{}", Inline.text(words)));
    }

    private Reader reader() {
        return new Reader(ZoneId.of("Europe/Berlin"), clock.instant());
    }

    private static String id(Posted posted) {
        assertThat(posted).isInstanceOf(Posted.Accepted.class);
        return ((Posted.Accepted) posted).messageId();
    }

    private List<String> heard() {
        return ann.reads(releng, dibs.id()).stream().map(Message::body).toList();
    }

    @Test
    void aBoardIsChangedInPlaceAlsoBackToWhatItWas() {
        String id = id(posts(releng, "one"));
        for (String words : List.of("two", "one", "two")) {
            assertThat(id(updates(id, words))).isEqualTo(id);
            assertThat(heard()).containsExactly(words);
        }
        assertThat(ann.reads(releng, dibs.id()).getFirst().kind()).isEqualTo("m.notice");
    }

    @Test
    void aBoardThatSomebodyTookBackIsGoneAndTheNextOneIsChangedAgain() {
        String id = id(posts(releng, "one"));
        ann.redacts(releng, id);
        assertThat(updates(id, "two")).isInstanceOf(Posted.MessageGone.class);

        ConversationId conversation = MatrixId.conversation(releng);
        String second = id(program.posts().post(conversation, "board.2", blocks("two"), reader()));
        assertThat(second).isNotEqualTo(id);
        assertThat(id(program.posts().update(conversation, second, "board.2", blocks("three"), reader())))
                .isEqualTo(second);
        assertThat(heard()).containsExactly("three");
    }

    @Test
    void aStoreThatWasBegunAnewFindsItsBoardAndWritesItAnew() {
        String id = id(posts(releng, "what was true then"));
        program.close();
        program = program();
        assertThat(id(posts(releng, "what is true now"))).isEqualTo(id);
        assertThat(heard()).containsExactly("what is true now");
    }

    @Test
    void whatFollowsAnIncidentStandsInItsThreadAndIsSaidOnce() {
        ConversationId conversation = MatrixId.conversation(releng);
        String first = id(program.posts().post(conversation, "incident:1", blocks("it fails"), reader()));
        String reply = id(program.posts().reply(conversation, first, "incident:1.2", blocks("it passes"), reader()));

        assertThat(heard()).containsExactly("it fails", "it passes");
        assertThat(ann.reads(releng, dibs.id()).getLast().thread()).contains(first);
        assertThat(id(program.posts().reply(conversation, first, "incident:1.2", blocks("it passes"), reader())))
                .isEqualTo(reply);
        assertThat(heard()).hasSize(2);
    }

    @Test
    void whetherAnybodyReadsAlongIsKnownFromTheRoom() {
        for (NewRoom open :
                List.of(NewRoom.named("open").opened(), NewRoom.named("read").readableByAll())) {
            assertThat(program.posts().outsiders(MatrixId.conversation(room(open))))
                    .contains(true);
        }
        assertThat(program.posts().outsiders(MatrixId.conversation(releng))).contains(false);
        assertThat(program.posts().outsiders(MatrixId.conversation(new RoomId("!nobody:hs.test"))))
                .contains(true);
        assertThat(program.posts().outsiders(new ConversationId("slack:T1:C1"))).isEqualTo(Optional.empty());
    }

    @Test
    void nothingIsAnnouncedWhereMessagesAreEncrypted() {
        RoomId locked = room(NewRoom.named("locked").locked());
        assertThat(posts(locked, "dev-signing")).isInstanceOf(Posted.Refused.class);
        assertThat(ann.reads(locked, dibs.id())).isEmpty();
    }

    @Test
    void withoutThePowerToPinThatIsSaid() {
        String id = id(posts(releng, "one"));
        assertThat(program.posts().pin(MatrixId.conversation(releng), id))
                .isInstanceOfSatisfying(
                        Posted.Refused.class,
                        refused -> assertThat(refused.said()).contains("m.room.pinned_events"));
    }

    @Test
    void whatOthersPinnedStaysPinned() {
        String other = ann.says(releng, "read this");
        ann.sets(releng, "m.room.pinned_events", "", pinned(other));
        var levels = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        levels.putObject("users").put(dibs.id().value(), 50).put(ann.id().value(), 100);
        ann.sets(releng, "m.room.power_levels", "", levels);
        String id = id(posts(releng, "one"));
        id(program.posts().pin(MatrixId.conversation(releng), id));
        id(program.posts().pin(MatrixId.conversation(releng), id));
        assertThat(server.calls("putState")).hasSize(1);
        assertThat(server.as(dibs.id())
                        .state(releng, "m.room.pinned_events", "")
                        .toString())
                .contains("[\"" + other + "\",\"" + id + "\"]");
    }

    private static tools.jackson.databind.node.ObjectNode pinned(String event) {
        var content = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        content.putArray("pinned").add(event);
        return content;
    }

    @Test
    void theRoomsOfTheSettingsAreHomes() {
        assertThat(program.posts().homes()).containsExactly(Home.of(new ConversationId("matrix:" + releng)));
        assertThat(program.posts().reaches(new ConversationId("matrix:" + releng)))
                .isTrue();
        assertThat(program.posts().reaches(new ConversationId("slack:T1:C1"))).isFalse();
    }
}
