package dibs.bot;

import dibs.backend.catalog.SlackSection;
import dibs.bot.platform.slack.SlackSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what is set for Slack.
 *
 * @param values every setting by its name
 * @param faults where faults are added, a sentence each, by name and without what is secret
 */
record SlackReading(Map<String, String> values, SlackSection section, List<String> faults) {
    private static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
    private static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
    private static final String APP_TOKEN = "SLACK_APP_TOKEN";
    private static final String API = "SLACK_API_URL";

    private static final String CHANNEL = "SLACK_CHANNEL";
    private static final Pattern CHANNEL_ID = Pattern.compile("[CG][A-Z0-9]{1,40}");

    /** The SDK breaks on shorter ones. */
    private static final Pattern TOKEN = Pattern.compile("\\S{16,500}");

    /** How to reach Slack; nothing where nothing is set for it, or where that has faults. */
    Optional<SlackSettings> read() {
        Secrets secrets = new Secrets(values, faults);
        Optional<String> bot = secrets.read(BOT_TOKEN);
        Optional<String> signing = secrets.read(SIGNING_SECRET);
        Optional<String> app = secrets.read(APP_TOKEN);
        URI api = api();
        if (bot.isEmpty() && signing.isEmpty() && app.isEmpty()) {
            return Optional.empty();
        }
        int before = faults.size();
        token(BOT_TOKEN, bot, "xoxb-");
        token(APP_TOKEN, app, "xapp-");
        if (bot.isEmpty()) {
            faults.add(BOT_TOKEN + " is missing, and " + (signing.isPresent() ? SIGNING_SECRET : APP_TOKEN)
                    + " is of no use without it.");
        } else if (signing.isEmpty() && app.isEmpty()) {
            faults.add(BOT_TOKEN + " needs " + SIGNING_SECRET + " (requests over HTTP) or " + APP_TOKEN
                    + " (Socket Mode) beside it.");
        }
        Optional<String> channel = channel();
        if (bot.isEmpty() || faults.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new SlackSettings(
                bot.get(),
                signing,
                app,
                api,
                channel,
                section.commands().orElse(SlackSettings.COMMANDS),
                section.roles()));
    }

    private void token(String name, Optional<String> token, String prefix) {
        if (token.isPresent()
                && !(TOKEN.matcher(token.get()).matches() && token.get().startsWith(prefix))) {
            faults.add(name + " is a token of Slack's that begins with " + prefix + ", and what is set is none.");
        }
    }

    private Optional<String> channel() {
        Optional<String> channel = Optional.ofNullable(values.get(CHANNEL)).filter(it -> !it.isBlank());
        if (channel.isPresent() && !CHANNEL_ID.matcher(channel.get()).matches()) {
            faults.add(
                    CHANNEL + " is the id of a channel such as C0123456789 (in Slack: the channel's details, at their"
                            + " end), and what is set is none.");
            return Optional.empty();
        }
        return channel;
    }

    private URI api() {
        String url = values.getOrDefault(API, "");
        if (url.isEmpty()) {
            return SlackSettings.API;
        }
        try {
            URI uri = URI.create(url.endsWith("/") ? url : url + "/");
            if (uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // said below, as for every other address that cannot be used
        }
        faults.add(API + " is an address such as " + SlackSettings.API + ", and what is set is none.");
        return SlackSettings.API;
    }
}
