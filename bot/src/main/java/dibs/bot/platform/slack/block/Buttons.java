package dibs.bot.platform.slack.block;

import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.ButtonElement;
import dibs.bot.reply.Action;
import dibs.bot.reply.Action.Ask;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Actions as buttons. */
final class Buttons {
    private Buttons() {}

    /**
     * The button for an action, or nothing when its line is too long for one.
     *
     * @param index tells it from the others in its block
     */
    static Optional<ButtonElement> of(Action action, int index) {
        Press press = Press.of(action, index);
        String value = press.value();
        if (value.length() > Limits.BUTTON_VALUE.most()) {
            return Optional.empty();
        }
        String more = action.ask() instanceof Ask.Nothing ? "" : "…";
        return Optional.of(ButtonElement.builder()
                .text(BlockKit.plain(action.label() + more, Limits.BUTTON_TEXT))
                .actionId(press.actionId())
                .value(value)
                .style(style(action.kind()))
                .confirm(action.confirmation().map(it -> dialog(action, it)).orElse(null))
                .build());
    }

    private static ConfirmationDialogObject dialog(Action action, Action.Confirmation confirmation) {
        return ConfirmationDialogObject.builder()
                .title(BlockKit.plain(action.label() + "?", Limits.CONFIRM_TITLE))
                .text(BlockKit.plain(confirmation.question(), Limits.CONFIRM_TEXT))
                .confirm(BlockKit.plain(confirmation.yes(), Limits.CONFIRM_BUTTON))
                .deny(BlockKit.plain("No", Limits.CONFIRM_BUTTON))
                .build();
    }

    /** At most one green and one red in an answer, as Slack asks: what one came for, and what is hard to take back. */
    private static @Nullable String style(Action.Kind kind) {
        return switch (kind) {
            case ACCEPT, CONFIRM, KEEP -> "primary";
            case TAKE_OVER -> "danger";
            default -> null;
        };
    }
}
