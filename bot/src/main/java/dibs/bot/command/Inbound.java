package dibs.bot.command;

import dibs.backend.announcement.ConversationId;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.person.AccountId;
import dibs.backend.person.Role;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A line that somebody said.
 *
 * @param messageId the platform's own id of the message; nothing where it has none
 * @param account who said it, as the platform vouches
 * @param displayName the name that the platform shows
 * @param zone the zone that the platform knows
 * @param conversation where it was said, as the platform names it; with or without the platform before it
 * @param text what was said, as it came
 * @param vouched the role that the platform vouches for by what it knows of the account; nothing where it knows nothing
 * @param about the lease that a pressed button was offered for; nothing for what was typed
 */
public record Inbound(
        Optional<String> messageId,
        AccountId account,
        String displayName,
        Optional<ZoneId> zone,
        String conversation,
        String text,
        Optional<Role> vouched,
        Optional<About> about) {

    /**
     * A lease as it was when a button was shown. It may have ended since, and another begun.
     *
     * @param token its fencing token
     */
    public record About(EnvironmentId environment, long token) {}

    /** A line from a platform that knows nothing of roles. */
    public Inbound(
            Optional<String> messageId,
            AccountId account,
            String displayName,
            Optional<ZoneId> zone,
            String conversation,
            String text) {
        this(messageId, account, displayName, zone, conversation, text, Optional.empty(), Optional.empty());
    }

    /** Where it was said, as a conversation that can be spoken in unasked; nothing where its name is none of such. */
    Optional<ConversationId> place() {
        String platform = account.platform() + ":";
        String id = conversation.startsWith(platform) ? conversation : platform + conversation;
        return ConversationId.isOne(id) ? Optional.of(new ConversationId(id)) : Optional.empty();
    }
}
