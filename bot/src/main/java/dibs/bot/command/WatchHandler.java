package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Sense;
import dibs.backend.lease.WatchResult;
import dibs.backend.lease.WatchService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;

/** Answers {@code watch}. */
final class WatchHandler {
    private final WatchService watches;

    WatchHandler(WatchService watches) {
        this.watches = watches;
    }

    Reply handle(Command.Watch watch, Turn turn) {
        return Lookup.of(watch.name(), Sense.LEASE, Verb.WATCH, turn)
                .then(environment ->
                        NotLeasable.refusal(environment, Verb.WATCH, turn).orElseGet(() -> watch(environment, turn)));
    }

    private Reply watch(Environment environment, Turn turn) {
        String words = switch (watches.watch(environment, turn.asker())) {
            case WatchResult.Begun ignored -> "You will hear when {} changes hands or its end; {} ends that.";
            case WatchResult.Already ignored -> "You hear already when {} changes hands or its end; {} ends that.";
        };
        return Reply.toAsker(
                Verb.WATCH.word(),
                Outcome.CHANGED,
                Facts.NONE.about(environment.id()),
                Block.say(words, name(environment.id()), code("cancel " + environment.id())));
    }
}
