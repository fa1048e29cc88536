package dibs.bot.platform.matrix.unasked;

import dibs.backend.intake.Sending.Kind;
import dibs.backend.notice.Delivered;
import dibs.backend.notice.Messenger;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.AccountId;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.room.DirectRooms;
import dibs.bot.platform.matrix.say.Said;
import dibs.bot.platform.matrix.say.Saying;
import dibs.bot.platform.matrix.send.Outgoing;
import dibs.bot.platform.matrix.send.Refusals;
import dibs.bot.platform.matrix.send.SendQueue;
import java.util.List;
import java.util.Optional;

/**
 * Says notices in direct rooms, with reactions for what may be done about them. The transaction ids follow from the parcel's id, so
 * that the homeserver takes each once, however often nobody hears its answer.
 */
public final class MatrixMessenger implements Messenger {
    private final Homeserver homeserver;
    private final SendQueue queue;
    private final DirectRooms rooms;
    private final Saying saying;

    public MatrixMessenger(Homeserver homeserver, SendQueue queue, DirectRooms rooms, Saying saying) {
        this.homeserver = homeserver;
        this.queue = queue;
        this.rooms = rooms;
        this.saying = saying;
    }

    @Override
    public String platform() {
        return MatrixId.PLATFORM;
    }

    @Override
    public boolean reaches(AccountId account) {
        return homeserver.identity().isPresent() && MatrixId.user(account).isPresent();
    }

    @Override
    public Delivered deliver(Recipient to, Parcel parcel) {
        Optional<UserId> user = MatrixId.user(to.account());
        if (user.isEmpty()) {
            return new Delivered.Refused("no account of Matrix's");
        }
        Sent<RoomId> room = queue.call(Kind.DIRECT, user.get().value(), () -> rooms.reach(user.get()));
        return switch (room) {
            case Sent.Done<RoomId> open -> deliver(open.result(), saying.parcel(parcel, to, user.get()), to, parcel);
            case Sent.Later<RoomId> later -> new Delivered.Later(later.retryAfter(), later.why());
            case Sent.Refused<RoomId> refused -> refused(refused);
        };
    }

    private Delivered deliver(RoomId room, List<Said> pages, Recipient to, Parcel parcel) {
        String event = "";
        for (int page = 0; page < pages.size(); page++) {
            Said said = pages.get(page);
            String transaction = "parcel." + parcel.id() + "." + page;
            Sent<String> sent = queue.call(
                    Kind.DIRECT,
                    room.value(),
                    () -> homeserver.send(room, Outgoing.MESSAGE, transaction, said.content()));
            switch (sent) {
                case Sent.Done<String> done -> {
                    event = done.result();
                    queue.offer(room, transaction, event, Outgoing.offers(said, to.account()));
                }
                case Sent.Later<String> later -> {
                    return new Delivered.Later(later.retryAfter(), later.why());
                }
                case Sent.Refused<String> refused -> {
                    return refused(refused);
                }
            }
        }
        return new Delivered.Accepted(event);
    }

    @Override
    public Delivered edit(Recipient to, Parcel parcel, String messageId) {
        Optional<UserId> user = MatrixId.user(to.account());
        if (user.isEmpty()) {
            return new Delivered.Refused("no account of Matrix's");
        }
        Sent<RoomId> room = queue.call(Kind.DIRECT, user.get().value(), () -> rooms.reach(user.get()));
        return switch (room) {
            case Sent.Done<RoomId> open -> edit(open.result(), to, parcel, messageId);
            case Sent.Later<RoomId> later -> new Delivered.Later(later.retryAfter(), later.why());
            case Sent.Refused<RoomId> refused -> refused(refused);
        };
    }

    /** An edit has the moment in its transaction id: what was said before may have to be said again. */
    private Delivered edit(RoomId room, Recipient to, Parcel parcel, String messageId) {
        String transaction = "edit." + parcel.id() + "." + to.now().toEpochMilli();
        Sent<String> sent = queue.call(
                Kind.DIRECT,
                room.value(),
                () -> homeserver.send(room, Outgoing.MESSAGE, transaction, saying.edited(parcel, to, messageId)));
        return switch (sent) {
            case Sent.Done<String> done -> new Delivered.Accepted(messageId);
            case Sent.Later<String> later -> new Delivered.Later(later.retryAfter(), later.why());
            case Sent.Refused<String> refused -> refused(refused);
        };
    }

    private static Delivered refused(Sent.Refused<?> refused) {
        return Refusals.isOfTheAccount(refused)
                ? new Delivered.Later(Optional.empty(), refused.error())
                : new Delivered.Refused(refused.error() + ": " + refused.why());
    }
}
