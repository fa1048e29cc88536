package dibs.fakeslack.block;

import static dibs.fakeslack.block.Rule.anyString;
import static dibs.fakeslack.block.Rule.anything;
import static dibs.fakeslack.block.Rule.bool;
import static dibs.fakeslack.block.Rule.list;
import static dibs.fakeslack.block.Rule.object;
import static dibs.fakeslack.block.Rule.plain;
import static dibs.fakeslack.block.Rule.string;
import static dibs.fakeslack.block.Rule.text;
import static dibs.fakeslack.block.Rule.typed;

import dibs.fakeslack.workspace.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The shapes of blocks and views. */
final class Shapes {
    private static final Set<String> INPUTS = Set.of(
            "plain_text_input",
            "email_text_input",
            "url_text_input",
            "number_input",
            "checkboxes",
            "radio_buttons",
            "static_select",
            "external_select",
            "users_select",
            "channels_select",
            "conversations_select",
            "multi_static_select",
            "multi_external_select",
            "multi_users_select",
            "datepicker",
            "timepicker",
            "datetimepicker");
    private static final Set<String> ACTIONS = Set.of(
            "button",
            "overflow",
            "checkboxes",
            "radio_buttons",
            "static_select",
            "external_select",
            "users_select",
            "channels_select",
            "conversations_select",
            "multi_static_select",
            "multi_external_select",
            "multi_users_select",
            "datepicker",
            "timepicker",
            "datetimepicker");
    private static final Rule IMAGE = object(
            Map.of(
                    "image_url", string(BlockLimits.IMAGE_URL),
                    "alt_text", string(BlockLimits.IMAGE_ALT)),
            Map.of("type", anything()));

    /** A message's blocks. */
    static final Rule MESSAGE = list(BlockLimits.MESSAGE_BLOCKS, typed(blocks(true)));
    /** A modal. */
    static final Rule MODAL = modal();
    /** A Home tab. */
    static final Rule HOME =
            object(Map.of("type", anything(), "blocks", list(BlockLimits.VIEW_BLOCKS, typed(blocks(false)))), view());

    private Shapes() {}

    private static Map<String, Rule> blocks(boolean message) {
        Map<String, Rule> all = new HashMap<>();
        all.put("section", section());
        all.put("divider", block(Map.of(), Map.of()));
        all.put("header", block(Map.of("text", plain(BlockLimits.HEADER_TEXT)), Map.of()));
        all.put("context", block(Map.of("elements", list(BlockLimits.CONTEXT_ELEMENTS, contextElement())), Map.of()));
        all.put(
                "actions",
                block(Map.of("elements", list(BlockLimits.ACTIONS_ELEMENTS, typed(only(ACTIONS)))), Map.of()));
        all.put(
                "image",
                block(
                        Map.of("image_url", string(BlockLimits.IMAGE_URL), "alt_text", string(BlockLimits.IMAGE_ALT)),
                        Map.of("title", plain(BlockLimits.IMAGE_TITLE))));
        all.put("rich_text", block(Map.of("elements", anything()), Map.of()));
        all.put("input", input());
        if (message) {
            all.put("markdown", block(Map.of("text", string(BlockLimits.MARKDOWN_TEXT)), Map.of()));
        }
        return Map.copyOf(all);
    }

    private static Rule section() {
        Map<String, Rule> accessories = new HashMap<>(only(ACTIONS));
        accessories.put("image", IMAGE);
        Rule something = (value, pointer, problems) -> {
            if (!Json.has(value, "text") && !Json.has(value, "fields")) {
                Rule.complain(problems, "missing required field: text", pointer);
            }
        };
        return block(
                        Map.of(),
                        Map.of(
                                "text", text(BlockLimits.SECTION_TEXT),
                                "fields", list(BlockLimits.SECTION_FIELDS, text(BlockLimits.SECTION_FIELD_TEXT)),
                                "accessory", typed(accessories),
                                "expand", bool()))
                .and(something);
    }

    private static Rule input() {
        return block(
                Map.of("label", plain(BlockLimits.INPUT_LABEL), "element", typed(only(INPUTS))),
                Map.of(
                        "hint", plain(BlockLimits.INPUT_HINT),
                        "optional", bool(),
                        "dispatch_action", bool()));
    }

    private static Rule contextElement() {
        Map<String, Rule> all = new HashMap<>();
        all.put("image", IMAGE);
        all.put("mrkdwn", text(BlockLimits.TEXT));
        all.put("plain_text", plain(BlockLimits.PLAIN_TEXT));
        return typed(Map.copyOf(all));
    }

    private static Map<String, Rule> only(Set<String> types) {
        Map<String, Rule> some = new HashMap<>();
        types.forEach(type -> some.put(type, Elements.ALL.get(type)));
        return Map.copyOf(some);
    }

    private static Rule modal() {
        Map<String, Rule> optional = new HashMap<>(view());
        optional.put("submit", plain(BlockLimits.VIEW_SUBMIT));
        optional.put("close", plain(BlockLimits.VIEW_CLOSE));
        optional.put("clear_on_close", bool());
        optional.put("notify_on_close", bool());
        optional.put("submit_disabled", bool());
        Rule submit = (value, pointer, problems) -> {
            boolean asks = value.path("blocks")
                    .valueStream()
                    .anyMatch(block -> Json.text(block, "type").equals("input"));
            if (asks && !Json.has(value, "submit")) {
                Rule.complain(problems, "missing required field: submit", pointer);
            }
        };
        return object(
                        Map.of(
                                "type",
                                anything(),
                                "title",
                                plain(BlockLimits.VIEW_TITLE),
                                "blocks",
                                list(BlockLimits.VIEW_BLOCKS, typed(blocks(false)))),
                        Map.copyOf(optional))
                .and(submit);
    }

    private static Map<String, Rule> view() {
        return Map.of(
                "private_metadata", anyString(BlockLimits.PRIVATE_METADATA),
                "callback_id", anyString(BlockLimits.CALLBACK_ID),
                "external_id", anyString(BlockLimits.EXTERNAL_ID));
    }

    private static Rule block(Map<String, Rule> required, Map<String, Rule> optional) {
        Map<String, Rule> all = new HashMap<>(optional);
        all.put("type", anything());
        all.put("block_id", string(BlockLimits.BLOCK_ID));
        return object(required, Map.copyOf(all));
    }
}
