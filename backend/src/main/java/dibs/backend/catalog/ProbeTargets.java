package dibs.backend.catalog;

import dibs.backend.health.Target;
import dibs.backend.health.Target.Certificate;
import dibs.backend.health.Target.Dockerflow;
import dibs.backend.health.Target.Expectation;
import dibs.backend.health.Target.Http;
import dibs.backend.health.Target.TaskclusterPing;
import dibs.backend.health.Target.Tcp;
import dibs.backend.health.Target.TreeStatus;
import dibs.backend.health.Target.WorkerPool;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads what one probe looks at. */
final class ProbeTargets {
    private static final int HTTPS = 443;

    private final Entry entry;
    private final Located item;
    private final ProbeKind kind;
    private final boolean own;
    private final List<Fault> faults;

    /** @param own whether the environment has the probe itself, and not by its kind */
    ProbeTargets(Entry entry, Located item, ProbeKind kind, boolean own, List<Fault> faults) {
        this.entry = entry;
        this.item = item;
        this.kind = kind;
        this.own = own;
        this.faults = faults;
    }

    /** What is looked at, by the probe's usual name; nothing where it is faulty, or where a probe of the kind does not fit. */
    Map<String, Target> read() {
        boolean sound = keys();
        Optional<URI> url = address("url");
        Optional<URI> page = address("page");
        // What does not even look like an address, the schema has reported.
        boolean addressed = !kind.needed().contains("url") || url.isPresent();
        if (url.isPresent()
                && page.filter(it -> !it.getHost().equals(url.get().getHost())).isPresent()) {
            faults.add(item.get("page")
                    .orElse(item)
                    .fault("page: has to be on the host of url, which a look does not leave"));
            return Map.of();
        }
        return sound && addressed ? targets(url.orElse(URI.create("")), page) : Map.of();
    }

    boolean flag(String key) {
        return item.get(key)
                .filter(value -> value.value().isBoolean())
                .map(value -> value.value().booleanValue())
                .orElse(false);
    }

    private boolean keys() {
        boolean sound = true;
        for (String key : new TreeSet<>(kind.needed())) {
            if (item.get(key).isEmpty()) {
                faults.add(item.fault("probes: a probe of kind " + kind.spelling() + " needs " + key + ":"));
                sound = false;
            }
        }
        for (Located.Pair pair : item.pairs()) {
            if (!kind.takes(pair.key())) {
                faults.add(pair.value()
                        .fault(pair.key() + ": is of no use to a probe of kind " + kind.spelling() + ": remove it"));
                sound = false;
            }
        }
        return sound;
    }

    private Map<String, Target> targets(URI url, Optional<URI> page) {
        return switch (kind) {
            case DOCKERFLOW -> Map.of("dockerflow", new Dockerflow(url, flag("writes"), fields(), page));
            case HTTP -> Map.of("http", new Http(url, new Expectation(number("status"), text("text"), fields())));
            case TASKCLUSTER -> pings(url);
            case WORKER_POOL -> pool(url);
            case TREE_STATUS -> Map.of("tree", new TreeStatus(url, text("tree").orElse(entry.id())));
            case TCP -> tcp();
            case CERTIFICATE -> certificate();
        };
    }

    private Map<String, Target> pings(URI root) {
        Map<String, Target> pings = new LinkedHashMap<>();
        item.get("services").stream()
                .flatMap(Located::words)
                .forEach(word -> pings.put("ping-" + word.text(), new TaskclusterPing(root, word.text())));
        if (pings.size() > 1 && item.get("name").isPresent()) {
            faults.add(item.get("name").orElse(item).fault("name: would be that of several: remove it"));
            return Map.of();
        }
        return pings;
    }

    private Map<String, Target> pool(URI root) {
        Optional<String> pool = text("pool").or(() -> entry.text("worker_type"));
        Optional<Duration> patience = span("patience")
                .or(() -> entry.get("slo_seconds").flatMap(Located::number).map(Duration::ofSeconds));
        if (pool.isPresent() && patience.isPresent()) {
            return Map.of("queue", new WorkerPool(root, pool.get(), patience.get()));
        }
        if (own) {
            String missing = pool.isEmpty() ? "pool:, or worker_type:" : "patience:, or slo_seconds:";
            faults.add(item.fault("probes: a probe of kind worker-pool needs " + missing + " of " + entry.id()));
        }
        return Map.of();
    }

    private Map<String, Target> tcp() {
        Optional<String> host = text("host");
        Optional<Integer> port = number("port");
        return host.isPresent() && port.isPresent()
                ? Map.of("port-" + port.get(), new Tcp(host.get(), port.get()))
                : Map.of();
    }

    private Map<String, Target> certificate() {
        return text("host")
                .<Map<String, Target>>map(host -> Map.of(
                        "certificate",
                        new Certificate(
                                host,
                                number("port").orElse(HTTPS),
                                span("before").orElse(Duration.ofDays(14)))))
                .orElse(Map.of());
    }

    private Optional<URI> address(String key) {
        Optional<Located> given = item.get(key);
        Optional<String> text = given.flatMap(Located::text).filter(it -> it.matches("https?://\\S+"));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!WebAddress.isValid(text.get())) {
            faults.add(
                    given.get().fault(text.get() + " is no web address: write one such as https://host.example/path"));
            return Optional.empty();
        }
        URI address = URI.create(text.get());
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            faults.add(given.get()
                    .fault(key
                            + ": probes sign in nowhere and read no fragment: leave out what stands"
                            + " before @ and after #"));
            return Optional.empty();
        }
        return Optional.of(address);
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        item.get("fields").stream()
                .flatMap(mapping -> mapping.pairs().stream())
                .forEach(pair -> fields.put(pair.key(), pair.value().text().orElse("")));
        return fields;
    }

    private Optional<String> text(String key) {
        return item.get(key).flatMap(Located::text);
    }

    private Optional<Integer> number(String key) {
        return item.get(key).flatMap(Located::number);
    }

    private Optional<Duration> span(String key) {
        return text(key).flatMap(Durations::parseSpan);
    }
}
