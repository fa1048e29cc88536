package dibs.bot.platform.matrix.room;

import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The time zones that people have in their profiles, asked once an hour each, since no event tells of a change. */
public final class Zones {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration UNKNOWN_KEPT = Duration.ofMinutes(5);
    private static final int MOST = 20_000;

    private final Homeserver homeserver;
    private final InstantSource clock;
    private final Map<UserId, Known> known = new ConcurrentHashMap<>();

    public Zones(Homeserver homeserver, InstantSource clock) {
        this.homeserver = homeserver;
        this.clock = clock;
    }

    private record Known(Optional<ZoneId> zone, Instant until) {}

    /** Asks for all of them at the same time, so that people whose servers are gone cost the time of one. */
    public void lookUp(Collection<UserId> users) {
        if (users.size() < 2) {
            return; // asked when it is needed
        }
        List<Thread> asking = users.stream()
                .map(user -> Thread.ofVirtual().name("matrix-zone").start(() -> of(user)))
                .toList();
        try {
            for (Thread one : asking) {
                one.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The user's zone; nothing where the profile has none, or the homeserver never told it. */
    public Optional<ZoneId> of(UserId user) {
        Instant now = clock.instant();
        Known before = known.get(user);
        if (before != null && now.isBefore(before.until())) {
            return before.zone();
        }
        Known fresh = homeserver.zone(user) instanceof Sent.Done<Optional<ZoneId>> done
                ? new Known(done.result(), now.plus(KEPT))
                : new Known(before == null ? Optional.empty() : before.zone(), now.plus(UNKNOWN_KEPT));
        if (known.size() >= MOST) {
            known.clear(); // only a cache
        }
        known.put(user, fresh);
        return fresh.zone();
    }
}
