package dibs.bot.platform.matrix.send;

import dibs.backend.intake.Offer;
import dibs.backend.intake.Sending;
import dibs.backend.intake.Sending.Kind;
import dibs.backend.intake.SendingRows.DeadSending;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.unasked.OnHomeserver;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.FakeServer;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import dibs.testkit.FakeClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an account sends into rooms of a homeserver in memory, with a clock that the test moves. */
abstract class QueueScene {
    final FakeClock clock = new FakeClock(Talk.MONDAY);
    final FakeServer server = new FakeServer(clock);
    final FakePerson dibs = server.person("dibs");
    final FakePerson ann = server.person("ann");
    final Homeserver homeserver = server.as(dibs.id());
    final AccountId self = AccountId.of("matrix", dibs.id().value());
    final RoomId releng = ann.creates(NewRoom.named("releng").with(dibs.id()));
    final OnHomeserver program;
    final SendQueue queue;

    QueueScene() {
        dibs.joins(releng);
        program = new OnHomeserver(homeserver, dibs.id(), releng, clock);
        queue = program.queue();
    }

    @AfterEach
    void close() {
        program.close();
    }

    void waits(String transaction, String words, Offer... offers) {
        waits(releng, transaction, words, offers);
    }

    void waits(RoomId room, String transaction, String words, Offer... offers) {
        Sending sending = new Sending(
                self,
                transaction,
                room.value(),
                Outgoing.MESSAGE,
                content(words).toString(),
                Kind.REPLY,
                List.of(offers),
                clock.instant());
        program.transactor().write(tx -> tx.sendings().put(sending));
    }

    static ObjectNode content(String words) {
        return JsonNodeFactory.instance.objectNode().put("msgtype", "m.notice").put("body", words);
    }

    List<String> heard() {
        return ann.reads(releng, dibs.id()).stream().map(Message::body).toList();
    }

    RoomId another(String name) {
        RoomId room = ann.creates(NewRoom.named(name).with(dibs.id()));
        dibs.joins(room);
        return room;
    }

    List<String> heard(RoomId room) {
        return ann.reads(room, dibs.id()).stream().map(Message::body).toList();
    }

    List<DeadSending> dead() {
        return program.transactor().read(tx -> tx.sendings().dead(self, 10));
    }

    Sent<String> says(Kind kind, String words) {
        return queue.call(kind, releng.value(), () -> homeserver.send(releng, Outgoing.MESSAGE, words, content(words)));
    }
}
