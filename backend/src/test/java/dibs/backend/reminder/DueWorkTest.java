package dibs.backend.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.testkit.FakeClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DueWorkTest {
    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-23T09:00:00Z"));
    private final List<String> told = new ArrayList<>();
    private final Map<String, Due> sorts = new LinkedHashMap<>();

    private int run() {
        return new DueWork(sorts, clock, () -> told.add("happened")).run();
    }

    @Test
    void everySortIsDoneUntilNothingIsLeft() {
        List<Integer> ends = new ArrayList<>(List.of(100, 100, 30, 0));
        sorts.put("ending leases", now -> ends.removeFirst());

        assertThat(run()).isEqualTo(230);
        assertThat(ends).isEmpty();
        assertThat(told).containsExactly("happened");
    }

    @Test
    void whereNothingIsDueNobodyIsWoken() {
        sorts.put("ending leases", now -> 0);

        assertThat(run()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void aSortThatBreaksKeepsNoOtherFromItsTurn() {
        List<Instant> at = new ArrayList<>();
        sorts.put("ending leases", now -> {
            throw new IllegalStateException("the store is away");
        });
        sorts.put("reminding", now -> at.isEmpty() && at.add(now) ? 1 : 0);

        assertThat(run()).isEqualTo(1);
        assertThat(at).containsExactly(clock.instant());
        assertThat(told).containsExactly("happened");
    }

    @Test
    void aSortThatNeverEndsLeavesTheOthersTheirTurn() {
        sorts.put("endless", now -> 1);
        sorts.put("reminding", now -> told.contains("reminded") || !told.add("reminded") ? 0 : 1);

        assertThat(run()).isEqualTo(2_001);
    }
}
