package dibs.fakeslack.block;

import dibs.fakeslack.workspace.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a value has to be; complains in Slack's manner, with a JSON pointer. */
@FunctionalInterface
interface Rule {
    void check(JsonNode value, String pointer, List<String> problems);

    static void complain(List<String> problems, String what, String pointer) {
        problems.add("[ERROR] " + what + " [json-pointer:" + pointer + "]");
    }

    /** A text of one character at least. */
    static Rule string(BlockLimits limit) {
        return string(1, limit);
    }

    /** A text that may be empty. */
    static Rule anyString(BlockLimits limit) {
        return string(0, limit);
    }

    private static Rule string(int least, BlockLimits limit) {
        return (value, pointer, problems) -> {
            if (!value.isString()) {
                complain(problems, "must be a string", pointer);
            } else if (value.stringValue().length() < least) {
                complain(problems, "must be more than " + (least - 1) + " characters", pointer);
            } else if (value.stringValue().length() > limit.max()) {
                complain(problems, "must be less than " + (limit.max() + 1) + " characters", pointer);
            }
        };
    }

    static Rule bool() {
        return (value, pointer, problems) -> {
            if (!value.isBoolean()) {
                complain(problems, "must be a boolean", pointer);
            }
        };
    }

    static Rule number(int least, int most) {
        return (value, pointer, problems) -> {
            if (!value.isIntegralNumber() || value.asLong() < least || value.asLong() > most) {
                complain(problems, "must be an integer from " + least + " to " + most, pointer);
            }
        };
    }

    static Rule oneOf(String... words) {
        Set<String> known = Set.of(words);
        return (value, pointer, problems) -> {
            if (!known.contains(Json.text(value))) {
                complain(problems, "must be a valid enum value", pointer);
            }
        };
    }

    /** A text in a form, such as a date. */
    static Rule matching(String pattern, String what) {
        return (value, pointer, problems) -> {
            if (!value.isString() || !value.stringValue().matches(pattern)) {
                complain(problems, "must be " + what, pointer);
            }
        };
    }

    static Rule anything() {
        return (value, pointer, problems) -> {};
    }

    /** From one entry to the most. */
    static Rule list(BlockLimits limit, Rule entry) {
        return (value, pointer, problems) -> {
            if (!value.isArray()) {
                complain(problems, "must be an array", pointer);
                return;
            }
            if (value.isEmpty()) {
                complain(problems, "no less than 1 items allowed", pointer);
            }
            if (value.size() > limit.max()) {
                complain(problems, "no more than " + limit.max() + " items allowed", pointer);
            }
            for (int place = 0; place < value.size(); place++) {
                entry.check(value.get(place), pointer + "/" + place, problems);
            }
        };
    }

    /** A text object of either kind. */
    static Rule text(BlockLimits limit) {
        return text(limit, Set.of("plain_text", "mrkdwn"));
    }

    /** A text object without markup. */
    static Rule plain(BlockLimits limit) {
        return text(limit, Set.of("plain_text"));
    }

    private static Rule text(BlockLimits limit, Set<String> kinds) {
        return (value, pointer, problems) -> {
            String kind = Json.text(value, "type");
            if (!kinds.contains(kind)) {
                complain(problems, value.isObject() ? "must be one of " + kinds : "must provide an object", pointer);
                return;
            }
            object(Map.of("text", string(limit)), Map.of("type", anything(), "emoji", bool(), "verbatim", bool()))
                    .check(value, pointer, problems);
            String other = kind.equals("mrkdwn") ? "emoji" : "verbatim";
            if (value.has(other)) {
                complain(problems, "invalid additional property: " + other, pointer);
            }
        };
    }

    /** An object with these fields and no others. */
    static Rule object(Map<String, Rule> required, Map<String, Rule> optional) {
        return (value, pointer, problems) -> {
            if (!value.isObject()) {
                complain(problems, "must provide an object", pointer);
                return;
            }
            required.forEach((field, rule) -> {
                if (Json.has(value, field)) {
                    rule.check(value.path(field), pointer + "/" + field, problems);
                } else {
                    complain(problems, "missing required field: " + field, pointer);
                }
            });
            value.properties().forEach(entry -> {
                Rule rule = optional.get(entry.getKey());
                if (rule != null && !entry.getValue().isNull()) {
                    rule.check(entry.getValue(), pointer + "/" + entry.getKey(), problems);
                } else if (rule == null && !required.containsKey(entry.getKey())) {
                    complain(problems, "invalid additional property: " + entry.getKey(), pointer);
                }
            });
        };
    }

    /** An object whose type is one of these. */
    static Rule typed(Map<String, Rule> shapes) {
        return (value, pointer, problems) -> {
            Rule shape = shapes.get(Json.text(value, "type"));
            if (shape == null) {
                complain(problems, "unsupported type: " + Json.text(value, "type"), pointer + "/type");
            } else {
                shape.check(value, pointer, problems);
            }
        };
    }

    /** Both. */
    default Rule and(Rule other) {
        return (value, pointer, problems) -> {
            check(value, pointer, problems);
            other.check(value, pointer, problems);
        };
    }
}
