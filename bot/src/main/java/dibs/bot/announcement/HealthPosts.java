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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Incidents in words.
 *
 * @param outsiders whether people of other organisations read along: then it is names and how they are, and not what was seen
 */
record HealthPosts(boolean outsiders) {
    private static final int MOST_NAMES = 20;

    /** The message that an incident begins with: what, what it reaches, how it is by now, and when it was over. */
    List<Block> first(Incident incident, Catalog catalog) {
        List<Block> blocks = new ArrayList<>();
        IncidentLine first = incident.lines().getFirst();
        Optional<Instant> over = incident.closed();
        over.ifPresent(at -> blocks.add(Block.say("Over since {}.", when(at))));
        blocks.add(over.isPresent() ? line(first, "{} was {} since {}") : line(first));
        if (!first.environment().equals(incident.root())) {
            blocks.add(Block.say(over.isPresent() ? "The cause was {}." : "The cause is {}.", name(incident.root())));
        }
        Map<EnvironmentId, Health> last = new LinkedHashMap<>();
        incident.lines().forEach(line -> last.put(line.environment(), line.health()));
        List<EnvironmentId> named = List.of(first.environment(), incident.root());
        if (over.isPresent()) {
            names("Not well meanwhile: ", last, (id, health) -> !named.contains(id))
                    .ifPresent(blocks::add);
            return blocks;
        }
        names("Not well with it: ", last, (id, health) -> !named.contains(id) && health.bad())
                .ifPresent(blocks::add);
        names("Well again: ", last, (id, health) -> health == Health.PASSING).ifPresent(blocks::add);
        if (!outsiders) {
            impact(incident.root(), catalog).ifPresent(blocks::add);
        }
        return blocks;
    }

    /** Those of an incident by how each is as far as was told last. */
    private static Optional<Block> names(
            String heading, Map<EnvironmentId, Health> last, BiPredicate<EnvironmentId, Health> which) {
        List<Inline> names = last.entrySet().stream()
                .filter(one -> which.test(one.getKey(), one.getValue()))
                .map(one -> name(one.getKey()))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Line shown = Line.of(heading).then(Line.list(names.subList(0, Math.min(MOST_NAMES, names.size()))));
        return Optional.of(Block.say(shown.then(
                names.size() > MOST_NAMES
                        ? Line.of(" and {} more.", text("" + (names.size() - MOST_NAMES)))
                        : Line.of("."))));
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
        return line(line, "{} is {} since {}");
    }

    private Block line(IncidentLine line, String turned) {
        Inline id = name(line.environment());
        String word = line.health().word();
        return switch (line.what()) {
            case TURNED -> Block.say(seen(deployed(line, Line.of(turned, id, text(word), when(line.at()))), line));
            case CAUSE -> Block.say(seen(Line.of("The cause is {}, which is {}", id, text(word)), line));
            case UNWATCHED -> Block.say("Nobody looks at {} any more, so I do not know how it went on.", id);
            case FLAPPING ->
                Block.say(
                        "{} changes to and fro: I say no more of it until it has been quiet for {}.",
                        id,
                        length(HealthState.QUIET));
        };
    }

    private static Line deployed(IncidentLine line, Line said) {
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
