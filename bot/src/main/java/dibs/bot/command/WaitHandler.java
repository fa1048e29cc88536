package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Sense;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.Lease;
import dibs.backend.lease.WaitResult;
import dibs.backend.lease.WaitService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
            case WaitResult.InLines lines -> inLines(lines);
            case WaitResult.Free free -> Free.claimIt(Verb.WAIT, environment, turn);
            case WaitResult.Yours yours -> yours(yours.lease(), facts);
            case WaitResult.Overlaps overlaps -> overlaps(overlaps);
        };
    }

    Reply handle(Command.WaitAny wait, Turn turn) {
        return switch (AnyOf.wanted(
                wait.any(), Verb.WAIT, turn, environment -> NotLeasable.refusal(environment, Verb.WAIT, turn))) {
            case Wanted.No no -> no.reply();
            case Wanted.All wanted -> awaitAny(wait.any(), wanted, turn).after(wanted.remarks());
        };
    }

    private Reply awaitAny(Command.Any any, Wanted.All wanted, Turn turn) {
        List<Environment> apart = any.label().isPresent()
                ? wanted.environments().stream()
                        .filter(one -> wanted.environments().stream().noneMatch(other -> covers(one, other)))
                        .toList()
                : wanted.environments();
        Optional<Reply> overlap = overlap(apart);
        if (overlap.isPresent()) {
            return overlap.get();
        }
        return switch (lines.awaitAny(apart, AnyOf.said(any, apart), turn.asker())) {
            case WaitResult.InLine inLine -> inLine(inLine, Facts.NONE);
            case WaitResult.InLines several -> inLines(several);
            case WaitResult.Free free ->
                turn.catalog()
                        .find(free.environment())
                        .map(environment -> Free.claimIt(Verb.WAIT, environment, turn))
                        .orElseThrow();
            case WaitResult.Yours yours ->
                yours(yours.lease(), Facts.NONE.about(yours.lease().environment()));
            case WaitResult.Overlaps overlaps -> overlaps(overlaps);
        };
    }

    /** Whether the one stands for more than all of the other. */
    private static boolean covers(Environment one, Environment other) {
        return one.units().size() > other.units().size() && one.units().containsAll(other.units());
    }

    private static Optional<Reply> overlap(List<Environment> environments) {
        Map<UnitName, Environment> seen = new HashMap<>();
        for (Environment environment : environments) {
            for (UnitName unit : environment.units()) {
                Environment other = seen.putIfAbsent(unit, environment);
                if (other != null) {
                    return Optional.of(Reply.toAsker(
                            WAIT,
                            Outcome.REFUSED,
                            Facts.NONE,
                            Block.say(
                                    "{} and {} have a part in common, so that one cannot wait for either: name those"
                                            + " that have none.",
                                    name(other.id()),
                                    name(environment.id()))));
                }
            }
        }
        return Optional.empty();
    }

    private static Reply overlaps(WaitResult.Overlaps overlaps) {
        return Reply.toAsker(
                WAIT,
                Outcome.REFUSED,
                Facts.NONE.about(overlaps.environment()),
                Block.say(
                        "You wait for {} already, which has a part in common with {}: type {} first, or keep that"
                                + " place.",
                        name(overlaps.other()),
                        name(overlaps.environment()),
                        code("cancel " + overlaps.other())));
    }

    private static Reply yours(Lease lease, Facts facts) {
        return Reply.toAsker(
                WAIT, Outcome.ALREADY_YOURS, facts.with(LeaseView.of(lease)), Block.say(LeaseWords.yours(lease)));
    }

    private static Reply inLine(WaitResult.InLine inLine, Facts facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(LineWords.place(inLine.place())
                .then(Line.of(
                        " When it is free, it is kept for you for ten minutes of your working time; {} leaves the"
                                + " line.",
                        code("cancel " + inLine.place().environment())))));
        LineWords.guess(inLine.place()).ifPresent(guess -> blocks.add(Block.say(guess)));
        inLine.held().forEach(lease -> blocks.add(Block.say(LeaseWords.holding(lease))));
        List<LeaseView> views = inLine.held().stream().map(LeaseView::of).toList();
        return Reply.toAsker(
                WAIT,
                Outcome.WAITING,
                views.size() == 1 ? facts.with(views.getFirst()) : facts.withOnly(views),
                blocks);
    }

    private static Reply inLines(WaitResult.InLines lines) {
        EnvironmentId first = lines.places().getFirst().environment();
        return Reply.toAsker(
                WAIT,
                Outcome.WAITING,
                Facts.NONE.about(first),
                List.of(
                        Block.say(
                                "You wait for {}: the first that is free is kept for you for ten minutes of your"
                                        + " working time, and who takes one is out of the other lines; {} leaves all of"
                                        + " them.",
                                name("any " + lines.any()),
                                code("cancel " + first)),
                        Block.bullets(lines.places().stream()
                                .map(place -> Line.of(
                                        "{}: {} in line",
                                        name(place.environment()),
                                        text(LineWords.ordinal(place.ahead().size() + 1))))
                                .toList()),
                        Block.say(LineWords.guessOfAny(lines.places()))));
    }
}
