package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.Edge;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Impact;
import dibs.backend.environment.Impact.Affected;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Sense;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers {@code impact}. */
final class ImpactHandler {
    private static final String IMPACT = Verb.IMPACT.word();
    private static final int FEW = 12;

    private final Gates gates;

    ImpactHandler(Gates gates) {
        this.gates = gates;
    }

    Reply handle(Command.ImpactOf command, Turn turn) {
        return Lookup.of(command.name(), Sense.THING, Verb.IMPACT, turn)
                .then(environment -> one(environment, command.all(), turn));
    }

    private Reply one(Environment environment, boolean all, Turn turn) {
        Impact impact = Impact.of(environment, turn.catalog());
        List<Block> blocks = new ArrayList<>(standing(environment, turn));
        blocks.addAll(gates.shown(environment, turn));
        blocks.addAll(gates.inFlight(environment, turn));
        boolean there = environment.retired().isEmpty() && environment.kind() != Kind.MISSING;
        if (impact.silent() && there) {
            blocks.addAll(silence(environment, impact));
        } else if (!impact.silent()) {
            blocks.addAll(ImpactWords.of(impact, all));
            copies(impact).ifPresent(blocks::add);
            blocks.add(Block.say("The catalog may not know all that uses it."));
        }
        return Reply.toAsker(
                IMPACT,
                Outcome.SHOWN,
                Facts.NONE
                        .about(environment.id())
                        .listing(impact.affected().stream()
                                .map(affected -> item(affected, impact))
                                .toList()),
                blocks);
    }

    /** That it is gone or never was, what it is a part of, what is down with it. */
    private static List<Block> standing(Environment environment, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        environment.retired().ifPresent(retired -> {
            Line line = Line.of(
                    "{} is gone since {}.",
                    name(environment.id()),
                    text(retired.since().toString()));
            blocks.add(Block.say(retired.use().isEmpty() ? line : line.then(instead(retired.use()))));
        });
        if (environment.kind() == Kind.MISSING) {
            Line line = environment
                    .note()
                    .map(note -> Line.of("{} does not exist. {}", name(environment.id()), text(note)))
                    .orElseGet(() -> Line.of("{} does not exist.", name(environment.id())));
            blocks.add(Block.say(environment.use().isEmpty() ? line : line.then(instead(environment.use()))));
        }
        turn.catalog()
                .setOf(environment.id())
                .ifPresent(set -> blocks.add(Block.say(
                        "{} is one of the pools of {}, which share one image.",
                        name(environment.id()),
                        name(set.id()))));
        Set<EnvironmentId> with = turn.catalog().standingFor(environment);
        if (with.size() > 1) {
            List<Inline> names = with.stream().skip(1).map(Inline::name).toList();
            blocks.add(Block.say(Line.of("Down with it is all that it stands for: ")
                    .then(ImpactWords.cut(names, FEW))
                    .then(Line.of("."))));
        }
        return blocks;
    }

    private static Line instead(List<EnvironmentId> ids) {
        return Line.of(" Ask about ")
                .then(Line.list(ids.stream().map(Inline::name).toList()))
                .then(Line.of(" instead."));
    }

    private static List<Block> silence(Environment environment, Impact impact) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                impact.copies().isEmpty()
                        ? "The catalog knows nothing that uses {}. That is silence, not safety."
                        : "The catalog knows nothing that waits for {}. That is silence, not safety.",
                name(environment.id())));
        copies(impact).ifPresent(blocks::add);
        Line owner = environment
                .contact()
                .owner()
                .map(its -> Line.of("Who may know: {}", text(its)))
                .orElse(Line.of(""));
        List<String> channels = environment.contact().channels();
        if (!owner.pieces().isEmpty() || !channels.isEmpty()) {
            Line where = channels.isEmpty()
                    ? Line.of(".")
                    : Line.of(
                            owner.pieces().isEmpty() ? "Who may know: {}." : " ({}).",
                            text(String.join(", ", channels)));
            blocks.add(Block.say(owner.then(where)));
        }
        return blocks;
    }

    private static Optional<Block> copies(Impact impact) {
        List<Inline> from = impact.copies().stream()
                .map(Edge::from)
                .distinct()
                .map(Inline::name)
                .toList();
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(Block.say(
                        Line.of("One-way copies, which nothing waits for, go to it from {}: ", text("" + from.size()))
                                .then(ImpactWords.cut(from, FEW))
                                .then(Line.of("."))));
    }

    private static Map<String, Object> item(Affected affected, Impact impact) {
        EnvironmentId id = affected.environment().id();
        List<Edge> edges = impact.path(id);
        List<String> path = new ArrayList<>(List.of(id.value()));
        edges.forEach(edge -> path.add(edge.to().value()));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("environment", id.value());
        affected.tier().ifPresent(tier -> item.put("tier", tier.name().toLowerCase(Locale.ROOT)));
        item.put("certain", affected.certain());
        item.put("evidence", affected.evidence().spelling());
        item.put("path", path);
        item.put("sorts", edges.stream().map(edge -> edge.sort().spelling()).toList());
        return item;
    }
}
