package dibs.bot.platform.matrix.hear;

import dibs.backend.intake.RoomNote;
import dibs.backend.intake.Sending;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.say.Relation;
import dibs.bot.reply.Action;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Encrypted rooms, which Dibs cannot read: it says so once, and at most once a day to who talks there all the same. */
final class Secrecy {
    /** What is remembered of such a room. */
    static final String ENCRYPTED = "encrypted";

    private static final Duration AGAIN = Duration.ofDays(1);

    private final Journal journal;
    private final Talking talking;

    Secrecy(Journal journal, Talking talking) {
        this.journal = journal;
        this.talking = talking;
    }

    /** Encryption was switched on. */
    void begun(Heard heard) {
        say(heard);
    }

    /** Something was said that Dibs cannot read. */
    void unreadable(Heard heard) {
        say(heard);
    }

    /**
     * Something was asked there that Dibs can read: reactions are never encrypted, and some programs encrypt nothing; or nobody knows
     * whether it is encrypted, and who reads along.
     *
     * @param known whether it is known what is so in the room
     */
    String declined(Heard heard, Relation to, boolean known) {
        String why = known
                ? "This room is encrypted, and what I say is not"
                : "The homeserver does not tell me who reads along here";
        List<Sending> sendings = talking.words(
                heard,
                to,
                List.of(Block.say(
                        why
                                + ": this was not done, and nothing about leases is said here. Ask in a direct room"
                                + " for us: {} opens one.",
                        Inline.code("dm"))),
                List.of(Action.of(Action.Kind.DIRECT, "Open a direct room for us", "dm")));
        String outcome = known ? ENCRYPTED : "unknown-room";
        journal.note(journal.event(heard, outcome, Optional.empty()), sendings, List.of());
        return outcome;
    }

    private void say(Heard heard) {
        RoomId room = heard.room();
        Optional<RoomNote> before = journal.remembered(room, ENCRYPTED);
        boolean said = before.filter(note -> journal.now().isBefore(note.at().plus(AGAIN)))
                .isPresent();
        if (said) {
            return;
        }
        List<Sending> sendings = talking.words(
                heard,
                heard.relation(),
                List.of(Block.say(
                        "This room is encrypted, and I cannot read encrypted messages: whatever is asked here, I do"
                                + " not hear. Reactions I do see; and in a room that is not encrypted, {} opens a direct"
                                + " room too.",
                        Inline.code("dm"))),
                List.of(Action.of(Action.Kind.DIRECT, "Open a direct room for us", "dm")),
                Optional.empty());
        journal.note(
                journal.event(heard, "unreadable", Optional.empty()),
                sendings,
                List.of(),
                tx -> journal.remember(tx, room, ENCRYPTED, heard.event().id()));
    }
}
