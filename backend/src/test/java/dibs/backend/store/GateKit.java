package dibs.backend.store;

import static dibs.backend.store.Scene.environment;
import static dibs.backend.store.Scene.exclusive;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.GateState;
import dibs.backend.gate.FreezeService;
import dibs.backend.gate.Gate;
import dibs.backend.gate.GateRequest;
import dibs.backend.gate.GateResult;
import dibs.backend.gate.GateService;
import dibs.backend.gate.Rhythm;
import dibs.backend.notice.Notice.GateChanged;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** Gates and freezes in front of a store. */
abstract class GateKit extends StoreKit {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static final Environment A = exclusive("a");
    static final Environment B = exclusive("b");
    static final Environment BOTH = environment("both", List.of("a", "b"));

    GateService gates = new GateService(scene.transactor);
    FreezeService freezes = new FreezeService(scene.transactor, ids);

    GateKit(TestStore store) {
        super(store);
    }

    @BeforeEach
    void begin() {
        gates = new GateService(scene.transactor);
        freezes = new FreezeService(scene.transactor, ids);
    }

    Gate close(Environment environment) {
        return put(environment, GateState.CLOSED, Optional.empty(), Optional.empty());
    }

    Gate put(Environment environment, GateState state, Optional<Instant> until, Optional<Rhythm> rhythm) {
        return ((GateResult.Set) wish(environment, state, until, rhythm)).gate();
    }

    GateResult wish(Environment environment, GateState state, Optional<Instant> until, Optional<Rhythm> rhythm) {
        return gates.put(
                request(environment, state, until, rhythm, List.of(environment.id())),
                scene.cem,
                Optional.empty(),
                scene.clock.instant());
    }

    static GateRequest request(
            Environment environment,
            GateState state,
            Optional<Instant> until,
            Optional<Rhythm> rhythm,
            List<EnvironmentId> covers) {
        return new GateRequest(environment.id(), covers, environment.units(), state, "it burns", until, rhythm);
    }

    GateResult open(Environment environment) {
        return gates.open(
                environment.id(),
                List.of(environment.id()),
                environment.units(),
                scene.cem,
                Optional.empty(),
                scene.clock.instant());
    }

    List<GateState> changes(PersonRef person) {
        return scene.unheard(person).stream()
                .filter(GateChanged.class::isInstance)
                .map(notice -> ((GateChanged) notice).state())
                .toList();
    }
}
