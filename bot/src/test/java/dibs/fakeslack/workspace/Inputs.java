package dibs.fakeslack.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is written and chosen in the inputs of some blocks, as payloads carry it under {@code state.values}. */
public final class Inputs {
    /** Where an element keeps what is chosen, and where it says what is chosen at first. */
    private record Field(String chosen, String initial) {}

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("plain_text_input", new Field("value", "initial_value")),
            Map.entry("email_text_input", new Field("value", "initial_value")),
            Map.entry("url_text_input", new Field("value", "initial_value")),
            Map.entry("number_input", new Field("value", "initial_value")),
            Map.entry("static_select", new Field("selected_option", "initial_option")),
            Map.entry("external_select", new Field("selected_option", "initial_option")),
            Map.entry("radio_buttons", new Field("selected_option", "initial_option")),
            Map.entry("multi_static_select", new Field("selected_options", "initial_options")),
            Map.entry("multi_external_select", new Field("selected_options", "initial_options")),
            Map.entry("checkboxes", new Field("selected_options", "initial_options")),
            Map.entry("users_select", new Field("selected_user", "initial_user")),
            Map.entry("multi_users_select", new Field("selected_users", "initial_users")),
            Map.entry("channels_select", new Field("selected_channel", "initial_channel")),
            Map.entry("conversations_select", new Field("selected_conversation", "initial_conversation")),
            Map.entry("datepicker", new Field("selected_date", "initial_date")),
            Map.entry("timepicker", new Field("selected_time", "initial_time")),
            Map.entry("datetimepicker", new Field("selected_date_time", "initial_date_time")));
    private static final Set<String> LISTS = Set.of("selected_options", "selected_users");

    private final Map<BlockWalk.Element, @Nullable JsonNode> chosen = new LinkedHashMap<>();

    private Inputs() {}

    /** What stands in them before anybody touches them. */
    public static Inputs initial(JsonNode blocks) {
        Inputs inputs = new Inputs();
        for (BlockWalk.Element element : BlockWalk.elements(blocks)) {
            Field field = FIELDS.get(element.type());
            if (field != null) {
                inputs.chosen.put(element, element.json().get(field.initial()));
            }
        }
        return inputs;
    }

    /** Whether this element keeps what is chosen in it; a button does not. */
    public static boolean keeps(BlockWalk.Element element) {
        return FIELDS.containsKey(element.type());
    }

    /**
     * Writes or chooses, as a person would. {@link IllegalArgumentException} when there is no such choice.
     *
     * @param value text; an option's words or value; several options separated by {@code ", "}; empty to clear
     * @param offered options that the app offered for what was typed
     */
    public void fill(BlockWalk.Element element, String value, List<JsonNode> offered) {
        Field field = FIELDS.get(element.type());
        if (field == null) {
            throw new IllegalArgumentException("nothing can be filled in: " + element.json());
        }
        if (value.isEmpty()) {
            chosen.put(element, null);
            return;
        }
        chosen.put(
                element,
                switch (field.chosen()) {
                    case "selected_option" -> option(element, value, offered);
                    case "selected_options" -> {
                        ArrayNode several = Json.array();
                        for (String one : value.split(", ")) {
                            several.add(option(element, one, offered));
                        }
                        yield several;
                    }
                    case "selected_users" -> Json.array().add(value);
                    case "selected_date_time" -> Json.object().numberNode(Long.parseLong(value));
                    default -> Json.object().stringNode(value);
                });
    }

    private static JsonNode option(BlockWalk.Element element, String wanted, List<JsonNode> offered) {
        List<JsonNode> all = new ArrayList<>(offered);
        element.json().path("options").forEach(all::add);
        element.json()
                .path("option_groups")
                .forEach(group -> group.path("options").forEach(all::add));
        return all.stream()
                .filter(option -> Json.text(option, "value").equals(wanted)
                        || Json.text(option.path("text"), "text").equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no \"%s\" to choose among %s".formatted(wanted, all)));
    }

    /** What a client refuses to send: needed inputs that are empty, texts that are too short or too long. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        chosen.forEach((element, value) -> {
            boolean input = Json.text(element.block(), "type").equals("input");
            boolean optional = element.block().path("optional").asBoolean(false);
            if (input && !optional && (value == null || (value.isArray() && value.isEmpty()))) {
                problems.add(element.label() + ": this field is required");
            }
            int length = value == null ? 0 : Json.text(value).length();
            if (value != null && length < element.json().path("min_length").asInt(0)) {
                problems.add(element.label() + ": too short");
            }
            if (length > element.json().path("max_length").asInt(3000)) {
                problems.add(element.label() + ": too long");
            }
        });
        return problems;
    }

    /** One element's entry, without its ids. */
    public ObjectNode json(BlockWalk.Element element) {
        Field field = FIELDS.get(element.type());
        ObjectNode json = Json.object().put("type", element.type());
        JsonNode value = chosen.get(element);
        if (field == null) {
            return json;
        }
        if (value == null && LISTS.contains(field.chosen())) {
            json.putArray(field.chosen());
        } else if (value == null) {
            json.putNull(field.chosen());
        } else {
            json.set(field.chosen(), value);
        }
        return json;
    }

    /** All of it, by block and action. */
    public ObjectNode json() {
        ObjectNode values = Json.object();
        for (BlockWalk.Element element : chosen.keySet()) {
            values.withObjectProperty(element.blockId()).set(element.actionId(), json(element));
        }
        return values;
    }
}
