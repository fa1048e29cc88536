package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Edge;
import dibs.backend.environment.Edge.Evidence;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an environment uses and what uses it, a line each. */
final class EdgeWords {
    private static final int FEW = 6;
    /** What nobody expects to be used or to use anything. */
    private static final Set<Kind> WITHOUT = EnumSet.of(Kind.ROLE, Kind.MISSING, Kind.RELEASE_SLOT);

    private EdgeWords() {}

    /** The two lines; none where the kind of thing has no edges and it has none either. */
    static List<Line> of(Environment environment, Catalog catalog) {
        Set<EnvironmentId> own = catalog.standingFor(environment);
        List<Edge> uses = edges(own, catalog.links()::from).stream()
                .filter(edge -> !own.contains(edge.to()))
                .toList();
        // What it is a part of stands elsewhere.
        List<Edge> usedBy = edges(own, catalog.links()::to).stream()
                .filter(edge -> !own.contains(edge.from()) && !standsForSome(edge.from(), own, catalog))
                .toList();
        boolean quiet =
                WITHOUT.contains(environment.kind()) || environment.retired().isPresent();
        List<Line> lines = new ArrayList<>();
        if (!uses.isEmpty() || !quiet) {
            lines.add(Line.of("uses: ").then(grouped(uses, Edge::to)));
        }
        if (!usedBy.isEmpty() || !quiet) {
            Line line = Line.of("used by: ").then(grouped(usedBy, Edge::from));
            lines.add(usedBy.isEmpty() ? line : line.then(Line.of("; {}", code("impact " + environment.id()))));
        }
        return lines;
    }

    private static List<Edge> edges(Set<EnvironmentId> ends, Function<EnvironmentId, List<Edge>> edges) {
        return ends.stream().flatMap(end -> edges.apply(end).stream()).toList();
    }

    private static boolean standsForSome(EnvironmentId id, Set<EnvironmentId> own, Catalog catalog) {
        return catalog.find(id).stream()
                .flatMap(set -> Stream.concat(set.members().stream(), set.parts().stream()))
                .anyMatch(own::contains);
    }

    /** Such as {@code one, two (writes, wired); perhaps three (reads, permitted)}, the best known first. */
    private static Line grouped(List<Edge> edges, Function<Edge, EnvironmentId> end) {
        if (edges.isEmpty()) {
            return Line.of("nothing that the catalog knows of");
        }
        Map<String, Set<Inline>> groups = new LinkedHashMap<>();
        edges.stream()
                .sorted(Comparator.comparing(Edge::evidence).reversed())
                .forEach(edge -> groups.computeIfAbsent(how(edge), any -> new LinkedHashSet<>())
                        .add(name(end.apply(edge))));
        List<Inline> pieces = new ArrayList<>();
        groups.forEach((how, names) -> {
            if (!pieces.isEmpty()) {
                pieces.add(text("; "));
            }
            if (how.endsWith(Evidence.PERMITTED.spelling())) {
                pieces.add(text("perhaps "));
            }
            pieces.addAll(ImpactWords.cut(List.copyOf(names), FEW).pieces());
            pieces.add(text(" (" + how + ")"));
        });
        return new Line(pieces);
    }

    private static String how(Edge edge) {
        return edge.sort().spelling() + ", " + edge.evidence().spelling();
    }
}
