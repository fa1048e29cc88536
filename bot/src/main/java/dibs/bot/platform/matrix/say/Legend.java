package dibs.bot.platform.matrix.say;

import dibs.bot.platform.matrix.say.Spans.Style;
import dibs.bot.reply.Action;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be done next, in the message itself: each reaction with the line that does the same, and what has to be typed. */
final class Legend {
    private Legend() {}

    /** The line; nothing where nothing may be done. */
    static Optional<Row> of(List<Action> actions, List<Reaction> reactions, Style style) {
        List<Line> entries = new ArrayList<>();
        for (Reaction reaction : reactions) {
            entries.add(entry(reaction.emoji() + " " + reaction.label(), reaction.line()));
        }
        for (Action action : actions) {
            boolean offered =
                    reactions.stream().anyMatch(reaction -> reaction.line().equals(action.line()));
            if (!offered) {
                entries.add(entry(action.label(), typed(action)));
            }
        }
        return entries.stream()
                .reduce((some, next) -> some.then(Line.of("; ")).then(next))
                .map(all -> Line.of(reactions.isEmpty() ? "Next, type: " : "Next, react or type: ")
                        .then(all)
                        .then(Line.of(".")))
                .map(line -> Row.paragraph(line, style));
    }

    private static Line entry(String label, String line) {
        return new Line(List.of(Inline.text(label + ": "), Inline.code(line)));
    }

    private static String typed(Action action) {
        return action.line().replace(Action.REASON, "…").replace(Action.PERSON, "@someone");
    }
}
