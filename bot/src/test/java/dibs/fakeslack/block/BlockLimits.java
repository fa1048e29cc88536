package dibs.fakeslack.block;

/**
 * How much Slack takes, one row a limit. What is stated in the doc comments of Slack's own types names the type and the
 * field there; the rest stands in Slack's reference only.
 */
public enum BlockLimits {
    MESSAGE_BLOCKS(50),
    VIEW_BLOCKS("BaseView", "blocks", 100),
    VIEW_TITLE("ModalView", "title", 24),
    VIEW_SUBMIT("ModalView", "submit", 24),
    VIEW_CLOSE("ModalView", "close", 24),
    PRIVATE_METADATA("BaseView", "private_metadata", 3000),
    CALLBACK_ID("BaseView", "callback_id", 255),
    EXTERNAL_ID(255),
    BLOCK_ID("Block", "block_id", 255),
    ACTION_ID("Action", "action_id", 255),
    TEXT("MrkdwnElement", "text", 3000),
    PLAIN_TEXT("PlainTextElement", "text", 3000),
    SECTION_TEXT("SectionBlock", "text", 3000),
    SECTION_FIELDS("SectionBlock", "fields", 10),
    SECTION_FIELD_TEXT("SectionBlock", "fields", 2000),
    ACTIONS_ELEMENTS("ActionsBlock", "elements", 25),
    CONTEXT_ELEMENTS("ContextBlock", "elements", 10),
    HEADER_TEXT("HeaderBlock", "text", 150),
    IMAGE_ALT("ImageBlock", "alt_text", 2000),
    IMAGE_TITLE("ImageBlock", "title", 2000),
    IMAGE_URL(3000),
    INPUT_LABEL("InputBlock", "label", 2000),
    INPUT_HINT("InputBlock", "hint", 2000),
    MARKDOWN_TEXT("MarkdownBlock", "text", 12_000),
    BUTTON_TEXT("Button", "text", 75),
    BUTTON_VALUE("Button", "value", 2000),
    BUTTON_URL("Button", "url", 3000),
    BUTTON_LABEL("Button", "accessibility_label", 75),
    PLACEHOLDER("Placeholdable", "placeholder", 150),
    CONFIRM_TITLE("Confirm", "title", 100),
    CONFIRM_TEXT("Confirm", "text", 300),
    CONFIRM_CONFIRM("Confirm", "confirm", 30),
    CONFIRM_DENY("Confirm", "deny", 30),
    OPTION_TEXT("PlainTextOption", "text", 75),
    OPTION_VALUE("OptionDescriptor", "value", 75),
    OPTION_DESCRIPTION("OptionDescriptor", "description", 75),
    OPTION_URL("OptionDescriptor", "url", 3000),
    GROUP_LABEL("OptionGroup", "label", 75),
    GROUP_OPTIONS("OptionGroup", "options", 100),
    SELECT_OPTIONS("StaticSelect", "options", 100),
    SELECT_GROUPS("StaticSelect", "option_groups", 100),
    OVERFLOW_OPTIONS("Overflow", "options", 5),
    CHECKBOX_OPTIONS("Checkboxes", "options", 10),
    RADIO_OPTIONS("RadioButtons", "options", 10),
    INPUT_MIN_LENGTH("PlainTextInput", "min_length", 3000);

    private final String type;
    private final String field;
    private final int max;

    BlockLimits(String type, String field, int max) {
        this.type = type;
        this.field = field;
        this.max = max;
    }

    BlockLimits(int max) {
        this("", "", max);
    }

    /** The most: characters of a text, entries of a list, or a number. */
    public int max() {
        return max;
    }

    /** The type in {@code @slack/types} whose doc comment states it; empty when none does. */
    public String type() {
        return type;
    }

    /** The field of that type. */
    public String field() {
        return field;
    }
}
