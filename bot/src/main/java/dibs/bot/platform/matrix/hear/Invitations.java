package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.room.DirectRooms;
import dibs.bot.platform.matrix.room.Places;
import dibs.bot.platform.matrix.room.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invitations: taken from those who may give them, else declined, with the reason. An encrypted room is none to go into, since Dibs
 * could read nothing there; whoever wanted to speak alone gets a direct room that is not encrypted instead.
 */
final class Invitations {
    private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** What is remembered of a room whose invitation waits: the homeserver tells of it once. */
    private static final String WAITING = "invitation";

    private static final String DIRECT = "direct";
    private static final String ENCRYPTED = "encrypted";

    private final Self self;
    private final Means means;
    private final Moves moves;
    private final DirectRequests directRequests;
    private final Journal journal;
    private final Map<RoomId, Waiting> waiting = new ConcurrentHashMap<>();

    Invitations(Self self, Means means, Moves moves, DirectRequests directRequests, Journal journal) {
        this.self = self;
        this.means = means;
        this.moves = moves;
        this.directRequests = directRequests;
        this.journal = journal;
    }

    /**
     * An invitation as it is shown before it is taken.
     *
     * @param by who invites
     */
    private record Invitation(RoomId room, UserId by, boolean direct, boolean encrypted) {
        /** As it is remembered. */
        String word() {
            return (direct ? DIRECT : "") + " " + (encrypted ? ENCRYPTED : "") + " " + by;
        }

        static Invitation of(RoomId room, String word) {
            String[] parts = word.split(" ", 3);
            return new Invitation(room, new UserId(parts[2]), parts[0].equals(DIRECT), parts[1].equals(ENCRYPTED));
        }
    }

    private record Waiting(Invitation invitation, Instant next) {}

    /** Hears invitations: each with what is shown of its room. */
    void heard(Map<RoomId, List<Event>> invited) {
        invited.forEach((room, state) -> of(room, state).ifPresent(this::settle));
    }

    /** Takes up those that the homeserver could not settle for the process before this one. */
    void recall() {
        journal.remembered(WAITING).forEach((id, note) -> {
            RoomId room = new RoomId(id);
            waiting.put(room, new Waiting(Invitation.of(room, note.value()), journal.now()));
        });
    }

    /** Goes on with those that the homeserver could not settle before. */
    void again() {
        Instant now = journal.now();
        List.copyOf(waiting.values()).stream()
                .filter(it -> !now.isBefore(it.next()))
                .map(Waiting::invitation)
                .forEach(this::settle);
    }

    private Optional<Invitation> of(RoomId room, List<Event> state) {
        boolean encrypted = state.stream().anyMatch(event -> event.type().equals("m.room.encryption"));
        return state.stream()
                .filter(event -> event.type().equals("m.room.member"))
                .filter(event -> event.stateKey().equals(Optional.of(self.user().value())))
                .filter(event -> event.content().path("membership").asString("").equals("invite"))
                .findFirst()
                .map(event -> new Invitation(
                        room, event.sender(), event.content().path("is_direct").asBoolean(false), encrypted));
    }

    private void settle(Invitation invitation) {
        Sent<?> settled;
        if (!allowed(invitation)) {
            settled = decline(invitation, "I am not to be invited by " + invitation.by() + ": " + whoMay());
        } else if (invitation.encrypted()) {
            settled = decline(invitation, "This room is encrypted, and I cannot read encrypted messages. " + instead());
            if (invitation.direct() && settled instanceof Sent.Done<?>) {
                openInstead(invitation);
            }
        } else {
            settled = take(invitation);
        }
        if (settled instanceof Sent.Later<?> later) {
            Instant next = journal.now().plus(later.retryAfter().orElse(AGAIN));
            if (waiting.put(invitation.room(), new Waiting(invitation, next)) == null) {
                journal.remember(invitation.room(), WAITING, invitation.word());
            }
        } else if (waiting.remove(invitation.room()) != null) {
            journal.forget(invitation.room(), WAITING);
        }
    }

    private boolean allowed(Invitation invitation) {
        Places places = means.places();
        Rooms rooms = means.rooms();
        boolean named = places.has(invitation.room()) || moves.isSuccessor(invitation.room());
        boolean caretaker = places.control()
                .map(rooms::of)
                .filter(room -> room.has(invitation.by()))
                .isPresent();
        boolean server = means.allowedServers().isEmpty()
                ? invitation.by().server().equals(self.user().server())
                : means.allowedServers().contains(invitation.by().server());
        return named || caretaker || server;
    }

    private String whoMay() {
        String servers = means.allowedServers().isEmpty()
                ? self.user().server()
                : means.allowedServers().stream().sorted().collect(Collectors.joining(", "));
        return "only people of " + servers + " invite me.";
    }

    private String instead() {
        return means.places().homes().stream()
                .filter(room -> !means.rooms().of(room).encrypted())
                .findFirst()
                .map(room -> "In " + means.places().name(room).orElse(room.value())
                        + ", type !dm, and I open a direct room for us that is not.")
                .orElse("Invite me into a room that is not.");
    }

    private Sent<Boolean> decline(Invitation invitation, String why) {
        LOG.atInfo()
                .addKeyValue("room", invitation.room())
                .addKeyValue("by", invitation.by())
                .log("an invitation is declined");
        return means.homeserver().leave(invitation.room(), why);
    }

    private void openInstead(Invitation invitation) {
        DirectRooms directs = means.directs();
        if (directs.with(invitation.by()) instanceof Sent.Done<RoomId> room) {
            journal.send(directRequests.greeting(room.result().value(), room.result()));
        }
    }

    private Sent<RoomId> take(Invitation invitation) {
        Sent<RoomId> joined = means.homeserver().join(invitation.room().value());
        if (joined instanceof Sent.Done<RoomId> && invitation.direct()) {
            means.directs().add(invitation.by(), invitation.room());
        }
        if (joined instanceof Sent.Refused<RoomId> refused) {
            LOG.atWarn()
                    .addKeyValue("room", invitation.room())
                    .addKeyValue("why", refused.why())
                    .log("an invitation could not be taken");
        }
        return joined;
    }
}
