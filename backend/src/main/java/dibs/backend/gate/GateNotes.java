package dibs.backend.gate;

import dibs.backend.environment.GateState;
import dibs.backend.history.HistoryEvent;
import dibs.backend.history.HistoryEvent.What;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Notice.GateChanged.Concern;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes down what became of a gate, and tells those whom it concerns. */
final class GateNotes {
    private GateNotes() {}

    static What what(GateState state) {
        return switch (state) {
            case OPEN -> What.GATE_OPENED;
            case APPROVAL -> What.GATE_APPROVAL;
            case CLOSED -> What.GATE_CLOSED;
            case MAINTENANCE -> What.GATE_MAINTENANCE;
        };
    }

    /** It opened by itself. */
    static void ended(GateTx tx, Gate gate, Instant now) {
        history(tx, What.GATE_OPENED, gate, Optional.empty(), gate.until().orElse(now));
        boolean shut =
                tx.gates().all().stream().anyMatch(it -> it.concerns(gate.covers(), gate.units()) && it.shut(now));
        if (!shut) {
            tellOpened(tx, gate, Optional.empty(), now);
        }
    }

    static void history(GateTx tx, What what, Gate gate, Optional<PersonRef> by, Instant now) {
        Map<String, String> details = new HashMap<>();
        if (what != What.GATE_OPENED) {
            details.put("purpose", gate.reason());
            gate.opens(now).ifPresent(end -> details.put("until", Long.toString(end.toEpochMilli())));
            gate.rhythm().ifPresent(it -> details.put("every", it.days() + " " + it.at() + " " + it.zone()));
        }
        tx.history().add(new HistoryEvent(now, what, Optional.of(gate.environment()), Optional.empty(), by, details));
    }

    static void tellOpened(GateTx tx, Gate gate, Optional<PersonRef> by, Instant now) {
        tell(tx, gate, GateState.OPEN, by, now);
    }

    /** Tells who holds, uses or watches it, each once, and not whoever did it; how many that were. */
    static int tell(GateTx tx, Gate gate, GateState state, Optional<PersonRef> by, Instant now) {
        Set<PersonId> told = new LinkedHashSet<>();
        by.map(PersonRef::id).ifPresent(told::add);
        int before = told.size();
        for (PersonId person : tx.gates().holders(gate.units(), gate.covers(), now)) {
            tell(tx, told, person, notice(gate, state, by, Concern.HELD, now), now);
        }
        for (PersonId person : tx.gates().watchers(gate.units(), gate.covers())) {
            tell(tx, told, person, notice(gate, state, by, Concern.WATCHED, now), now);
        }
        return told.size() - before;
    }

    private static void tell(GateTx tx, Set<PersonId> told, PersonId person, Notice notice, Instant now) {
        if (told.add(person)) {
            tx.outbox().put(person, notice, now);
        }
    }

    private static Notice notice(Gate gate, GateState state, Optional<PersonRef> by, Concern concern, Instant now) {
        boolean open = state == GateState.OPEN;
        return new Notice.GateChanged(
                gate.environment(),
                state,
                concern,
                by.map(PersonRef::name),
                open ? Optional.empty() : Optional.of(gate.reason()),
                open ? Optional.empty() : gate.opens(now));
    }
}
