package dibs.bot.command;

import dibs.backend.person.AccountId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A line that somebody said.
 *
 * @param messageId the platform's own id of the message; nothing where it has none
 * @param account who said it, as the platform vouches
 * @param displayName the name that the platform shows
 * @param zone the zone that the platform knows
 * @param conversation where it was said, as the platform names it
 * @param text what was said, as it came
 */
public record Inbound(
        Optional<String> messageId,
        AccountId account,
        String displayName,
        Optional<ZoneId> zone,
        String conversation,
        String text) {}
