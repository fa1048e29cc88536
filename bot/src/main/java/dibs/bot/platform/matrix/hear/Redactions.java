package dibs.bot.platform.matrix.hear;

import static dibs.bot.reply.Inline.name;

import dibs.backend.intake.HeardEvent;
import dibs.backend.intake.LeaseMeant;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.reply.Action;
import dibs.bot.reply.Block;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messages that were taken back. Whoever takes back their own claim is offered to give back what they got by it; whatever a
 * moderator removes, nothing is given back.
 */
final class Redactions {
    private static final Set<String> TAKING = Set.of("granted", "extended");

    private final Journal journal;
    private final Hearing hearing;
    private final Talking talking;

    Redactions(Journal journal, Hearing hearing, Talking talking) {
        this.journal = journal;
        this.hearing = hearing;
        this.talking = talking;
    }

    /** Hears that an event was taken back. */
    void redacted(Heard heard) {
        Event event = heard.event();
        Optional<HeardEvent> before =
                journal.find(event.content().path("redacts").asString(""));
        Optional<LeaseMeant> lease = before.filter(
                        it -> it.sender().equals(event.sender().value()))
                .filter(it -> TAKING.contains(it.outcome()))
                .flatMap(HeardEvent::lease);
        if (before.isEmpty()) {
            return;
        }
        if (lease.isEmpty()) {
            journal.note(heard, "redaction");
            return;
        }
        if (hearing.state(heard.room()).mute()) {
            talking.say(
                    heard,
                    "redaction",
                    Block.say("You took back your message, and what you got by it stays yours all the same."));
            return;
        }
        Action back = new Action(
                Action.Kind.UNCLAIM,
                "Give it back",
                "unclaim " + lease.get().environment(),
                new Action.Ask.Nothing(),
                Optional.empty(),
                Optional.of(new Action.About(
                        lease.get().environment().value(),
                        Optional.of(lease.get().token()))));
        Block words = Block.say(
                "You took back your message, and {} stays yours all the same.",
                name(lease.get().environment()));
        journal.note(
                journal.event(heard, "redaction", lease),
                talking.words(heard, heard.relation(), List.of(words), List.of(back)),
                List.of());
    }
}
