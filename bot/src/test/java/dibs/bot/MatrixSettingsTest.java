package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.bot.platform.matrix.MatrixSettings;
import dibs.bot.platform.matrix.client.Access;
import dibs.bot.platform.matrix.client.UserId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set for Matrix. */
final class MatrixSettingsTest {
    private static final String URL = "https://matrix.example.org";

    private static Settings.Read read(Map<String, String> environment) {
        return Settings.read(environment, Start.config(ConfigLoader.builtin()));
    }

    private static MatrixSettings good(Map<String, String> environment) {
        return switch (read(environment)) {
            case Settings.Read.Good good -> good.settings().matrix().orElseThrow();
            case Settings.Read.Bad bad -> throw new AssertionError(bad.faults());
        };
    }

    private static List<String> faults(Map<String, String> environment) {
        return switch (read(environment)) {
            case Settings.Read.Good good -> List.of();
            case Settings.Read.Bad bad -> bad.faults();
        };
    }

    @Test
    void withoutSettingsThereIsNoMatrix() {
        assertThat(read(Map.of()))
                .isInstanceOfSatisfying(
                        Settings.Read.Good.class,
                        good -> assertThat(good.settings().matrix()).isEmpty());
    }

    @Test
    void aTokenAndAnAddressAreEnough() {
        MatrixSettings settings = good(Map.of("MATRIX_HOMESERVER_URL", URL, "MATRIX_ACCESS_TOKEN", "syt_secret"));

        assertThat(settings.access())
                .isEqualTo(new Access(
                        new Access.Place.At(URI.create(URL)), new Access.Proof.Token("syt_secret"), Optional.empty()));
        assertThat(settings.toString()).doesNotContain("syt_secret");
    }

    @Test
    void aFullIdSaysWhichServerToAskAndAFileHoldsThePassword(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "open sesame\n");
        MatrixSettings settings = good(Map.of(
                "MATRIX_USER", "@dibs:example.org",
                "MATRIX_PASSWORD_FILE", file.toString(),
                "MATRIX_ROOMS", "#releng:example.org, !abc",
                "MATRIX_CONTROL_ROOM", "!ops:example.org",
                "MATRIX_ALLOWED_SERVERS", "example.org,friends.example.net:8448"));

        assertThat(settings.access().place()).isEqualTo(new Access.Place.Named("example.org"));
        assertThat(settings.access().proof()).isEqualTo(new Access.Proof.Password("@dibs:example.org", "open sesame"));
        assertThat(settings.access().user()).contains(new UserId("@dibs:example.org"));
        assertThat(settings.rooms()).containsExactly("#releng:example.org", "!abc");
        assertThat(settings.control()).contains("!ops:example.org");
        assertThat(settings.allowedServers()).containsExactlyInAnyOrder("example.org", "friends.example.net:8448");
    }

    @Test
    void everyFaultIsSaidAtOnceWithItsNameAndNoSecret() {
        List<String> faults = faults(Map.of(
                "MATRIX_HOMESERVER_URL", "matrix.example.org",
                "MATRIX_ACCESS_TOKEN", "two words",
                "MATRIX_USER", "dibs at example",
                "MATRIX_ROOMS", "#releng:example.org, releng",
                "MATRIX_CONTROL_ROOM", "#a:example.org,#b:example.org",
                "MATRIX_ALLOWED_SERVERS", "exa mple",
                "DIBS_PORT", "x"));

        assertThat(faults)
                .anyMatch(fault -> fault.startsWith("DIBS_PORT"))
                .anyMatch(fault -> fault.startsWith("MATRIX_HOMESERVER_URL is an address"))
                .anyMatch(fault -> fault.startsWith("MATRIX_ACCESS_TOKEN is one word"))
                .anyMatch(fault -> fault.startsWith("MATRIX_USER is the full id"))
                .anyMatch(fault -> fault.startsWith("MATRIX_ROOMS has \"releng\""))
                .anyMatch(fault -> fault.startsWith("MATRIX_CONTROL_ROOM is one room"))
                .anyMatch(fault -> fault.startsWith("MATRIX_ALLOWED_SERVERS has"))
                .hasSize(7)
                .noneMatch(fault -> fault.contains("two words"));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(faults(Map.of("MATRIX_HOMESERVER_URL", URL)))
                .singleElement()
                .asString()
                .startsWith("MATRIX_ACCESS_TOKEN is missing");
        assertThat(faults(Map.of("MATRIX_ACCESS_TOKEN", "t")))
                .singleElement()
                .asString()
                .startsWith("MATRIX_HOMESERVER_URL is missing");
        assertThat(faults(Map.of("MATRIX_HOMESERVER_URL", URL, "MATRIX_PASSWORD", "p")))
                .singleElement()
                .asString()
                .startsWith("MATRIX_PASSWORD needs MATRIX_USER");
        assertThat(faults(Map.of("MATRIX_HOMESERVER_URL", URL, "MATRIX_PASSWORD", "p", "MATRIX_ACCESS_TOKEN", "t")))
                .singleElement()
                .asString()
                .contains("both set");
        assertThat(faults(Map.of("MATRIX_ROOMS", "#releng:example.org")))
                .singleElement()
                .asString()
                .contains("of no use");
    }
}
