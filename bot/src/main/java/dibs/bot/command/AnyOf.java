package dibs.bot.command;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What "any" of several means. */
final class AnyOf {
    private AnyOf() {}

    /**
     * The environments of which any will do, each once.
     *
     * @param refusal why one that was named will not do, or nothing
     */
    static Wanted wanted(Command.Any any, Verb verb, Turn turn, Function<Environment, Optional<Reply>> refusal) {
        if (any.label().isEmpty()) {
            return switch (Wanted.named(any.names(), verb, turn, refusal)) {
                case Wanted.No no -> no;
                case Wanted.All all ->
                    new Wanted.All(all.environments().stream().distinct().toList(), all.remarks());
            };
        }
        String label = any.label().get();
        List<Environment> labelled = turn.catalog().labelled(label).stream()
                .filter(Environment::leasable)
                .toList();
        return labelled.isEmpty() ? new Wanted.No(unknown(label, verb, turn)) : new Wanted.All(labelled, List.of());
    }

    /** What is waited for, as it is said back: a label, or names. */
    static String said(Command.Any any, List<Environment> environments) {
        return any.label()
                .orElseGet(() -> environments.stream()
                        .map(Environment::id)
                        .map(EnvironmentId::value)
                        .collect(Collectors.joining(",", "of ", "")));
    }

    private static Reply unknown(String label, Verb verb, Turn turn) {
        List<Inline> labels = turn.catalog().environments().stream()
                .filter(Environment::leasable)
                .flatMap(environment -> environment.labels().stream())
                .distinct()
                .map(Inline::name)
                .toList();
        return Reply.toAsker(
                verb.word(),
                Outcome.UNKNOWN_NAME,
                Facts.NONE.suggesting(List.of()),
                Block.say(Line.of("Nothing that can be claimed is labelled {}. Labels: ", CommandParser.quoted(label))
                        .then(Line.list(labels))
                        .then(Line.of("."))));
    }
}
