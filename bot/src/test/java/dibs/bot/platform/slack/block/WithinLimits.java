package dibs.bot.platform.slack.block;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether Slack would take a message: each number of {@link Limits} that applies, and what has to be unique. */
public final class WithinLimits {
    private final List<String> faults = new ArrayList<>();

    private WithinLimits() {}

    /** What Slack would refuse, a line each. */
    public static List<String> faults(Message message) {
        WithinLimits check = new WithinLimits();
        check.length("text", message.text(), Limits.MESSAGE_TEXT);
        check.number("blocks", message.blocks().size(), Limits.MESSAGE_BLOCKS);
        int all = message.blocks().stream().mapToInt(WithinLimits::characters).sum();
        check.number("characters", all, Limits.MESSAGE_CHARACTERS);
        check.blocks(message.blocks());
        return check.faults;
    }

    /** The same of blocks that stand elsewhere than in a message. */
    public static List<String> faults(List<LayoutBlock> blocks) {
        WithinLimits check = new WithinLimits();
        check.blocks(blocks);
        return check.faults;
    }

    private void blocks(List<LayoutBlock> blocks) {
        List<String> ids = blocks.stream()
                .map(LayoutBlock::getBlockId)
                .filter(Objects::nonNull)
                .toList();
        unique("block ids", ids);
        ids.forEach(id -> length("block id", id, Limits.BLOCK_ID));
        for (LayoutBlock block : blocks) {
            switch (block) {
                case SectionBlock section -> text("section", section.getText(), Limits.SECTION_TEXT);
                case HeaderBlock header -> text("header", header.getText(), Limits.HEADER_TEXT);
                case ContextBlock context ->
                    number("context", context.getElements().size(), Limits.CONTEXT_ELEMENTS);
                case ActionsBlock actions -> actions(actions.getElements());
                default -> {}
            }
        }
    }

    private void actions(List<BlockElement> elements) {
        number("actions", elements.size(), Limits.ACTIONS_ELEMENTS);
        number("actions in a row", elements.size(), Limits.ACTIONS_IN_A_ROW);
        List<String> ids = new ArrayList<>();
        for (BlockElement element : elements) {
            if (element instanceof ButtonElement button) {
                ids.add(button.getActionId());
                length("action id", button.getActionId(), Limits.ACTION_ID);
                text("button", button.getText(), Limits.BUTTON_TEXT);
                length("value", button.getValue(), Limits.BUTTON_VALUE);
                if (button.getConfirm() != null) {
                    text("title", button.getConfirm().getTitle(), Limits.CONFIRM_TITLE);
                    text("question", button.getConfirm().getText(), Limits.CONFIRM_TEXT);
                    text("yes", button.getConfirm().getConfirm(), Limits.CONFIRM_BUTTON);
                    text("no", button.getConfirm().getDeny(), Limits.CONFIRM_BUTTON);
                }
            }
        }
        unique("action ids", ids);
    }

    private void text(String what, TextObject text, Limits limit) {
        length(what, text.getText(), limit);
        if (text instanceof MarkdownTextObject mrkdwn && !Boolean.TRUE.equals(mrkdwn.getVerbatim())) {
            faults.add(what + " is not verbatim");
        }
    }

    private void length(String what, @Nullable String text, Limits limit) {
        if (text == null || text.isEmpty()) {
            faults.add(what + " is empty");
        } else {
            number(what, text.length(), limit);
        }
    }

    private void number(String what, int number, Limits limit) {
        if (number > limit.most()) {
            faults.add(what + ": " + number + " of " + limit.most());
        }
    }

    private void unique(String what, List<String> ids) {
        Set<String> once = new HashSet<>(ids);
        if (once.size() < ids.size()) {
            faults.add(what + " are not unique: " + ids);
        }
    }

    private static int characters(LayoutBlock block) {
        return block instanceof SectionBlock section
                ? section.getText().getText().length()
                : 0;
    }
}
