package dibs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code deploy/} names is there: no container engine and no systemd is needed to notice that a file has moved. */
class DeployTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DEPLOY = ROOT.resolve("deploy");
    private static final Path RESOURCES = ROOT.resolve("backend/src/main/resources/dibs");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theContainerfileCopiesWhatIsThere() throws IOException {
        List<String> copied = matches(DEPLOY.resolve("Containerfile"), "^COPY (?!--)(.+) \\S+$")
                .flatMap(line -> Stream.of(line.group(1).split(" ", -1)))
                .toList();

        assertThat(copied)
                .contains("pom.xml", "bot/src/main")
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Containerfile", "dibs.service", "dibs.yaml", "README.md"})
    void everySettingNamedIsOne(String file) throws IOException {
        Set<String> named = matches(DEPLOY.resolve(file), "\\b(?:DIBS|SLACK|MATRIX|GITHUB)_[A-Z_]+\\b")
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty();
        assertThat(settings()).containsAll(named);
    }

    @Test
    void theReadmeListsWhatIsThere() throws IOException {
        assertThat(matches(DEPLOY.resolve("README.md"), "^\\| `([^`]+)` \\|").map(row -> row.group(1)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(DEPLOY.resolve(file)).exists());
    }

    @Test
    void theSampleConfigurationKeepsTheSchema() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(RESOURCES.resolve("dibs.schema.json")), InputFormat.JSON);

        assertThat(schema.validate(yaml(DEPLOY.resolve("dibs.yaml"))))
                .extracting(Error::toString)
                .isEmpty();
    }

    @Test
    void theSampleConfigurationOverlaysWhatIsThere() throws IOException {
        Set<String> builtIn = new TreeSet<>();
        try (var files = Files.list(RESOURCES.resolve("catalog"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                yaml(file)
                        .path("environments")
                        .forEach(entry -> builtIn.add(entry.path("id").asString()));
            }
        }
        Set<String> changed = new TreeSet<>();
        Set<String> added = new TreeSet<>();
        yaml(DEPLOY.resolve("dibs.yaml")).path("catalog").path("environments").forEach(entry -> {
            String id = entry.path("id").asString();
            if (entry.has("was")) {
                entry.path("was").forEach(old -> changed.add(old.asString()));
                added.add(id);
            } else if (entry.has("kind")) {
                added.add(id);
            } else {
                changed.add(id);
            }
        });

        assertThat(changed).hasSize(3).isSubsetOf(builtIn);
        assertThat(added).hasSize(2).doesNotContainAnyElementsOf(builtIn);
    }

    /** Those that dibs.yaml may hold, the secrets that it names the files of, and those that only an environment has. */
    private static Set<String> settings() throws IOException {
        Set<String> settings = new TreeSet<>(Set.of("DIBS_CONFIG"));
        JsonNode schema = JSON.readTree(Files.readString(RESOURCES.resolve("dibs.schema.json")));
        for (String name : schema.at("/properties/settings/properties").propertyNames()) {
            settings.add(name);
            if (name.endsWith("_FILE")) {
                settings.add(name.substring(0, name.length() - "_FILE".length()));
            }
        }
        return settings;
    }

    private static JsonNode yaml(Path file) throws IOException {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
    }

    private static Stream<MatchResult> matches(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(file))
                .results();
    }
}
