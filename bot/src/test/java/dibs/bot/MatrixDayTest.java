package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What people of one team do on Matrix in a day, and what each of them sees of it. */
class MatrixDayTest {
    private static final Duration A_MOMENT = Duration.ofSeconds(6);

    private final MatrixScene scene = new MatrixScene();
    private final FakePerson ann = scene.ann();
    private final FakePerson bob = scene.bob();
    private final FakePerson cleo = scene.server().person("cleo");
    private final RoomId releng = scene.home();
    private final MatrixDiary diary = new MatrixDiary(scene.clock());

    @AfterEach
    void close() {
        scene.close();
    }

    private void says(FakePerson person, RoomId room, String line) {
        person.says(room, line);
        after(A_MOMENT);
        diary.note(person.id() + " types: " + line);
    }

    private void after(Duration length) {
        scene.settle();
        scene.clock().advance(length);
        scene.settle();
    }

    /** Dibs' last message there that has that to press. */
    private Message offer(FakePerson person, RoomId room, String emoji) {
        return person.reads(room, scene.dibs()).stream()
                .filter(message -> message.reactions().containsKey(emoji))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private void presses(FakePerson person, RoomId room, String emoji) {
        person.reacts(room, offer(person, room, emoji).id(), emoji);
        after(A_MOMENT);
        diary.note(person.id() + " presses " + emoji);
    }

    /** The room in which Dibs tells that person things; the person comes in. */
    private RoomId direct(FakePerson person) {
        List<RoomId> rooms =
                scene.server().as(scene.dibs()).accountData("m.direct") instanceof Sent.Done<ObjectNode> list
                        ? list.result()
                                .path(person.id().value())
                                .valueStream()
                                .map(room -> new RoomId(room.asString()))
                                .toList()
                        : List.of();
        person.joins(rooms.getFirst());
        diary.watches("the direct room of " + person.id(), rooms.getFirst(), person);
        return rooms.getFirst();
    }

    @Test
    void aDay() {
        ann.livesIn(ZoneId.of("Europe/Berlin"));
        bob.livesIn(ZoneId.of("America/Vancouver"));
        cleo.livesIn(ZoneId.of("Asia/Tokyo"));
        RoomId lobby = ann.creates(NewRoom.named("Lobby").opened().with(scene.dibs()));
        scene.settle();
        cleo.joins(lobby);
        diary.watches("Release engineering", releng, bob);
        diary.watches("the lobby, which anybody may join", lobby, cleo);
        after(A_MOMENT);
        diary.note("Dibs is there");

        says(ann, releng, "!claim dev-signing for 3h10m testing the <new> signer & \"more\"");
        says(bob, releng, "!claim dev-signing");
        presses(ann, releng, "⏳");
        presses(bob, releng, "⏳");
        presses(bob, releng, "👋");
        RoomId annsOwn = direct(ann);
        diary.note("ann opens her direct room");

        says(ann, annsOwn, "handover dev-signing @bob:hs.test");
        RoomId bobsOwn = direct(bob);
        diary.note("bob opens his direct room");
        String question = bob.says(releng, "can I push my branch of the signer?");
        scene.settle();
        ann.says(releng, question, "!dibs who-is-using dev-signing");
        after(A_MOMENT);
        diary.note("ann asks in a thread");
        says(cleo, lobby, "!dibs who-is-using dev-signing");
        says(cleo, lobby, "!claim dev-tree for a secret");

        presses(bob, bobsOwn, "✅");
        presses(bob, bobsOwn, "⏱️");
        says(ann, annsOwn, "wait dev-signing");
        says(bob, releng, "!dibs release dev-signing");
        after(Duration.ofMinutes(1));
        diary.note("a minute later");
        presses(ann, annsOwn, "✅");
        after(Duration.ofHours(10));
        diary.note("the day is over");

        assertThat(scene.server().calls("send"))
                .allMatch(call -> !call.outcome().toString().startsWith("Refused"));
        diary.holds("day");
    }
}
