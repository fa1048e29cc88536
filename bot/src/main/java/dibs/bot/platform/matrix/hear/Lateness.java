package dibs.bot.platform.matrix.hear;

import dibs.bot.command.Conversation;
import dibs.bot.command.Verb;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.reply.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of what was said some time ago: what gives back is done, what takes or changes something is offered, and questions are
 * not answered any more, but the room is told that they were heard.
 */
final class Lateness {
    /** As long as somebody may still look at the answer. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private static final Duration VERY_OLD = Duration.ofDays(1);
    private static final Duration TOLD_EVERY = Duration.ofMinutes(10);
    private static final String TOLD = "away";

    /** They change nothing, or nothing but what is shown to who asks. */
    private static final Set<Verb> QUESTIONS = EnumSet.of(
            Verb.WHO_IS_USING,
            Verb.LEASES,
            Verb.ENV,
            Verb.IMPACT,
            Verb.HISTORY,
            Verb.IS_SAFE,
            Verb.ASK,
            Verb.POLICY,
            Verb.HELP,
            Verb.DM);

    private final Conversation conversation;
    private final Journal journal;
    private final Talking talking;

    Lateness(Conversation conversation, Journal journal, Talking talking) {
        this.conversation = conversation;
        this.journal = journal;
        this.talking = talking;
    }

    /** What becomes of a line. */
    enum Verdict {
        /** It is done. */
        RUN,
        /** It is kept until who said it confirms it. */
        OFFER,
        /** It is left, and the room told once. */
        TELL,
        /** It is left: nobody waits for it any more. */
        LEAVE
    }

    /** @param sent what the sender's server claims; a moment ahead of our clock is as good as now */
    Verdict of(String line, Instant sent) {
        Duration age = Duration.between(sent, journal.now());
        if (age.compareTo(FRESH) <= 0) {
            return Verdict.RUN;
        }
        Optional<Verb> verb = conversation.verb(line);
        if (verb.filter(Verb.UNCLAIM::equals).isPresent()) {
            return Verdict.RUN;
        }
        boolean veryOld = age.compareTo(VERY_OLD) > 0;
        boolean question = verb.isEmpty() || QUESTIONS.contains(verb.get());
        if (question) {
            return veryOld ? Verdict.LEAVE : Verdict.TELL;
        }
        return veryOld ? Verdict.TELL : Verdict.OFFER;
    }

    /** Tells the room that something was heard too late, unless that was told a few minutes ago. */
    void tell(Heard heard) {
        RoomId room = heard.room();
        boolean told = journal.remembered(room, TOLD)
                .filter(note -> journal.now().isBefore(note.at().plus(TOLD_EVERY)))
                .isPresent();
        if (told) {
            journal.note(heard, "late");
            return;
        }
        Block words =
                Block.say("I was away for a while, and what was asked here meanwhile is not answered any more: whatever"
                        + " you still want to know or have, type it again.");
        journal.note(
                journal.event(heard, "late", Optional.empty()),
                talking.words(heard, heard.relation(), List.of(words), List.of()),
                List.of(),
                tx -> journal.remember(tx, room, TOLD, heard.event().id()));
    }
}
