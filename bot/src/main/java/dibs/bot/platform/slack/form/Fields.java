package dibs.bot.platform.slack.form;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ExternalSelectElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dibs.bot.command.Choices.Choice;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.block.Limits;
import dibs.bot.reply.Visible;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts that forms are made of, and how what was filled in is read: each input's block has its element's name. */
final class Fields {
    private Fields() {}

    static View view(String id, String title, String submit, List<LayoutBlock> blocks, String metadata) {
        return View.builder()
                .type("modal")
                .callbackId(id)
                .title(title(title))
                .submit(ViewSubmit.builder().type("plain_text").text(submit).build())
                .close(close("Cancel"))
                .privateMetadata(metadata)
                .blocks(blocks)
                .build();
    }

    static ViewTitle title(String title) {
        return ViewTitle.builder()
                .type("plain_text")
                .text(Visible.cut(title, Limits.VIEW_TITLE.most()))
                .build();
    }

    static ViewClose close(String word) {
        return ViewClose.builder().type("plain_text").text(word).build();
    }

    static InputBlock needed(String name, String label, BlockElement element) {
        return input(name, label, element).build();
    }

    static InputBlock optional(String name, String label, BlockElement element) {
        return input(name, label, element).optional(true).build();
    }

    private static InputBlock.InputBlockBuilder input(String name, String label, BlockElement element) {
        return InputBlock.builder().blockId(name).label(BlockKit.plain(label)).element(element);
    }

    /** A select whose options are asked for while somebody types. */
    static ExternalSelectElement typeAhead(String name, String placeholder, Optional<Choice> chosen) {
        return ExternalSelectElement.builder()
                .actionId(name)
                .placeholder(BlockKit.plain(placeholder))
                .minQueryLength(0)
                .initialOption(chosen.flatMap(Fields::option).orElse(null))
                .build();
    }

    /** A select of a few; those that Slack does not take are left out. */
    static StaticSelectElement select(String name, String placeholder, List<Choice> choices, Optional<Choice> chosen) {
        List<OptionObject> options = choices.stream()
                .flatMap(choice -> option(choice).stream())
                .limit(Limits.SELECT_OPTIONS.most())
                .toList();
        return StaticSelectElement.builder()
                .actionId(name)
                .placeholder(BlockKit.plain(placeholder))
                .options(options)
                .initialOption(
                        chosen.flatMap(Fields::option).filter(options::contains).orElse(null))
                .build();
    }

    /** The choice as Slack shows it; nothing where its value is too long for Slack, or there is nothing to read. */
    static Optional<OptionObject> option(Choice choice) {
        String label = Visible.cut(choice.label(), Limits.OPTION_TEXT.most());
        boolean fits = choice.value().length() <= Limits.OPTION_VALUE.most()
                && !choice.value().isBlank()
                && !label.isBlank();
        return fits
                ? Optional.of(OptionObject.builder()
                        .text(BlockKit.plain(label))
                        .value(choice.value())
                        .build())
                : Optional.empty();
    }

    /** What stands in that input; nothing where there is none. */
    static Optional<ViewState.Value> value(View view, String name) {
        return Optional.ofNullable(view.getState())
                .map(ViewState::getValues)
                .map(values -> values.get(name))
                .map((Map<String, ViewState.Value> values) -> values.get(name));
    }

    /** What was written there, without blanks around it; nothing where there is nothing but blanks. */
    static Optional<String> written(View view, String name) {
        return value(view, name)
                .map(ViewState.Value::getValue)
                .map(String::strip)
                .filter(it -> !it.isEmpty());
    }

    /** What was chosen there. */
    static Optional<Choice> chosen(View view, String name) {
        return value(view, name).map(ViewState.Value::getSelectedOption).flatMap(Fields::choice);
    }

    private static Optional<Choice> choice(ViewState.@Nullable SelectedOption option) {
        if (option == null || option.getValue() == null) {
            return Optional.empty();
        }
        String label = Optional.ofNullable(option.getText())
                .map(text -> text.getText())
                .orElse(option.getValue());
        return Optional.of(new Choice(option.getValue(), label));
    }
}
