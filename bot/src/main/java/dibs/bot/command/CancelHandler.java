package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Sense;
import dibs.backend.lease.CancelResult;
import dibs.backend.lease.Lease;
import dibs.backend.lease.TransferService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;
import java.util.Optional;

/** Answers {@code cancel} of what has a name; a reservation by its id is called off elsewhere. */
final class CancelHandler {
    private final TransferService transfers;

    CancelHandler(TransferService transfers) {
        this.transfers = transfers;
    }

    Reply cancel(Command.Cancel cancel, Turn turn) {
        return Lookup.of(cancel.name(), Sense.LEASE, Verb.CANCEL, turn).then(environment -> {
            EnvironmentId id = environment.id();
            return switch (transfers.cancel(environment, turn.asker())) {
                case CancelResult.Declined declined ->
                    cancelled(
                            id,
                            Optional.of(declined.lease()),
                            Line.of(
                                    "You declined {}; {} will hear of it.",
                                    name(id),
                                    who(declined.handover().by())));
                case CancelResult.Withdrawn withdrawn ->
                    cancelled(
                            id,
                            Optional.of(withdrawn.lease()),
                            Line.of(
                                    "Your offer of {} to {} is off; it stays yours.",
                                    name(id),
                                    who(withdrawn.handover().to())));
                case CancelResult.NotTakenOver off ->
                    cancelled(id, Optional.of(off.lease()), Line.of("You no longer want to take over {}.", name(id)));
                case CancelResult.LeftLine left ->
                    cancelled(id, Optional.empty(), Line.of("You left the line for {}.", name(id)));
                case CancelResult.Unreserved off ->
                    cancelled(
                            id,
                            Optional.empty(),
                            off.more()
                                    ? ReservationWords.off(off.reservation())
                                            .then(ReservationWords.rest(off.reservation()))
                                    : ReservationWords.off(off.reservation()));
                case CancelResult.LeftLines left ->
                    cancelled(id, Optional.empty(), Line.of("You no longer wait for {}.", name("any " + left.any())));
                case CancelResult.Unwatched off ->
                    cancelled(id, Optional.empty(), Line.of("You no longer hear when {} changes.", name(id)));
                case CancelResult.Nothing nothing ->
                    Reply.toAsker(
                            Verb.CANCEL.word(),
                            Outcome.NOT_HELD,
                            Facts.NONE.about(id),
                            Block.say(
                                    "You have nothing open about {}: no place in line, no offer, no takeover, no"
                                            + " reservation, no watch. To give it back, type {}.",
                                    name(id),
                                    code("unclaim " + id)));
            };
        });
    }

    private static Reply cancelled(EnvironmentId id, Optional<Lease> lease, Line line) {
        Facts facts = Facts.NONE.about(id);
        return Reply.toEveryone(
                Verb.CANCEL.word(),
                Outcome.CHANGED,
                lease.map(LeaseView::of).map(facts::with).orElse(facts),
                List.of(Block.say(line)));
    }
}
