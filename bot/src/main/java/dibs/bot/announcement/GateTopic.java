package dibs.bot.announcement;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.announcement.Announcements;
import dibs.backend.announcement.Level;
import dibs.backend.announcement.PostedMessage;
import dibs.backend.gate.Freeze;
import dibs.backend.gate.FreezeService;
import dibs.backend.gate.Gate;
import dibs.backend.gate.GateService;
import dibs.bot.command.GateWords;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gates and what is in flight: one message for all of them, or one each that says in the end that it is over. */
public final class GateTopic implements Topic {
    private static final String BOARD = "gates";
    private static final String GATE = "gate:";
    private static final String FREEZE = "freeze:";
    private static final int LONGEST = 40;

    private final GateService gates;
    private final FreezeService freezes;
    private final Endings endings;

    public GateTopic(GateService gates, FreezeService freezes, Announcements announcements) {
        this.gates = gates;
        this.freezes = freezes;
        this.endings = new Endings(announcements, GATE, FREEZE);
    }

    @Override
    public Look look(Instant now) {
        List<Gate> shut = gates.all(now).stream().filter(gate -> gate.shut(now)).toList();
        List<Freeze> inFlight = freezes.inFlight(now);
        return (readers, posted) -> wanted(lines(shut, inFlight, readers, now), readers, posted, now);
    }

    /** What there is to say to those readers, by the keys of messages that say it alone. */
    private static Map<String, Line> lines(List<Gate> shut, List<Freeze> inFlight, Readership readers, Instant now) {
        Map<String, Line> lines = new LinkedHashMap<>();
        inFlight.forEach(
                freeze -> lines.put(FREEZE + freeze.id(), readers.outsiders() ? bare(freeze) : GateWords.of(freeze)));
        shut.stream()
                .filter(gate -> gate.covers().stream().anyMatch(readers.interest()::in))
                .forEach(gate -> lines.put(
                        GATE + gate.environment() + ":" + gate.since().toEpochMilli(),
                        readers.outsiders() ? GateWords.brief(gate, now) : GateWords.of(gate, now)));
        return lines;
    }

    /** Before people from outside: only until when. */
    static Line bare(Freeze freeze) {
        return Line.of("A release is in flight until {}.", when(freeze.until()));
    }

    private List<Wanted> wanted(
            Map<String, Line> lines, Readership readers, Map<String, PostedMessage> posted, Instant now) {
        List<Wanted> wanted = new ArrayList<>();
        Level level = readers.home().levels().gates();
        if (posted.containsKey(BOARD) || (level == Level.BOARD && !lines.isEmpty())) {
            wanted.add(new Wanted(BOARD, board(level == Level.BOARD ? lines : Map.of()), false));
        }
        lines.forEach((key, line) -> {
            if (level == Level.EACH || posted.containsKey(key)) {
                wanted.add(new Wanted(key, List.of(Block.say(line), GateWords.notice()), false));
            }
        });
        wanted.addAll(endings.last(posted, key -> !lines.containsKey(key), key -> Optional.of(over(key)), now));
        return wanted;
    }

    /** What a message says in the end. */
    private static Block over(String key) {
        return key.startsWith(FREEZE)
                ? Block.say("What was in flight is over.")
                : Block.say("{}: open again.", name(key.substring(GATE.length(), key.lastIndexOf(':'))));
    }

    private static List<Block> board(Map<String, Line> lines) {
        if (lines.isEmpty()) {
            return List.of(Block.say("All gates are open, and nothing is in flight."));
        }
        List<Line> shown =
                new ArrayList<>(lines.values().stream().limit(LONGEST).toList());
        if (lines.size() > LONGEST) {
            shown.add(Line.of("and {} more.", text(Integer.toString(lines.size() - LONGEST))));
        }
        return List.of(Block.say("Gates and what is in flight:"), Block.bullets(shown), GateWords.notice());
    }
}
