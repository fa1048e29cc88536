package dibs.backend.catalog;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Environment.Belongs;
import dibs.backend.environment.Environment.BranchLevel;
import dibs.backend.environment.Environment.Contact;
import dibs.backend.environment.Environment.Guidance;
import dibs.backend.environment.Environment.Levels;
import dibs.backend.environment.Environment.Link;
import dibs.backend.environment.Environment.Naming;
import dibs.backend.environment.Environment.ReleaseParts;
import dibs.backend.environment.Environment.ReleaseSet;
import dibs.backend.environment.Environment.Retired;
import dibs.backend.environment.Environment.Source;
import dibs.backend.environment.Environment.Strictness;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Limits;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Tier;
import dibs.backend.environment.UnitName;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the rules' records from a layer that the checks have found sound. */
final class EnvironmentMaker {
    private static final Entry NONE = new Entry("", new Place(BuiltinCatalog.NOWHERE, ""), Map.of());
    /** Keys that the record has no field for: they go among the facts. */
    private static final List<String> FACTS = List.of("vcs", "try", "slo_seconds", "max_replicas", "features");

    private final Layer layer;

    EnvironmentMaker(Layer layer) {
        this.layer = layer;
    }

    List<Environment> environments() {
        return layer.environments().values().stream().map(this::environment).toList();
    }

    private Environment environment(Entry entry) {
        Entry service = entry.text("service").map(layer.services()::get).orElse(NONE);
        Kind kind = entry.text("kind").flatMap(Kind::of).orElseThrow();
        return new Environment(
                new EnvironmentId(entry.id()),
                kind,
                entry.text("title").orElse(entry.id()),
                constant(entry, "mode", Mode::valueOf).orElse(Mode.NONE),
                constant(entry, "tier", Tier::valueOf),
                new Belongs(
                        entry.text("service"), entry.text("script"), entry.text("trust_domain"), entry.text("product")),
                naming(entry),
                levels(entry),
                contact(entry, service),
                units(entry).stream().map(UnitName::new).toList(),
                ids(entry.texts("members")),
                ids(entry.texts("parts")),
                entry.texts("labels"),
                entry.text("purpose"),
                constant(entry, "strictness", Strictness::valueOf),
                entry.text("note"),
                facts(entry, service),
                ids(entry.texts("use")),
                entry.get("retired").flatMap(EnvironmentMaker::retired),
                guidance(kind, entry),
                entry.texts("source").stream().map(this::source).toList(),
                entry.get("releases").map(releases -> releases(releases, entry.texts("warnings"))));
    }

    private static ReleaseSet releases(Located releases, List<String> warnings) {
        Map<String, ReleaseParts> products = new LinkedHashMap<>();
        releases.pairs()
                .forEach(product -> products.put(
                        product.key(),
                        new ReleaseParts(children(product.value(), "claims"), children(product.value(), "uses"))));
        return new ReleaseSet(products, warnings);
    }

    private static List<EnvironmentId> children(Located mapping, String key) {
        return mapping.get(key).stream()
                .flatMap(Located::words)
                .map(word -> new EnvironmentId(word.text()))
                .toList();
    }

    private static Naming naming(Entry entry) {
        Map<String, String> urls = new LinkedHashMap<>();
        entry.pairs("urls")
                .forEach(pair -> urls.put(pair.key(), pair.value().text().orElse("")));
        return new Naming(
                entry.texts("aliases"),
                entry.text("worker_type"),
                entry.text("branch"),
                entry.text("image"),
                urls,
                entry.texts("former_urls"),
                ids(entry.texts("was")));
    }

    private static Levels levels(Entry entry) {
        Optional<Located> levels = entry.get("levels");
        return new Levels(
                byBranch(levels.flatMap(value -> value.get("scm"))),
                byBranch(levels.flatMap(value -> value.get("release"))),
                levels.flatMap(value -> value.get("pool")).flatMap(Located::text));
    }

    private static List<BranchLevel> byBranch(Optional<Located> levels) {
        return levels.stream()
                .flatMap(value -> value.items().stream())
                .map(item -> item.text()
                        .map(level -> new BranchLevel("*", level))
                        .orElseGet(() -> new BranchLevel(child(item, "branch"), child(item, "level"))))
                .toList();
    }

    private static String child(Located mapping, String key) {
        return mapping.get(key).flatMap(Located::text).orElse("");
    }

    private static Contact contact(Entry entry, Entry service) {
        Map<String, String> links = new LinkedHashMap<>();
        List.of(entry, service)
                .forEach(owner -> owner.pairs("links")
                        .forEach(pair -> links.putIfAbsent(
                                pair.key(), pair.value().text().orElse(""))));
        return new Contact(
                entry.text("owner").or(() -> service.text("owner")),
                entry.get("channels").isPresent() ? entry.texts("channels") : service.texts("channels"),
                links.entrySet().stream()
                        .map(link -> new Link(link.getKey(), link.getValue()))
                        .toList());
    }

    private Set<String> units(Entry entry) {
        if (!entry.text("mode").equals(Optional.of("exclusive"))) {
            return Set.of();
        }
        if (entry.get("units").isPresent()) {
            return new LinkedHashSet<>(entry.texts("units"));
        }
        if (entry.get("parts").isPresent()) {
            return entry.texts("parts").stream()
                    .flatMap(part -> units(layer.environments().getOrDefault(part, NONE)).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return Set.of(entry.id());
    }

    private static Map<String, String> facts(Entry entry, Entry service) {
        Map<String, String> facts = new LinkedHashMap<>();
        entry.pairs("facts")
                .forEach(pair -> facts.put(pair.key(), pair.value().text().orElse("")));
        for (String key : FACTS) {
            if (entry.get(key).isPresent()) {
                facts.put(key, String.join(" ", entry.texts(key)));
            }
        }
        service.text("health_note").ifPresent(note -> facts.putIfAbsent("health_note", note));
        service.text("note").ifPresent(note -> facts.putIfAbsent("service_note", note));
        return facts;
    }

    private static Optional<Retired> retired(Located retired) {
        List<EnvironmentId> use = children(retired, "use");
        return retired.get("since").flatMap(Located::text).map(since -> new Retired(LocalDate.parse(since), use));
    }

    /** What holds for every environment of the kind. */
    Guidance guidance(Kind kind) {
        return guidance(kind, NONE);
    }

    private Guidance guidance(Kind kind, Entry own) {
        Entry about = layer.kinds().getOrDefault(kind.spelling(), NONE);
        Optional<Located> limits = about.get("limits");
        var usual = limits.flatMap(value -> value.get("default"))
                .flatMap(Located::text)
                .flatMap(Durations::parse);
        var maximum = limits.flatMap(value -> value.get("max"))
                .flatMap(Located::text)
                .flatMap(Durations::parse)
                .orElse(Limits.BUILT_IN.maximum());
        return new Guidance(
                new Limits(usual, maximum),
                AttentionReader.read(List.of(own, about)),
                about.texts("howto"),
                about.texts("cleanup"));
    }

    /** The source of that key. */
    Source source(String key) {
        Entry source = layer.sources().getOrDefault(key, NONE);
        return new Source(
                key,
                source.text("repository"),
                source.text("commit"),
                source.text("date").map(LocalDate::parse),
                source.text("note"));
    }

    private static List<EnvironmentId> ids(List<String> texts) {
        return texts.stream().map(EnvironmentId::new).toList();
    }

    private static <T> Optional<T> constant(Entry entry, String key, Function<String, T> valueOf) {
        return entry.text(key).map(text -> valueOf.apply(text.toUpperCase(Locale.ROOT)));
    }
}
