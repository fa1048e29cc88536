package dibs.bot.platform.matrix.hear;

import dibs.backend.intake.RoomNote;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.room.Places;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rooms that were replaced by others, as upgrades do: Dibs goes along, and takes the new one for the old one. */
final class Moves {
    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);
    private static final String SUCCESSOR = "successor";

    private final Homeserver homeserver;
    private final Places places;
    private final Journal journal;

    Moves(Means means, Journal journal) {
        this.homeserver = means.homeserver();
        this.places = means.places();
        this.journal = journal;
    }

    /** Takes up what is remembered of them. */
    void recall() {
        for (Map.Entry<String, RoomNote> note : journal.remembered(SUCCESSOR).entrySet()) {
            places.replaced(
                    new RoomId(note.getKey()), new RoomId(note.getValue().value()));
        }
    }

    /** A room was replaced. */
    void replaced(Heard heard) {
        Optional<RoomId> successor = Optional.of(
                        heard.event().content().path("replacement_room").asString(""))
                .filter(room -> room.startsWith("!") && heard.event().stateKey().isPresent())
                .map(RoomId::new);
        if (successor.isEmpty()) {
            return;
        }
        journal.note(
                journal.event(heard, "replaced", Optional.empty()),
                List.of(),
                List.of(),
                tx -> journal.remember(
                        tx, heard.room(), SUCCESSOR, successor.get().value()));
        places.replaced(heard.room(), successor.get());
        enter(successor.get());
    }

    /** Where it takes an invitation, that is taken when it comes. */
    private void enter(RoomId room) {
        if (homeserver.join(room.value()) instanceof Sent.Refused<RoomId> refused) {
            LOG.atInfo()
                    .addKeyValue("room", room)
                    .addKeyValue("why", refused.error())
                    .log("waiting to be invited");
        }
    }

    /** Whether the room has taken the place of another that Dibs was in. */
    boolean isSuccessor(RoomId room) {
        return places.replacements().containsValue(room);
    }
}
