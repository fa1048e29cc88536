package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Sense;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryService;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import dibs.bot.time.Direction;
import dibs.bot.time.Resolved;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers {@code history}. */
final class HistoryHandler {
    private static final String HISTORY = Verb.HISTORY.word();
    private static final int LINES = 30;

    /** Details that name another person, and the word that goes before. */
    private static final Map<String, String> OTHERS = Map.of("to", "to", "from", "from", "helper", ":");

    private static final Set<String> MOMENTS = Set.of("starts", "until");

    private final HistoryService history;

    HistoryHandler(HistoryService history) {
        this.history = history;
    }

    Reply handle(Command.HistoryOf command, Turn turn) {
        if (command.name().isEmpty()) {
            return list(Optional.empty(), since(command, turn));
        }
        return switch (Lookup.of(command.name().get(), Sense.LEASE, Verb.HISTORY, turn)) {
            case Lookup.No no -> no.reply();
            case Lookup.One one ->
                list(Optional.of(one.environment().id()), since(command, turn)).after(one.remarks());
        };
    }

    /** From when on; a day name means the last such day, since nothing has happened on the next one yet. */
    private static Optional<Instant> since(Command.HistoryOf command, Turn turn) {
        if (command.back().isPresent()) {
            return command.back().map(turn.now()::minus);
        }
        return command.since().map(point -> switch (point.resolve(
                turn.now(), turn.zone(), turn.hours(), Direction.START)) {
            case Resolved.At at ->
                at.instant().isAfter(turn.now()) ? at.instant().minus(Duration.ofDays(7)) : at.instant();
            case Resolved.Past past -> past.when();
            case Resolved.TooFar tooFar -> turn.now();
            case Resolved.OtherDay other ->
                other.date().atStartOfDay(turn.zone()).toInstant();
        });
    }

    private Reply list(Optional<EnvironmentId> environment, Optional<Instant> since) {
        List<HistoryEvent> events = history.newest(environment, since, LINES);
        Facts facts = environment.map(Facts.NONE::about).orElse(Facts.NONE);
        Block block = events.isEmpty()
                ? Block.say("Nothing has happened that I know of.")
                : Block.bullets(events.stream().map(HistoryHandler::line).toList());
        return Reply.toAsker(
                HISTORY,
                Outcome.LISTED,
                facts.listing(events.stream().map(HistoryHandler::item).toList()),
                block);
    }

    private static Line line(HistoryEvent event) {
        Line line = Line.of("{}: ", when(event.at()))
                .then(event.environment().map(id -> Line.of("{} ", name(id))).orElse(Line.of("")))
                .then(what(event))
                .then(event.actor()
                        .map(Inline::who)
                        .or(() -> Optional.ofNullable(event.details().get("by")).map(Inline::text))
                        .map(by -> Line.of(" by {}", by))
                        .orElse(Line.of("")));
        for (Map.Entry<String, String> other : OTHERS.entrySet()) {
            String person = event.details().get(other.getKey());
            if (person != null) {
                line = line.then(Line.of(" " + other.getValue() + " {}", text(person)));
            }
        }
        for (String moment : List.of("starts", "until")) {
            String millis = event.details().get(moment);
            if (millis != null) {
                String word = moment.equals("starts") ? " from {}" : " until {}";
                line = line.then(Line.of(word, when(Instant.ofEpochMilli(Long.parseLong(millis)))));
            }
        }
        for (String detail : List.of("change", "leases")) {
            String words = event.details().get(detail);
            if (words != null) {
                line = line.then(Line.of(detail.equals("change") ? ": {}" : "; held there: {}", text(words)));
            }
        }
        Line said = line;
        return purpose(event).map(purpose -> said.then(Line.of("{}", purpose))).orElse(said);
    }

    private static Line what(HistoryEvent event) {
        String rule = event.details().getOrDefault("rule", "");
        String consumer = event.details().getOrDefault("consumer", "");
        return switch (event.what()) {
            case WAIVED -> Line.of("rule {} waived for {}", text(rule), name(consumer));
            case WAIVER_ENDED -> Line.of("rule {} no longer waived for {}", text(rule), name(consumer));
            case FROZEN -> Line.of("freeze for {} begun", text(event.details().getOrDefault("freeze", "")));
            case THAWED -> Line.of("freeze for {} ended", text(event.details().getOrDefault("freeze", "")));
            default -> Line.of("{}", text(word(event)));
        };
    }

    private static Map<String, Object> item(HistoryEvent event) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("at", event.at());
        item.put("what", word(event).replace(' ', '-'));
        event.environment().ifPresent(id -> item.put("environment", id.value()));
        event.lease().ifPresent(id -> item.put("lease", id));
        event.actor().ifPresent(actor -> item.put("by", actor.name()));
        event.details()
                .forEach((key, value) ->
                        item.put(key, MOMENTS.contains(key) ? Instant.ofEpochMilli(Long.parseLong(value)) : value));
        purpose(event).ifPresent(purpose -> item.put("purpose", purpose));
        return item;
    }

    /** Whoever did it may read why, and admins: who else was privy is no longer known. */
    private static Optional<Inline.Purpose> purpose(HistoryEvent event) {
        Set<PersonId> privy = event.actor().map(PersonRef::id).map(Set::of).orElse(Set.of());
        return Optional.ofNullable(event.details().get("purpose")).map(words -> new Inline.Purpose(words, privy));
    }

    private static String word(HistoryEvent event) {
        return event.what().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
