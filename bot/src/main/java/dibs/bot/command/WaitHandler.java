package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Sense;
import dibs.backend.lease.WaitResult;
import dibs.backend.lease.WaitService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers {@code wait}. */
final class WaitHandler {
    private static final String WAIT = Verb.WAIT.word();

    private final WaitService lines;

    WaitHandler(WaitService lines) {
        this.lines = lines;
    }

    Reply handle(Command.Wait wait, Turn turn) {
        return Lookup.of(wait.name(), Sense.LEASE, Verb.WAIT, turn).then(environment -> {
            Optional<Reply> refusal = NotLeasable.refusal(environment, Verb.WAIT, turn);
            return refusal.orElseGet(() -> await(environment, turn));
        });
    }

    private Reply await(Environment environment, Turn turn) {
        Facts facts = Facts.NONE.about(environment.id());
        return switch (lines.await(environment, turn.asker())) {
            case WaitResult.InLine inLine -> inLine(inLine, facts);
            case WaitResult.Free free -> Free.claimIt(Verb.WAIT, environment, turn);
            case WaitResult.Yours yours ->
                Reply.toAsker(
                        WAIT,
                        Outcome.ALREADY_YOURS,
                        facts.with(LeaseView.of(yours.lease())),
                        Block.say(LeaseWords.yours(yours.lease())));
        };
    }

    private static Reply inLine(WaitResult.InLine inLine, Facts facts) {
        List<Block> blocks = new ArrayList<>();
        Line place = Line.of(
                "You are {} in line for {}", text(ordinal(inLine.ahead().size() + 1)), name(inLine.environment()));
        Line ahead = inLine.ahead().isEmpty()
                ? Line.of(".")
                : Line.of(", behind ")
                        .then(Line.list(inLine.ahead().stream().map(Inline::who).toList()))
                        .then(Line.of("."));
        blocks.add(Block.say(place.then(ahead)
                .then(Line.of(
                        " When it is free, it is kept for you for ten minutes of your working time; {} leaves the line.",
                        code("cancel " + inLine.environment())))));
        inLine.held().forEach(lease -> blocks.add(Block.say(LeaseWords.holding(lease))));
        List<LeaseView> views = inLine.held().stream().map(LeaseView::of).toList();
        return Reply.toAsker(
                WAIT,
                Outcome.WAITING,
                views.size() == 1 ? facts.with(views.getFirst()) : facts.withOnly(views),
                blocks);
    }

    /** First, second, third, 4th … */
    private static String ordinal(int place) {
        return switch (place) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            default -> place + "th";
        };
    }
}
