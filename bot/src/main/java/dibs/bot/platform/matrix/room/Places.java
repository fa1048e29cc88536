package dibs.bot.platform.matrix.room;

import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rooms that the settings name, by id or alias: Dibs goes into them by itself, and where one was replaced, into the other. */
public final class Places {
    private static final Logger LOG = LoggerFactory.getLogger(Places.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MOST_UPGRADES = 20;
    private static final int PATIENCE = 3;

    private final Homeserver homeserver;
    private final Rooms rooms;
    private final InstantSource clock;
    private final List<String> homes;
    private final Optional<String> control;
    private final Map<String, RoomId> found = new ConcurrentHashMap<>();
    private final Set<String> entered = ConcurrentHashMap.newKeySet();
    private final Map<RoomId, RoomId> successors = new ConcurrentHashMap<>();
    private final Map<String, Integer> unanswered = new ConcurrentHashMap<>();
    private volatile Instant next = Instant.MIN;

    /**
     * @param homes ids or aliases of the rooms that people work in
     * @param control the id or alias of the room of those who look after Dibs
     */
    public Places(
            Homeserver homeserver, Rooms rooms, List<String> homes, Optional<String> control, InstantSource clock) {
        this.homeserver = homeserver;
        this.rooms = rooms;
        this.clock = clock;
        this.homes = List.copyOf(homes);
        this.control = control;
    }

    /** Goes into those of the rooms that Dibs is not in; what cannot be had now is tried again a few minutes later. */
    public void enter() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        boolean all = true;
        for (String name : named()) {
            all &= entered.contains(name) || enter(name);
        }
        next = all ? Instant.MAX : now.plus(answered() ? AGAIN : SOON);
    }

    private boolean enter(String name) {
        return switch (homeserver.join(name)) {
            case Sent.Done<RoomId> done -> {
                found.put(name, done.result());
                entered.add(name);
                unanswered.remove(name);
                yield true;
            }
            case Sent.Later<RoomId> later -> {
                unanswered.merge(name, 1, Integer::sum);
                yield false;
            }
            case Sent.Refused<RoomId> refused -> resolve(name, refused.why());
        };
    }

    /** A room that waits for an invitation is known all the same, so that the invitation is taken. */
    private boolean resolve(String name, String why) {
        LOG.atWarn().addKeyValue("room", name).addKeyValue("why", why).log("Dibs is not in the room: invite it there");
        unanswered.remove(name);
        if (name.startsWith("!")) {
            found.put(name, new RoomId(name));
        } else if (homeserver.resolve(name) instanceof Sent.Done<RoomId> done) {
            found.put(name, done.result());
        }
        return false;
    }

    /** A room on a server that is gone is waited for a few times, and no longer. */
    private boolean answered() {
        return unanswered.values().stream().allMatch(times -> times > PATIENCE);
    }

    /** Whether the homeserver has answered of each of them, be it that it does not let Dibs in, or does not answer time and again. */
    public boolean settled() {
        return answered() && Stream.concat(homes().stream(), control().stream()).allMatch(rooms::settled);
    }

    private List<String> named() {
        return Stream.concat(homes.stream(), control.stream()).distinct().toList();
    }

    /** The rooms that people work in, as far as they are known; those that were replaced by what replaced them. */
    public List<RoomId> homes() {
        return homes.stream().flatMap(name -> found(name).stream()).distinct().toList();
    }

    /** The room of those who look after Dibs; nothing where there is none, or it is not known yet. */
    public Optional<RoomId> control() {
        return control.flatMap(this::found);
    }

    /** Whether the settings name the room, or one that it has replaced. */
    public boolean has(RoomId room) {
        return Stream.concat(homes().stream(), control().stream()).anyMatch(room::equals);
    }

    private Optional<RoomId> found(String name) {
        return Optional.ofNullable(found.get(name)).map(this::current);
    }

    /** What has taken the room's place in the end; the room itself where nothing has. */
    public RoomId current(RoomId room) {
        RoomId now = room;
        for (int i = 0; i < MOST_UPGRADES && successors.containsKey(now); i++) {
            now = successors.get(now);
        }
        return now;
    }

    /** Takes the other room for that one from now on. */
    public void replaced(RoomId room, RoomId by) {
        if (!current(by).equals(room)) {
            successors.put(room, by);
        }
    }

    /** The replacements that are known. */
    public Map<RoomId, RoomId> replacements() {
        return new LinkedHashMap<>(successors);
    }

    /** The rooms that are looked at by name, for telling people where they are. */
    public Optional<String> name(RoomId room) {
        return rooms.of(room).name();
    }
}
