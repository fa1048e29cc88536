package dibs.bot.platform.slack.install;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.manifest.AppManifestParams;
import com.slack.api.model.manifest.AppManifestParams.AppHome;
import com.slack.api.model.manifest.AppManifestParams.BotUser;
import com.slack.api.model.manifest.AppManifestParams.DisplayInformation;
import com.slack.api.model.manifest.AppManifestParams.EventSubscriptions;
import com.slack.api.model.manifest.AppManifestParams.Features;
import com.slack.api.model.manifest.AppManifestParams.Interactivity;
import com.slack.api.model.manifest.AppManifestParams.OAuthConfig;
import com.slack.api.model.manifest.AppManifestParams.Scopes;
import com.slack.api.model.manifest.AppManifestParams.Settings;
import com.slack.api.model.manifest.AppManifestParams.Shortcut;
import com.slack.api.model.manifest.AppManifestParams.SlashCommand;
import dibs.bot.command.Verb;
import dibs.bot.platform.slack.door.SlackDoor;
import dibs.bot.platform.slack.hear.AskShortcut;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What Slack has to know of the app, as the JSON that it takes: made from the commands, so that it says what they do. */
public final class Manifest {
    /** What means everything: all commands are words after it. */
    private static final String ALL = "dibs";

    private static final List<String> EVENTS = List.of("app_home_opened", "app_mention", "message.im");
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .create();

    private Manifest() {}

    /**
     * For requests over HTTP.
     *
     * @param commands the slash commands, without the slash; all of them known
     * @param address where Dibs is reached from outside
     */
    public static String http(List<String> commands, URI address) {
        return json(commands, Optional.of(requests(address)));
    }

    /**
     * For Socket Mode, in which Slack calls no address.
     *
     * @param commands the slash commands, without the slash; all of them known
     */
    public static String socket(List<String> commands) {
        return json(commands, Optional.empty());
    }

    /** Where Slack has to send its requests. */
    public static String requests(URI address) {
        return address.toString().replaceFirst("/+$", "") + SlackDoor.PATH;
    }

    /** Those of the commands that mean nothing to Dibs. */
    public static List<String> unknown(List<String> commands) {
        return commands.stream()
                .filter(command -> !command.equals(ALL) && Verb.called(command).isEmpty())
                .toList();
    }

    private static String json(List<String> commands, Optional<String> requests) {
        return GSON.toJson(AppManifestParams.builder()
                        .displayInformation(about())
                        .features(features(commands, requests))
                        .oauthConfig(OAuthConfig.builder()
                                .scopes(Scopes.builder()
                                        .bot(Scope.needed().stream()
                                                .map(Scope::spelling)
                                                .toList())
                                        .build())
                                .build())
                        .settings(settings(requests))
                        .build())
                + "\n";
    }

    private static DisplayInformation about() {
        return DisplayInformation.builder()
                .name("Dibs")
                .description("Who has which shared environment, until when, and is it safe to use?")
                .longDescription(
                        "Dibs keeps leases on shared environments: one holder, a reason, an end. Type /claim to take one, "
                                + "/unclaim to give it back, /who-is-using to see who has it, /is-safe to hear what the rules say, and "
                                + "/dibs help for all the rest. Whoever waits is told when it is free; whoever holds is asked when others "
                                + "need it. Dibs stops nobody outside it from pushing.")
                .backgroundColor("#1f4e5f")
                .build();
    }

    private static Features features(List<String> commands, Optional<String> requests) {
        return Features.builder()
                .appHome(AppHome.builder()
                        .homeTabEnabled(true)
                        .messagesTabEnabled(true)
                        .messagesTabReadOnlyEnabled(false)
                        .build())
                .botUser(
                        BotUser.builder().displayName("Dibs").alwaysOnline(true).build())
                .shortcuts(List.of(Shortcut.builder()
                        .name("Ask Dibs")
                        .type("message")
                        .callbackId(AskShortcut.ID)
                        .description("Answers a message in its thread, as a question")
                        .build()))
                .slashCommands(commands.stream()
                        .map(command -> command(command, requests))
                        .toList())
                .build();
    }

    private static SlashCommand command(String name, Optional<String> requests) {
        SlashCommand.SlashCommandBuilder command =
                SlashCommand.builder().command("/" + name).shouldEscape(true).url(requests.orElse(null));
        Optional<Verb> verb = name.equals(ALL) ? Optional.empty() : Verb.called(name);
        if (verb.isEmpty()) {
            return command.description("Everything that Dibs does, as a word after it")
                    .usageHint("help | claim … | ask …")
                    .build();
        }
        String usage = verb.get().usage();
        int words = usage.indexOf(' ');
        return command.description(sentence(verb.get().summary()))
                .usageHint(words < 0 ? null : usage.substring(words + 1))
                .build();
    }

    /** Slack shows it as it is: quoted, where chat has code. */
    private static String sentence(String summary) {
        String plain = summary.replaceAll("`([^`]*)`", "“$1”");
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    private static Settings settings(Optional<String> requests) {
        return Settings.builder()
                .eventSubscriptions(EventSubscriptions.builder()
                        .requestUrl(requests.orElse(null))
                        .botEvents(EVENTS)
                        .build())
                .interactivity(Interactivity.builder()
                        .isEnabled(true)
                        .requestUrl(requests.orElse(null))
                        .messageMenuOptionsUrl(requests.orElse(null))
                        .build())
                .orgDeployEnabled(false)
                .socketModeEnabled(requests.isEmpty())
                .tokenRotationEnabled(false)
                .build();
    }
}
