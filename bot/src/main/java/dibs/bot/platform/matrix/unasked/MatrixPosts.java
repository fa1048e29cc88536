package dibs.bot.platform.matrix.unasked;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.backend.intake.Sending.Kind;
import dibs.bot.announcement.Posted;
import dibs.bot.announcement.Posts;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.room.RoomState;
import dibs.bot.platform.matrix.room.Rooms;
import dibs.bot.platform.matrix.say.Relation;
import dibs.bot.platform.matrix.say.Saying;
import dibs.bot.platform.matrix.send.Outgoing;
import dibs.bot.platform.matrix.send.Refusals;
import dibs.bot.platform.matrix.send.SendQueue;
import dibs.bot.reply.Block;
import dibs.bot.reply.Reader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts announcements into rooms, and changes them in place. Nothing is announced where messages are encrypted. */
public final class MatrixPosts implements Posts {
    private static final String PINNED = "m.room.pinned_events";
    private static final String NOT_FOUND = "M_NOT_FOUND";

    /** What stands there for the moment between being found and being changed, where it had not been there. */
    private static final List<Block> SOON = List.of(Block.say("This is being written."));

    /** Of words in which there is no time. */
    private static final Reader NOBODY = new Reader(ZoneOffset.UTC, Instant.EPOCH);

    private final Homeserver homeserver;
    private final SendQueue queue;
    private final Rooms rooms;
    private final Supplier<List<RoomId>> homes;
    private final Saying saying;

    /** @param homes the rooms that the settings name, as far as they are known */
    public MatrixPosts(
            Homeserver homeserver, SendQueue queue, Rooms rooms, Supplier<List<RoomId>> homes, Saying saying) {
        this.homeserver = homeserver;
        this.queue = queue;
        this.rooms = rooms;
        this.homes = homes;
        this.saying = saying;
    }

    @Override
    public boolean reaches(ConversationId conversation) {
        return homeserver.identity().isPresent() && MatrixId.room(conversation).isPresent();
    }

    @Override
    public List<Home> homes() {
        return homes.get().stream()
                .map(room -> Home.of(MatrixId.conversation(room)))
                .toList();
    }

    @Override
    public String shown(ConversationId conversation) {
        return MatrixId.room(conversation)
                .flatMap(room -> rooms.of(room).name())
                .orElseGet(conversation::name);
    }

    @Override
    public Optional<Boolean> outsiders(ConversationId conversation) {
        return MatrixId.room(conversation).map(room -> rooms.of(room).open());
    }

    @Override
    public Posted post(ConversationId conversation, String key, List<Block> blocks, Reader reader) {
        ObjectNode content = saying.post(blocks, reader);
        return in(conversation, room -> {
            Sent<String> sent = send(room, "post." + key, content);
            return sent instanceof Sent.Done<String> done
                    ? asWanted(room, done.result(), key, blocks, reader, content)
                    : posted(sent);
        });
    }

    @Override
    public Posted reply(ConversationId conversation, String thread, String key, List<Block> blocks, Reader reader) {
        ObjectNode content = saying.post(blocks, reader, Optional.of(new Relation(thread, Optional.of(thread))));
        return in(conversation, room -> standing(room, thread, () -> posted(send(room, "post." + key, content))));
    }

    /** What stands in a thread is not changed later: it is found by being posted, words and all. */
    @Override
    public Posted findReply(ConversationId conversation, String thread, String key) {
        return new Posted.MessageGone("the same transaction finds it");
    }

    /** A store that was begun anew asks for what was posted for the one before: then the homeserver knows the transaction, and that is what stands there. */
    private Posted asWanted(
            RoomId room, String messageId, String key, List<Block> blocks, Reader reader, ObjectNode content) {
        if (!(homeserver.event(room, messageId) instanceof Sent.Done<Event> there)) {
            return new Posted.Accepted(messageId);
        }
        if (isGone(there.result())) {
            return new Posted.MessageGone("it was taken back");
        }
        return there.result().content().path("body").equals(content.path("body"))
                ? new Posted.Accepted(messageId)
                : edit(room, messageId, key, blocks, reader);
    }

    private Sent<String> send(RoomId room, String transaction, ObjectNode content) {
        return queue.call(
                Kind.ANNOUNCEMENT, room.value(), () -> homeserver.send(room, Outgoing.MESSAGE, transaction, content));
    }

    @Override
    public Posted update(ConversationId conversation, String messageId, String key, List<Block> blocks, Reader reader) {
        return in(conversation, room -> standing(room, messageId, () -> edit(room, messageId, key, blocks, reader)));
    }

