package dibs.backend.store;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Edge;
import dibs.backend.environment.Edges;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Limits;
import dibs.backend.health.Deployed;
import dibs.backend.health.HealthBook;
import dibs.backend.health.HealthService;
import dibs.backend.health.HealthState;
import dibs.backend.health.Incident;
import dibs.backend.health.Observation;
import dibs.backend.health.Sign;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox;
import dibs.backend.person.PersonRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is looked at, and how it is asked about, in front of a store. */
abstract class HealthKit extends StoreKit {
    static final Duration MINUTE = Duration.ofMinutes(1);
    static final boolean SOAK = "soak".equals(System.getProperty("dibs.scale"));

    static final Environment AUTH = Scene.exclusive("auth");
    static final Environment SHIP = Scene.exclusive("ship");
    static final Environment STORE = Scene.exclusive("store");

    /** Ship uses auth, and the two use each other's neighbour in a circle. */
    final Catalog catalog = new Catalog(
            List.of(AUTH, SHIP, STORE),
            Map.of(),
            new Environment.Guidance(Limits.BUILT_IN, List.of(), List.of()),
            new Edges(List.of(uses("ship", "auth"), uses("store", "ship"), uses("ship", "store"))));

    HealthKit(TestStore store) {
        super(store);
    }

    int rows(String table) {
        try (var connection = store.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Edge uses(String from, String to) {
        return new Edge(new EnvironmentId(from), new EnvironmentId(to), Edge.Sort.DEPENDS_ON, Edge.Evidence.WIRED);
    }

    Instant now() {
        return scene.clock.instant();
    }

    HealthBook book() {
        return new HealthBook(scene.transactor, () -> catalog, List::of, ids);
    }

    HealthService health() {
        return new HealthService(scene.transactor, () -> true);
    }

    HealthState state(Environment environment) {
        return health().of(environment, catalog, now()).orElseThrow();
    }

    List<Incident> incidents() {
        return health().incidents(Instant.EPOCH);
    }

    void watch(PersonRef person, Environment environment) {
        scene.transactor.write(tx -> tx.watches().add(person.id(), environment.id(), environment.units(), now()));
    }

    List<Notice> told(PersonRef person) {
        return notices(person, Notice.HealthChanged.class);
    }

    List<Notice> notices(PersonRef person, Class<? extends Notice> sort) {
        return scene
                .transactor
                .<List<Outbox.Pending>>read(tx -> tx.outbox().pending(person.id(), now(), 1_000))
                .stream()
                .map(Outbox.Pending::notice)
                .filter(sort::isInstance)
                .toList();
    }

    void passing(Environment... environments) {
        twice(Sign.PASSING, environments);
    }

    void failing(Environment... environments) {
        twice(Sign.FAILED, environments);
    }

    void twice(Sign sign, Environment... environments) {
        for (int i = 0; i < 2; i++) {
            List<Observation> round = new ArrayList<>();
            for (Environment environment : environments) {
                round.add(seen(environment, sign));
            }
            book().take(round);
            if (i == 0) {
                scene.clock.advance(MINUTE);
            }
        }
        scene.clock.advance(MINUTE);
    }

    void look(Environment environment, Sign sign) {
        see(environment, sign, sign.word(), Optional.empty());
    }

    void see(Environment environment, Sign sign, String sentence, Optional<String> commit) {
        book().take(List.of(new Observation(
                environment.id(),
                "heartbeat",
                now(),
                Duration.ofMillis(100),
                sign,
                sentence,
                Deployed.of(Optional.empty(), commit),
                Optional.empty())));
    }

    Observation seen(Environment environment, Sign sign) {
        return new Observation(environment.id(), "heartbeat", now(), Duration.ofMillis(100), sign, sign.word());
    }
}
