package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an environment is and how it came to that. Where it changes to and fro it is flapping: what is said of it stays as it is, at the
 * worse, until it has been quiet for a while.
 *
 * @param since when it began
 * @param beneath what its probes say together, flapping or not
 * @param probe the probe that decided
 * @param sentence what that one saw
 * @param vpn whether it cannot be reached since it is behind a VPN, which says nothing of how it is
 * @param turns when it changed lately, oldest first
 * @param flapping since when it is flapping
 * @param deploy what runs there, where a probe can tell
 * @param told the last that people were told, unknown left out
 * @param incident the incident that it is part of
 */
public record HealthState(
        EnvironmentId environment,
        Health health,
        Instant since,
        Health beneath,
        String probe,
        String sentence,
        boolean vpn,
        List<Instant> turns,
        Optional<Instant> flapping,
        Optional<Deploy> deploy,
        Optional<Health> told,
        Optional<String> incident) {
    /** Changes of so long are counted. */
    public static final Duration WINDOW = Duration.ofMinutes(30);

    /** So many changes in that time make it flapping. */
    public static final int FLAPS = 6;

    /** It no longer flaps once it has not changed for so long. */
    public static final Duration QUIET = Duration.ofMinutes(10);

    private static final Duration LATELY = Duration.ofDays(1);

    public HealthState {
        turns = List.copyOf(turns);
    }

    /** An environment of which nothing is known yet. */
    static HealthState first(EnvironmentId environment, Combined probes) {
        return new HealthState(
                environment,
                probes.health(),
                probes.since(),
                probes.health(),
                probes.probe(),
                probes.sentence(),
                probes.vpn(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it is known to be less than well; what is behind a VPN is not, for being out of reach. */
    public boolean bad() {
        return health.bad() && !outOfReach();
    }

    /** Whether it can be used, as far as is known. */
    public boolean works() {
        return health.works() || outOfReach();
    }

    /** When something else was deployed there, where that was within a day: what is older is not thought of when it fails. */
    public Optional<Instant> deployedLately(Instant now) {
        return deploy.flatMap(Deploy::at).filter(at -> at.plus(LATELY).isAfter(now));
    }

    private boolean outOfReach() {
        return vpn && health == Health.UNREACHABLE;
    }

    /** When it is no longer flapping, unless it changes before; nothing where it is not flapping. */
    public Optional<Instant> calmAt() {
        return flapping.map(began -> turns.isEmpty() ? began : turns.getLast()).map(last -> last.plus(QUIET));
    }

    /** The state once its probes say that together. */
    HealthState turned(Combined to, Instant now) {
        if (to.health() == beneath) {
            return this;
        }
        boolean known = to.health() != Health.UNKNOWN && beneath != Health.UNKNOWN;
        List<Instant> counted = Stream.concat(turns.stream(), known ? Stream.of(now) : Stream.empty())
                .filter(turn -> turn.plus(WINDOW).isAfter(now))
                .toList();
        if (to.health() == Health.UNKNOWN) {
            return become(to, to.health(), began(to, now), counted, Optional.empty());
        }
        if (flapping.isPresent()) {
            return become(to, health, since, counted, flapping);
        }
        if (counted.size() < FLAPS) {
            return become(to, to.health(), began(to, now), counted, Optional.empty());
        }
        Health worse = health.worse(to.health());
        return become(to, worse, worse == health ? since : began(to, now), counted, Optional.of(now));
    }

    /** A probe may have said so all along, while another said worse. */
    private Instant began(Combined to, Instant now) {
        return to.since().isAfter(since) ? to.since() : now;
    }

    /** What decided stays where what is said stays. */
    private HealthState become(
            Combined to, Health next, Instant began, List<Instant> counted, Optional<Instant> unsteady) {
        boolean same = next == health && unsteady.isPresent();
        return new HealthState(
                environment,
                next,
                began,
                to.health(),
                same ? probe : to.probe(),
                same ? sentence : to.sentence(),
                same ? vpn : to.vpn(),
                counted,
                unsteady,
                deploy,
                told,
                incident);
    }

    /** The state once it has been quiet for long enough; the same where it has not. */
    HealthState calmed(Combined probes, Instant now) {
        if (calmAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            return this;
        }
        Instant last = turns.isEmpty() ? since : turns.getLast();
        Instant began = beneath == health ? since : last;
        return new HealthState(
                environment,
                beneath,
                began,
                beneath,
                probes.probe(),
                probes.sentence(),
                probes.vpn(),
                List.of(),
                Optional.empty(),
                deploy,
                told,
                incident);
    }

    HealthState with(Deploy other) {
        return new HealthState(
                environment,
                health,
                since,
                beneath,
                probe,
                sentence,
                vpn,
                turns,
                flapping,
                Optional.of(other),
                told,
                incident);
    }

    /** The state once it is no part of any incident and nobody is told of what came before. */
    HealthState alone() {
        return new HealthState(
                environment,
                health,
                since,
                beneath,
                probe,
                sentence,
                vpn,
                turns,
                flapping,
                deploy,
                Optional.empty(),
                Optional.empty());
    }

    HealthState told(Health what, Optional<String> within) {
        return new HealthState(
                environment,
                health,
                since,
                beneath,
                probe,
                sentence,
                vpn,
                turns,
                flapping,
                deploy,
                Optional.of(what),
                within);
    }
}
