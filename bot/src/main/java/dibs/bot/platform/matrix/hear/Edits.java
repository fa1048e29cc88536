package dibs.bot.platform.matrix.hear;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;

import dibs.backend.intake.HeardEvent;
import dibs.backend.intake.LeaseMeant;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.reply.Block;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Edited messages: people mend a slip by editing. Where the message had no effect, the edit is heard in its place; where it had, that
 * stands, and who edited is told so.
 */
final class Edits {
    /** After that, nobody takes an edit for mending a slip. */
    private static final Duration WITHIN = Duration.ofMinutes(5);

    /** What changed something, or has been asked to be confirmed. */
    private static final Set<String> EFFECTS = Set.of(
            "granted",
            "using",
            "released",
            "extended",
            "offered",
            "taken",
            "nudged",
            "reserved",
            "waiting",
            "changed",
            "confirm");

    private final Homeserver homeserver;
    private final Journal journal;
    private final Gaps gaps;
    private final Hearing hearing;
    private final Talking talking;
    private final Ear.Saying saying;

    Edits(Homeserver homeserver, Journal journal, Gaps gaps, Hearing hearing, Talking talking, Ear.Saying saying) {
        this.homeserver = homeserver;
        this.journal = journal;
        this.gaps = gaps;
        this.hearing = hearing;
        this.talking = talking;
        this.saying = saying;
    }

    static boolean isEdit(Event event) {
        return event.content()
                .path("m.relates_to")
                .path("rel_type")
                .asString("")
                .equals("m.replace");
    }

    /** The edit that comes along with an event that was edited before it was sent to us, where it is its sender's own. */
    static Optional<Event> bundled(Event event) {
        JsonNode edit = event.unsigned().path("m.relations").path("m.replace");
        boolean own = edit.path("sender").asString("").equals(event.sender().value());
        String id = edit.path("event_id").asString("");
        return own && id.startsWith("$") && edit.path("content") instanceof ObjectNode content
                ? Optional.of(new Event(
                        id,
                        event.type(),
                        event.sender(),
                        Instant.ofEpochMilli(edit.path("origin_server_ts")
                                .asLong(event.sent().toEpochMilli())),
                        Optional.empty(),
                        content,
                        event.unsigned()))
                : Optional.empty();
    }

    /** The words that an edit puts in place of the old ones. */
    static JsonNode content(Event edit) {
        return edit.content().path("m.new_content");
    }

    /** Hears an edit. */
    void edited(Heard heard) {
        Event edit = heard.event();
        String id = edit.content().path("m.relates_to").path("event_id").asString("");
        Optional<Spoken> spoken = hearing.spoken(heard.room(), content(edit));
        Optional<HeardEvent> before = journal.find(id);
        if (before.isEmpty()) {
            // What was said first was not for Dibs, so that nothing is known of it.
            spoken.ifPresent(words -> first(heard, id, words));
            return;
        }
        if (!before.get().sender().equals(edit.sender().value())) {
            journal.note(heard, "edit-of-another's");
        } else if (EFFECTS.contains(before.get().outcome())) {
            stands(heard, before.get());
        } else if (spoken.isPresent() && isSoon(before.get().at(), edit)) {
            String outcome = saying.say(heard, spoken.get(), Optional.empty(), heard.relation());
            journal.outcome(id, outcome, lease(edit));
        } else {
            journal.note(heard, "edit");
        }
    }

    private void stands(Heard heard, HeardEvent before) {
        Block words = before.lease()
                .filter(lease -> !hearing.state(heard.room()).mute())
                .map(lease -> Block.say(
                        "What you said first was done, and an edit changes nothing of it: {} shows how {} stands, and"
                                + " a new message changes it.",
                        code("who-is-using " + lease.environment()),
                        name(lease.environment())))
                .orElseGet(() -> Block.say(
                        "What you said first was done, and an edit changes nothing of it: say what you want in a new"
                                + " message."));
        talking.say(heard, "edit", words);
    }

    private static boolean isSoon(Instant first, Event edit) {
        return Duration.between(first, edit.sent()).compareTo(WITHIN) <= 0;
    }

    /** The lease that came of an edit is that of the message too: taking the message back is about it. */
    private Optional<LeaseMeant> lease(Event edit) {
        return journal.find(edit.id()).flatMap(HeardEvent::lease);
    }

    /** An edit makes a command of what was none; of a message of the same person's, and not long after it. */
    private void first(Heard heard, String id, Spoken spoken) {
        Event edit = heard.event();
        switch (homeserver.event(heard.room(), id)) {
            case Sent.Done<Event> done -> {
                gaps.read(heard.room());
                Event first = Ages.onOurClock(done.result(), journal.now(), Optional.empty());
                if (first.sender().equals(edit.sender()) && isSoon(first.sent(), edit)) {
                    String outcome = saying.say(heard, spoken, Optional.empty(), heard.relation());
                    HeardEvent edited = journal.event(new Heard(heard.room(), first), outcome, lease(edit));
                    journal.note(edited, List.of(), List.of());
                }
            }
            case Sent.Later<Event> later -> {
                gaps.failed(heard.room(), later);
                talking.say(
                        heard,
                        "edit",
                        Block.say(
                                "I could not look up what you edited, so nothing was done: if it was for me, say it in"
                                        + " a new message."));
            }
            case Sent.Refused<Event> refused -> {
                // what cannot be seen is nobody's
            }
        }
    }
}
