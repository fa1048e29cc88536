package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.SyncFilter;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is new for a user after a position; called inside the server's lock. */
final class Syncing {
    private static final Set<String> SHOWN_TO_THE_INVITED =
            Set.of("m.room.create", "m.room.join_rules", "m.room.name", "m.room.canonical_alias", "m.room.encryption");

    private final FakeServer server;
    private final UserId user;

    Syncing(FakeServer server, UserId user) {
        this.server = server;
        this.user = user;
    }

    /** @param since what came up to there is known; less than nothing for where everything stands */
    Batch after(long since) {
        Map<RoomId, Batch.Joined> joined = new HashMap<>();
        Map<RoomId, List<Event>> invited = new HashMap<>();
        Map<RoomId, List<Event>> left = new HashMap<>();
        for (FakeRoom room : server.rooms()) {
            boolean changed = room.changed(user) > since;
            switch (room.membership(user)) {
                case "join" -> joined(room, since, changed).ifPresent(found -> joined.put(room.id(), found));
                case "invite" -> {
                    if (changed) {
                        invited.put(room.id(), stripped(room));
                    }
                }
                default -> {
                    if (changed && since >= 0 && room.changed(user) > 0) {
                        left.put(room.id(), last(room, since));
                    }
                }
            }
        }
        return new Batch(token(server.position()), joined, invited, left);
    }

    static String token(long position) {
        return "s" + position;
    }

    private Optional<Batch.Joined> joined(FakeRoom room, long since, boolean changed) {
        boolean whole = since < 0 || (changed && !room.membershipAt(user, since).equals("join"));
        long from = whole ? -1 : since;
        List<FakeRoom.Entry> all = visible(room, from);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        int limit = server.timelineLimit();
        List<FakeRoom.Entry> shown = all.subList(Math.max(0, all.size() - limit), all.size());
        boolean limited = shown.size() < all.size() || (whole && since >= 0);
        long before = shown.getFirst().position() - 1;
        return Optional.of(new Batch.Joined(
                limited,
                token(before),
                state(room, from, before, shown),
                shown.stream()
                        .map(entry -> limited || whole ? room.view(entry, user) : room.viewUnrelated(entry, user))
                        .toList()));
    }

    /** The state that changed up to where the timeline begins; of members only those who speak in it. */
    private List<Event> state(FakeRoom room, long since, long before, List<FakeRoom.Entry> timeline) {
        Set<String> speakers = new HashSet<>(Set.of(user.value()));
        timeline.forEach(entry -> speakers.add(entry.event().sender().value()));
        Set<String> known = new HashSet<>();
        room.log().stream()
                .filter(entry -> entry.position() <= since)
                .forEach(entry -> known.add(entry.event().id()));
        return room.stateAt(before).values().stream()
                .filter(event -> SyncFilter.TYPES.contains(event.type()) && !known.contains(event.id()))
                .filter(event -> !event.type().equals("m.room.member")
                        || speakers.contains(event.stateKey().orElse("")))
                .toList();
    }

    private List<FakeRoom.Entry> visible(FakeRoom room, long since) {
        return room.log().stream()
                .filter(entry -> entry.position() > since && room.shows(entry, user))
                .filter(entry -> SyncFilter.TYPES.contains(entry.event().type()))
                .toList();
    }

    private List<Event> last(FakeRoom room, long since) {
        return visible(room, Math.max(since, 0)).stream()
                .filter(entry -> entry.position() == room.changed(user)
                        || room.membershipAt(user, entry.position()).equals("join"))
                .map(entry -> room.view(entry, user))
                .toList();
    }

    private List<Event> stripped(FakeRoom room) {
        Stream<Event> about = room.state().stream().filter(event -> SHOWN_TO_THE_INVITED.contains(event.type()));
        return Stream.concat(about, room.state("m.room.member", user.value()).stream())
                .map(event -> new Event(
                        "",
                        event.type(),
                        event.sender(),
                        Instant.EPOCH,
                        event.stateKey(),
                        event.content().deepCopy(),
                        Json.object()))
                .toList();
    }
}
