package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.GateState;
import dibs.backend.environment.UnitName;
import dibs.backend.gate.Freeze;
import dibs.backend.gate.Gate;
import dibs.backend.gate.Rhythm;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How gates and freezes are spoken of, the same everywhere. */
public final class GateWords {
    private static final int WEEK = 7;

    private GateWords() {}

    /** What a gate is and what it is not: said with each. */
    public static Block notice() {
        return Block.say("A gate is a notice: it stops nobody outside Dibs.");
    }

    /** What somebody decided, since when, until when and why; of one that comes back, when. */
    public static Line of(Gate gate, Instant now) {
        Line line;
        if (gate.shut(now)) {
            line = Line.of("{}: " + state(gate.state()), name(gate.environment()));
            line = gate.opens(now).isEmpty()
                    ? line
                    : line.then(Line.of(" until {}", when(gate.opens(now).get())));
            line = line.then(Line.of(", by {} since {}", who(gate.by()), when(gate.since())));
        } else {
            line = Line.of("{}: maintenance set by {}", name(gate.environment()), who(gate.by()));
        }
        if (gate.rhythm().isPresent()) {
            Rhythm rhythm = gate.rhythm().get();
            line = line.then(Line.of(
                    ", every {} for {}, next: {}",
                    text(days(rhythm) + " " + rhythm.at() + " (" + rhythm.zone() + ")"),
                    length(rhythm.length()),
                    when(rhythm.next(now).from())));
        }
        return line.then(Line.of("{}.", reason(gate)));
    }

    /** Why, as a purpose is shown: nothing of it to people from outside, and what is private to few. */
    private static Inline reason(Gate gate) {
        return new Inline.Purpose(gate.reason(), Set.of(gate.by().id()));
    }

    /** The same where nobody is known who may read what is private. */
    static Inline reason(String words) {
        return new Inline.Purpose(words, Set.of());
    }

    /** Only what and until when, for a place where there is no room for more, or where people from outside read it. */
    public static Line brief(Gate gate, Instant now) {
        Line line = Line.of("{}: {}", name(gate.environment()), text(state(gate.state())));
        return gate.opens(now)
                .map(end -> line.then(Line.of(" until {}.", when(end))))
                .orElseGet(() -> line.then(Line.of(".")));
    }

    /** The state behind a name. */
    public static String state(GateState state) {
        return switch (state) {
            case OPEN -> "open";
            case APPROVAL -> "only with an approval";
            case CLOSED -> "closed";
            case MAINTENANCE -> "in maintenance";
        };
    }

    private static String days(Rhythm rhythm) {
        return rhythm.days().size() == WEEK
                ? "day"
                : rhythm.days().stream().map(GateWords::day).collect(Collectors.joining(", "));
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** What is in flight, whose it is, until when and why. */
    public static Line of(Freeze freeze) {
        Line line =
                Line.of("{} is in flight until {}, by {}", text(freeze.what()), when(freeze.until()), who(freeze.by()));
        return freeze.because()
                .map(why -> line.then(Line.of(
                        "{}.", new Inline.Purpose(why, Set.of(freeze.by().id())))))
                .orElseGet(() -> line.then(Line.of(".")));
    }

    /** Blocks for what is in flight; none for nothing. */
    static List<Block> inFlight(List<Freeze> freezes) {
        return freezes.stream().map(GateWords::of).map(Block::say).toList();
    }

    /** The line that opens it. */
    static Inline opening(Gate gate) {
        return code("open " + gate.environment());
    }

    /** A gate as scripts see it. */
    static Map<String, Object> item(Gate gate, Instant now) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", "gate");
        item.put("environment", gate.environment().value());
        if (!gate.units().isEmpty()) {
            item.put("units", gate.units().stream().map(UnitName::value).toList());
        }
        item.put("gate", gate.shut(now) ? gate.state().word() : GateState.OPEN.word());
        item.put("by", gate.by().name());
        item.put("since", gate.since());
        gate.opens(now).ifPresent(end -> item.put("until", end));
        gate.rhythm().ifPresent(rhythm -> {
            item.put("every", days(rhythm) + " " + rhythm.at());
            item.put("zone", rhythm.zone().getId());
            item.put("next", rhythm.next(now).from());
        });
        item.put("reason", new Inline.Purpose(gate.reason(), Set.of(gate.by().id())));
        return item;
    }

    /** A freeze as scripts see it. */
    static Map<String, Object> item(Freeze freeze) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", "freeze");
        item.put("what", freeze.what());
        item.put("by", freeze.by().name());
        item.put("since", freeze.since());
        item.put("until", freeze.until());
        freeze.because()
                .ifPresent(why -> item.put(
                        "reason", new Inline.Purpose(why, Set.of(freeze.by().id()))));
        return item;
    }
}
