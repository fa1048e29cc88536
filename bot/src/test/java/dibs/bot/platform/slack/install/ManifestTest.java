package dibs.bot.platform.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.SlackSection;
import dibs.bot.command.Verb;
import dibs.bot.platform.slack.SlackSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an administrator pastes into Slack is what Dibs understands. After a change that is meant, {@code
 * -Ddibs.golden=write} writes the files anew.
 */
class ManifestTest {
    private static final Path FOLDER = Path.of("../deploy/slack");
    private static final URI ADDRESS = URI.create("https://dibs.example.org");

    /** Of docs.slack.dev/reference/app-manifest; how many commands an app may have, of its older edition: 25. */
    private static final int MOST_COMMANDS = 25;

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("manifest-http.json", Manifest.http(SlackSettings.COMMANDS, ADDRESS)),
                Arguments.of("manifest-socket.json", Manifest.socket(SlackSettings.COMMANDS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theFilesAreMadeFromTheCommands(String name, String made) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("dibs.golden", "").equals("write")) {
            Files.writeString(file, made);
        }
        assertThat(file).as("written with -Ddibs.golden=write").exists();
        assertThat(made).isEqualTo(Files.readString(file));
    }

    @Test
    void theUsualCommandsAreWithinSlacksLimits() {
        assertThat(SlackSettings.COMMANDS)
                .hasSizeLessThanOrEqualTo(MOST_COMMANDS)
                .doesNotHaveDuplicates();
        assertThat(SlackSettings.COMMANDS).doesNotContainAnyElementsOf(SlackSection.BUILT_IN);
        assertThat(Manifest.unknown(SlackSettings.COMMANDS)).isEmpty();
    }

    @Test
    void everyCommandThatCouldBeRegisteredFits() {
        List<String> names = new ArrayList<>(List.of("dibs"));
        Arrays.stream(Verb.values())
                .flatMap(verb -> Stream.concat(Stream.of(verb.word()), verb.synonyms().stream()))
                .filter(name -> name.matches("[a-z0-9_-]+"))
                .forEach(names::add);
        assertThat(Manifest.unknown(names)).isEmpty();
        JsonNode manifest = json(Manifest.socket(names));
        assertThat(texts(manifest.at("/features/slash_commands"), "command"))
                .hasSameSizeAs(names)
                .allMatch(command -> command.length() <= 32);
        assertThat(texts(manifest.at("/features/slash_commands"), "description"))
                .allMatch(text -> !text.isBlank() && text.length() <= 2000 && !text.contains("`"));
        assertThat(texts(manifest.at("/features/slash_commands"), "usage_hint"))
                .allMatch(text -> text.length() <= 1000);
    }

    @Test
    void whatSlackShowsOfTheAppFits() {
        JsonNode manifest = json(Manifest.socket(SlackSettings.COMMANDS));
        assertThat(manifest.at("/display_information/name").asString()).hasSizeBetween(1, 35);
        assertThat(manifest.at("/display_information/description").asString()).hasSizeBetween(1, 140);
        assertThat(manifest.at("/display_information/long_description").asString())
                .hasSizeBetween(174, 4000);
        assertThat(manifest.at("/features/bot_user/display_name").asString()).hasSizeBetween(1, 80);
        JsonNode shortcut = manifest.at("/features/shortcuts/0");
        assertThat(shortcut.path("name").asString()).hasSizeBetween(1, 24);
        assertThat(shortcut.path("description").asString()).hasSizeBetween(1, 150);
    }

    @Test
    void overHttpEveryWayInHasTheAddressAndNoneOnASocket() {
        String http = Manifest.http(SlackSettings.COMMANDS, URI.create("https://dibs.example.org/under/"));
        JsonNode settings = json(http).path("settings");
        String address = "https://dibs.example.org/under/slack/events";
        assertThat(settings.at("/event_subscriptions/request_url").asString()).isEqualTo(address);
        assertThat(settings.at("/interactivity/request_url").asString()).isEqualTo(address);
        assertThat(settings.at("/interactivity/message_menu_options_url").asString())
                .isEqualTo(address);
        assertThat(settings.path("socket_mode_enabled").asBoolean()).isFalse();
        assertThat(texts(json(http).at("/features/slash_commands"), "url")).containsOnly(address);
        assertThat(Manifest.socket(SlackSettings.COMMANDS))
                .doesNotContain("_url", "\"url\"")
                .contains("\"socket_mode_enabled\": true");
    }

    @Test
    void peopleAndChannelsInCommandsComeAsIds() {
        JsonNode commands = json(Manifest.socket(SlackSettings.COMMANDS)).at("/features/slash_commands");
        assertThat(commands.valueStream())
                .hasSize(7)
                .allMatch(it -> it.path("should_escape").asBoolean());
    }

    @Test
    void asksForWhatTheTableSaysAndNoMore() {
        JsonNode scopes = json(Manifest.socket(SlackSettings.COMMANDS)).at("/oauth_config/scopes/bot");
        assertThat(scopes.valueStream().map(JsonNode::asString))
                .containsExactly(
                        "commands",
                        "app_mentions:read",
                        "chat:write",
                        "im:write",
                        "im:history",
                        "users:read",
                        "usergroups:read",
                        "pins:write");
    }

    @Test
    void theGuideHasTheTableOfScopes() throws IOException {
        String guide = Files.readString(Path.of("../docs/slack.md"));
        for (Scope scope : Scope.values()) {
            assertThat(guide)
                    .contains("| `" + scope.spelling() + "` | " + (scope.isNeeded() ? "yes" : "if wanted") + " | "
                            + scope.why() + " | " + scope.without() + " |\n");
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static List<String> texts(JsonNode list, String key) {
        return list.valueStream()
                .filter(item -> item.has(key))
                .map(item -> item.path(key).asString())
                .toList();
    }
}
