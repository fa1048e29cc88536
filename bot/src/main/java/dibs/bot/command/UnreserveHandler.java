package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.who;

import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.UnreserveResult;
import dibs.backend.person.Role;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Answers {@code cancel} of a reservation by its id. */
final class UnreserveHandler {
    private static final Pattern ID = Pattern.compile("r-[a-z0-9]{1,30}(\\.\\d{1,6})?");

    private final ReservationService reservations;

    UnreserveHandler(ReservationService reservations) {
        this.reservations = reservations;
    }

    /** The id of a reservation that was typed, or nothing where it has not the form of one. */
    static Optional<String> id(String typed) {
        String word = Words.keyword(typed);
        return ID.matcher(word).matches() ? Optional.of(word) : Optional.empty();
    }

    Reply handle(String id, Turn turn) {
        String cancel = Verb.CANCEL.word();
        return switch (reservations.cancel(id, turn.role().includes(Role.ADMIN), turn.asker())) {
            case UnreserveResult.Cancelled cancelled -> {
                Reservation first = cancelled.reservations().getFirst();
                boolean several = cancelled.all() && first.every().isPresent();
                Line line = ReservationWords.off(first);
                yield Reply.toEveryone(
                        cancel,
                        Outcome.CHANGED,
                        Facts.NONE.listing(cancelled.reservations().stream()
                                .map(ReservationWords::item)
                                .toList()),
                        List.of(Block.say(
                                several
                                        ? line.then(Line.of(" So are all after it."))
                                        : line.then(ReservationWords.rest(first)))));
            }
            case UnreserveResult.Anothers other ->
                Reply.toAsker(
                        cancel,
                        Outcome.FORBIDDEN,
                        Facts.NONE,
                        Block.say(
                                "{} is a reservation of {}, who alone can call it off, and admins.",
                                text(id),
                                who(other.reservation().person())));
            case UnreserveResult.NoSuch ignored ->
                Reply.toAsker(
                        cancel,
                        Outcome.NOT_HELD,
                        Facts.NONE,
                        Block.say(
                                "No reservation that is still to begin has the id {}: {} lists them.",
                                text(id),
                                code("leases upcoming")));
        };
    }
}
