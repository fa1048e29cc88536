package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Tier;
import dibs.backend.lease.Use;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why something cannot be held, and what to do instead. */
final class NotLeasable {
    private NotLeasable() {}

    /** The refusal, or nothing when it can be held. */
    static Optional<Reply> refusal(Environment environment, Verb verb, Turn turn) {
        if (environment.leasable()) {
            return Optional.empty();
        }
        List<EnvironmentId> use = instead(environment, turn.catalog());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(why(environment)));
        environment.note().ifPresent(note -> blocks.add(Block.say("{}", text(note))));
        if (!use.isEmpty()) {
            blocks.add(Block.say(Line.of("Use instead: ")
                    .then(Line.list(use.stream().map(Inline::name).toList()))
                    .then(Line.of("."))));
        }
        environment.contact().owner().ifPresent(owner -> blocks.add(Block.say(Line.of("Its owner: {}.", text(owner)))));
        boolean retired = environment.retired().isPresent();
        return Optional.of(Reply.toAsker(
                verb.word(),
                retired ? Outcome.UNKNOWN_NAME : Outcome.REFUSED,
                Facts.NONE.about(environment.id()).suggesting(use),
                blocks));
    }

    /** What a refusal of something shared adds: who uses it now, and the line that records a use. */
    static Reply withUses(Reply refusal, Environment environment, List<Use> uses) {
        if (environment.mode() != Mode.SHARED || environment.retired().isPresent()) {
            return refusal;
        }
        List<Block> blocks = new ArrayList<>();
        if (!uses.isEmpty()) {
            blocks.add(Block.bullets(uses.stream().map(UseWords::using).toList()));
        }
        blocks.add(Block.say(
                "To let others know that you use it, type {}.",
                code("using " + environment.id() + " for 1d what for")));
        return refusal.before(blocks)
                .with(refusal.facts().listing(uses.stream().map(UseWords::item).toList()));
    }

    private static Line why(Environment environment) {
        Inline id = name(environment.id());
        if (environment.retired().isPresent()) {
            return Line.of(
                    "{} is retired since {} and cannot be claimed.",
                    id,
                    text(environment.retired().get().since().toString()));
        }
        if (environment.mode() == Mode.SHARED) {
            return Line.of(
                    environment.kind() == Kind.WORKER_POOL
                            ? "{} is shared: releases and continuous integration need it at all times, so nobody holds it."
                            : "{} is shared: several people use it at once, so nobody holds it.",
                    id);
        }
        return switch (environment.kind()) {
            case MISSING -> Line.of("{} does not exist.", id);
            case ROLE -> Line.of("{} is a role, nothing that can be held.", id);
            case TREE -> Line.of("{} is a tree: it belongs to everybody who may push to it and is never held.", id);
            case STORE -> Line.of("{} is a store: it is production, and nobody holds production.", id);
            default ->
                environment.tier().filter(Tier.PRODUCTION::equals).isPresent()
                        ? Line.of("{} is production and has to work at all times: nobody holds it.", id)
                        : Line.of(
                                "{} is {}, which nobody holds.",
                                id,
                                text(environment.kind().description()));
        };
    }

    /** What its entry names; else the dev set of the same script, the same service's shared environments. */
    private static List<EnvironmentId> instead(Environment environment, Catalog catalog) {
        List<EnvironmentId> named = Stream.concat(
                        environment.retired().stream().flatMap(retired -> retired.use().stream()),
                        environment.use().stream())
                .distinct()
                .toList();
        boolean sharedService = environment.mode() == Mode.SHARED
                && environment.belongs().script().isEmpty();
        if (!named.isEmpty() || sharedService) {
            return named;
        }
        return catalog.environments().stream()
                .filter(other -> other.retired().isEmpty())
                .filter(other -> sameScript(environment, other) || sameService(environment, other))
                .map(Environment::id)
                .toList();
    }

    private static boolean sameScript(Environment environment, Environment other) {
        return other.leasable()
                && environment.belongs().script().isPresent()
                && environment.belongs().script().equals(other.belongs().script());
    }

    private static boolean sameService(Environment environment, Environment other) {
        return other.mode() == Mode.SHARED
                && environment.belongs().service().isPresent()
                && environment.belongs().service().equals(other.belongs().service());
    }
}
