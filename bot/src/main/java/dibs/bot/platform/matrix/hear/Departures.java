package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rooms that Dibs was shown out of: leases stay as they are, and the control room is told. */
final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final Self self;
    private final Means means;
    private final Journal journal;
    private final Caretakers caretakers;

    Departures(Self self, Means means, Journal journal, Caretakers caretakers) {
        this.self = self;
        this.means = means;
        this.journal = journal;
        this.caretakers = caretakers;
    }

    /** Hears of rooms that Dibs is no longer in, each with the last that it saw there. */
    void heard(Map<RoomId, List<Event>> left) {
        left.forEach((room, events) -> events.stream()
                .filter(event -> event.type().equals("m.room.member"))
                .filter(event -> event.stateKey().equals(Optional.of(self.user().value())))
                .filter(event -> !event.sender().equals(self.user()))
                .filter(event -> journal.find(event.id()).isEmpty())
                .reduce((first, second) -> second)
                .ifPresent(event -> shownOut(new Heard(room, event))));
        left.keySet().forEach(means.rooms()::forget);
    }

    private void shownOut(Heard heard) {
        Event event = heard.event();
        LOG.atWarn()
                .addKeyValue("room", heard.room())
                .addKeyValue("by", event.sender())
                .log("Dibs was shown out of a room");
        String reason = event.content().path("reason").asString("");
        Line line = Line.of(
                "I was shown out of {} by {}{}: nothing is heard or announced there any more. All leases stay as they"
                        + " are.",
                Inline.text(caretakers.called(heard.room())),
                Inline.text(event.sender().value()),
                Inline.text(reason.isBlank() ? "" : " (" + reason.substring(0, Math.min(reason.length(), 200)) + ")"));
        journal.note(
                journal.event(heard, "shown-out", Optional.empty()),
                caretakers.words(event.id(), Optional.of(heard.room()), line),
                List.of());
    }
}
