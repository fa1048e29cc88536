package dibs.bot.announcement;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.announcement.Level;
import dibs.backend.environment.CatalogSource;
import dibs.backend.gate.Freeze;
import dibs.backend.gate.Gate;
import dibs.backend.health.HealthNow;
import dibs.backend.health.HealthService;
import dibs.backend.health.Tree;
import dibs.bot.command.GateWords;
import dibs.bot.command.Gates;
import dibs.bot.command.HealthWords;
import dibs.bot.reply.Block;
import dibs.bot.reply.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What may be in the way of whoever reads a board, beside those who have what it shows: what is not well, trees that are not open,
 * gates that are shut, what is in flight. Briefly, and of what the home is for; the messages about each say more.
 */
public record Impediments(HealthService health, Gates gates, CatalogSource catalog) {
    private static final int MOST = 10;
    private static final int MOST_TREES = 20;

    /** What there is at that moment. */
    Found at(Instant now) {
        List<Gate> shut =
                gates.gates().all(now).stream().filter(gate -> gate.shut(now)).toList();
        return new Found(
                health.now(catalog.current(), now), shut, gates.freezes().inFlight(now), now);
    }

    /** All that there is, whoever reads it. */
    record Found(HealthNow health, List<Gate> shut, List<Freeze> inFlight, Instant now) {
        /** In words for those readers; no blocks where nothing is in their way. */
        List<Block> words(Readership readers) {
            List<Block> blocks = new ArrayList<>();
            if (readers.home().levels().health() != Level.OFF) {
                blocks.addAll(notWell(readers));
                trees(readers).ifPresent(blocks::add);
            }
            if (readers.home().levels().gates() != Level.OFF) {
                blocks.addAll(gates(readers));
                inFlight.stream()
                        .limit(MOST)
                        .map(freeze -> readers.outsiders() ? GateTopic.bare(freeze) : brief(freeze))
                        .forEach(line -> blocks.add(Block.say(line)));
            }
            return blocks;
        }

        /** Whether a gate is shut that those readers hear of. */
        boolean anyShut(Readership readers) {
            return readers.home().levels().gates() != Level.OFF
                    && !shut(readers).isEmpty();
        }

        private List<Block> notWell(Readership readers) {
            List<Line> lines = health.bad().stream()
                    .filter(state -> readers.interest().in(state.environment()))
                    .map(state -> HealthWords.brief(state, health))
                    .toList();
            return section("Not well:", lines, "health");
        }

        private Optional<Block> trees(Readership readers) {
            List<Tree> trees = health.shut().stream()
                    .filter(tree -> readers.interest().in(tree.environment()))
                    .toList();
            if (trees.isEmpty()) {
                return Optional.empty();
            }
            Line line = Line.of("Trees that are not open: ");
            for (Tree tree : trees.subList(0, Math.min(MOST_TREES, trees.size()))) {
                boolean first = tree.equals(trees.getFirst());
                line = line.then(Line.of(
                        first ? "{} ({})" : ", {} ({})",
                        name(tree.environment()),
                        text(tree.state().word())));
            }
            return Optional.of(Block.say(line.then(
                    trees.size() > MOST_TREES
                            ? Line.of(" and {} more.", text(Integer.toString(trees.size() - MOST_TREES)))
                            : Line.of("."))));
        }

        private List<Gate> shut(Readership readers) {
            return shut.stream()
                    .filter(gate -> gate.covers().stream().anyMatch(readers.interest()::in))
                    .toList();
        }

        private List<Block> gates(Readership readers) {
            List<Line> lines = shut(readers).stream()
                    .map(gate -> GateWords.brief(gate, now))
                    .toList();
            return section("Gates that are shut:", lines, "digest");
        }

        private static Line brief(Freeze freeze) {
            return Line.of("In flight: {} until {}.", text(freeze.what()), when(freeze.until()));
        }

        private static List<Block> section(String heading, List<Line> lines, String all) {
            if (lines.isEmpty()) {
                return List.of();
            }
            List<Line> shown = new ArrayList<>(lines.subList(0, Math.min(MOST, lines.size())));
            if (lines.size() > MOST) {
                shown.add(Line.of("and {} more: type {}.", text(Integer.toString(lines.size() - MOST)), code(all)));
            }
            return List.of(Block.say(Line.of(heading)), Block.bullets(shown));
        }
    }
}
