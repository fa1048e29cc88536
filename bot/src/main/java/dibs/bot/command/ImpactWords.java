package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.Edge;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Impact;
import dibs.backend.environment.Impact.Affected;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whom an outage reaches, tier by tier and by path. */
final class ImpactWords {
    /** How many names a short answer has. */
    private static final int SHORT = 25;
    /** How many of the first steps of paths of one length are named. */
    private static final int WAYS = 3;

    private final Impact impact;
    private int room;
    private int left;

    private ImpactWords(Impact impact, boolean all) {
        this.impact = impact;
        this.room = all ? Integer.MAX_VALUE : SHORT;
    }

    /** @param all whether everybody is named; else production goes first and the rest is counted */
    static List<Block> of(Impact impact, boolean all) {
        return new ImpactWords(impact, all).blocks();
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        String certain = counts(Affected::certain);
        String perhaps = counts(affected -> !affected.certain());
        blocks.add(
                certain.isEmpty()
                        ? Block.say("The catalog knows nothing that surely needs {}.", down())
                        : Block.say("Known to be affected when {} is down: {}.", down(), text(certain)));
        if (!perhaps.isEmpty()) {
            blocks.add(Block.say(
                    "Perhaps affected, as they are permitted to use it and more is not known: {}.", text(perhaps)));
        }
        boolean first = true;
        for (Map.Entry<String, List<Affected>> tier : byTier(any -> true).entrySet()) {
            List<Affected> its = tier.getValue();
            // What goes first is cut where it has to be; what comes later is named whole or only counted.
            if (first || its.size() <= room) {
                blocks.add(Block.say("{}:", text(tier.getKey())));
                blocks.add(Block.bullets(lines(its)));
            } else {
                left += its.size();
            }
            first = false;
        }
        if (left > 0) {
            blocks.add(Block.say(
                    "{} more: {} names them.", text("" + left), code(Verb.IMPACT.word() + " " + id() + " all")));
        }
        return blocks;
    }

    private List<Line> lines(List<Affected> affected) {
        Map<Line, List<Inline>> byPath = new LinkedHashMap<>();
        for (Affected one : affected) {
            if (room == 0) {
                left++;
                continue;
            }
            room--;
            byPath.computeIfAbsent(way(one), way -> new ArrayList<>())
                    .add(name(one.environment().id()));
        }
        return byPath.entrySet().stream()
                .map(entry -> entry.getKey().then(Line.of(": ")).then(Line.list(entry.getValue())))
                .toList();
    }

    /** Such as {@code through POOL (used)}; how it is used where nothing lies between. */
    private Line way(Affected affected) {
        List<EnvironmentId> between = impact.path(affected.environment().id()).stream()
                .map(Edge::to)
                .filter(id -> !id.equals(id()))
                .toList();
        Line known = Line.of(" ({})", text(affected.evidence().spelling()));
        String may = affected.certain() ? "" : "perhaps ";
        if (between.isEmpty()) {
            String how = affected.ways().stream()
                    .map(way -> how(way.sort()))
                    .distinct()
                    .collect(Collectors.joining(" and "));
            return Line.of(may + how).then(known);
        }
        List<EnvironmentId> next =
                affected.ways().stream().map(Edge::to).distinct().toList();
        Line line = Line.of(may + "through ");
        for (int index = 0; index < Math.min(next.size(), WAYS); index++) {
            line = line.then(Line.of(index == 0 ? "{}" : " or {}", name(next.get(index))));
        }
        if (next.size() > WAYS) {
            line = line.then(Line.of(" or {} others", text("" + (next.size() - WAYS))));
        }
        for (EnvironmentId id : between.subList(1, between.size())) {
            line = line.then(Line.of(", {}", name(id)));
        }
        return line.then(known);
    }

    private static String how(Edge.Sort sort) {
        return switch (sort) {
            case DEPENDS_ON -> "depending on it";
            case WRITES -> "writing to it";
            case READS -> "reading it";
            case COPIES_TO -> "copying to it";
        };
    }

    private String counts(Predicate<Affected> which) {
        return byTier(which).entrySet().stream()
                .map(tier -> tier.getValue().size() + " " + tier.getKey())
                .collect(Collectors.joining(", "));
    }

    private Map<String, List<Affected>> byTier(Predicate<Affected> which) {
        return impact.affected().stream()
                .filter(which)
                .collect(Collectors.groupingBy(
                        affected -> affected.tier()
                                .map(tier -> tier.name().toLowerCase(Locale.ROOT))
                                .orElse("of no tier"),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private EnvironmentId id() {
        return impact.down().id();
    }

    private Inline down() {
        return name(id());
    }

    /** The names, beyond so many only their number. */
    static Line cut(List<Inline> names, int most) {
        if (names.size() <= most) {
            return Line.list(names);
        }
        return Line.list(names.subList(0, most)).then(Line.of(" and {} more", text("" + (names.size() - most))));
    }
}
