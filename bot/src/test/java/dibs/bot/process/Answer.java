package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One answer of {@code chat --json}. */
record Answer(JsonNode json) {

    /** Reads a line, which has to be a JSON object with an outcome and a text, and nothing after it. */
    static Answer of(String line) {
        JsonNode json = JsonMapper.shared().readTree(line);
        assertThat(json.isObject()).as("one JSON object a line: %s", line).isTrue();
        assertThat(json.path("outcome").isString() && json.path("text").isString())
                .as("every answer has an outcome and a text: %s", line)
                .isTrue();
        return new Answer(json);
    }

    String outcome() {
        return json.path("outcome").asString();
    }

    String text() {
        return json.path("text").asString();
    }

    /** Whether a line is whole, and not what a killed process left of one. */
    static boolean isWhole(String line) {
        try {
            return JsonMapper.shared().readTree(line).isObject();
        } catch (JacksonException torn) {
            return false;
        }
    }

    /** What was said back about leases: the one, or all. */
    List<Lease> done() {
        return leases().isEmpty() && json.has("lease") ? List.of(lease()) : leases();
    }

    /** The lease that the answer is about. */
    Lease lease() {
        assertThat(json.has("lease")).as("shows its lease: %s", json).isTrue();
        return Lease.of(json.path("lease"));
    }

    /** The leases that the answer names, in their order. */
    List<Lease> leases() {
        return all("leases");
    }

    /** What was listed, when that is leases. */
    List<Lease> items() {
        return all("items");
    }

    private List<Lease> all(String key) {
        return json.path(key).valueStream().map(Lease::of).toList();
    }

    /** A lease as an answer shows it. */
    record Lease(
            String id,
            String environment,
            List<String> units,
            String holder,
            long token,
            Instant since,
            Instant until,
            String purpose,
            String state) {

        private static Lease of(JsonNode json) {
            return new Lease(
                    json.path("id").asString(""),
                    json.path("environment").asString(),
                    json.path("units").valueStream().map(JsonNode::asString).toList(),
                    json.path("holder").asString(),
                    json.path("token").asLong(0),
                    Instant.parse(json.path("since").asString()),
                    Instant.parse(json.path("until").asString()),
                    json.path("purpose").asString(""),
                    json.path("state").asString());
        }
    }
}
