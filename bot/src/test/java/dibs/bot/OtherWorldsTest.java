package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Organisations that have nothing in common with the built-in one but Dibs: other environments, classes, accesses, purposes,
 * facts and rules, each in one {@code dibs.yaml}. Their cases are asked as people ask them, and a talk goes with each.
 */
class OtherWorldsTest {
    private static final Path WORLDS = Path.of("src/test/resources/worlds");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"web-shop", "hardware-lab"})
    void itsRulesAnswerItsCases(String world) throws IOException {
        List<Map<?, ?>> cases = cases(world);
        assertThat(cases).hasSizeGreaterThan(15);
        List<String> lines = cases.stream()
                .map(OtherWorldsTest::question)
                .map(line -> "ann> " + line)
                .toList();

        List<JsonNode> answers = played(world, Script.Form.JSON, lines)
                .lines()
                .filter(line -> line.startsWith("    {"))
                .map(new JsonMapper()::readTree)
                .toList();

        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String differs = differs(cases.get(i), answers.get(i));
            if (!differs.isEmpty()) {
                wrong.add(cases.get(i).get("id") + ": " + lines.get(i) + ": " + differs + answers.get(i));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"web-shop", "hardware-lab"})
    void itsPeopleAreAnsweredInItsWords(String world) throws IOException {
        String played = played(world, Script.Form.PLAIN, Files.readAllLines(WORLDS.resolve(world + "/talk.script")));

        Path golden = WORLDS.resolve(world + "/talk.plain");
        if (System.getProperty("dibs.golden", "").equals("write")) {
            Files.writeString(golden, played);
        }
        assertThat(played).as("written with -Ddibs.golden=write").isEqualTo(Files.readString(golden));
    }

    private String played(String world, Script.Form form, List<String> lines) throws IOException {
        Map<String, String> settings =
                Map.of("DIBS_CONFIG", WORLDS.resolve(world + "/dibs.yaml").toString());
        return new Script(folder.resolve("dibs.db"), form, settings).play(lines);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> cases(String world) throws IOException {
        Object read = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(WORLDS.resolve(world + "/cases.yaml")));
        return (List<Map<?, ?>>) Objects.requireNonNull(((Map<?, ?>) read).get("cases"));
    }

    /** The case as somebody would type it. */
    private static String question(Map<?, ?> asked) {
        StringBuilder line = new StringBuilder("is-safe " + asked.get("consumer") + " " + asked.get("environment"));
        for (String key : List.of("access", "purpose")) {
            if (asked.containsKey(key)) {
                line.append(" " + key + ":" + asked.get(key));
            }
        }
        if (asked.get("context") instanceof Map<?, ?> context) {
            context.forEach((key, value) -> values(value).forEach(one -> line.append(" " + key + ":" + one)));
        }
        return line.toString();
    }

    private static Stream<Object> values(Object value) {
        return value instanceof List<?> several ? several.stream().map(Object.class::cast) : Stream.of(value);
    }

    /** In what the answer is not what the case expects; empty where it is. */
    private static String differs(Map<?, ?> expected, JsonNode answer) {
        JsonNode verdict = answer.path("verdict");
        StringBuilder differs = new StringBuilder();
        if (!verdict.path("answer").asString("").equals(expected.get("expected"))) {
            differs.append("not ").append(expected.get("expected")).append("; ");
        }
        List<String> rules = new ArrayList<>();
        verdict.path("rules").forEach(rule -> rules.add(rule.asString("")));
        if (!rules.containsAll((List<?>) Objects.requireNonNull(expected.get("because")))) {
            differs.append("not because of ").append(expected.get("because")).append("; ");
        }
        told(expected, "conditions", verdict.path("conditions"), differs);
        told(expected, "alternative", verdict.path("alternatives"), differs);
        return differs.toString();
    }

    private static void told(Map<?, ?> expected, String key, JsonNode lines, StringBuilder differs) {
        if (expected.get(key) instanceof String words && !lines.toString().contains(words)) {
            differs.append("does not say ").append(words).append("; ");
        }
    }
}
