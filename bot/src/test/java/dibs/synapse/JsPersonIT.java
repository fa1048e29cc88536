package dibs.synapse;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.fakematrix.Json;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A client that others wrote takes part in rooms of the homeserver that the tests use, and shows who is pinged. */
class JsPersonIT {
    @Test
    void itSpeaksReactsAndIsPinged() {
        try (Synapse synapse = Synapse.start()) {
            SynapsePerson ann = synapse.register("ann");
            try (JsPerson bob = JsPerson.of(synapse.register("bob"), synapse)) {
                RoomId room = ann.creates(NewRoom.named("releng").with(bob.id()));
                bob.joins(room);
                String said = bob.says(room, "hello");
                ObjectNode ping = Json.text("yours");
                ping.putObject("m.mentions").putArray("user_ids").add(bob.id().value());
                ObjectNode quiet = Json.text("bob is not meant");
                quiet.putObject("m.mentions");
                ann.sends(room, "m.room.message", quiet);
                String pinging = ann.sends(room, "m.room.message", ping);

                JsonNode passing = bob.hears(ann.id(), "bob is not meant");
                JsonNode pinged = bob.hears(ann.id(), "yours");
                bob.reacts(room, pinging, "✅");

                assertThat(passing.path("pinged").asBoolean()).isFalse();
                assertThat(pinged.path("pinged").asBoolean()).isTrue();
                assertThat(ann.reads(room, bob.id())).extracting(Message::id).containsExactly(said);
                assertThat(ann.reads(room).getLast().reactions().keySet()).containsExactly("✅");
            }
        }
    }
}
