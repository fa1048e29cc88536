package dibs.backend.gate;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.UnitName;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.person.PersonRef;
import dibs.backend.transaction.MessageKey;
import dibs.backend.transaction.Transactor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Shuts gates and opens them. Who may do so is the caller's to know. */
public final class GateService {
    private static final int AT_ONCE = 20;

    private final Transactor<? extends GateTx> transactor;

    public GateService(Transactor<? extends GateTx> transactor) {
        this.transactor = transactor;
    }

    /** Puts up a gate, in place of the environment's one of the same sort; a repeated message gets the answer of the first time. */
    public GateResult put(GateRequest request, PersonRef by, Optional<MessageKey> message, Instant now) {
        return once(message, now, tx -> put(tx, request, by, now));
    }

    /** The same inside a transaction. */
    public GateResult put(GateTx tx, GateRequest request, PersonRef by, Instant now) {
        if (request.until().filter(end -> !end.isAfter(now)).isPresent()) {
            return new GateResult.Over();
        }
        tx.gates().lock(request.units());
        List<Gate> replaced = own(tx, request.environment()).stream()
                .filter(it -> it.rhythm().isPresent() == request.rhythm().isPresent())
                .toList();
        replaced.stream().filter(it -> it.over(now)).forEach(it -> GateNotes.ended(tx, it, now));
        Gate gate = new Gate(
                request.environment(),
                request.covers(),
                request.units(),
                request.state(),
                request.reason(),
                by,
                now,
                request.until(),
                request.rhythm());
        tx.gates().put(gate, gate.shut(now), gate.changes(now));
        GateNotes.history(tx, GateNotes.what(gate.state()), gate, Optional.of(by), now);
        if (gate.shut(now)) {
            tx.gates().letGo(gate.units());
        }
        int told = gate.shut(now) ? GateNotes.tell(tx, gate, gate.state(), Optional.of(by), now) : 0;
        return new GateResult.Set(
                gate, replaced.stream().filter(it -> !it.over(now)).toList(), told);
    }

    /**
     * Opens the environment's own gate. One that stands goes before one that comes back: the rhythm goes with it only while its window
     * is on, and otherwise when nothing else is there to open.
     *
     * @param covers the environment, and everything that it stands for
     * @param units what leases of it hold
     */
    public GateResult open(
            EnvironmentId environment,
            Collection<EnvironmentId> covers,
            List<UnitName> units,
            PersonRef by,
            Optional<MessageKey> message,
            Instant now) {
        return once(message, now, tx -> {
            tx.gates().lock(units);
            List<Gate> own =
                    own(tx, environment).stream().filter(it -> !it.over(now)).toList();
            List<Gate> shut = own.stream().filter(it -> it.shut(now)).toList();
            List<Gate> ended = shut.isEmpty() ? own : shut;
            for (Gate gate : ended) {
                tx.gates().remove(gate);
                GateNotes.history(tx, What.GATE_OPENED, gate, Optional.of(by), now);
            }
            List<Gate> left = tx.gates().all().stream()
                    .filter(it -> it.concerns(covers, units) && !it.over(now))
                    .toList();
            if (ended.isEmpty()) {
                return new GateResult.WasOpen(left);
            }
            if (left.stream().noneMatch(it -> it.shut(now))) {
                shut.forEach(it -> GateNotes.tellOpened(tx, it, Optional.of(by), now));
            }
            return new GateResult.Opened(ended, left);
        });
    }

    private static List<Gate> own(GateTx tx, EnvironmentId environment) {
        return tx.gates().all().stream()
                .filter(it -> it.environment().equals(environment))
                .toList();
    }

    /** All gates that are not over at that moment, by environment: those that come back too, on or off. */
    public List<Gate> all(Instant now) {
        return transactor.read(tx -> tx.gates().all()).stream()
                .filter(it -> !it.over(now))
                .toList();
    }

    /** Those of {@link #all} that speak of any of the environments or of what leases of them hold. */
    public List<Gate> concerning(Collection<EnvironmentId> environments, Collection<UnitName> units, Instant now) {
        return all(now).stream().filter(it -> it.concerns(environments, units)).toList();
    }

    /** Opens what is past its end, begins and ends windows, and tells of it; how many gates that were. */
    public int turn(Instant now) {
        return transactor.write(tx -> {
            List<GateRows.Told> due = tx.gates().due(now, AT_ONCE);
            due.forEach(it -> turn(tx, it, now));
            return due.size();
        });
    }

    private static void turn(GateTx tx, GateRows.Told told, Instant now) {
        Gate gate = told.gate();
        tx.gates().lock(gate.units());
        if (gate.over(now)) {
            if (tx.gates().remove(gate)) {
                GateNotes.ended(tx, gate, now);
            }
            return;
        }
        boolean shut = gate.shut(now);
        if (tx.gates().tell(told, shut, gate.changes(now)) && shut != told.shut()) {
            if (shut) {
                tx.gates().letGo(gate.units());
                GateNotes.history(tx, GateNotes.what(gate.state()), gate, Optional.empty(), now);
                GateNotes.tell(tx, gate, gate.state(), Optional.empty(), now);
            } else {
                GateNotes.ended(tx, gate, now);
            }
        }
    }

    private GateResult once(Optional<MessageKey> message, Instant now, Function<GateTx, GateResult> work) {
        return message.map(key -> transactor.once(key, GateResult.class, now, work))
                .orElseGet(() -> transactor.write(work));
    }
}
