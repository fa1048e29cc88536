package dibs.bot.platform.matrix.hear;

import dibs.backend.person.AccountId;
import dibs.bot.platform.matrix.client.UserId;
import java.util.Optional;

/** Who Dibs is on Matrix. */
public record Self(UserId user) {
    /** How accounts and conversations of Matrix begin. */
    public static final String PLATFORM = "matrix";

    /** The longest id that the specification allows; the store takes no longer ones either. */
    private static final int LONGEST = 255;

    /** Dibs' own account. */
    public AccountId account() {
        return AccountId.of(PLATFORM, user.value());
    }

    /** The account of a user; nothing where the id is none. */
    public static Optional<AccountId> account(UserId user) {
        return user.value().length() <= LONGEST && user.value().startsWith("@")
                ? AccountId.parse(PLATFORM + ":" + user)
                : Optional.empty();
    }
}
