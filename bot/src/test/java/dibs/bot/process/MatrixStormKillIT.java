package dibs.bot.process;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.fakematrix.Json;
import dibs.fakematrix.NewRoom;
import dibs.synapse.Relay;
import dibs.synapse.Relay.Moment;
import dibs.synapse.Synapse;
import dibs.synapse.SynapsePerson;
import dibs.testkit.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;

/** A real homeserver, on the way to which requests are lost, and their answers, or neither comes for a long time. */
final class MatrixStormKillIT extends Storm {
    private static final int PEOPLE = Scale.of(5, 20);

    private final List<SynapsePerson> people = new ArrayList<>();
    private final List<RoomId> rooms = new ArrayList<>();
    private final Synapse synapse = Synapse.start();
    private final Relay relay = new Relay(synapse.address());
    private final SynapsePerson dibs = synapse.register("dibs");
    private volatile CountDownLatch held = new CountDownLatch(1);

    @AfterEach
    void shut() {
        relay.close();
        synapse.close();
    }

    @Override
    int people() {
        return PEOPLE;
    }

    @Override
    void open() {
        SynapsePerson lead = synapse.register("lead");
        RoomId releng = lead.creates(NewRoom.named("releng").with(dibs.id()));
        dibs.joins(releng);
        for (int number = 0; number < PEOPLE; number++) {
            SynapsePerson person = synapse.register("person" + number);
            lead.invites(releng, person.id());
            person.joins(releng);
            people.add(person);
        }
        home.with("MATRIX_HOMESERVER_URL", relay.address().toString())
                .with("MATRIX_ACCESS_TOKEN", dibs.token())
                .with("MATRIX_ROOMS", releng.value());
    }

    @Override
    void watch(RunningServer up) {
        for (SynapsePerson person : people) {
            RoomId room = person.creates(NewRoom.named("").between().with(dibs.id()));
            rooms.add(room);
            synapse.await(
                    "Dibs to join",
                    () -> person.sees(room).stream()
                            .anyMatch(event -> event.sender().equals(dibs.id())
                                    && Json.at(event.content(), "membership").equals("join")));
            person.says(room, "watch dev");
        }
    }

    @Override
    void trouble(int person, Random choice) {
        // The part of its id that needs no escapes.
        String room = rooms.get(person).value().replaceAll("^!|:.*", "");
        CountDownLatch until = choice.nextBoolean() ? held : new CountDownLatch(0);
        relay.at(
                choice.nextBoolean() ? Moment.ASKED : Moment.ANSWERED,
                exchanged -> exchanged.is("PUT", room) && exchanged.is("PUT", "/send/m.room.message/"),
                () -> await(until));
    }

    private static void await(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void letGo() {
        CountDownLatch before = held;
        held = new CountDownLatch(1);
        before.countDown();
    }

    @Override
    void heal() {
        relay.heals();
    }

    /** Answers are no notices. */
    @Override
    List<Told> told(int person) {
        return people.get(person).reads(rooms.get(person), dibs.id()).stream()
                .filter(message ->
                        message.thread().isEmpty() && message.answers().isEmpty())
                .map(message -> new Told(message.id(), message.body()))
                .toList();
    }
}
