package dibs.bot.command;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Tier;
import dibs.backend.gate.Freeze;
import dibs.backend.gate.FreezeService;
import dibs.backend.gate.Gate;
import dibs.backend.gate.GateService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What people decided, for answers about something else.
 *
 * @param gates of environments
 * @param freezes what is in flight
 */
public record Gates(GateService gates, FreezeService freezes) {
    private static final int MOST = 25;

    /** Whether people may decide anything of it here: of trees, and of what does not exist, they may not. */
    static boolean has(Environment environment) {
        return environment.retired().isEmpty()
                && switch (environment.kind()) {
                    case TREE, ROLE, MISSING, EXTERNAL -> false;
                    default -> true;
                };
    }

    /** The gates that are shut or will be, of the environment, of what it is a part of and of what it stands for. */
    List<Gate> of(Environment environment, Catalog catalog, Instant now) {
        Environment leased =
                environment.units().isEmpty() ? catalog.setOf(environment.id()).orElse(environment) : environment;
        return gates.concerning(catalog.standingFor(leased), leased.units(), now);
    }

    /** What those of them were said of that are shut now, where whoever asks may open it; else none. */
    List<EnvironmentId> openable(Environment environment, Turn turn) {
        return openable(of(environment, turn.catalog(), turn.now()), turn);
    }

    /** The same of those gates. */
    static List<EnvironmentId> openable(List<Gate> gates, Turn turn) {
        return turn.role().includes(Verb.OPEN.role())
                ? gates.stream()
                        .filter(gate -> gate.shut(turn.now()))
                        .map(Gate::environment)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Those gates in words, with what a gate is; no blocks where there is none. */
    List<Block> shown(Environment environment, Turn turn) {
        List<Gate> all = of(environment, turn.catalog(), turn.now());
        List<Block> blocks = new ArrayList<>();
        all.forEach(gate -> blocks.add(Block.say(GateWords.of(gate, turn.now()))));
        if (!all.isEmpty()) {
            blocks.add(GateWords.notice());
        }
        return blocks;
    }

    /** An answer about the environment with its gates behind it, and what is in flight where that matters for it. */
    Reply beside(Reply reply, Environment environment, Turn turn) {
        return reply.before(shown(environment, turn))
                .before(inFlight(environment, turn))
                .with(reply.facts().openable(openable(environment, turn)));
    }

    /** All gates that are shut now, briefly, and what is in flight. */
    List<Block> overview(Turn turn) {
        List<Line> lines = gates.all(turn.now()).stream()
                .filter(gate -> gate.shut(turn.now()))
                .map(gate -> GateWords.brief(gate, turn.now()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (!lines.isEmpty()) {
            List<Line> some = new ArrayList<>(lines.subList(0, Math.min(MOST, lines.size())));
            if (lines.size() > MOST) {
                some.add(Line.of("and {} more.", Inline.text(Integer.toString(lines.size() - MOST))));
            }
            blocks.add(Block.say("Gates that are shut:"));
            blocks.add(Block.bullets(some));
        }
        blocks.addAll(inFlight(turn));
        return blocks;
    }

    /** What is in flight, in words, where it matters for the environment: it is production. */
    List<Block> inFlight(Environment environment, Turn turn) {
        return environment.tier().filter(Tier.PRODUCTION::equals).isPresent() ? inFlight(turn) : List.of();
    }

    /** What is in flight, in words. */
    List<Block> inFlight(Turn turn) {
        List<Freeze> inFlight = freezes.inFlight(turn.now());
        return GateWords.inFlight(inFlight);
    }
}
