package dibs.bot.command;

import dibs.backend.environment.Environment;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.ReserveRequest;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;
import java.util.Optional;

/** Answers {@code reserve}. */
final class ReserveHandler {
    private final ReservationService reservations;
    private final Asking asking;

    ReserveHandler(ReservationService reservations, Asking asking) {
        this.reservations = reservations;
        this.asking = asking;
    }

    Reply handle(Command.Reserve command, Turn turn) {
        if (command.release().isPresent()) {
            return switch (SetParts.of(command.names().getFirst(), command.release(), Verb.RESERVE, turn)) {
                case SetParts.No no -> no.reply();
                case SetParts.Parts parts ->
                    reserve(
                            command,
                            parts.claims(),
                            parts.uses(),
                            Optional.of(parts.bundle()),
                            Facts.NONE.about(parts.set().id()),
                            turn);
            };
        }
        return switch (Wanted.named(command.names(), Verb.RESERVE, turn, it -> refusal(it, turn))) {
            case Wanted.No no -> no.reply();
            case Wanted.All all ->
                reserve(
                                command,
                                all.environments().stream().distinct().toList(),
                                List.of(),
                                Optional.empty(),
                                all.facts(),
                                turn)
                        .after(all.remarks());
        };
    }

    private Optional<Reply> refusal(Environment environment, Turn turn) {
        if (environment.releases().isPresent()) {
            return Optional.of(SetParts.alone(environment, Verb.RESERVE));
        }
        return asking.refusal(environment, List.of(Verb.CLAIM.word()), Optional.empty(), Verb.RESERVE, turn)
                .or(() -> NotLeasable.refusal(environment, Verb.RESERVE, turn));
    }

    private Reply reserve(
            Command.Reserve command,
            List<Environment> environments,
            List<Environment> uses,
            Optional<String> bundle,
            Facts facts,
            Turn turn) {
        return switch (PlannedSchedule.of(command, turn)) {
            case PlannedSchedule.Bad bad -> ReserveReplies.no(Outcome.MISUNDERSTOOD, facts, bad.why());
            case PlannedSchedule.Good good ->
                ReserveReplies.of(
                        reservations.reserve(
                                new ReserveRequest(environments, uses, good.schedule(), command.purpose(), bundle),
                                turn.asker()),
                        good.schedule(),
                        facts,
                        environments.getFirst());
        };
    }
}