    /**
     * Does that where the message still stands there, which is asked first: the homeserver takes changes of what was taken back, and
     * answers to it, and nobody sees them.
     */
    private Posted standing(RoomId room, String messageId, Supplier<Posted> work) {
        return switch (homeserver.event(room, messageId)) {
            case Sent.Done<Event> done when isGone(done.result()) -> new Posted.MessageGone("it was taken back");
            case Sent.Done<Event> done -> work.get();
            case Sent.Later<Event> later -> new Posted.Later(later.retryAfter(), later.why());
            case Sent.Refused<Event> refused ->
                refused.error().equals(NOT_FOUND) ? new Posted.MessageGone(refused.why()) : refused(refused);
        };
    }

    private static boolean isGone(Event event) {
        return event.content().path("body").isMissingNode() || event.unsigned().has("redacted_because");
    }

    /** An edit has the moment in its transaction id: what was shown before may have to be shown again. */
    private Posted edit(RoomId room, String messageId, String key, List<Block> blocks, Reader reader) {
        ObjectNode content = saying.edit(blocks, reader, messageId);
        String transaction = "edit." + key + "." + reader.now().toEpochMilli();
        return posted(send(room, transaction, content).map(edit -> messageId));
    }

    @Override
    public Posted pin(ConversationId conversation, String messageId) {
        return in(conversation, room -> switch (homeserver.state(room, PINNED, "")) {
            case Sent.Done<ObjectNode> done -> pin(room, messageId, done.result());
            case Sent.Later<ObjectNode> later -> new Posted.Later(later.retryAfter(), later.why());
            case Sent.Refused<ObjectNode> refused ->
                refused.error().equals(NOT_FOUND)
                        ? pin(room, messageId, JsonNodeFactory.instance.objectNode())
                        : refused(refused);
        });
    }

    private Posted pin(RoomId room, String messageId, ObjectNode pinned) {
        ObjectNode after = pinned.deepCopy();
        var list = after.putArray("pinned");
        for (JsonNode before : pinned.path("pinned")) {
            if (before.isString() && before.asString().equals(messageId)) {
                return new Posted.Accepted(messageId);
            }
            list.add(before);
        }
        list.add(messageId);
        Sent<String> sent =
                queue.call(Kind.ANNOUNCEMENT, room.value(), () -> homeserver.putState(room, PINNED, "", after));
        if (sent instanceof Sent.Refused<String> refused && refused.error().equals("M_FORBIDDEN")) {
            return new Posted.Refused(
                    "M_FORBIDDEN", "Dibs may not pin there; let it set " + PINNED + " in the room's power levels");
        }
        return posted(sent.map(state -> messageId));
    }

    /**
     * The same transaction id means the same event: where the message was accepted, the homeserver answers with its id, and takes
     * nothing new; where it was not, it is there now. Either way it is changed next.
     */
    @Override
    public Posted find(ConversationId conversation, String key) {
        return in(conversation, room -> posted(send(room, "post." + key, saying.post(SOON, NOBODY))));
    }

    /** Does it in the room, where that is one to say such things in. */
    private Posted in(ConversationId conversation, Function<RoomId, Posted> work) {
        Optional<RoomId> room = MatrixId.room(conversation);
        if (room.isEmpty()) {
            return new Posted.Refused(
                    "no room of Matrix's", "it is no room of Matrix; write matrix: and the room's id");
        }
        RoomState state = rooms.of(room.get());
        if (state.encrypted()) {
            return new Posted.Refused(
                    "encrypted", "its messages are encrypted, which Dibs cannot do; name a room where they are not");
        }
        if (!state.known()) {
            return unknown(room.get());
        }
        return work.apply(room.get());
    }

    /** Nobody knows who reads along there, or whether it is encrypted: it waits, or Dibs is not in it at all. */
    private Posted unknown(RoomId room) {
        return switch (homeserver.state(room, "m.room.create", "")) {
            case Sent.Done<ObjectNode> done ->
                new Posted.Later(Optional.empty(), "the homeserver does not tell who reads along");
            case Sent.Later<ObjectNode> later -> new Posted.Later(later.retryAfter(), later.why());
            case Sent.Refused<ObjectNode> refused -> refused(refused);
        };
    }

    private static Posted posted(Sent<String> sent) {
        return switch (sent) {
            case Sent.Done<String> done -> new Posted.Accepted(done.result());
            case Sent.Later<String> later -> new Posted.Later(later.retryAfter(), later.why());
            case Sent.Refused<String> refused -> refused(refused);
        };
    }

    private static Posted refused(Sent.Refused<?> refused) {
        return Refusals.isOfTheAccount(refused)
                ? new Posted.Later(Optional.empty(), refused.error())
                : new Posted.Refused(refused.error() + ": " + refused.why(), Refusals.said(refused));
    }
}
