package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.lease.Place;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How places in line are spoken of, the same everywhere. */
final class LineWords {
    private LineWords() {}

    /** The reader's place, and who is before them. */
    static Line place(Place place) {
        Line line = Line.of(
                "You are {} in line for {}", text(ordinal(place.ahead().size() + 1)), name(place.environment()));
        return place.ahead().isEmpty()
                ? line.then(Line.of("."))
                : line.then(Line.of(", behind "))
                        .then(Line.list(place.ahead().stream().map(Inline::who).toList()))
                        .then(Line.of("."));
    }

    /** When it may be the reader's turn; nothing to whoever is first for what nobody holds. */
    static Optional<Line> guess(Place place) {
        if (place.ahead().isEmpty()) {
            return place.guess().map(end -> Line.of("It is free {} at the latest, unless it is extended.", when(end)));
        }
        return Optional.of(place.guess()
                .map(turn -> Line.of(
                        "By the present end, and by how long it was held lately, your turn comes about {}.",
                        when(turn)))
                .orElseGet(() -> Line.of("No guess when it is your turn: it was held too seldom to tell.")));
    }

    /** When it may be the reader's turn in the first of those lines. */
    static Line guessOfAny(List<Place> places) {
        return soonest(places)
                .map(turn -> Line.of("By what is known, the first of them comes to you about {}.", when(turn)))
                .orElseGet(() -> Line.of("No guess when it is your turn: too little is known."));
    }

    private static Optional<Instant> soonest(List<Place> places) {
        return places.stream().flatMap(place -> place.guess().stream()).min(Comparator.naturalOrder());
    }

    /** All that somebody waits for, a line each; what any of several will do for, once. */
    static List<Line> waits(List<Place> places) {
        Map<String, List<Place>> wishes = new LinkedHashMap<>();
        places.forEach(place -> wishes.computeIfAbsent(
                        place.any()
                                .map(any -> "any " + any)
                                .orElse(place.environment().value()),
                        any -> new ArrayList<>())
                .add(place));
        List<Line> lines = new ArrayList<>();
        wishes.forEach((wish, alike) -> {
            Place first = alike.getFirst();
            Line what = first.any().isPresent()
                    ? Line.of("waiting for {}, in {} lines", name(wish), text(Integer.toString(alike.size())))
                    : Line.of(
                            "waiting for {}, {} in line",
                            name(wish),
                            text(ordinal(first.ahead().size() + 1)));
            Line turn = soonest(alike)
                    .map(at -> Line.of("; about {}", when(at)))
                    .orElseGet(() -> Line.of(first.ahead().isEmpty() ? "" : "; no guess when"));
            lines.add(what.then(turn).then(Line.of("; {} leaves", code("cancel " + first.environment()))));
        });
        return lines;
    }

    /** First, second, third, 4th … 21st. */
    static String ordinal(int place) {
        return switch (place) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            default -> place + ending(place);
        };
    }

    private static String ending(int place) {
        if (place % 100 / 10 == 1) {
            return "th";
        }
        return switch (place % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
