package dibs.backend.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What all probes of an environment say together: the worst of them. A probe that is unknown says nothing as long as another is
 * known; so does one that cannot be reached since it is behind a VPN.
 *
 * @param since when that began
 * @param probe the one that decides, and of equals the one that said so first
 * @param sentence what it saw
 * @param vpn whether it cannot be reached since it is behind a VPN: it may well be passing
 */
record Combined(Health health, Instant since, String probe, String sentence, boolean vpn) {
    /** At that moment; nothing where there is no probe. */
    static Optional<Combined> of(List<ProbeState> probes, Instant now) {
        return probes.stream()
                .map(probe -> probe.at(now))
                .min(Comparator.comparingInt(Combined::weight)
                        .reversed()
                        .thenComparing(ProbeState::since)
                        .thenComparing(ProbeState::probe))
                .map(probe ->
                        new Combined(probe.held(), probe.since(), probe.probe(), probe.sentence(), outOfReach(probe)));
    }

    private static boolean outOfReach(ProbeState probe) {
        return probe.vpn() && probe.held() == Health.UNREACHABLE;
    }

    private static int weight(ProbeState probe) {
        if (outOfReach(probe)) {
            return 1;
        }
        return switch (probe.held()) {
            case UNKNOWN -> 0;
            case PASSING -> 2;
            case DEGRADED -> 3;
            case UNREACHABLE -> 4;
            case FAILING -> 5;
        };
    }
}
