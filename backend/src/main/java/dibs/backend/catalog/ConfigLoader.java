package dibs.backend.catalog;

import dibs.backend.announcement.Home;
import dibs.backend.environment.Catalog;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.health.ProbeSpec;
import dibs.backend.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads dibs.yaml over what is built in: all of it, or every fault at once. */
public final class ConfigLoader {
    private ConfigLoader() {}

    /** What is built in, without a file. */
    public static ConfigResult builtin() {
        return result(Optional.empty(), new ArrayList<>());
    }

    /** What the file says, over what is built in. */
    public static ConfigResult load(Path path) {
        List<Fault> faults = new ArrayList<>();
        Optional<String> text = ConfigFile.read(path, faults);
        if (text.isEmpty()) {
            return new ConfigResult.Faulty(faults);
        }
        return parse(ConfigFile.name(path), text.get(), faults);
    }

    /**
     * What the text says, over what is built in.
     *
     * @param file the name that faults give
     */
    public static ConfigResult parse(String file, String text) {
        return parse(file, text, new ArrayList<>());
    }

    private static ConfigResult parse(String file, String text, List<Fault> faults) {
        Optional<Document> document = YamlReader.read(file, text, faults);
        if (document.isEmpty()) {
            return new ConfigResult.Faulty(faults);
        }
        new SchemaCheck().check(document.get(), faults);
        return result(document, faults);
    }

    private static ConfigResult result(Optional<Document> document, List<Fault> faults) {
        Optional<Located> root = document.map(file -> new Located(file.root(), file.at("")));
        Optional<Located> section = root.flatMap(value -> value.get("catalog"));
        Layer base = startsFromNothing(section) ? Layer.EMPTY : builtinLayer(faults);
        Layer over = Layer.of(section.stream().toList(), faults);
        Layer layer = Overlay.merge(base, over, faults);
        if (section.isPresent()) {
            // The built-in catalog alone has been checked by the build.
            Checks.check(layer, faults);
        }
        Map<String, String> people = new LinkedHashMap<>();
        root.flatMap(value -> value.get("people")).ifPresent(value -> people(value, layer, people, faults));
        SlackSection.check(root.flatMap(value -> value.get("slack")), faults);
        Policy policy = PolicyLoader.read(
                root.flatMap(value -> value.get("policy")),
                new CatalogNames(Optional.of(layer), document.map(Document::file)),
                faults);
        List<Home> homes = HomeReader.read(root.flatMap(value -> value.get("announce")), layer, faults);
        List<ProbeSpec> probes = ProbeReader.read(layer, faults);
        if (!faults.isEmpty()) {
            return new ConfigResult.Faulty(faults);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        root.flatMap(value -> value.get("settings")).stream()
                .flatMap(value -> value.pairs().stream())
                .forEach(pair -> settings.put(pair.key(), pair.value().text().orElse("")));
        SlackSection slack = SlackSection.of(root.flatMap(value -> value.get("slack")));
        MatrixSection matrix = MatrixSection.of(root.flatMap(value -> value.get("matrix")));
        return new ConfigResult.Loaded(
                new DibsConfig(settings, catalog(layer), policy, people, probes, homes, slack, matrix, document));
    }

    private static boolean startsFromNothing(Optional<Located> section) {
        return section.flatMap(value -> value.get("base"))
                .flatMap(Located::text)
                .filter("none"::equals)
                .isPresent();
    }

    static Layer builtinLayer(List<Fault> faults) {
        return Layer.of(
                BuiltinCatalog.documents().stream()
                        .map(file -> new Located(file.root(), file.at("")))
                        .toList(),
                faults);
    }

    private static Catalog catalog(Layer layer) {
        Map<String, Catalog.Preference> prefer = new LinkedHashMap<>();
        layer.prefer()
                .values()
                .forEach(entry -> prefer.put(
                        entry.id(),
                        new Catalog.Preference(
                                new EnvironmentId(entry.text("lease").orElseThrow()),
                                new EnvironmentId(entry.text("about").orElseThrow()))));
        EnvironmentMaker maker = new EnvironmentMaker(layer);
        return new Catalog(
                maker.environments(),
                prefer,
                maker.guidance(Kind.RELEASE_SLOT),
                layer.edges().made(maker::source));
    }

    private static void people(Located section, Layer layer, Map<String, String> people, List<Fault> faults) {
        for (Located.Pair account : section.pairs()) {
            Optional<Located> role = account.value().get("role");
            Optional<String> id = role.flatMap(Located::text);
            if (id.isEmpty()) {
                continue;
            }
            Optional<String> kind =
                    Optional.ofNullable(layer.environments().get(id.get())).flatMap(entry -> entry.text("kind"));
            if (kind.equals(Optional.of(Kind.ROLE.spelling()))) {
                people.put(account.key(), id.get());
            } else {
                faults.add(role.get()
                        .fault("role: " + id.get()
                                + (kind.isEmpty() ? " is not known" : " is no role but " + kind.get())
                                + "; it has to be the id of an environment of kind role"));
            }
        }
    }
}
