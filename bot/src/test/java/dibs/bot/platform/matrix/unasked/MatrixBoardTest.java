package dibs.bot.platform.matrix.unasked;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.bot.Talk;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.fakematrix.Call;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.FakeServer;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The board of a home room, while people claim and the homeserver is slow to take what is said. */
class MatrixBoardTest {
    private final Talk talk = new Talk(ConfigLoader.builtin());
    private final FakeServer server = new FakeServer(talk.clock());
    private final FakePerson dibs = server.person("dibs");
    private final FakePerson ann = server.person("ann");
    private Optional<OnHomeserver> program = Optional.empty();

    private RoomId home(NewRoom wanted) {
        RoomId room = ann.creates(wanted.with(dibs.id()));
        dibs.joins(room);
        OnHomeserver connected = new OnHomeserver(server.as(dibs.id()), dibs.id(), room, talk.clock());
        program = Optional.of(connected);
        talk.connect(connected.messenger(), connected.posts());
        talk.beat();
        return room;
    }

    @AfterEach
    void close() {
        program.ifPresent(OnHomeserver::close);
        talk.close();
    }

    private String board(RoomId room) {
        List<Message> all = ann.reads(room, dibs.id());
        assertThat(all).hasSize(1);
        return all.getFirst().body();
    }

    private int sent() {
        List<Call.Ended> calls = server.calls("send");
        return calls.size();
    }

    @Test
    void ofWhatChangedWhileTheHomeserverWantedAPauseOnlyTheLastIsSent() {
        RoomId room = home(NewRoom.named("releng"));
        server.faults().tooOften(1, Optional.of(Duration.ofSeconds(30)));
        int before = sent();
        for (String name : List.of("dev-signing", "dev-tree", "dev-lando")) {
            talk.say("ann", "claim " + name + " for 2h");
            talk.beat();
            talk.clock().advance(Duration.ofSeconds(3));
        }
        assertThat(sent() - before).as("asked once").isEqualTo(1);
        assertThat(board(room)).startsWith("Nothing is held");

        talk.clock().advance(Duration.ofMinutes(1));
        talk.beat();
        assertThat(sent() - before).as("one edit for all").isEqualTo(2);
        assertThat(board(room)).contains("dev-signing: ann", "dev-tree: ann", "dev-lando: ann");
    }

    @Test
    void whereAnybodyReadsAlongItHasNamesHoldersAndEnds() {
        RoomId room = home(NewRoom.named("lobby").readableByAll());
        talk.say("ann", "claim dev-signing for 2h a secret purpose");
        talk.say("bob", "wait dev-signing");
        talk.beat();
        assertThat(board(room))
                .startsWith("Held now:\n- dev-signing: ann until Mon 23 Nov 12:00 (Berlin).\nAs of")
                .doesNotContain("secret", "wait");
    }

    @Test
    void aRoomThatIsOpenedLaterForgetsItsPurposes() {
        RoomId room = home(NewRoom.named("releng"));
        talk.say("ann", "claim dev-signing for 2h a secret purpose");
        talk.beat();
        assertThat(board(room)).contains("a secret purpose");

        ann.opens(room, true);
        program.orElseThrow().rooms().forget(room); // as hearing of it does
        talk.beat();
        assertThat(board(room)).contains("dev-signing: ann until").doesNotContain("secret");
    }
}
