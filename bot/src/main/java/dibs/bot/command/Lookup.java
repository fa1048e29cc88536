package dibs.bot.command;

import static dibs.bot.reply.Inline.name;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a typed name comes to: an environment, or the answer that says why not. */
sealed interface Lookup {
    /**
     * It means one.
     *
     * @param remarks what is worth saying about the way from the name to it
     */
    record One(Environment environment, List<Block> remarks) implements Lookup {}

    /** It does not; this is the answer. */
    record No(Reply reply) implements Lookup {}

    /** The answer for the environment, with the remarks before it; or the one that says why not. */
    default Reply then(Function<Environment, Reply> answer) {
        return switch (this) {
            case One one -> answer.apply(one.environment()).after(one.remarks());
            case No no -> no.reply();
        };
    }

    /** Looks a name up for a command of that sense. */
    static Lookup of(String typed, Sense sense, Verb verb, Turn turn) {
        return switch (turn.catalog().names().resolve(typed, sense)) {
            case Resolution.Found found -> new One(found.environment(), remarks(found));
            case Resolution.Several several -> new No(several(several, sense, verb));
            case Resolution.Unknown unknown -> new No(unknown(typed, unknown, verb));
        };
    }

    private static List<Block> remarks(Resolution.Found found) {
        List<Block> remarks = new ArrayList<>();
        found.instead().ifPresent(other -> {
            if (found.environment().members().contains(other.id())) {
                remarks.add(Block.say(
                        "{} is one of the pools of {}: they share one image, so the set is what is held.",
                        name(other.id()),
                        name(found.environment().id())));
            } else {
                remarks.add(Block.say(
                        "I take {} as {}, not as {}.",
                        CommandParser.quoted(found.said()),
                        name(found.environment().id()),
                        name(other.id())));
            }
        });
        return remarks;
    }

    private static Reply several(Resolution.Several several, Sense sense, Verb verb) {
        List<EnvironmentId> ids =
                several.environments().stream().map(Environment::id).toList();
        boolean nothingToHold = sense == Sense.LEASE
                && verb != Verb.WHO_IS_USING
                && several.environments().stream().noneMatch(Environment::leasable);
        Line all = Line.list(ids.stream().map(Inline::name).limit(12).toList());
        Line more = ids.size() > 12 ? Line.of(" and " + (ids.size() - 12) + " more") : Line.of("");
        Line line = nothingToHold
                ? Line.of(
                        "{} covers several environments and none of them can be held: ",
                        CommandParser.quoted(several.said()))
                : Line.of("{} means several; say which: ", CommandParser.quoted(several.said()));
        return Reply.toAsker(
                verb.word(),
                nothingToHold ? Outcome.REFUSED : Outcome.AMBIGUOUS,
                Facts.NONE.suggesting(ids),
                Block.say(line.then(all).then(more).then(Line.of("."))));
    }

    private static Reply unknown(String typed, Resolution.Unknown unknown, Verb verb) {
        Line line = Line.of("I know nothing called {}. ", CommandParser.quoted(typed));
        Line next = unknown.nearest().isEmpty()
                ? Line.of("{} lists what I know.", Inline.code("env"))
                : Line.of("Did you mean ")
                        .then(Line.list(
                                unknown.nearest().stream().map(Inline::name).toList()))
                        .then(Line.of("?"));
        return Reply.toAsker(
                verb.word(),
                Outcome.UNKNOWN_NAME,
                Facts.NONE.suggesting(unknown.nearest()),
                Block.say(line.then(next)));
    }
}
