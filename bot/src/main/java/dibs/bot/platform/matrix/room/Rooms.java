package dibs.bot.platform.matrix.room;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is so in each room: asked once, then followed by what happens there, and asked again once an hour. */
public final class Rooms {
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration UNKNOWN_KEPT = Duration.ofSeconds(10);
    private static final int MOST = 1_000;
    private static final int PATIENCE = 5;

    private final Homeserver homeserver;
    private final InstantSource clock;
    private final Map<RoomId, Known> known = new ConcurrentHashMap<>();
    private final Map<RoomId, Integer> unanswered = new ConcurrentHashMap<>();

    public Rooms(Homeserver homeserver, InstantSource clock) {
        this.homeserver = homeserver;
        this.clock = clock;
    }

    /** @param until when to ask again */
    private record Known(RoomState state, Instant until) {}

    /** What is so there; while the homeserver does not say, what it said last. */
    public RoomState of(RoomId room) {
        Instant now = clock.instant();
        Known before = known.get(room);
        if (before != null && now.isBefore(before.until())) {
            return before.state();
        }
        return switch (homeserver.state(room)) {
            case Sent.Done<List<Event>> done -> keep(room, RoomState.of(done.result()), now);
            case Sent.Later<List<Event>> later -> unanswered(room, before, now);
            case Sent.Refused<List<Event>> refused -> keep(room, RoomState.UNKNOWN, now);
        };
    }

    /** Each asking may take as long as an answer may, and all other rooms wait: what is known is good enough for a while. */
    private RoomState unanswered(RoomId room, @Nullable Known before, Instant now) {
        RoomState state = before == null ? RoomState.UNKNOWN : before.state();
        if (!state.known() && unanswered.merge(room, 1, Integer::sum) <= PATIENCE) {
            return RoomState.UNKNOWN;
        }
        known(room, new Known(state, now.plus(UNKNOWN_KEPT)));
        return state;
    }

    private RoomState keep(RoomId room, RoomState state, Instant now) {
        unanswered.remove(room);
        known(room, new Known(state, now.plus(state.known() ? KEPT : UNKNOWN_KEPT)));
        return state;
    }

    private void known(RoomId room, Known now) {
        if (known.size() >= MOST) {
            known.clear(); // only a cache
        }
        known.put(room, now);
    }

    /**
     * Whether the homeserver has answered when it was asked what is so there; what it refuses to tell is an answer too, and so is
     * that it does not answer time and again.
     */
    public boolean settled(RoomId room) {
        of(room);
        int times = unanswered.getOrDefault(room, 0);
        return times == 0 || times > PATIENCE;
    }

    /** Follows what happened there; where nothing was known, it is asked now, since the homeserver tells Dibs of the room. */
    public void happened(RoomId room, Collection<Event> events) {
        known.computeIfPresent(
                room,
                (id, before) ->
                        before.state().known() ? new Known(before.state().with(events), before.until()) : null);
    }

    /** Asks anew the next time. */
    public void forget(RoomId room) {
        known.remove(room);
    }
}
