package dibs.bot.platform.slack.people;

import dibs.backend.person.AccountId;
import dibs.backend.person.Role;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Who speaks.
 *
 * @param name as Slack shows it
 * @param zone as set on Slack
 * @param role what Slack vouches for: full members claim, guests and people of other organisations ask
 */
public record Speaker(AccountId account, String name, Optional<ZoneId> zone, Role role) {}
