package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.SyncFilter;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A homeserver in memory, called {@code hs.test}, with people and rooms. Time stands on its events as the clock that it is given
 * says; waiting is by the machine's own.
 */
public final class FakeServer {
    /** What the homeserver is called in ids. */
    public static final String NAME = "hs.test";

    private final InstantSource clock;
    private final Faults faults = new Faults();
    private final List<Call.Ended> calls = new ArrayList<>();
    private final Map<RoomId, FakeRoom> rooms = new LinkedHashMap<>();
    private final Map<String, RoomId> aliases = new HashMap<>();
    private final Map<UserId, FakePerson> people = new LinkedHashMap<>();
    private final Map<UserId, String> names = new HashMap<>();
    private final Map<UserId, ZoneId> zones = new HashMap<>();
    private final Map<String, ObjectNode> accountData = new HashMap<>();
    private final Map<String, String> transactions = new HashMap<>();
    private int timelineLimit = SyncFilter.LIMIT;
    private Duration skew = Duration.ZERO;
    private long position;
    private long ids;

    public FakeServer(InstantSource clock) {
        this.clock = clock;
    }

    /** The person of this name ({@code ann} is {@code @ann:hs.test}); made, if there is none. */
    public synchronized FakePerson person(String name) {
        return people.computeIfAbsent(new UserId("@" + name + ":" + NAME), id -> new FakePerson(this, id));
    }

    /** The homeserver as that user's only device sees it. */
    public FakeHomeserver as(UserId user) {
        return as(user, "DIBSDEVICE");
    }

    /** The homeserver as one of the user's devices sees it; twice the same device is the same. */
    public FakeHomeserver as(UserId user, String device) {
        person(user.value().substring(1, user.value().indexOf(':')));
        return new FakeHomeserver(this, new Homeserver.Identity(user, device));
    }

    /** What goes wrong, to order. It meets those who call through {@link Homeserver}, not the people. */
    public Faults faults() {
        return faults;
    }

    /** What was called through {@link Homeserver} so far, oldest first; what never reached the homeserver too. */
    public synchronized List<Call.Ended> calls() {
        return List.copyOf(calls);
    }

    /** The calls of that method. */
    public List<Call.Ended> calls(String method) {
        return calls().stream()
                .filter(ended -> ended.call().name().equals(method))
                .toList();
    }

    /** From now on so many events of a room come at once. */
    public synchronized void timelineLimit(int limit) {
        timelineLimit = limit;
    }

    /** From now on events are dated so much later than they are, or earlier, as where a clock is wrong or somebody lies. */
    public synchronized void datesBy(Duration skewed) {
        skew = skewed;
    }

    /** Waits until it holds, looking after each change. False when it does not within the time. */
    public synchronized boolean await(BooleanSupplier holds, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!holds.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(Math.min(left, 50)); // what is waited for may change elsewhere
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    InstantSource clock() {
        return clock;
    }

    int timelineLimit() {
        return timelineLimit;
    }

    long position() {
        return position;
    }

    List<FakeRoom> rooms() {
        return List.copyOf(rooms.values());
    }

    @Nullable
    FakeRoom room(RoomId id) {
        return rooms.get(id);
    }

    Map<String, RoomId> aliases() {
        return aliases;
    }

    Map<UserId, ZoneId> zones() {
        return zones;
    }

    Map<UserId, String> names() {
        return names;
    }

    boolean knows(UserId user) {
        return people.containsKey(user);
    }

    Map<String, ObjectNode> accountData() {
        return accountData;
    }

    Map<String, String> transactions() {
        return transactions;
    }

    /** Does it while nobody else looks or changes, then wakes whoever waits. */
    synchronized <T> T locked(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            notifyAll();
        }
    }

    synchronized void note(Call.Ended ended) {
        calls.add(ended);
    }

    FakeRoom make(UserId creator, NewRoom wanted, ObjectNode create) {
        String local = "room" + ++ids;
        boolean plain = Integer.parseInt(wanted.version()) >= 12;
        FakeRoom room =
                new FakeRoom(new RoomId("!" + local + (plain ? "" : ":" + NAME)), wanted.version(), creator, clock);
        rooms.put(room.id(), room);
        put(room, creator, "m.room.create", "", create.put("room_version", wanted.version()));
        member(room, creator, creator, "join", Json.object());
        put(room, creator, "m.room.power_levels", "", room.firstLevels());
        wanted.alias().ifPresent(alias -> {
            String whole = "#" + alias + ":" + NAME;
            aliases.put(whole, room.id());
            put(room, creator, "m.room.canonical_alias", "", Json.of("alias", whole));
        });
        put(room, creator, "m.room.join_rules", "", Json.of("join_rule", wanted.open() ? "public" : "invite"));
        String visibility = wanted.worldReadable() ? "world_readable" : "shared";
        put(room, creator, "m.room.history_visibility", "", Json.of("history_visibility", visibility));
        if (wanted.encrypted()) {
            put(room, creator, "m.room.encryption", "", Json.of("algorithm", "m.megolm.v1.aes-sha2"));
        }
        if (!wanted.name().isEmpty()) {
            put(room, creator, "m.room.name", "", Json.of("name", wanted.name()));
        }
        ObjectNode direct = wanted.direct() ? Json.object().put("is_direct", true) : Json.object();
        wanted.invited().forEach(other -> member(room, creator, other, "invite", direct.deepCopy()));
        return room;
    }

    Event member(FakeRoom room, UserId sender, UserId user, String membership, ObjectNode more) {
        ObjectNode content = more.put("membership", membership);
        String name =
                names.getOrDefault(user, user.value().substring(1, user.value().indexOf(':')));
        content.put("displayname", name);
        return put(room, sender, "m.room.member", user.value(), content);
    }

    Event put(FakeRoom room, UserId sender, String type, @Nullable String key, ObjectNode content) {
        Event event = new Event(
                "$e" + ++ids,
                type,
                sender,
                clock.instant().plus(skew),
                Optional.ofNullable(key),
                content.deepCopy(),
                Json.object());
        room.add(new FakeRoom.Entry(++position, event, clock.instant()));
        return event;
    }
}
