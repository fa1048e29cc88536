package dibs.bot.announcement;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Impact;
import dibs.backend.environment.Impact.Affected;
import dibs.backend.health.Health;
import dibs.backend.health.HealthState;
import dibs.backend.health.Incident;
import dibs.backend.health.IncidentLine;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Incidents in words.
 *
 * @param outsiders whether people of other organisations read along: then it is names and how they are, and not what was seen
 */
record HealthPosts(boolean outsiders) {
    private static final int MOST_NAMES = 20;

    /** The message that an incident begins with: what, what it reaches, and when it was over. */
    List<Block> first(Incident incident, Catalog catalog) {
        List<Block> blocks = new ArrayList<>();
        IncidentLine first = incident.lines().getFirst();
        blocks.add(line(first));
        if (!first.environment().equals(incident.root())) {
            blocks.add(Block.say("The cause is {}.", name(incident.root())));
        }
        List<Inline> with = incident.environments().stream()
                .filter(id -> !id.equals(first.environment()) && !id.equals(incident.root()))
                .map(Inline::name)
                .toList();
        if (!with.isEmpty()) {
            Line names = Line.list(with.subList(0, Math.min(MOST_NAMES, with.size())));
            blocks.add(Block.say(Line.of("Not well with it: ")
                    .then(names)
                    .then(
                            with.size() > MOST_NAMES
                                    ? Line.of(" and {} more.", text("" + (with.size() - MOST_NAMES)))
                                    : Line.of("."))));
        }
        if (!outsiders) {
            impact(incident.root(), catalog).ifPresent(blocks::add);
        }
        incident.closed().ifPresent(at -> blocks.add(Block.say("Over since {}.", when(at))));
        return blocks;
    }

    /** What an outage reaches, counted by tier. */
    private static Optional<Block> impact(EnvironmentId root, Catalog catalog) {
        return catalog.find(root).map(environment -> {
            Map<String, Long> tiers = Impact.of(environment, catalog).affected().stream()
                    .filter(Affected::certain)
                    .collect(Collectors.groupingBy(
                            affected -> affected.tier()
                                    .map(tier -> tier.name().toLowerCase(Locale.ROOT))
                                    .orElse("of no tier"),
                            LinkedHashMap::new,
                            Collectors.counting()));
            String counts = tiers.entrySet().stream()
                    .map(tier -> tier.getValue() + " " + tier.getKey())
                    .collect(Collectors.joining(", "));
            return tiers.isEmpty()
                    ? Block.say("The catalog knows nothing that surely needs {}.", name(root))
                    : Block.say(
                            "Known to be affected when {} is down: {}; {} names them.",
                            name(root),
                            text(counts),
                            code("impact " + root));
        });
    }

    /** One thing that happened. */
    Block line(IncidentLine line) {
        Inline id = name(line.environment());
        String word = line.health().word();
        return switch (line.what()) {
            case TURNED ->
                Block.say(seen(turned(line, Line.of("{} is {} since {}", id, text(word), when(line.at()))), line));
            case CAUSE -> Block.say(seen(Line.of("The cause is {}, which is {}", id, text(word)), line));
            case UNWATCHED -> Block.say("Nobody looks at {} any more, so I do not know how it went on.", id);
            case FLAPPING ->
                Block.say(
                        "{} changes to and fro: I say no more of it until it has been quiet for {}.",
                        id,
                        length(HealthState.QUIET));
        };
    }

    private static Line turned(IncidentLine line, Line said) {
        return line.health() == Health.PASSING
                ? said
                : line.deployed()
                        .map(at -> said.then(Line.of(", deployed {}", when(at))))
                        .orElse(said);
    }

    private Line seen(Line said, IncidentLine line) {
        boolean worthIt = !outsiders && line.health().bad() && !line.sentence().isBlank();
        return said.then(worthIt ? Line.of(": {}.", quote(line.sentence())) : Line.of("."));
    }
}
