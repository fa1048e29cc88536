package dibs.bot.command;

import static dibs.bot.reply.Inline.length;

import dibs.backend.environment.Attention;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.util.List;

/** When a holder is reminded and asked, in words. */
final class AttentionWords {
    private AttentionWords() {}

    static List<Line> of(Attention attention) {
        return List.of(reminders(attention), stale(attention));
    }

    private static Line reminders(Attention attention) {
        return attention.remind().isEmpty()
                ? Line.of("reminders: none, unless the holder wants them")
                : Line.of("reminders: ")
                        .then(Line.list(
                                attention.remind().stream().map(Inline::length).toList()))
                        .then(Line.of(" before the end"));
    }

    private static Line stale(Attention attention) {
        Line line = Line.of(
                "asked “still using it?” after {} of working time without a sign of life, after {} while somebody"
                        + " waits",
                length(attention.silent()),
                length(attention.whileWaiting()));
        Line held = attention
                .softMaximum()
                .map(soft -> line.then(Line.of(", once held for {}", length(soft))))
                .orElse(line);
        return held.then(Line.of("; with {} of working time to answer", length(attention.answer())));
    }
}
