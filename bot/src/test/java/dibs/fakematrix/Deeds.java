package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What somebody does in rooms, with what the homeserver lets them. Each is called inside the server's lock. */
final class Deeds {
    private static final int LARGEST = 65_536;

    private final FakeServer server;
    private final UserId user;

    Deeds(FakeServer server, UserId user) {
        this.server = server;
        this.user = user;
    }

    static <T> Sent<T> forbidden(String why) {
        return new Sent.Refused<>(403, "M_FORBIDDEN", why);
    }

    static <T> Sent<T> notFound(String why) {
        return new Sent.Refused<>(404, "M_NOT_FOUND", why);
    }

    /** Goes on with a room that the user is in. */
    <T> Sent<T> in(RoomId id, Function<FakeRoom, Sent<T>> work) {
        FakeRoom room = server.room(id);
        return room == null || !room.membership(user).equals("join")
                ? forbidden("User " + user + " not in room " + id)
                : work.apply(room);
    }

    Sent<String> send(RoomId id, String type, @Nullable String key, ObjectNode content) {
        return in(id, room -> {
            if (!room.lets(user, type, key != null)) {
                return forbidden("You don't have permission to post that to the room");
            }
            if (content.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
                return new Sent.Refused<>(413, "M_TOO_LARGE", "event too large");
            }
            if (type.equals("m.reaction") && reacted(room, content)) {
                return new Sent.Refused<>(400, "M_DUPLICATE_ANNOTATION", "Can't send same reaction twice");
            }
            if (key != null) {
                Optional<Event> now = room.state(type, key);
                if (now.isPresent() && now.get().content().equals(content)) {
                    return new Sent.Done<>(now.get().id());
                }
            }
            return new Sent.Done<>(server.put(room, user, type, key, content).id());
        });
    }

    private boolean reacted(FakeRoom room, ObjectNode content) {
        return room.log().stream()
                .map(entry -> room.view(entry, user))
                .anyMatch(event -> event.type().equals("m.reaction")
                        && event.sender().equals(user)
                        && event.content().path("m.relates_to").equals(content.path("m.relates_to")));
    }

    Sent<String> redact(RoomId id, String event, String reason) {
        return in(id, room -> {
            Optional<FakeRoom.Entry> entry = room.entry(event);
            if (entry.isEmpty()) {
                return notFound("Could not find event " + event);
            }
            if (!entry.get().event().sender().equals(user) && !room.lets(user, "redact")) {
                return forbidden("You don't have permission to redact events");
            }
            ObjectNode content = Json.of("redacts", event);
            if (!reason.isEmpty()) {
                content.put("reason", reason);
            }
            return new Sent.Done<>(
                    server.put(room, user, "m.room.redaction", null, content).id());
        });
    }

    Sent<RoomId> join(String roomOrAlias) {
        RoomId id = roomOrAlias.startsWith("#") ? server.aliases().get(roomOrAlias) : new RoomId(roomOrAlias);
        FakeRoom room = id == null ? null : server.room(id);
        if (room == null) {
            return notFound("No known servers");
        }
        String rule = room.state("m.room.join_rules", "")
                .map(event -> Json.at(event.content(), "join_rule"))
                .orElse("invite");
        String now = room.membership(user);
        if (now.equals("ban") || (rule.equals("invite") && now.equals("leave"))) {
            return forbidden("You are not invited to this room.");
        }
        if (!now.equals("join")) {
            server.member(room, user, user, "join", Json.object());
        }
        return new Sent.Done<>(room.id());
    }

    Sent<Boolean> leave(RoomId id, String reason) {
        FakeRoom room = server.room(id);
        if (room == null) {
            return notFound("Not a known room");
        }
        String now = room.membership(user);
        if (now.equals("ban")) {
            return forbidden("You are banned");
        }
        if (!now.equals("leave")) {
            server.member(room, user, user, "leave", why(reason));
        }
        return new Sent.Done<>(true);
    }

    Sent<Boolean> invite(RoomId id, UserId other) {
        return in(id, room -> {
            if (!room.lets(user, "invite") || room.membership(other).equals("join")) {
                return forbidden("cannot invite");
            }
            server.member(room, user, other, "invite", Json.object());
            return new Sent.Done<>(true);
        });
    }

    Sent<Boolean> kick(RoomId id, UserId other, String reason) {
        return in(id, room -> {
            if (!room.lets(user, "kick")) {
                return forbidden("You cannot kick user " + other);
            }
            server.member(room, user, other, "leave", why(reason));
            return new Sent.Done<>(true);
        });
    }

    Sent<RoomId> upgrade(RoomId id, String version) {
        return in(id, room -> {
            if (!room.lets(user, "m.room.tombstone", true)) {
                return forbidden("You cannot upgrade the room");
            }
            String name = room.state("m.room.name", "")
                    .map(event -> Json.at(event.content(), "name"))
                    .orElse("");
            ObjectNode create = Json.object();
            create.putObject("predecessor").put("room_id", id.value());
            NewRoom wanted = NewRoom.named(name).ofVersion(version);
            boolean open = room.state("m.room.join_rules", "")
                    .map(event -> Json.at(event.content(), "join_rule"))
                    .orElse("")
                    .equals("public");
            FakeRoom next = server.make(user, open ? wanted.opened() : wanted, create);
            ObjectNode tombstone = Json.of("body", "This room has been replaced");
            server.put(
                    room,
                    user,
                    "m.room.tombstone",
                    "",
                    tombstone.put("replacement_room", next.id().value()));
            ObjectNode levels = room.levels() instanceof ObjectNode now ? now.deepCopy() : Json.object();
            server.put(
                    room,
                    user,
                    "m.room.power_levels",
                    "",
                    levels.put("events_default", 50).put("invite", 50));
            return new Sent.Done<>(next.id());
        });
    }

    private static ObjectNode why(String reason) {
        return reason.isEmpty() ? Json.object() : Json.of("reason", reason);
    }
}
