package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.SyncFilter;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** The homeserver in memory as one device of one user sees it. */
public final class FakeHomeserver implements Homeserver {
    private final FakeServer server;
    private final Identity identity;
    private final UserId user;
    private final Deeds deeds;

    FakeHomeserver(FakeServer server, Identity identity) {
        this.server = server;
        this.identity = identity;
        user = identity.user();
        deeds = new Deeds(server, user);
    }

    @Override
    public Optional<Identity> identity() {
        return Optional.of(identity);
    }

    @Override
    public Sent<Batch> sync(Optional<String> since, Duration wait) {
        return call("sync", "", since.orElse(""), () -> {
            Optional<Long> position = since.isEmpty() ? Optional.of(-1L) : position(since.get());
            if (position.isEmpty()) {
                return new Sent.Refused<>(400, "M_UNKNOWN", "Invalid stream token");
            }
            long from = position.get();
            Syncing syncing = new Syncing(server, user);
            if (from >= 0) {
                server.await(() -> news(syncing.after(from)), wait);
            }
            return new Sent.Done<>(server.locked(() -> syncing.after(from)));
        });
    }

    private static boolean news(Batch batch) {
        return !batch.joined().isEmpty()
                || !batch.invited().isEmpty()
                || !batch.left().isEmpty();
    }

    private static Optional<Long> position(String token) {
        return token.matches("s\\d{1,18}") ? Optional.of(Long.valueOf(token.substring(1))) : Optional.empty();
    }

