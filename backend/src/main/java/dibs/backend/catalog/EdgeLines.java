package dibs.backend.catalog;

import dibs.backend.environment.Edge;
import dibs.backend.environment.Edges;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The section {@code edges:} of a layer, edge by edge: an entry stands for every pair of its two lists.
 *
 * @param edges by what makes each the same edge in another layer
 * @param off what is switched off; once laid over another layer, those that switched nothing off
 */
record EdgeLines(Map<Key, Line> edges, List<Off> off) {
    static final EdgeLines EMPTY = new EdgeLines(Map.of(), List.of());
    /** More than any organisation has, and what two long lists multiplied reach soon. */
    static final int MOST = 200_000;

    EdgeLines {
        edges = Collections.unmodifiableMap(edges);
        off = List.copyOf(off);
    }

    /** What makes it the same edge in another layer. */
    record Key(String from, String to, String sort) {}

    /**
     * An edge as it is written.
     *
     * @param evidence empty where it is missing
     * @param sort likewise
     */
    record Line(
            Located.Word from,
            Located.Word to,
            String sort,
            String evidence,
            Optional<String> note,
            List<Located.Word> sources) {
        Key key() {
            return new Key(from.text(), to.text(), sort);
        }
    }

    /**
     * That an edge of the layer below is none.
     *
     * @param sort nothing for whatever leads from the one to the other
     */
    record Off(Located.Word from, Located.Word to, Optional<String> sort) {
        boolean concerns(Key key) {
            return from.text().equals(key.from)
                    && to.text().equals(key.to)
                    && sort.filter(its -> !its.equals(key.sort)).isEmpty();
        }

        /** The pair, which leads to a few edges at most. */
        Key pair() {
            return new Key(from.text(), to.text(), "");
        }
    }

    /** The edges of those sections; one that is given twice is a fault. */
    static EdgeLines of(List<Located> sections, List<Fault> faults) {
        Map<Key, Line> edges = new LinkedHashMap<>();
        List<Off> off = new ArrayList<>();
        for (Located section : sections) {
            for (Located entry : section.get("edges").map(Located::items).orElse(List.of())) {
                List<Located.Word> from = words(entry, "from");
                List<Located.Word> to = words(entry, "to");
                if (edges.size() + off.size() + (long) from.size() * to.size() > MOST) {
                    faults.add(entry.fault(
                            "with this entry there are more than " + MOST + " edges: name fewer under from: and to:"));
                    return new EdgeLines(edges, off);
                }
                if (isOff(entry)) {
                    Optional<String> sort = entry.get("sort").flatMap(Located::text);
                    from.forEach(one -> to.forEach(other -> off.add(new Off(one, other, sort))));
                } else {
                    from.forEach(one -> to.forEach(other -> put(line(entry, one, other), edges, faults)));
                }
            }
        }
        return new EdgeLines(edges, off);
    }

    static boolean isOff(Located entry) {
        return entry.get("off").flatMap(Located::text).filter("true"::equals).isPresent();
    }

    private static Line line(Located entry, Located.Word from, Located.Word to) {
        return new Line(
                from,
                to,
                entry.get("sort").flatMap(Located::text).orElse(""),
                entry.get("evidence").flatMap(Located::text).orElse(""),
                entry.get("note").flatMap(Located::text),
                words(entry, "source"));
    }

    private static List<Located.Word> words(Located entry, String key) {
        return entry.get(key).stream().flatMap(Located::words).toList();
    }

    private static void put(Line line, Map<Key, Line> edges, List<Fault> faults) {
        Line before = edges.putIfAbsent(line.key(), line);
        if (before != null) {
            faults.add(line.from()
                    .place()
                    .fault("the edge from " + line.from().text() + " to "
                            + line.to().text() + " (" + line.sort() + ") is here a second time, after "
                            + before.from().place() + ": keep one of them"));
        }
    }

    /** These edges with the other layer's over them, and with the new ids of what it renames. */
    EdgeLines overlaidWith(EdgeLines over, Map<String, String> renames) {
        Map<Key, Line> result = new LinkedHashMap<>();
        for (Line line : edges.values()) {
            Line followed = new Line(
                    renamed(line.from, renames),
                    renamed(line.to, renames),
                    line.sort,
                    line.evidence,
                    line.note,
                    line.sources);
            result.put(followed.key(), followed);
        }
        Map<Key, List<Key>> byPair = new LinkedHashMap<>();
        if (!over.off.isEmpty()) {
            result.keySet()
                    .forEach(key -> byPair.computeIfAbsent(new Key(key.from, key.to, ""), pair -> new ArrayList<>())
                            .add(key));
        }
        List<Off> idle = new ArrayList<>();
        for (Off switched : over.off) {
            List<Key> concerned = byPair.getOrDefault(switched.pair(), List.of()).stream()
                    .filter(switched::concerns)
                    .toList();
            if (concerned.isEmpty()) {
                idle.add(switched);
            }
            result.keySet().removeAll(Set.copyOf(concerned));
        }
        result.putAll(over.edges);
        return new EdgeLines(result, idle);
    }

    private static Located.Word renamed(Located.Word id, Map<String, String> renames) {
        String now = renames.get(id.text());
        return now == null ? id : new Located.Word(now, id.place());
    }

    /** The rules' edges; the checks have found these sound. */
    Edges made(Function<String, Environment.Source> source) {
        return new Edges(edges.values().stream()
                .map(line -> new Edge(
                        new EnvironmentId(line.from.text()),
                        new EnvironmentId(line.to.text()),
                        Edge.Sort.valueOf(constant(line.sort)),
                        Edge.Evidence.valueOf(constant(line.evidence)),
                        line.note,
                        line.sources.stream()
                                .map(word -> source.apply(word.text()))
                                .toList()))
                .toList());
    }

    private static String constant(String spelling) {
        return spelling.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
