package dibs.bot.platform.matrix.hear;

import dibs.backend.transaction.StoreException;
import dibs.bot.command.CommandParser;
import dibs.bot.command.Inbound;
import dibs.bot.command.Verb;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.say.Relation;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears one event after the other, each once, and does what it asks for. */
final class Ear {
    private static final Logger LOG = LoggerFactory.getLogger(Ear.class);

    private static final Set<String> SAID = Set.of("m.room.message", "m.reaction");

    private final Self self;
    private final Journal journal;
    private final Hearing hearing;
    private final Talking talking;
    private final Lateness lateness;
    private final Budget budget;
    private final DirectRequests directRequests;
    private final Presses presses;
    private final Edits edits;
    private final Redactions redactions;
    private final Secrecy secrecy;
    private final Moves moves;

    Ear(Self self, Means means, Journal journal, Gaps gaps) {
        this.self = self;
        this.journal = journal;
        this.hearing = new Hearing(self, means.rooms(), means.places());
        Replies replies = new Replies(self.account());
        this.talking = new Talking(means, hearing, journal, replies);
        this.lateness = new Lateness(means.conversation(), journal, talking);
        this.budget = new Budget(means.perMinute(), means.clock());
        this.directRequests = new DirectRequests(means, journal, talking, replies);
        this.presses = new Presses(means.directory(), journal, this::say);
        this.edits = new Edits(means.homeserver(), journal, gaps, hearing, talking, this::say);
        this.redactions = new Redactions(journal, hearing, talking);
        this.secrecy = new Secrecy(journal, talking);
        this.moves = new Moves(means, journal);
    }

    Hearing hearing() {
        return hearing;
    }

    Moves moves() {
        return moves;
    }

    DirectRequests directRequests() {
        return directRequests;
    }

    /**
     * Hears an event; nothing happens where it was heard before.
     *
     * @throws StoreException when the store broke: then it is to be heard again
     * @throws Unfinished when the homeserver has to say something first: then too
     */
    void hear(Heard heard) {
        Event event = heard.event();
        if (event.sender().equals(self.user()) || journal.find(event.id()).isPresent()) {
            return;
        }
        try {
            dispatch(heard);
        } catch (StoreException | Unfinished again) {
            throw again;
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.error("an event could not be heard: it is left", broken);
            journal.note(heard, "failed");
        }
    }

    /** What breaks while a line is done would break again: whoever said it is told, and everybody else is heard. */
    private String broken(Heard heard, Throwable broken) {
        LOG.error("what was said could not be done: it is left", broken);
        talking.say(
                heard,
                "failed",
                Block.say(
                        "Something in me broke while I did that, and I cannot say how far it came: look with {}, and"
                                + " then type it again.",
                        Inline.code("leases mine")));
        return "failed";
    }

    private void dispatch(Heard heard) {
        if (SAID.contains(heard.event().type())) {
            hearing.settle(heard.room());
        }
        switch (heard.event().type()) {
            case "m.room.message" -> message(heard);
            case "m.reaction" -> presses.press(heard);
            case "m.room.redaction" -> redactions.redacted(heard);
            case "m.room.encrypted" -> secrecy.unreadable(heard);
            case "m.room.encryption" -> secrecy.begun(heard);
            case "m.room.tombstone" -> moves.replaced(heard);
            default -> {
                // nothing that anybody says
            }
        }
    }

    private void message(Heard heard) {
        Event event = heard.event();
        if (Edits.isEdit(event)) {
            edits.edited(heard);
            return;
        }
        // Where it was edited before it was heard, only the edited words count.
        Optional<Event> edit =
                event.content().isEmpty() ? Optional.empty() : heard.edit().or(() -> Edits.bundled(event));
        var content = edit.map(Edits::content).orElse(event.content());
        hearing.spoken(heard.room(), content).ifPresent(spoken -> {
            edit.ifPresent(later -> journal.note(new Heard(heard.room(), later), "edit"));
            say(heard, spoken, Optional.empty(), heard.relation());
        });
    }

    /** Has the line done that the event says, or what becomes of it instead; the word for how it came out. */
    private String say(Heard heard, Spoken spoken, Optional<Inbound.About> about, Relation to) {
        switch (budget.next(heard.event().sender())) {
            case DO -> {
                // below
            }
            case SAY_SO -> {
                talking.say(
                        heard,
                        "too-often",
                        Block.say("That is more than I do for one person in a minute: this was not done, and nothing of"
                                + " what follows until then is. Type it again in a minute."));
                return "too-often";
            }
            case LEAVE -> {
                journal.note(heard, "too-often");
                return "too-often";
            }
        }
        boolean direct =
                CommandParser.alone(spoken.line()).filter(Verb.DM::equals).isPresent();
        if (!direct && hearing.state(heard.room()).mute()) {
            return secrecy.declined(heard, to, hearing.state(heard.room()).known());
        }
        Lateness.Verdict verdict = lateness.of(spoken.line(), heard.event().sent());
        switch (verdict) {
            case TELL -> lateness.tell(heard);
            case LEAVE -> journal.note(heard, "late");
            case RUN, OFFER -> {
                try {
                    return direct
                            ? directRequests.asked(heard, to)
                            : talking.answer(
                                    new Talking.Turn(heard, spoken, about, to, verdict == Lateness.Verdict.OFFER));
                } catch (StoreException | Unfinished again) {
                    throw again;
                } catch (RuntimeException | StackOverflowError broken) {
                    return broken(heard, broken);
                }
            }
        }
        return "late";
    }

    /** Has a line done. */
    @FunctionalInterface
    interface Saying {
        String say(Heard heard, Spoken spoken, Optional<Inbound.About> about, Relation to);
    }
}
