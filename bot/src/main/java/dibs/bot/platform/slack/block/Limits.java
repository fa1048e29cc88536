package dibs.bot.platform.slack.block;

/**
 * Slack's numbers, and where they stand: a page, or a field of Slack's own types for JavaScript, version 3.2.0. Lengths are in UTF-16 units of what is sent, which is never less than what Slack
 * counts.
 */
public enum Limits {
    MESSAGE_BLOCKS(50, "docs.slack.dev/reference/block-kit/blocks"),
    VIEW_BLOCKS(100, "@slack/types views.d.ts BaseView.blocks"),
    /** Published nowhere: beyond some 12,000 characters in all its blocks a message is refused. This keeps well below. */
    MESSAGE_CHARACTERS(10_000, "slackapi/bolt-js issues 2509 and 2867, msg_blocks_too_long"),
    /** What is sent as fallback; Slack cuts at 40,000, and advises 4,000. */
    MESSAGE_TEXT(3_000, "docs.slack.dev/reference/methods/chat.postMessage"),
    BLOCK_ID(255, "@slack/types blocks.d.ts Block.block_id"),
    SECTION_TEXT(3_000, "@slack/types blocks.d.ts SectionBlock.text"),
    SECTION_FIELDS(10, "@slack/types blocks.d.ts SectionBlock.fields"),
    SECTION_FIELD_TEXT(2_000, "@slack/types blocks.d.ts SectionBlock.fields"),
    CONTEXT_ELEMENTS(10, "@slack/types blocks.d.ts ContextBlock.elements"),
    HEADER_TEXT(150, "@slack/types blocks.d.ts HeaderBlock.text"),
    ACTIONS_ELEMENTS(25, "@slack/types blocks.d.ts ActionsBlock.elements"),
    /** Ours, for looks: more in a row wrap on a phone. */
    ACTIONS_IN_A_ROW(5, "our own"),
    ACTION_ID(255, "@slack/types extensions.d.ts Action.action_id"),
    BUTTON_TEXT(75, "@slack/types block-elements.d.ts Button.text"),
    BUTTON_VALUE(2_000, "@slack/types block-elements.d.ts Button.value"),
    BUTTON_URL(3_000, "@slack/types block-elements.d.ts Button.url"),
    BUTTON_ACCESSIBILITY_LABEL(75, "@slack/types block-elements.d.ts Button.accessibility_label"),
    CONFIRM_TITLE(100, "@slack/types composition-objects.d.ts Confirm.title"),
    CONFIRM_TEXT(300, "@slack/types composition-objects.d.ts Confirm.text"),
    CONFIRM_BUTTON(30, "@slack/types composition-objects.d.ts Confirm.confirm"),
    OPTION_TEXT(75, "@slack/types composition-objects.d.ts PlainTextOption.text"),
    /** The documentation says 150 by now: we keep to the smaller number. */
    OPTION_VALUE(75, "@slack/types composition-objects.d.ts OptionDescriptor.value"),
    OPTION_DESCRIPTION(75, "@slack/types composition-objects.d.ts OptionDescriptor.description"),
    SELECT_OPTIONS(100, "@slack/types block-elements.d.ts StaticSelect.options"),
    SELECT_PLACEHOLDER(150, "@slack/types extensions.d.ts Placeholdable.placeholder"),
    OVERFLOW_OPTIONS(5, "@slack/types block-elements.d.ts Overflow.options"),
    RADIO_OPTIONS(10, "@slack/types block-elements.d.ts RadioButtons.options"),
    INPUT_LABEL(2_000, "@slack/types blocks.d.ts InputBlock.label"),
    INPUT_HINT(2_000, "@slack/types blocks.d.ts InputBlock.hint"),
    VIEW_TITLE(24, "@slack/types views.d.ts ModalView.title"),
    VIEW_BUTTON(24, "@slack/types views.d.ts ModalView.submit"),
    VIEW_METADATA(3_000, "@slack/types views.d.ts BaseView.private_metadata"),
    VIEW_CALLBACK_ID(255, "@slack/types views.d.ts BaseView.callback_id"),
    VIEW_EXTERNAL_ID(255, "docs.slack.dev/reference/views/modal-views");

    private final int most;
    private final String source;

    Limits(int most, String source) {
        this.most = most;
        this.source = source;
    }

    /** The most that may be sent. */
    public int most() {
        return most;
    }

    /** Where that is said. */
    public String source() {
        return source;
    }
}
