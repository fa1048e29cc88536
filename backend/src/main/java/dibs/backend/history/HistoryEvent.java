package dibs.backend.history;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.PersonRef;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One line of what happened. History is never deleted by use.
 *
 * @param environment what it happened to, where it happened to one
 * @param lease the id of the lease that it happened to
 * @param actor who did it; nothing: Dibs itself
 * @param details what else is worth knowing, by name: {@code until} in epoch milliseconds, {@code purpose}, {@code holder} …
 */
public record HistoryEvent(
        Instant at,
        What what,
        Optional<EnvironmentId> environment,
        Optional<String> lease,
        Optional<PersonRef> actor,
        Map<String, String> details) {
    public HistoryEvent {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** What can happen. */
    public enum What {
        CLAIMED,
        EXTENDED,
        RELEASED,
        EXPIRED,
        HELPER_ADDED,
        OFFERED,
        OFFER_DECLINED,
        OFFER_WITHDRAWN,
        HANDED_OVER,
        TAKEOVER_ASKED,
        TAKEOVER_CANCELLED,
        TAKEN_OVER,
        KEPT,
        NUDGED,
        ASKED_WHETHER_STILL_USED,
        NOT_ANSWERED,
        UNDONE,
        WAITING,
        LEFT_LINE,
        NOT_TIDIED,
        TIDIED,
        RESERVED,
        RESERVATION_CANCELLED,
        RESERVATION_LAPSED,
        USING,
        USE_EXTENDED,
        USE_ENDED,
        RENAMED,
        POLICY_CHANGED,
        WAIVED,
        WAIVER_ENDED,
        CATALOG_LOADED,
        KEPT_THROUGH_OUTAGE,
        GATE_OPENED,
        GATE_APPROVAL,
        GATE_CLOSED,
        GATE_MAINTENANCE,
        FROZEN,
        THAWED
    }
}
