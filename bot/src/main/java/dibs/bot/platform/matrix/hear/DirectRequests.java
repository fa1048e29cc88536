package dibs.bot.platform.matrix.hear;

import static dibs.bot.reply.Inline.code;

import dibs.backend.intake.Sending;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.room.DirectRooms;
import dibs.bot.platform.matrix.say.Hearers;
import dibs.bot.platform.matrix.say.Relation;
import dibs.bot.platform.matrix.say.Saying;
import dibs.bot.reply.Block;
import dibs.bot.reply.Reader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens direct rooms that are not encrypted, for whoever asks for one. */
final class DirectRequests {
    private final DirectRooms directs;
    private final Saying saying;
    private final Journal journal;
    private final Talking talking;
    private final Replies replies;
    private final ZoneId zone;

    DirectRequests(Means means, Journal journal, Talking talking, Replies replies) {
        this.directs = means.directs();
        this.saying = means.saying();
        this.zone = means.zone();
        this.journal = journal;
        this.talking = talking;
        this.replies = replies;
    }

    /** Opens one for the event's sender and says so where it was asked; the word for how it came out. */
    String asked(Heard heard, Relation to) {
        UserId person = heard.event().sender();
        List<Sending> sendings = new ArrayList<>();
        Block words;
        String outcome = "shown";
        if (directs.with(person) instanceof Sent.Done<RoomId> room) {
            words = room.result().equals(heard.room())
                    ? Block.say("This is our direct room: just type.")
                    : Block.say("There is a direct room for us that is not encrypted: take the invitation, and type"
                            + " there.");
            if (!room.result().equals(heard.room())) {
                sendings.addAll(greeting(heard.event().id(), room.result()));
            }
        } else {
            outcome = "failed";
            words = Block.say("I cannot open a direct room for us now: try again in a minute.");
        }
        sendings.addAll(talking.words(heard, to, List.of(words), List.of()));
        journal.note(journal.event(heard, outcome, Optional.empty()), sendings, List.of());
        return outcome;
    }

    /** What stands in a direct room first. */
    List<Sending> greeting(String cause, RoomId room) {
        Block words = Block.say(
                "Here you can type commands as they are, such as {}: nobody else reads along, and I can read it, since"
                        + " this room is not encrypted.",
                code("leases mine"));
        return replies.of(
                cause,
                ".direct",
                room,
                saying.words(List.of(words), List.of(), new Reader(zone, journal.now()), Hearers.ONE, Optional.empty()),
                Optional.empty(),
                journal.now());
    }
}
