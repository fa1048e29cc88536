package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Somebody on the homeserver in memory. */
public final class FakePerson implements Person {
    private final FakeServer server;
    private final UserId id;
    private final Deeds deeds;

    FakePerson(FakeServer server, UserId id) {
        this.server = server;
        this.id = id;
        deeds = new Deeds(server, id);
    }

    @Override
    public UserId id() {
        return id;
    }

    @Override
    public RoomId creates(NewRoom room) {
        return server.locked(() -> server.make(id, room, Json.object())).id();
    }

    @Override
    public String sends(RoomId room, String type, ObjectNode content) {
        return done(() -> deeds.send(room, type, null, content));
    }

    @Override
    public String sets(RoomId room, String type, String key, ObjectNode content) {
        return done(() -> deeds.send(room, type, key, content));
    }

    @Override
    public String redacts(RoomId room, String event) {
        return done(() -> deeds.redact(room, event, ""));
    }

    @Override
    public void invites(RoomId room, UserId other) {
        done(() -> deeds.invite(room, other));
    }

    @Override
    public void joins(RoomId room) {
        done(() -> deeds.join(room.value()));
    }

    @Override
    public void leaves(RoomId room) {
        done(() -> deeds.leave(room, ""));
    }

    @Override
    public void kicks(RoomId room, UserId other, String reason) {
        done(() -> deeds.kick(room, other, reason));
    }

    @Override
    public RoomId upgrades(RoomId room, String version) {
        return done(() -> deeds.upgrade(room, version));
    }

    @Override
    public void livesIn(ZoneId zone) {
        server.locked(() -> server.zones().put(id, zone));
    }

    @Override
    public void isCalled(String name) {
        server.locked(() -> {
            server.names().put(id, name);
            for (FakeRoom room : server.rooms()) {
                if (room.membership(id).equals("join")) {
                    server.member(room, id, id, "join", Json.object());
                }
            }
            return true;
        });
    }

    @Override
    public List<Event> sees(RoomId room) {
        return done(() -> deeds.in(
                room,
                found -> new Sent.Done<>(found.log().stream()
                        .filter(entry -> found.shows(entry, id))
                        .map(entry -> found.view(entry, id))
                        .toList())));
    }

    private <T> T done(Supplier<Sent<T>> deed) {
        Sent<T> sent = server.locked(deed);
        if (sent instanceof Sent.Done<T> done) {
            return done.result();
        }
        throw new IllegalStateException(id + ": " + sent);
    }
}
