package dibs.bot.command;

import static dibs.bot.reply.Inline.length;

import dibs.backend.environment.Environment;
import dibs.backend.environment.GateState;
import dibs.backend.environment.Tier;
import dibs.backend.gate.GateRequest;
import dibs.backend.gate.GateResult;
import dibs.backend.gate.Rhythm;
import dibs.bot.reply.Block;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers {@code open}, {@code close}, {@code maintenance} and {@code approval}. */
final class GateHandler {
    private final Gates gates;
    private final Takedown takedown;

    GateHandler(Gates gates, Takedown takedown) {
        this.gates = gates;
        this.takedown = takedown;
    }

    Reply open(Command.Open open, Turn turn) {
        return Gated.of(open.name(), Verb.OPEN, turn, environment -> {
            GateResult result = gates.gates()
                    .open(
                            environment.id(),
                            turn.catalog().standingFor(environment),
                            environment.units(),
                            turn.person().ref(),
                            turn.message(),
                            turn.now());
            return GateAnswers.of(result, environment.id(), Verb.OPEN, turn);
        });
    }

    Reply shut(Command.Shut shut, Turn turn) {
        return Gated.of(shut.name(), shut.verb(), turn, environment -> switch (Ends.wish(shut.end(), turn)) {
            case Ends.Bad bad -> Gated.no(shut.verb(), Outcome.MISUNDERSTOOD, environment, Block.say(bad.why()));
            case Ends.Good ignored -> shut(shut, environment, turn);
        });
    }

    private Reply shut(Command.Shut shut, Environment environment, Turn turn) {
        Optional<Rhythm> rhythm;
        Optional<Instant> until;
        if (shut.every().isPresent()) {
            Duration length = ((Command.End.For) shut.end().orElseThrow()).length();
            if (length.compareTo(Rhythm.LONGEST) > 0) {
                return Gated.no(
                        shut.verb(),
                        Outcome.REFUSED,
                        environment,
                        Block.say("What comes back lasts {} at most each time.", length(Rhythm.LONGEST)));
            }
            until = Optional.empty();
            rhythm = shut.every()
                    .map(every ->
                            new Rhythm(every.days(), every.at(), every.zone().orElse(turn.zone()), length));
        } else {
            rhythm = Optional.empty();
            until = shut.end().map(end -> end(end, environment, turn));
        }
        GateRequest request = new GateRequest(
                environment.id(),
                List.copyOf(turn.catalog().standingFor(environment)),
                environment.units(),
                state(shut.verb()),
                shut.because(),
                until,
                rhythm);
        boolean production = environment.tier().filter(Tier.PRODUCTION::equals).isPresent();
        if (!production || shut.verb() != Verb.MAINTENANCE) {
            return put(request, shut.verb(), turn);
        }
        return takedown.of(environment, request, turn, () -> put(request, shut.verb(), turn));
    }

    private static Instant end(Command.End end, Environment environment, Turn turn) {
        return Ends.wish(Optional.of(end), turn) instanceof Ends.Good good
                ? good.wish().from(turn.now(), environment.guidance().limits(), turn.zone(), turn.hours())
                : turn.now();
    }

    private static GateState state(Verb verb) {
        return switch (verb) {
            case CLOSE -> GateState.CLOSED;
            case MAINTENANCE -> GateState.MAINTENANCE;
            case APPROVAL -> GateState.APPROVAL;
            default -> throw new IllegalArgumentException(verb + " shuts nothing");
        };
    }

    private Reply put(GateRequest request, Verb verb, Turn turn) {
        GateResult result = gates.gates().put(request, turn.person().ref(), turn.message(), turn.now());
        return GateAnswers.of(result, request.environment(), verb, turn);
    }
}
