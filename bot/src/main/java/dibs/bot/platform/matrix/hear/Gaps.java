package dibs.bot.platform.matrix.hear;

import dibs.backend.intake.RoomNote;
import dibs.backend.intake.Sending;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.Sent.Trouble;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rooms of which the homeserver does not tell what happened. All rooms wait for one of them a few times; then it is said, there and to
 * those who look after Dibs, that something was not heard, and reading goes on. For one thread.
 */
final class Gaps {
    private static final Logger LOG = LoggerFactory.getLogger(Gaps.class);
    private static final int PATIENCE = 3;
    private static final Duration TOLD_EVERY = Duration.ofMinutes(10);

    /** What is remembered of such a room. */
    private static final String GAP = "gap";

    private final Journal journal;
    private final Caretakers caretakers;
    private final Map<RoomId, Integer> failures = new HashMap<>();

    Gaps(Journal journal, Caretakers caretakers) {
        this.journal = journal;
        this.caretakers = caretakers;
    }

    /** The room was read. */
    void read(RoomId room) {
        failures.remove(room);
    }

    /**
     * The room could not be read.
     *
     * @throws Unfinished while everybody waits for it
     */
    void failed(RoomId room, Sent.Later<?> later) {
        // Where the homeserver is asked too often, it is not about the room.
        if (later.trouble() == Trouble.LIMIT || failures.merge(room, 1, Integer::sum) < PATIENCE) {
            throw new Unfinished(later.retryAfter(), later.why());
        }
    }

    /**
     * Something that happened in the room stays unheard.
     *
     * @param where the same for the same gap
     * @param why for those who look after Dibs
     */
    void lost(RoomId room, String where, String why) {
        LOG.atWarn().addKeyValue("room", room).addKeyValue("why", why).log("a gap stays unheard");
        Optional<RoomNote> before = journal.remembered(room, GAP);
        if (before.filter(note -> journal.now().isBefore(note.at().plus(TOLD_EVERY)))
                .isPresent()) {
            return;
        }
        String cause = GAP + room + where;
        List<Sending> sendings = new ArrayList<>(caretakers.in(
                room,
                cause,
                ".gap",
                Line.of("Not all that was said here a while ago could be read: whatever of it was meant for me and has"
                        + " no answer was not done. Type it again.")));
        sendings.addAll(caretakers.words(
                cause,
                Optional.of(room),
                Line.of(
                        "I could not read all that was said in {} ({}): who had asked me something there is told to"
                                + " type it again.",
                        Inline.text(caretakers.called(room)),
                        Inline.text(why))));
        journal.send(sendings, tx -> journal.remember(tx, room, GAP, where));
    }
}
