package dibs.bot.platform.slack.door;

import com.slack.api.methods.response.auth.AuthTestResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** As Slack answers whose the token is; what it may do stands in a header of the answer. */
    public static Installation of(AuthTestResponse said) {
        Map<String, List<String>> headers =
                Optional.ofNullable(said.getHttpResponseHeaders()).orElse(Map.of());
        return new Installation(
                said.getTeamId(),
                said.isEnterpriseInstall() ? Optional.ofNullable(said.getEnterpriseId()) : Optional.empty(),
                said.getUserId(),
                Optional.ofNullable(said.getBotId()),
                headers.entrySet().stream()
                        .filter(header -> "x-oauth-scopes".equalsIgnoreCase(header.getKey()))
                        .flatMap(header -> header.getValue().stream())
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet()));
    }

    boolean includes(Optional<String> fromTeam, Optional<String> fromEnterprise) {
        return fromTeam.filter(team::equals).isPresent()
                || (enterprise.isPresent() && enterprise.equals(fromEnterprise));
    }
}
