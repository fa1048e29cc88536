package dibs.fakeslack.block;

import static dibs.fakeslack.block.Rule.anyString;
import static dibs.fakeslack.block.Rule.anything;
import static dibs.fakeslack.block.Rule.bool;
import static dibs.fakeslack.block.Rule.list;
import static dibs.fakeslack.block.Rule.matching;
import static dibs.fakeslack.block.Rule.number;
import static dibs.fakeslack.block.Rule.object;
import static dibs.fakeslack.block.Rule.oneOf;
import static dibs.fakeslack.block.Rule.plain;
import static dibs.fakeslack.block.Rule.string;
import static dibs.fakeslack.block.Rule.text;

import java.util.HashMap;
import java.util.Map;

/** The shapes of what can be pressed, chosen and filled in. */
final class Elements {
    private static final Rule CONFIRM = object(
            Map.of("text", text(BlockLimits.CONFIRM_TEXT)),
            Map.of(
                    "title", plain(BlockLimits.CONFIRM_TITLE),
                    "confirm", plain(BlockLimits.CONFIRM_CONFIRM),
                    "deny", plain(BlockLimits.CONFIRM_DENY),
                    "style", oneOf("primary", "danger")));
    private static final Rule OPTION = object(
            Map.of("text", text(BlockLimits.OPTION_TEXT), "value", string(BlockLimits.OPTION_VALUE)),
            Map.of("description", text(BlockLimits.OPTION_DESCRIPTION)));
    private static final Rule OVERFLOW_OPTION = object(
            Map.of("text", plain(BlockLimits.OPTION_TEXT), "value", string(BlockLimits.OPTION_VALUE)),
            Map.of("description", plain(BlockLimits.OPTION_DESCRIPTION), "url", string(BlockLimits.OPTION_URL)));
    private static final Rule GROUP = object(
            Map.of("label", plain(BlockLimits.GROUP_LABEL), "options", list(BlockLimits.GROUP_OPTIONS, OPTION)),
            Map.of());

    private static final Map<String, Rule> EVERY = Map.of(
            "type", anything(),
            "action_id", string(BlockLimits.ACTION_ID),
            "confirm", CONFIRM,
            "focus_on_load", bool());

    /** All that acts, by type. */
    static final Map<String, Rule> ALL = all();

    private Elements() {}

    /** An external select's options, as the app answers them. */
    static Rule options() {
        return list(BlockLimits.SELECT_OPTIONS, OPTION);
    }

    private static Map<String, Rule> all() {
        Map<String, Rule> all = new HashMap<>();
        all.put("button", button());
        all.put("overflow", element(Map.of("options", list(BlockLimits.OVERFLOW_OPTIONS, OVERFLOW_OPTION)), Map.of()));
        all.put(
                "checkboxes",
                element(
                        Map.of("options", list(BlockLimits.CHECKBOX_OPTIONS, OPTION)),
                        Map.of("initial_options", list(BlockLimits.CHECKBOX_OPTIONS, OPTION))));
        all.put(
                "radio_buttons",
                element(Map.of("options", list(BlockLimits.RADIO_OPTIONS, OPTION)), Map.of("initial_option", OPTION)));
        selects(all);
        all.put("datepicker", picker("initial_date", matching("\\d{4}-\\d\\d-\\d\\d", "a date in YYYY-MM-DD")));
        all.put("timepicker", picker("initial_time", matching("[0-2]\\d:[0-5]\\d", "a time in HH:mm")));
        all.put(
                "datetimepicker",
                element(Map.of(), Map.of("initial_date_time", number(1_000_000_000, Integer.MAX_VALUE))));
        inputs(all);
        return Map.copyOf(all);
    }

    private static Rule button() {
        return element(
                Map.of("text", plain(BlockLimits.BUTTON_TEXT)),
                Map.of(
                        "value", anyString(BlockLimits.BUTTON_VALUE),
                        "url", string(BlockLimits.BUTTON_URL),
                        "style", oneOf("primary", "danger"),
                        "accessibility_label", string(BlockLimits.BUTTON_LABEL)));
    }

    private static void selects(Map<String, Rule> all) {
        Rule options = list(BlockLimits.SELECT_OPTIONS, OPTION);
        Rule groups = list(BlockLimits.SELECT_GROUPS, GROUP);
        Rule eitherOptionsOrGroups = (value, pointer, problems) -> {
            if (value.has("options") == value.has("option_groups")) {
                Rule.complain(problems, "must have either options or option_groups", pointer);
            }
        };
        Rule id = anything();
        Rule query = number(0, BlockLimits.INPUT_MIN_LENGTH.max());
        all.put(
                "static_select",
                select(Map.of("initial_option", OPTION, "options", options, "option_groups", groups))
                        .and(eitherOptionsOrGroups));
        all.put(
                "multi_static_select",
                select(Map.of("initial_options", options, "options", options, "option_groups", groups))
                        .and(eitherOptionsOrGroups));
        all.put("external_select", select(Map.of("initial_option", OPTION, "min_query_length", query)));
        all.put("multi_external_select", select(Map.of("initial_options", options, "min_query_length", query)));
        all.put("users_select", select(Map.of("initial_user", id)));
        all.put("multi_users_select", select(Map.of("initial_users", id)));
        all.put("channels_select", select(Map.of("initial_channel", id, "response_url_enabled", bool())));
        all.put(
                "conversations_select",
                select(Map.of(
                        "initial_conversation", id,
                        "default_to_current_conversation", bool(),
                        "response_url_enabled", bool(),
                        "filter", anything())));
    }

    private static Rule select(Map<String, Rule> fields) {
        Map<String, Rule> optional = new HashMap<>(fields);
        optional.put("placeholder", plain(BlockLimits.PLACEHOLDER));
        optional.put("max_selected_items", number(1, 1000));
        return element(Map.of(), optional);
    }

    private static Rule picker(String initial, Rule form) {
        return element(
                Map.of(), Map.of(initial, form, "placeholder", plain(BlockLimits.PLACEHOLDER), "timezone", anything()));
    }

    private static void inputs(Map<String, Rule> all) {
        Rule initial = anyString(BlockLimits.TEXT);
        all.put(
                "plain_text_input",
                input(Map.of(
                        "initial_value", initial,
                        "multiline", bool(),
                        "min_length", number(0, BlockLimits.INPUT_MIN_LENGTH.max()),
                        "max_length", number(1, BlockLimits.INPUT_MIN_LENGTH.max()))));
        all.put("email_text_input", input(Map.of("initial_value", initial)));
        all.put("url_text_input", input(Map.of("initial_value", initial)));
        all.put(
                "number_input",
                input(Map.of(
                        "initial_value",
                        initial,
                        "is_decimal_allowed",
                        bool(),
                        "min_value",
                        initial,
                        "max_value",
                        initial)));
    }

    private static Rule input(Map<String, Rule> fields) {
        Map<String, Rule> optional = new HashMap<>(fields);
        optional.put("placeholder", plain(BlockLimits.PLACEHOLDER));
        optional.put("dispatch_action_config", anything());
        return element(Map.of(), optional);
    }

    private static Rule element(Map<String, Rule> required, Map<String, Rule> optional) {
        Map<String, Rule> all = new HashMap<>(EVERY);
        all.putAll(optional);
        return object(required, Map.copyOf(all));
    }
}
