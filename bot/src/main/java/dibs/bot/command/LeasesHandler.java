package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.gate.Gate;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.Untidied;
import dibs.backend.lease.WaitService;
import dibs.backend.person.PersonId;
import dibs.bot.command.Command.Whose;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Answers {@code leases}. */
final class LeasesHandler {
    private static final String LEASES = Verb.LEASES.word();

    private static final int MOST = 30;

    private final LeaseService leases;
    private final ReservationService reservations;
    private final Persons persons;
    private final Tidying tidying;
    private final WaitService lines;
    private final Gates gates;

    LeasesHandler(
            LeaseService leases,
            ReservationService reservations,
            Persons persons,
            Tidying tidying,
            WaitService lines,
            Gates gates) {
        this.leases = leases;
        this.reservations = reservations;
        this.persons = persons;
        this.tidying = tidying;
        this.lines = lines;
        this.gates = gates;
    }

    Reply handle(Command.Leases command, Turn turn) {
        return switch (command.whose()) {
            case Whose.All all -> untidied(list(lease -> true, "Nothing is held right now.", turn), part -> true, turn);
            case Whose.Mine mine ->
                untidied(
                        waiting(list(of(turn.person().id()), "You hold nothing right now.", turn), turn),
                        part -> part.holder().id().equals(turn.person().id()),
                        turn);
            case Whose.Of person ->
                switch (persons.all(List.of(person.person()), Verb.LEASES, turn)) {
                    case Persons.No no -> no.reply();
                    case Persons.All all ->
                        list(of(all.refs().getFirst().id()), "Nothing is held by that person right now.", turn);
                };
            case Whose.Upcoming upcoming -> upcoming(turn);
        };
    }

    /** With what the speaker waits for. */
    private Reply waiting(Reply reply, Turn turn) {
        List<Line> waits = LineWords.waits(lines.places(turn.person().id(), turn.now()));
        return waits.isEmpty() ? reply : reply.before(List.of(Block.bullets(waits)));
    }

    /** With what is free and not tidied. */
    private Reply untidied(Reply reply, Predicate<Untidied> which, Turn turn) {
        List<Untidied> left = tidying.free(turn).stream().filter(which).toList();
        if (left.isEmpty()) {
            return reply;
        }
        List<EnvironmentId> names = List.copyOf(TidyWords.names(left, turn.catalog()));
        return reply.before(List.of(Block.say(TidyWords.list(names))))
                .with(reply.facts().untidied(names));
    }

    private Reply upcoming(Turn turn) {
        List<Reservation> upcoming = reservations.upcoming(turn.now());
        List<Line> lines = new ArrayList<>(
                upcoming.stream().limit(MOST).map(ReservationWords::line).toList());
        if (upcoming.size() > MOST) {
            lines.add(Line.of(
                    "… and {} more: {} shows those of one environment.",
                    text(Integer.toString(upcoming.size() - MOST)),
                    code("who-is-using NAME")));
        }
        return Reply.toAsker(
                LEASES,
                Outcome.LISTED,
                Facts.NONE.listing(upcoming.stream().map(ReservationWords::item).toList()),
                lines.isEmpty() ? Block.say("Nothing is reserved.") : Block.bullets(lines));
    }

    /** Who has it, and whether it is shut. */
    private static Line line(Lease lease, List<Gate> shut) {
        Line line = LeaseWords.holding(lease);
        for (Gate gate : shut) {
            if (gate.concerns(List.of(lease.environment()), lease.units())) {
                line = line.then(Line.of(" {} is {}.", name(gate.environment()), text(GateWords.state(gate.state()))));
            }
        }
        return line;
    }

    private static Predicate<Lease> of(PersonId person) {
        return lease -> lease.belongsTo(person);
    }

    private Reply list(Predicate<Lease> which, String none, Turn turn) {
        List<Lease> found = leases.held(turn.now()).stream().filter(which).toList();
        List<LeaseView> views = found.stream().map(LeaseView::of).toList();
        List<Gate> shut = gates.gates().all(turn.now()).stream()
                .filter(gate -> gate.shut(turn.now()))
                .toList();
        Block block = found.isEmpty()
                ? Block.say(none)
                : Block.bullets(found.stream().map(lease -> line(lease, shut)).toList());
        return Reply.toAsker(LEASES, Outcome.LISTED, Facts.NONE.listingLeases(views), block);
    }
}
