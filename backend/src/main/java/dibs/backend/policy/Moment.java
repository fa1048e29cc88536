package dibs.backend.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What holds of an environment now, beside what the rules say of it. Held, healthy and open are separate facts.
 *
 * @param holder who holds it, or a part of what it deploys; somebody else's lease before one's own
 * @param users who use it beside others, as shown to people
 * @param health what its probes say; nothing where nobody probes it
 * @param gate what people decided of it; nothing where nobody did
 * @param freeze the release or chemspill that is in flight
 */
public record Moment(
        Optional<Holder> holder,
        List<String> users,
        Optional<Health> health,
        Optional<Gate> gate,
        Optional<Freeze> freeze) {
    /** Nothing is known of it. */
    public static final Moment QUIET =
            new Moment(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Moment {
        users = List.copyOf(users);
    }

    /** The same without what is in flight, which hinders nobody. */
    public Moment withoutFreeze() {
        return new Moment(holder, users, health, gate, Optional.empty());
    }

    /** Whether somebody else holds it. */
    public boolean heldByAnother() {
        return holder.filter(it -> !it.mine()).isPresent();
    }

    /** Whether it is no way out now: held by another, shut, or not working. */
    public boolean hindered() {
        return heldByAnother()
                || gate.filter(it -> !it.open()).isPresent()
                || health.filter(it -> !it.works()).isPresent();
    }

    /**
     * A lease on it.
     *
     * @param name as shown to people
     * @param on the environment that the lease is on
     * @param mine whether it is the asker's
     */
    public record Holder(String name, String on, Instant until, boolean mine) {}

    /**
     * What probes say.
     *
     * @param word such as {@code failing}
     * @param works whether it can be used
     * @param since when it began to be so, where that is known
     */
    public record Health(String word, boolean works, Optional<Instant> since) {}

    /**
     * What people decided.
     *
     * @param word such as {@code closed}
     * @param open whether it may be used
     * @param until when it opens by itself, if it does
     */
    public record Gate(String word, boolean open, Optional<String> reason, Optional<Instant> until) {}

    /**
     * What is in flight.
     *
     * @param what such as "chemspill 144.0.1"
     * @param by its owner, as shown to people
     * @param until the first instant at which it is over by itself
     */
    public record Freeze(String what, String by, Instant until) {}
}
