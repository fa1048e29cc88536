package dibs.backend.health;

import dibs.backend.environment.EnvironmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one probe says, with hysteresis: a single look never changes it. What stands changes once two looks in a row differ from it,
 * to the worse of the two; and becomes unknown once nobody has looked for several intervals.
 *
 * @param held what stands
 * @param since when it began, which is the first of the two looks
 * @param sign what the last look said
 * @param seenAt when that was
 * @param took how long it took
 * @param sentence what it saw
 * @param silentAt from then on it is unknown, unless somebody looks before
 * @param vpn whether it is reached through a VPN only
 * @param lately a letter for each of the last looks, oldest first: the first of its sign's name
 * @param tree the tree's state as it was last read, where it looks at one; a look that could not read it leaves it
 */
public record ProbeState(
        EnvironmentId environment,
        String probe,
        Health held,
        Instant since,
        Sign sign,
        Instant seenAt,
        Duration took,
        String sentence,
        Instant silentAt,
        boolean vpn,
        String lately,
        Optional<Tree.Seen> tree) {
    /** So many looks are remembered by their signs. */
    public static final int LATELY = 60;

    /** It is unknown once so many looks in a row did not come. */
    static final int INTERVALS_OF_SILENCE = 5;

    /** The state after the first look ever: to pass it takes one look, to do anything else two. */
    static ProbeState first(Observation seen, Pace pace) {
        Health held = seen.sign() == Sign.PASSING ? Health.PASSING : Health.UNKNOWN;
        return new ProbeState(
                seen.environment(),
                seen.probe(),
                held,
                seen.at(),
                seen.sign(),
                seen.at(),
                seen.took(),
                seen.sentence(),
                pace.silentAfter(seen.at()),
                pace.vpn(),
                letter(seen.sign()),
                seen.tree().map(state -> new Tree.Seen(state, seen.at())));
    }

    /** The state after another look; the same where the look is no later than the last one. */
    ProbeState after(Observation seen, Pace pace) {
        if (!seen.at().isAfter(seenAt)) {
            return this;
        }
        boolean fresh = seen.at().isBefore(silentAt);
        ProbeState known = fresh ? this : silent();
        Health now = Health.of(seen.sign());
        Health before = Health.of(sign);
        Health next = known.held;
        Instant began = known.since;
        if (known.held == Health.UNKNOWN && now == Health.PASSING) {
            next = now;
            began = seen.at();
        } else if (fresh && now != known.held && before != known.held) {
            next = now.worse(before);
            began = seenAt;
        }
        return new ProbeState(
                environment,
                probe,
                next,
                began,
                seen.sign(),
                seen.at(),
                seen.took(),
                seen.sentence(),
                pace.silentAfter(seen.at()),
                pace.vpn(),
                last(lately + letter(seen.sign())),
                read(seen));
    }

    private Optional<Tree.Seen> read(Observation seen) {
        return seen.tree()
                .filter(state ->
                        tree.map(Tree.Seen::state).filter(state::equals).isEmpty())
                .map(state -> new Tree.Seen(state, seen.at()))
                .or(() -> tree);
    }

    /** The state at that moment, where nobody has looked since. */
    ProbeState at(Instant now) {
        return now.isBefore(silentAt) ? this : silent();
    }

    private ProbeState silent() {
        return held == Health.UNKNOWN
                ? this
                : new ProbeState(
                        environment,
                        probe,
                        Health.UNKNOWN,
                        silentAt,
                        sign,
                        seenAt,
                        took,
                        sentence,
                        silentAt,
                        vpn,
                        lately,
                        tree);
    }

    private static String last(String letters) {
        return letters.length() <= LATELY ? letters : letters.substring(letters.length() - LATELY);
    }

    private static String letter(Sign sign) {
        return sign.name().substring(0, 1);
    }

    /**
     * How often is looked.
     *
     * @param vpn whether it is reached through a VPN only
     */
    record Pace(Duration interval, Duration timeout, boolean vpn) {
        /** Of a probe that the catalog does not know any more. */
        static final Pace USUAL = new Pace(Duration.ofMinutes(1), Duration.ofSeconds(10), false);

        static Pace of(ProbeSpec spec) {
            return new Pace(spec.interval(), spec.timeout(), spec.vpn());
        }

        Instant silentAfter(Instant look) {
            return look.plus(interval.multipliedBy(INTERVALS_OF_SILENCE)).plus(timeout);
        }
    }
}
