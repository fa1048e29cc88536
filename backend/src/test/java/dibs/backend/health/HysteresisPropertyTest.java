package dibs.backend.health;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.environment.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** What holds of hysteresis and flapping whatever is seen. */
class HysteresisPropertyTest {
    private static final Instant BEGIN = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final EnvironmentId ID = new EnvironmentId("autograph");

    @Property
    void whatStandsChangesOnlyAfterTwoLooksInARowThatDiffer(@ForAll @Size(min = 2, max = 80) List<Sign> signs) {
        List<ProbeState> states = states(signs);
        for (int i = 2; i < signs.size(); i++) {
            Health before = states.get(i - 1).held();
            Health after = states.get(i).held();
            boolean twoDiffer = Health.of(signs.get(i)) != before && Health.of(signs.get(i - 1)) != before;
            boolean up = before == Health.UNKNOWN && signs.get(i) == Sign.PASSING;
            assertThat(after != before).isEqualTo(twoDiffer || up);
        }
    }

    @Property
    void twoAlikeInARowStand(@ForAll @Size(min = 1, max = 80) List<Sign> signs, @ForAll Sign last) {
        List<Sign> all = new ArrayList<>(signs);
        all.add(last);
        all.add(last);
        assertThat(states(all).getLast().held()).isEqualTo(Health.of(last));
    }

    @Property
    void aStateBeginsWithALookAndNoEarlierThanTheOneBefore(@ForAll @Size(min = 1, max = 80) List<Sign> signs) {
        Instant since = BEGIN;
        for (ProbeState state : states(signs)) {
            assertThat(state.since()).isBetween(since, state.seenAt());
            since = state.since();
            assertThat(state.lately().length()).isLessThanOrEqualTo(ProbeState.LATELY);
        }
    }

    @Property
    void whoeverListensHearsFewChangesInHalfAnHour(@ForAll @Size(min = 30, max = 200) List<Sign> signs) {
        List<Instant> heard = new ArrayList<>();
        HealthState state = null;
        for (ProbeState probe : states(signs)) {
            Combined to = Combined.of(List.of(probe), probe.seenAt()).orElseThrow();
            HealthState next = state == null
                    ? HealthState.first(ID, to)
                    : state.calmed(to, probe.seenAt()).turned(to, probe.seenAt());
            if (state != null && next.health() != state.health()) {
                heard.add(probe.seenAt());
            }
            state = next;
        }
        for (Instant one : heard) {
            assertThat(heard.stream()
                            .filter(other -> !other.isBefore(one) && other.isBefore(one.plus(HealthState.WINDOW))))
                    .hasSizeLessThanOrEqualTo(2 * HealthState.FLAPS);
        }
    }

    private static List<ProbeState> states(List<Sign> signs) {
        List<ProbeState> states = new ArrayList<>();
        for (int i = 0; i < signs.size(); i++) {
            Observation seen =
                    new Observation(ID, "heartbeat", BEGIN.plus(MINUTE.multipliedBy(i)), MINUTE, signs.get(i), "seen");
            states.add(
                    i == 0
                            ? ProbeState.first(seen, ProbeState.Pace.USUAL)
                            : states.get(i - 1).after(seen, ProbeState.Pace.USUAL));
        }
        return states;
    }
}
