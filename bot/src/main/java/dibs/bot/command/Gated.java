package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Sense;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What has a gate, and what is said of what has none. */
final class Gated {
    /** What the catalog calls whatever shows and changes the states of trees. */
    private static final String TREES = "tree-states";

    private Gated() {}

    /** The answer about what has a gate of that name, or why there is none; a dev worker pool has the gate of its set. */
    static Reply of(String typed, Verb verb, Turn turn, Function<Environment, Reply> answer) {
        return Lookup.of(typed, Sense.THING, verb, turn).then(environment -> {
            Optional<Environment> set = turn.catalog().setOf(environment.id());
            if (set.isPresent()) {
                return answer.apply(set.get())
                        .after(List.of(Block.say(
                                "{} is one of the pools of {}: they share one image, so the gate is the set's.",
                                name(environment.id()),
                                name(set.get().id()))));
            }
            return refusal(environment, verb, turn).orElseGet(() -> answer.apply(environment));
        });
    }

    private static Optional<Reply> refusal(Environment environment, Verb verb, Turn turn) {
        boolean gone = environment.retired().isPresent();
        if (gone) {
            return NotLeasable.refusal(environment, verb, turn);
        }
        return switch (environment.kind()) {
            case TREE -> Optional.of(no(verb, Outcome.REFUSED, environment, Block.say(tree(environment, turn))));
            case ROLE, MISSING, EXTERNAL ->
                Optional.of(no(
                        verb,
                        Outcome.REFUSED,
                        environment,
                        Block.say(
                                "{} is {}, which has no gate.",
                                name(environment.id()),
                                text(environment.kind().description()))));
            default -> Optional.empty();
        };
    }

    private static Line tree(Environment environment, Turn turn) {
        Line line = Line.of(
                "{} is a tree, and trees have no gate of mine: I only read their state.", name(environment.id()));
        List<Inline> links = turn.catalog().labelled(TREES).stream()
                .flatMap(place -> place.naming().urls().entrySet().stream()
                        .filter(url -> url.getKey().equals("page"))
                        .map(url -> (Inline) new Inline.Link(place.title(), url.getValue())))
                .toList();
        return links.isEmpty()
                ? line
                : line.then(Line.of(" They are opened and closed at "))
                        .then(Line.list(links))
                        .then(Line.of("."));
    }

    /** That nothing was done, to who asked. */
    static Reply no(Verb verb, Outcome outcome, Environment environment, Block block) {
        return Reply.toAsker(verb.word(), outcome, Facts.NONE.about(environment.id()), block);
    }
}
