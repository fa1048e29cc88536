package dibs.bot.platform.slack.form;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import dibs.bot.command.Choices;
import dibs.bot.command.Choices.Choice;
import dibs.bot.command.Verb;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.reply.Reply;
import dibs.bot.reply.VerdictView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks who wants to do what with which environment, shows the verdict above, and can be asked again. */
public final class SafetyForm {
    /** What this form is called between Slack and Dibs. */
    public static final String ID = "form:is-safe";

    /** What its button is called. */
    public static final String OPEN = "open:is-safe";

    /** The select of who asks. */
    public static final String CONSUMER = "safe-consumer";

    /** The select of what is asked about. */
    public static final String ENVIRONMENT = "safe-environment";

    /** Whoever fills the form in. */
    public static final Choice ME = new Choice("me", "me");

    private static final String ACCESS = "safe-access";
    private static final String PURPOSE = "safe-purpose";
    private static final Gson JSON = new Gson();

    /** What a key's value is when it was offered: one word, in which no other key can begin. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,79}");

    private SafetyForm() {}

    /** What somebody filled in, or will find filled in. */
    public record Filled(
            Choice consumer, Optional<Choice> access, Optional<Choice> purpose, Optional<Choice> environment) {
        /** Nothing but who asks. */
        public static final Filled NOTHING = new Filled(ME, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What came back. */
    public sealed interface Sent {
        /** A line to be said. */
        record Said(String line, Filled filled) implements Sent {}

        /** What cannot be said as it stands, by input. */
        record Faulty(Map<String, String> faults) implements Sent {}
    }

    /** As Gson sees what the button carries. */
    private record Wire(
            @Nullable String consumer,
            @Nullable String access,
            @Nullable String environment) {}

    /**
     * The form.
     *
     * @param above what stands over the inputs
     */
    public static View of(Filled filled, List<LayoutBlock> above, Choices choices) {
        List<LayoutBlock> blocks = new ArrayList<>(above);
        blocks.add(Fields.needed(
                CONSUMER, "I am …", Fields.typeAhead(CONSUMER, "Type a name", Optional.of(filled.consumer()))));
        add(blocks, ACCESS, "I want to …", "use it in the usual way", choices.accesses(), filled.access());
        add(blocks, PURPOSE, "for …", "any purpose", choices.purposes(), filled.purpose());
        blocks.add(Fields.needed(
                ENVIRONMENT, "Environment", Fields.typeAhead(ENVIRONMENT, "Type a name", filled.environment())));
        return Fields.view(ID, "Is it safe?", "Ask", blocks, "");
    }

    /** A policy may have no such words, and Slack takes no select without options. */
    private static void add(
            List<LayoutBlock> blocks,
            String name,
            String label,
            String placeholder,
            List<Choice> choices,
            Optional<Choice> chosen) {
        if (!choices.isEmpty()) {
            Optional<Choice> known = chosen.flatMap(it -> choices.stream()
                    .filter(choice -> choice.value().equals(it.value()))
                    .findFirst());
            blocks.add(Fields.optional(name, label, Fields.select(name, placeholder, choices, known)));
        }
    }

    /** The button that opens the form with what the verdict is about; nothing under any other answer. */
    public static Optional<LayoutBlock> button(Reply reply) {
        if (!reply.command().equals(Optional.of(Verb.IS_SAFE.word()))) {
            return Optional.empty();
        }
        Optional<VerdictView> verdict = reply.facts().verdict();
        Wire wire = new Wire(
                verdict.map(VerdictView::consumer)
                        .filter(EnvironmentName::isOne)
                        .orElse(null),
                verdict.flatMap(VerdictView::access).orElse(null),
                reply.facts().environment().map(Object::toString).orElse(null));
        return Optional.of(ActionsBlock.builder()
                .elements(List.of(ButtonElement.builder()
                        .actionId(OPEN)
                        .text(BlockKit.plain("Ask in a form…"))
                        .value(JSON.toJson(wire))
                        .build()))
                .build());
    }

    /** What such a button presets; of anything that is damaged, nothing. */
    public static Filled preset(@Nullable String value) {
        try {
            Wire wire = value == null ? null : JSON.fromJson(value, Wire.class);
            return wire == null
                    ? Filled.NOTHING
                    : new Filled(
                            name(wire.consumer()).orElse(ME),
                            Optional.ofNullable(wire.access()).map(it -> new Choice(it, it)),
                            Optional.empty(),
                            name(wire.environment()));
        } catch (JsonParseException damaged) {
            return Filled.NOTHING;
        }
    }

    private static Optional<Choice> name(@Nullable String value) {
        return Optional.ofNullable(value).filter(EnvironmentName::isOne).map(it -> new Choice(it, it));
    }

    /** Reads what was submitted. */
    public static Sent read(View view) {
        Filled filled = new Filled(
                Fields.chosen(view, CONSUMER).orElse(ME),
                Fields.chosen(view, ACCESS),
                Fields.chosen(view, PURPOSE),
                Fields.chosen(view, ENVIRONMENT));
        Optional<String> environment = filled.environment().map(Choice::value).filter(EnvironmentName::isOne);
        if (environment.isEmpty()) {
            return new Sent.Faulty(Map.of(ENVIRONMENT, "Choose one of the names that come up while you type."));
        }
        StringBuilder line = new StringBuilder(Verb.IS_SAFE.word());
        key(line, "consumer", Optional.of(filled.consumer().value()).filter(it -> !it.equals(ME.value())));
        key(line, "environment", environment);
        key(line, "access", filled.access().map(Choice::value));
        key(line, "purpose", filled.purpose().map(Choice::value));
        return new Sent.Said(line.toString(), filled);
    }

    private static void key(StringBuilder line, String key, Optional<String> value) {
        value.filter(it -> WORD.matcher(it).matches())
                .ifPresent(it -> line.append(' ').append(key).append(':').append(it));
    }
}
