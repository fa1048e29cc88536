package dibs.backend.health;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is looked at, and how. Addresses are http or https, without user, query secrets or fragment. */
public sealed interface Target {

    /** The host that is asked. */
    String host();

    /**
     * The three endpoints that the Dockerflow contract has: {@code __lbheartbeat__}, {@code __heartbeat__} and {@code __version__}.
     *
     * @param base what they stand under
     * @param writes whether the heartbeat writes at its service, so that it is asked once a minute at most
     * @param fields what the heartbeat's JSON has to say although it answers 200, by path such as {@code services.lando}
     * @param page an ordinary page that is looked at as well, since the heartbeat stays green in maintenance
     */
    record Dockerflow(URI base, boolean writes, Map<String, String> fields, Optional<URI> page) implements Target {
        public Dockerflow {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String host() {
            return base.getHost();
        }
    }

    /** Any address. */
    record Http(URI url, Expectation expect) implements Target {
        @Override
        public String host() {
            return url.getHost();
        }
    }

    /**
     * One of Taskcluster's services.
     *
     * @param service such as {@code queue}
     */
    record TaskclusterPing(URI root, String service) implements Target {
        @Override
        public String host() {
            return root.getHost();
        }
    }

    /**
     * A worker pool by its queue: what matters is how long tasks wait, never how many workers run.
     *
     * @param pool {@code provisioner/worker-type}
     * @param patience how long a task may wait to be claimed
     */
    record WorkerPool(URI root, String pool, Duration patience) implements Target {
        @Override
        public String host() {
            return root.getHost();
        }
    }

    /**
     * A tree's state.
     *
     * @param base of the service's API
     * @param tree as that service calls it
     */
    record TreeStatus(URI base, String tree) implements Target {
        @Override
        public String host() {
            return base.getHost();
        }
    }

    /** Whether a port takes connections. */
    record Tcp(String host, int port) implements Target {}

    /**
     * How long a certificate still holds.
     *
     * @param warnBefore so long before its end it counts as degraded
     */
    record Certificate(String host, int port, Duration warnBefore) implements Target {}

    /**
     * What an answer has to be.
     *
     * @param status the only good one; nothing: any from 200 to 299
     * @param text what the body has to contain
     * @param fields what the body's JSON has to say, by path
     */
    record Expectation(Optional<Integer> status, Optional<String> text, Map<String, String> fields) {
        /** Any success will do. */
        public static final Expectation SUCCESS = new Expectation(Optional.empty(), Optional.empty(), Map.of());

        public Expectation {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
