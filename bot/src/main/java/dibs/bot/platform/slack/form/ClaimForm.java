package dibs.bot.platform.slack.form;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import dibs.bot.command.Choices.Choice;
import dibs.bot.command.CommandParser;
import dibs.bot.command.Verb;
import dibs.bot.platform.slack.block.BlockKit;
import dibs.bot.platform.slack.block.Mrkdwn;
import dibs.bot.time.Durations;
import dibs.bot.time.Reading;
import dibs.bot.time.TimePoint;
import dibs.bot.time.TimePoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks what, until when and why, and makes a claim's line of it. */
public final class ClaimForm {
    /** What this form is called between Slack and Dibs. */
    public static final String ID = "form:claim";

    /** What the button that opens it is called. */
    public static final String OPEN = "open:claim";

    /** The select whose options are looked up while somebody types. */
    public static final String ENVIRONMENT = "claim-environment";

    private static final String END = "claim-end";
    private static final String TYPED_END = "claim-typed-end";
    private static final String PURPOSE = "claim-purpose";
    private static final String HIDDEN = "claim-private";

    /** Behind a purpose: it is shown to the holder, helpers and admins only. */
    private static final String MARK = " (private)";

    private static final int LONGEST_END = 60;
    private static final Set<String> LEAD = Set.of("until", "till", "til", "to", "for", "by");
    private static final List<Choice> ENDS = List.of(
            new Choice("until end of my day", "until the end of my day"),
            new Choice("for 1h", "for 1 hour"),
            new Choice("for 2h", "for 2 hours"),
            new Choice("for 4h", "for 4 hours"),
            new Choice("until tomorrow morning", "until tomorrow morning"));

    private ClaimForm() {}

    /**
     * What somebody filled in.
     *
     * @param end one of those that are offered
     * @param typedEnd instead of it
     * @param hidden whether the purpose is for few
     */
    public record Filled(
            Optional<Choice> environment,
            Optional<Choice> end,
            Optional<String> typedEnd,
            Optional<String> purpose,
            boolean hidden) {
        /** Nothing yet. */
        public static final Filled NOTHING =
                new Filled(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** What came back. */
    public sealed interface Sent {
        /**
         * A line to be said.
         *
         * @param line with Slack's escapes, as what people type
         */
        record Said(String line, Filled filled, Origin origin) implements Sent {}

        /** What cannot be said as it stands, by input. */
        record Faulty(Map<String, String> faults) implements Sent {}
    }

    /**
     * The form.
     *
     * @param above what stands over the inputs
     */
    public static View of(Filled filled, List<LayoutBlock> above, Origin origin) {
        List<LayoutBlock> blocks = new ArrayList<>(above);
        blocks.add(
                Fields.needed(ENVIRONMENT, "What", Fields.typeAhead(ENVIRONMENT, "Type a name", filled.environment())));
        blocks.add(
                Fields.optional(END, "How long", Fields.select(END, "As long as is usual for it", ENDS, filled.end())));
        blocks.add(Fields.optional(
                TYPED_END,
                "Or until when, in your words",
                PlainTextInputElement.builder()
                        .actionId(TYPED_END)
                        .placeholder(BlockKit.plain("17:00, friday 5pm, 3d"))
                        .maxLength(LONGEST_END)
                        .initialValue(filled.typedEnd().orElse(null))
                        .build()));
        blocks.add(Fields.optional(
                PURPOSE,
                "What for",
                PlainTextInputElement.builder()
                        .actionId(PURPOSE)
                        .placeholder(BlockKit.plain("Others will read it"))
                        .maxLength(CommandParser.LONGEST_PURPOSE - MARK.length())
                        .initialValue(filled.purpose().orElse(null))
                        .build()));
        blocks.add(Fields.optional(HIDDEN, "Who may read that", box(filled.hidden())));
        return Fields.view(ID, "Claim", "Claim", blocks, origin.text());
    }

    private static CheckboxesElement box(boolean ticked) {
        OptionObject option = OptionObject.builder()
                .text(BlockKit.plain("Only I, my helpers and admins"))
                .value("private")
                .build();
        return CheckboxesElement.builder()
                .actionId(HIDDEN)
                .options(List.of(option))
                .initialOptions(ticked ? List.of(option) : null)
                .build();
    }

    /** Reads what was submitted. */
    public static Sent read(View view) {
        Filled filled = new Filled(
                Fields.chosen(view, ENVIRONMENT),
                Fields.chosen(view, END),
                Fields.written(view, TYPED_END),
                Fields.written(view, PURPOSE),
                Fields.value(view, HIDDEN)
                        .map(ViewState.Value::getSelectedOptions)
                        .filter(options -> !options.isEmpty())
                        .isPresent());
        Map<String, String> faults = new LinkedHashMap<>();
        Optional<String> name = filled.environment().map(Choice::value).filter(EnvironmentName::isOne);
        if (name.isEmpty()) {
            faults.put(ENVIRONMENT, "Choose one of the names that come up while you type.");
        }
        Optional<String> end = filled.typedEnd().isPresent()
                ? filled.typedEnd().flatMap(ClaimForm::clause)
                : filled.end().map(Choice::value).filter(ClaimForm::isOffered);
        if (end.isEmpty() && (filled.typedEnd().isPresent() || filled.end().isPresent())) {
            faults.put(
                    TYPED_END,
                    "That is no time that I can read: write it like 17:00, friday 5pm, 2026-11-27 17:00 or 3d.");
        }
        return faults.isEmpty()
                ? new Sent.Said(line(name.orElseThrow(), end, filled), filled, Origin.read(view.getPrivateMetadata()))
                : new Sent.Faulty(faults);
    }

    /** "for" before the purpose, so that nothing in it is taken for a helper or an end. */
    private static String line(String name, Optional<String> end, Filled filled) {
        String line = Verb.CLAIM.word() + " " + name + end.map(it -> " " + it).orElse("");
        Optional<String> purpose = filled.purpose().map(it -> it + (filled.hidden() ? MARK : ""));
        return line + purpose.map(it -> " for " + Mrkdwn.entities(it)).orElse("");
    }

    private static boolean isOffered(String end) {
        return ENDS.stream().anyMatch(choice -> choice.value().equals(end));
    }

    /** The end as a clause; nothing when the words are not wholly a time or a length. */
    private static Optional<String> clause(String typed) {
        List<String> words = new ArrayList<>(Arrays.asList(typed.split("\\s+")));
        if (words.size() > 1 && LEAD.contains(words.getFirst().toLowerCase(Locale.ROOT))) {
            words.removeFirst();
        }
        String text = String.join(" ", words);
        if (Durations.read(words) instanceof Reading.Ok<Duration> length && length.words() == words.size()) {
            return Optional.of("for " + text);
        }
        return TimePoints.read(words) instanceof Reading.Ok<TimePoint> time && time.words() == words.size()
                ? Optional.of("until " + text)
                : Optional.empty();
    }
}
