package dibs.bot.platform.slack.people;

import dibs.backend.person.AccountId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A user of a workspace.
 *
 * @param team such as {@code T1}; of a whole organisation, {@code E1}
 * @param user such as {@code U2} or {@code W2}
 */
public record SlackId(String team, String user) {
    /** How accounts and conversations of Slack begin. */
    public static final String PLATFORM = "slack";

    private static final Pattern NAME = Pattern.compile("([A-Z0-9]{1,40}):([A-Z0-9]{1,40})");

    public SlackId {
        if (!NAME.matcher(team + ":" + user).matches()) {
            throw new IllegalArgumentException("no ids of Slack's: " + team + ", " + user);
        }
    }

    /** The user of that workspace; nothing when these are no ids of Slack's. */
    public static Optional<SlackId> of(@Nullable String team, @Nullable String user) {
        return NAME.matcher(team + ":" + user).matches() && team != null && user != null
                ? Optional.of(new SlackId(team, user))
                : Optional.empty();
    }

    /** The account of that user. */
    public AccountId account() {
        return AccountId.of(PLATFORM, team + ":" + user);
    }

    /** The user behind an account; nothing when it is none of Slack's. */
    public static Optional<SlackId> of(AccountId account) {
        Matcher matcher = NAME.matcher(account.name());
        return account.platform().equals(PLATFORM) && matcher.matches()
                ? Optional.of(new SlackId(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }
}