    @Override
    public Sent<History> messages(RoomId room, String from, Optional<String> to, int limit) {
        return call(
                "messages",
                room.value(),
                from,
                () -> server.locked(() -> deeds.in(room, found -> {
                    Optional<Long> start = position(from);
                    if (start.isEmpty()) {
                        return new Sent.Refused<>(400, "M_UNKNOWN", "Invalid stream token");
                    }
                    long stop = to.flatMap(FakeHomeserver::position).orElse(-1L);
                    List<FakeRoom.Entry> entries = found.log().reversed().stream()
                            .filter(entry -> entry.position() <= start.get() && entry.position() > stop)
                            .filter(entry -> found.shows(entry, user))
                            .filter(entry ->
                                    SyncFilter.TYPES.contains(entry.event().type()))
                            .limit(limit)
                            .toList();
                    Optional<String> end = entries.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Syncing.token(entries.getLast().position() - 1));
                    return new Sent.Done<>(new History(
                            entries.stream()
                                    .map(entry -> found.view(entry, user))
                                    .toList(),
                            end));
                })));
    }

    @Override
    public Sent<String> send(RoomId room, String type, String transaction, ObjectNode content) {
        return call(
                "send",
                room.value(),
                transaction,
                () -> once(
                        "send/" + room + "/" + type + "/" + transaction, () -> deeds.send(room, type, null, content)));
    }

    @Override
    public Sent<String> redact(RoomId room, String event, String transaction, String reason) {
        return call(
                "redact",
                room.value(),
                transaction,
                () -> once(
                        "redact/" + room + "/" + event + "/" + transaction, () -> deeds.redact(room, event, reason)));
    }

    private Sent<String> once(String path, Supplier<Sent<String>> deed) {
        return server.locked(() -> {
            String key = identity.device() + "/" + user + "/" + path;
            String before = server.transactions().get(key);
            if (before != null) {
                return new Sent.Done<>(before);
            }
            Sent<String> sent = deed.get();
            if (sent instanceof Sent.Done<String> done) {
                server.transactions().put(key, done.result());
            }
            return sent;
        });
    }

    @Override
    public Sent<Event> event(RoomId room, String event) {
        return call(
                "event",
                room.value(),
                event,
                () -> server.locked(() -> deeds.in(
                        room,
                        found -> found.entry(event)
                                .filter(entry -> found.shows(entry, user))
                                .<Sent<Event>>map(entry -> new Sent.Done<>(found.view(entry, user)))
                                .orElseGet(() -> Deeds.notFound("Event not found.")))));
    }

    @Override
    public Sent<ObjectNode> state(RoomId room, String type, String key) {
        return call(
                "state",
                room.value(),
                type,
                () -> server.locked(() -> deeds.in(
                        room,
                        found -> found.state(type, key)
                                .<Sent<ObjectNode>>map(
                                        event -> new Sent.Done<>(event.content().deepCopy()))
                                .orElseGet(() -> Deeds.notFound("Event not found.")))));
    }

    @Override
    public Sent<List<Event>> state(RoomId room) {
        return call(
                "state",
                room.value(),
                "",
                () -> server.locked(() -> deeds.in(room, found -> new Sent.Done<>(found.state()))));
    }

    @Override
    public Sent<String> putState(RoomId room, String type, String key, ObjectNode content) {
        return call("putState", room.value(), type, () -> server.locked(() -> deeds.send(room, type, key, content)));
    }

    @Override
    public Sent<RoomId> join(String roomOrAlias) {
        return call("join", roomOrAlias, "", () -> server.locked(() -> deeds.join(roomOrAlias)));
    }

    @Override
    public Sent<Boolean> leave(RoomId room, String reason) {
        return call("leave", room.value(), reason, () -> server.locked(() -> deeds.leave(room, reason)));
    }

    @Override
    public Sent<RoomId> direct(UserId person) {
        return call(
                "direct",
                person.value(),
                "",
                () -> server.locked(() -> server.knows(person)
                        ? new Sent.Done<>(
                                server.make(user, NewRoom.named("").between().with(person), Json.object())
                                        .id())
                        : Deeds.forbidden("cannot invite")));
    }

    @Override
    public Sent<RoomId> resolve(String alias) {
        return call(
                "resolve",
                alias,
                "",
                () -> server.locked(() -> Optional.ofNullable(server.aliases().get(alias))
                        .<Sent<RoomId>>map(Sent.Done::new)
                        .orElseGet(() -> Deeds.notFound("Room alias " + alias + " not found"))));
    }

    @Override
    public Sent<Map<UserId, String>> members(RoomId room) {
        return call(
                "members",
                room.value(),
                "",
                () -> server.locked(() -> deeds.in(room, found -> {
                    Map<UserId, String> names = new LinkedHashMap<>();
                    for (Event event : found.state()) {
                        if (event.type().equals("m.room.member")
                                && Json.at(event.content(), "membership").equals("join")) {
                            names.put(
                                    new UserId(event.stateKey().orElseThrow()),
                                    Json.at(event.content(), "displayname"));
                        }
                    }
                    return new Sent.Done<>(names);
                })));
    }

    @Override
    public Sent<Optional<ZoneId>> zone(UserId person) {
        return call(
                "zone",
                person.value(),
                "",
                () -> server.locked(
                        () -> new Sent.Done<>(Optional.ofNullable(server.zones().get(person)))));
    }

    @Override
    public Sent<ObjectNode> accountData(String type) {
        return call(
                "accountData",
                "",
                type,
                () -> server.locked(() -> new Sent.Done<>(server.accountData()
                        .getOrDefault(user + "/" + type, Json.object())
                        .deepCopy())));
    }

    @Override
    public Sent<Boolean> putAccountData(String type, ObjectNode content) {
        return call(
                "putAccountData",
                "",
                type,
                () -> server.locked(() -> {
                    server.accountData().put(user + "/" + type, content.deepCopy());
                    return new Sent.Done<>(true);
                }));
    }

    private <T> Sent<T> call(String name, String room, String about, Supplier<Sent<T>> work) {
        Call call = new Call(server.clock().instant(), user, name, room, about);
        Sent<T> outcome = server.faults().answer(call, work);
        server.note(new Call.Ended(call, outcome));
        return outcome;
    }
}
