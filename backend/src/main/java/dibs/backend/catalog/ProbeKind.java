package dibs.backend.catalog;

import java.util.Optional;
import java.util.Set;

/** The kinds of probes, each with the keys that it needs and those that it may have beside the ones that all have. */
enum ProbeKind {
    DOCKERFLOW("dockerflow", "url", "writes fields page"),
    HTTP("http", "url", "status text fields"),
    TASKCLUSTER("taskcluster", "url services", ""),
    WORKER_POOL("worker-pool", "url", "pool patience"),
    TREE_STATUS("tree-status", "url", "tree"),
    TCP("tcp", "host port", ""),
    CERTIFICATE("certificate", "host", "port before");

    private static final Set<String> EVERY = Set.of("kind", "name", "every", "timeout", "vpn");

    private final String spelling;
    private final String needed;
    private final String possible;

    ProbeKind(String spelling, String needed, String possible) {
        this.spelling = spelling;
        this.needed = needed;
        this.possible = possible;
    }

    static Optional<ProbeKind> of(String spelling) {
        for (ProbeKind kind : values()) {
            if (kind.spelling.equals(spelling)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    String spelling() {
        return spelling;
    }

    Set<String> needed() {
        return words(needed);
    }

    boolean takes(String key) {
        return EVERY.contains(key)
                || words(needed).contains(key)
                || words(possible).contains(key);
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" ", -1));
    }
}
