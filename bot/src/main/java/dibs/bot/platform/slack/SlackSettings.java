package dibs.bot.platform.slack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Dibs reaches one Slack app.
 *
 * @param botToken of the app in its workspace
 * @param signingSecret what Slack signs its requests with; nothing: no requests over HTTP are taken
 * @param appToken for Socket Mode; nothing: no socket is opened
 * @param api the base address of the Web API, with a slash at its end
 * @param channel the id of the channel that announcements go to, where nothing else is said
 * @param commands the slash commands that are registered, without the slash
 * @param roles user groups and users by the role that they are given, such as {@code gate}
 */
public record SlackSettings(
        String botToken,
        Optional<String> signingSecret,
        Optional<String> appToken,
        URI api,
        Optional<String> channel,
        List<String> commands,
        Map<String, List<String>> roles) {
    /** The slash commands that are registered where nothing else is said. */
    public static final List<String> COMMANDS =
            List.of("claim", "unclaim", "extend", "who-is-using", "is-safe", "leases", "dibs");

    /** Where Slack's Web API is. */
    public static final URI API = URI.create("https://slack.com/api/");

    public SlackSettings {
        commands = List.copyOf(commands);
        roles = Map.copyOf(roles);
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "SlackSettings[api=" + api + ", http=" + signingSecret.isPresent() + ", socket=" + appToken.isPresent()
                + "]";
    }
}
