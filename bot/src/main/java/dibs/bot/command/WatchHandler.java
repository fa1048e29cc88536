package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Sense;
import dibs.backend.health.HealthService;
import dibs.backend.lease.WatchResult;
import dibs.backend.lease.WatchService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.Optional;

/** Answers {@code watch}. */
final class WatchHandler {
    private final WatchService watches;
    private final HealthService health;

    WatchHandler(WatchService watches, HealthService health) {
        this.watches = watches;
        this.health = health;
    }

    Reply handle(Command.Watch watch, Turn turn) {
        return Lookup.of(watch.name(), Sense.LEASE, Verb.WATCH, turn)
                .then(environment -> refusal(environment, turn).orElseGet(() -> watch(environment, turn)));
    }

    /** Of what nobody can hold, only its gate changes, and what is looked at. */
    private Optional<Reply> refusal(Environment environment, Turn turn) {
        boolean there = environment.retired().isEmpty()
                && environment.kind() != Kind.MISSING
                && environment.kind() != Kind.ROLE;
        if (there && (health.on() || Gates.has(environment))) {
            return Optional.empty();
        }
        return there
                ? Optional.of(Reply.toAsker(
                        Verb.WATCH.word(),
                        Outcome.REFUSED,
                        Facts.NONE.about(environment.id()),
                        Block.say(
                                "Only probes tell how {} is, and they are off: whoever runs me switches them on with"
                                        + " {}.",
                                name(environment.id()),
                                code("DIBS_PROBES=on"))))
                : NotLeasable.refusal(environment, Verb.WATCH, turn);
    }

    private String what(Environment environment) {
        if (environment.kind() == Kind.TREE) {
            return "when {} opens or closes or its health changes";
        }
        if (environment.leasable()) {
            return health.on()
                    ? "when {} changes hands, its end, its health or its gate"
                    : "when {} changes hands, its end or its gate";
        }
        if (!Gates.has(environment)) {
            return "when the health of {} changes";
        }
        return health.on() ? "when the health or the gate of {} changes" : "when the gate of {} changes";
    }

    private Reply watch(Environment environment, Turn turn) {
        String words = switch (watches.watch(environment, turn.asker())) {
            case WatchResult.Begun ignored -> "You will hear " + what(environment) + "; {} ends that.";
            case WatchResult.Already ignored -> "You hear already " + what(environment) + "; {} ends that.";
        };
        return Reply.toAsker(
                Verb.WATCH.word(),
                Outcome.CHANGED,
                Facts.NONE.about(environment.id()),
                Block.say(words, name(environment.id()), code("cancel " + environment.id())));
    }
}
