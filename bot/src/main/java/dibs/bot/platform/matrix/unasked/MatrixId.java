package dibs.bot.platform.matrix.unasked;

import dibs.backend.announcement.ConversationId;
import dibs.backend.person.AccountId;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Matrix's ids among those of all platforms: users as accounts, rooms as conversations. */
public final class MatrixId {
    /** The platform. */
    public static final String PLATFORM = "matrix";

    private static final Pattern USER = Pattern.compile("@[^:\\s\\p{Cntrl}]{0,254}:[^\\s\\p{Cntrl}]{1,254}");

    private MatrixId() {}

    /** The user behind an account; nothing where it is none of Matrix's. */
    public static Optional<UserId> user(AccountId account) {
        return account.platform().equals(PLATFORM)
                        && USER.matcher(account.name()).matches()
                ? Optional.of(new UserId(account.name()))
                : Optional.empty();
    }

    /** The account of a user. */
    public static AccountId account(UserId user) {
        return AccountId.of(PLATFORM, user.value());
    }

    /** The room that a conversation is; nothing where it is none of Matrix's. */
    public static Optional<RoomId> room(ConversationId conversation) {
        return conversation.platform().equals(PLATFORM) && conversation.name().startsWith("!")
                ? Optional.of(new RoomId(conversation.name()))
                : Optional.empty();
    }

    /** A room as a conversation. */
    public static ConversationId conversation(RoomId room) {
        return new ConversationId(PLATFORM + ":" + room.value());
    }
}
