package dibs.backend.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of an answer. */
final class Body {
    private Body() {}

    /** The object or list that the text is; nothing where it is none. */
    static Optional<JsonNode> read(Answer answer) {
        if (answer.cut()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JsonMapper.shared().readTree(answer.body()))
                    .filter(JsonNode::isContainer);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /** What is not as it has to be, in words, such as {@code dbAccessible is false}; empty where all is well. */
    static List<String> differences(Answer answer, Map<String, String> fields) {
        if (fields.isEmpty()) {
            return List.of();
        }
        if (answer.cut()) {
            return List.of("more than can be read");
        }
        Optional<JsonNode> json = read(answer);
        if (json.isEmpty()) {
            return List.of("no JSON");
        }
        List<String> differences = new ArrayList<>();
        fields.forEach((path, wanted) -> {
            Optional<String> is = at(json.get(), path);
            if (is.isEmpty()) {
                differences.add("nothing of " + path);
            } else if (!is.get().equals(wanted)) {
                differences.add(path + " is " + Words.cut(Words.plain(is.get()), 40));
            }
        });
        return differences;
    }

    /** The text of a scalar, by a path of keys and places with points between. */
    static Optional<String> at(JsonNode json, String path) {
        JsonNode at = json;
        for (String step : path.split("\\.", -1)) {
            at = at.isArray() && step.matches("[0-9]{1,4}") ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        return at.isValueNode() && !at.isNull() ? Optional.of(at.asString()) : Optional.empty();
    }
}
