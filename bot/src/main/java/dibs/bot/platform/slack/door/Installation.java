package dibs.bot.platform.slack.door;

import java.util.Optional;
import java.util.Set;

/**
 * Where the app is installed, as Slack says.
 *
 * @param team the workspace
 * @param enterprise the organisation, where the app is installed for all of it
 * @param botUser the user that the app speaks as
 * @param bot the app's bot, which its own messages carry
 * @param scopes what the token may do
 */
public record Installation(
        String team, Optional<String> enterprise, String botUser, Optional<String> bot, Set<String> scopes) {
    public Installation {
        scopes = Set.copyOf(scopes);
    }

    boolean includes(Optional<String> fromTeam, Optional<String> fromEnterprise) {
        return fromTeam.filter(team::equals).isPresent()
                || (enterprise.isPresent() && enterprise.equals(fromEnterprise));
    }
}
