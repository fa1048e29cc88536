package dibs.bot.platform.slack.form;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.block.Mrkdwn;
import dibs.bot.platform.slack.block.Press;
import dibs.bot.reply.Action;
import dibs.bot.reply.Action.Ask;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks what a pressed button needs: a reason, a person, or one of a few lines. */
public final class ActionForm {
    /** What this form is called between Slack and Dibs. */
    public static final String ID = "form:action";

    private static final String FIELD = "answer";
    private static final int LONGEST_REASON = 400;
    private static final Gson JSON = new Gson();

    private ActionForm() {}

    /** As Gson sees what a form carries. */
    private record Wire(
            @Nullable String action,
            @Nullable String value,
            @Nullable String origin) {}

    /** The form for what was pressed. */
    public static View of(Press press, Origin origin) {
        String carried = JSON.toJson(new Wire(press.actionId(), press.value(), origin.text()));
        return Fields.view(
                ID,
                title(press),
                "OK",
                List.of(Fields.needed(FIELD, label(press.ask()), element(press.ask()))),
                carried);
    }

    /**
     * The line that a submitted form says.
     *
     * @param line with what was chosen in it, users as Slack writes mentions
     */
    public record Said(Press press, String line, Origin origin) {}

    /** Reads what was submitted; nothing when that is no such form, or damaged. */
    public static Optional<Said> read(View view) {
        Optional<Wire> wire = wire(view.getPrivateMetadata());
        Optional<Press> press = wire.flatMap(it -> Press.read(text(it.action()), text(it.value())));
        Optional<ViewState.Value> answer = Fields.value(view, FIELD);
        return press.flatMap(it -> answer.flatMap(value -> line(it, value))
                .map(line ->
                        new Said(it, line, Origin.read(wire.map(Wire::origin).orElse("")))));
    }

    private static Optional<String> line(Press press, ViewState.Value value) {
        return switch (press.ask()) {
            case Ask.Nothing nothing -> Optional.of(press.line());
            case Ask.Reason reason ->
                Optional.ofNullable(value.getValue())
                        .filter(it -> !it.isBlank())
                        .map(it -> press.line().replace(Action.REASON, Mrkdwn.entities(it)));
            case Ask.Person person ->
                Optional.ofNullable(value.getSelectedUser())
                        .map(it -> press.line().replace(Action.PERSON, "<@" + it + ">"));
            case Ask.Choice choice ->
                Optional.ofNullable(value.getSelectedOption())
                        .map(ViewState.SelectedOption::getValue)
                        .filter(it -> choice.options().stream()
                                .anyMatch(option -> option.line().equals(it)));
        };
    }

    private static BlockElement element(Ask ask) {
        return switch (ask) {
            case Ask.Person person ->
                UsersSelectElement.builder().actionId(FIELD).build();
            case Ask.Choice choice ->
                StaticSelectElement.builder()
                        .actionId(FIELD)
                        .options(choice.options().stream()
                                .map(option -> OptionObject.builder()
                                        .text(BlockKit.plain(option.label()))
                                        .value(option.line())
                                        .build())
                                .toList())
                        .build();
            case Ask.Reason reason -> words();
            case Ask.Nothing nothing -> words();
        };
    }

    private static PlainTextInputElement words() {
        return PlainTextInputElement.builder()
                .actionId(FIELD)
                .maxLength(LONGEST_REASON)
                .build();
    }

    private static String label(Ask ask) {
        return switch (ask) {
            case Ask.Reason reason -> "Why? Whoever holds it will read this.";
            case Ask.Person person -> "To whom?";
            case Ask.Choice choice -> "How long?";
            case Ask.Nothing nothing -> "Anything to add?";
        };
    }

    private static String title(Press press) {
        return press.about().map(about -> about.environment()).orElse("Dibs");
    }

    private static Optional<Wire> wire(@Nullable String metadata) {
        try {
            return Optional.ofNullable(metadata).map(it -> JSON.fromJson(it, Wire.class));
        } catch (JsonParseException damaged) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
