package dibs.bot.platform.matrix.hear;

import dibs.backend.intake.Sending;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.room.RoomState;
import dibs.bot.platform.matrix.say.Hearers;
import dibs.bot.platform.matrix.say.Said;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import dibs.bot.reply.Reader;
import java.util.List;
import java.util.Optional;

/** Those who look after Dibs, in the control room: what they are to know of what Dibs cannot mend. */
final class Caretakers {
    private final Means means;
    private final Journal journal;
    private final Replies replies;

    Caretakers(Self self, Means means, Journal journal) {
        this.means = means;
        this.journal = journal;
        this.replies = new Replies(self.account());
    }

    /**
     * What is to be sent so that they know; nothing where there is no control room that may be spoken in.
     *
     * @param cause the same for the same word, however often it comes up
     * @param about the room that it is about, where it is about one
     */
    List<Sending> words(String cause, Optional<RoomId> about, Line line) {
        return means.places()
                .control()
                .filter(control -> !about.equals(Optional.of(control)))
                .map(control -> in(control, cause, ".control", line))
                .orElse(List.of());
    }

    /** The same in any room; nothing where nobody may hear it. */
    List<Sending> in(RoomId room, String cause, String part, Line line) {
        RoomState state = means.rooms().of(room);
        Hearers hearers = state.open() ? Hearers.ANYBODY : Hearers.MEMBERS;
        List<Said> said = means.saying()
                .words(
                        List.of(Block.say(line)),
                        List.of(),
                        new Reader(means.zone(), journal.now()),
                        hearers,
                        Optional.empty());
        return state.mute() ? List.of() : replies.of(cause, part, room, said, Optional.empty(), journal.now());
    }

    /** What people call the room. */
    String called(RoomId room) {
        return means.rooms().of(room).name().orElse(room.value());
    }
}
