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
 * @param cause what decided that it is so
 * @param turning how it changed lately
 * @param background what goes along with it and changes seldom
 */
public record HealthState(
        EnvironmentId environment,
        Health health,
        Instant since,
        Health beneath,
        Cause cause,
        Turning turning,
        Background background) {
    /** Changes of so long are counted. */
    public static final Duration WINDOW = Duration.ofMinutes(30);

    /** So many changes in that time make it flapping. */
    public static final int FLAPS = 6;

    /** It no longer flaps once it has not changed for so long. */
    public static final Duration QUIET = Duration.ofMinutes(10);

    private static final Duration LATELY = Duration.ofDays(1);

    /**
     * What decided.
     *
     * @param probe the probe that did
     * @param sentence what that one saw
     * @param vpn whether it cannot be reached since it is behind a VPN, which says nothing of how it is
     */
    public record Cause(String probe, String sentence, boolean vpn) {
        static Cause of(Combined probes) {
            return new Cause(probes.probe(), probes.sentence(), probes.vpn());
        }
    }

    /**
     * Changes to and fro.
     *
     * @param turns when it changed lately, oldest first
     * @param flapping since when it is flapping; nothing where it is not
     */
    public record Turning(List<Instant> turns, Optional<Instant> flapping) {
        static final Turning NONE = new Turning(List.of(), Optional.empty());

        public Turning {
            turns = List.copyOf(turns);
        }
    }

    /**
     * What goes along with it.
     *
     * @param deploy what runs there, where a probe can tell
     * @param told the last that people were told, unknown left out
     * @param incident the id of the incident that it is part of
     */
    public record Background(Optional<Deploy> deploy, Optional<Health> told, Optional<String> incident) {
        static final Background NONE = new Background(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** An environment of which nothing is known yet. */
    static HealthState first(EnvironmentId environment, Combined probes) {
        return new HealthState(
                environment,
                probes.health(),
                probes.since(),
                probes.health(),
                Cause.of(probes),
                Turning.NONE,
                Background.NONE);
    }

    /** The probe that decided. */
    public String probe() {
        return cause.probe();
    }

    /** What the probe that decided saw. */
    public String sentence() {
        return cause.sentence();
    }

    /** Whether it cannot be reached since it is behind a VPN, which says nothing of how it is. */
    public boolean vpn() {
        return cause.vpn();
    }

    /** When it changed lately, oldest first. */
    public List<Instant> turns() {
        return turning.turns();
    }

    /** Since when it is flapping; nothing where it is not. */
    public Optional<Instant> flapping() {
        return turning.flapping();
    }

    /** What runs there, where a probe can tell. */
    public Optional<Deploy> deploy() {
        return background.deploy();
    }

    /** The last that people were told, unknown left out. */
    public Optional<Health> told() {
        return background.told();
    }

    /** The id of the incident that it is part of. */
    public Optional<String> incident() {
        return background.incident();
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
        return deploy().flatMap(Deploy::at).filter(at -> at.plus(LATELY).isAfter(now));
    }

    private boolean outOfReach() {
        return vpn() && health == Health.UNREACHABLE;
    }

    /** When it is no longer flapping, unless it changes before; nothing where it is not flapping. */
    public Optional<Instant> calmAt() {
        return flapping().map(began -> lastTurn().orElse(began)).map(last -> last.plus(QUIET));
    }

    private Optional<Instant> lastTurn() {
        return turns().isEmpty() ? Optional.empty() : Optional.of(turns().getLast());
    }

    /** The state once its probes say that together. */
    HealthState turned(Combined to, Instant now) {
        if (to.health() == beneath) {
            return this;
        }
        boolean known = to.health() != Health.UNKNOWN && beneath != Health.UNKNOWN;
        List<Instant> counted = Stream.concat(turns().stream(), known ? Stream.of(now) : Stream.empty())
                .filter(turn -> turn.plus(WINDOW).isAfter(now))
                .toList();
        if (to.health() == Health.UNKNOWN) {
            return become(to, to.health(), began(to, now), new Turning(counted, Optional.empty()));
        }
        if (flapping().isPresent()) {
            return become(to, health, since, new Turning(counted, flapping()));
        }
        if (counted.size() < FLAPS) {
            return become(to, to.health(), began(to, now), new Turning(counted, Optional.empty()));
        }
        Health worse = health.worse(to.health());
        Instant began = worse == health ? since : began(to, now);
        return become(to, worse, began, new Turning(counted, Optional.of(now)));
    }

    /** A probe may have said so all along, while another said worse. */
    private Instant began(Combined to, Instant now) {
        return to.since().isAfter(since) ? to.since() : now;
    }

    /** What decided stays where what is said stays. */
    private HealthState become(Combined to, Health next, Instant began, Turning turns) {
        boolean same = next == health && turns.flapping().isPresent();
        Cause decided = same ? cause : Cause.of(to);
        return new HealthState(environment, next, began, to.health(), decided, turns, background);
    }

    /** The state once it has been quiet for long enough; the same where it has not. */
    HealthState calmed(Combined probes, Instant now) {
        if (calmAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            return this;
        }
        Instant began = beneath == health ? since : lastTurn().orElse(since);
        return new HealthState(environment, beneath, began, beneath, Cause.of(probes), Turning.NONE, background);
    }

    HealthState with(Deploy other) {
        return with(new Background(Optional.of(other), told(), incident()));
    }

    /** The state once it is no part of any incident and nobody is told of what came before. */
    HealthState alone() {
        return with(new Background(deploy(), Optional.empty(), Optional.empty()));
    }

    HealthState told(Health what, Optional<String> within) {
        return with(new Background(deploy(), Optional.of(what), within));
    }

    private HealthState with(Background other) {
        return new HealthState(environment, health, since, beneath, cause, turning, other);
    }
}
