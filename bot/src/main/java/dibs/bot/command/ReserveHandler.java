package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.Environment;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Recurrence;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.ReserveRequest;
import dibs.backend.lease.ReserveResult;
import dibs.backend.lease.Schedule;
import dibs.backend.lease.UnreserveResult;
import dibs.backend.person.Role;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import dibs.bot.time.Direction;
import dibs.bot.time.HumanTimes;
import dibs.bot.time.Recurrences.Often;
import dibs.bot.time.Resolved;
import dibs.bot.time.TimePoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers {@code reserve}, and {@code cancel} of a reservation by its id. */
final class ReserveHandler {
    private static final String RESERVE = Verb.RESERVE.word();
    private static final Pattern ID = Pattern.compile("r-[a-z0-9]{1,30}(\\.\\d{1,6})?");
    private static final int MOST_BLOCKERS = 12;

    private final ReservationService reservations;
    private final Asking asking;

    ReserveHandler(ReservationService reservations, Asking asking) {
        this.reservations = reservations;
        this.asking = asking;
    }

    /** The id of a reservation that was typed, or nothing where it has not the form of one. */
    static Optional<String> id(String typed) {
        String word = Words.keyword(typed);
        return ID.matcher(word).matches() ? Optional.of(word) : Optional.empty();
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
        return switch (Planned.of(command, turn)) {
            case Planned.Bad bad -> no(Outcome.MISUNDERSTOOD, facts, bad.why());
            case Planned.Good good ->
                answer(
                        reservations.reserve(
                                new ReserveRequest(environments, uses, good.schedule(), command.purpose(), bundle),
                                turn.asker()),
                        good.schedule(),
                        facts,
                        environments.getFirst());
        };
    }

    private static Reply answer(ReserveResult result, Schedule schedule, Facts facts, Environment first) {
        return switch (result) {
            case ReserveResult.Reserved reserved -> reserved(reserved.reservations(), schedule, facts);
            case ReserveResult.Taken taken -> {
                List<Line> lines = taken.blockers().stream()
                        .limit(MOST_BLOCKERS)
                        .map(LeaseWords::blocking)
                        .toList();
                yield Reply.toAsker(
                        RESERVE,
                        Outcome.HELD,
                        facts.with(taken.blockers().stream().map(LeaseView::of).toList()),
                        List.of(Block.say("Nothing was reserved; in the way are:"), Block.bullets(lines)));
            }
            case ReserveResult.Already already ->
                no(
                        Outcome.REFUSED,
                        facts.listing(List.of(ReservationWords.item(already.mine()))),
                        Line.of("Nothing was reserved; you have already: ")
                                .then(ReservationWords.line(already.mine())));
            case ReserveResult.Past past ->
                no(
                        Outcome.MISUNDERSTOOD,
                        facts,
                        Line.of(
                                "A reservation begins later than now, and that would be {}: to have it at once, type"
                                        + " {}.",
                                when(past.starts()),
                                code("claim " + first.id())));
            case ReserveResult.TooFar far ->
                no(
                        Outcome.REFUSED,
                        facts,
                        Line.of(
                                "{} is too far ahead: reservations begin within {}, so until {}.",
                                when(far.starts()),
                                length(ReservationService.AHEAD),
                                when(far.latest())));
            case ReserveResult.TooLong tooLong ->
                no(
                        Outcome.REFUSED,
                        facts,
                        Line.of(
                                "{} is held for {} at most, and so reserved.",
                                name(tooLong.environment()),
                                length(tooLong.maximum())));
            case ReserveResult.IntoItself into ->
                no(
                        Outcome.REFUSED,
                        facts,
                        Line.of(
                                "Windows of {} would run into each other: make them shorter or rarer.",
                                length(into.length())));
            case ReserveResult.Never never ->
                no(
                        Outcome.MISUNDERSTOOD,
                        facts,
                        Line.of("It would end {}, before it first begins: write a later end.", when(never.until())));
            case ReserveResult.TooMany many ->
                no(
                        Outcome.REFUSED,
                        facts,
                        Line.of(
                                "You have {} reservations, and nobody has more: {} lists them, {} calls one off.",
                                text(Integer.toString(many.most())),
                                code("leases upcoming"),
                                code("cancel ID")));
        };
    }

    private static Reply reserved(List<Reservation> stored, Schedule schedule, Facts facts) {
        Reservation first = stored.getFirst();
        Line names = ReservationWords.names(first.environments());
        List<Block> blocks = new ArrayList<>();
        Line window = names.then(Line.of(
                (first.parts().size() == 1 ? " is" : " are") + " reserved for you from {} until {}",
                when(first.starts()),
                when(first.ends())));
        blocks.add(Block.say(first.every()
                .map(every -> window.then(Line.of(
                        ", and then {} at the same time of day in {}. Windows are kept four weeks ahead, {} so far.",
                        text(ReservationWords.every(every)),
                        text(HumanTimes.name(schedule.zone())),
                        text(Integer.toString(stored.size())))))
                .orElseGet(() -> window.then(Line.of(".")))));
        String claim = ReservationWords.claim(first.environments());
        blocks.add(
                first.state() == Reservation.State.CONFIRMED
                        ? Block.say("It begins by itself then; {} calls it off.", code("cancel " + first.id()))
                        : Block.say(
                                "Fifteen minutes before I ask you: {} by {} confirms it, and it begins by itself; else"
                                        + " it lapses. {} calls it off.",
                                code(claim),
                                when(first.confirmBy()),
                                code("cancel " + first.series())));
        return Reply.toEveryone(
                RESERVE,
                Outcome.RESERVED,
                facts.listing(stored.stream().map(ReservationWords::item).toList()),
                blocks);
    }

    private static Reply no(Outcome outcome, Facts facts, Line why) {
        return Reply.toAsker(RESERVE, outcome, facts, Block.say(why));
    }

    Reply cancel(String id, Turn turn) {
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

    /** What the words about time come to for whoever speaks. */
    private sealed interface Planned {
        /** They can be meant. */
        record Good(Schedule schedule) implements Planned {}

        /** They cannot; this is why. */
        record Bad(Line why) implements Planned {}

        static Planned of(Command.Reserve command, Turn turn) {
            return switch (starts(command, turn)) {
                case Ends.Bad bad -> new Bad(bad.why());
                case Ends.Good good -> of(command, instant(good), turn);
            };
        }

        private static Ends starts(Command.Reserve command, Turn turn) {
            Resolved resolved = command.from().resolve(turn.now(), turn.zone(), turn.hours(), Direction.START);
            // What comes again may have a first time that is over: the next one counts.
            return command.every().isPresent() && resolved instanceof Resolved.Past past
                    ? new Ends.Good(new EndWish.Until(past.when()))
                    : Ends.of(resolved, turn);
        }

        private static Planned of(Command.Reserve command, Instant starts, Turn turn) {
            Optional<Ends> end = command.length().end().map(it -> ends(it, starts, turn));
            Optional<Ends> last = command.last().map(it -> ends(it, starts, turn));
            Optional<Line> bad = Stream.of(end, last)
                    .flatMap(Optional::stream)
                    .filter(Ends.Bad.class::isInstance)
                    .map(it -> ((Ends.Bad) it).why())
                    .findFirst();
            if (bad.isPresent()) {
                return new Bad(bad.get());
            }
            Duration length = command.length()
                    .length()
                    .orElseGet(() ->
                            Duration.between(starts, end.map(Planned::instant).orElse(starts)));
            ZoneId zone = command.from().in(turn.zone());
            LocalDateTime first = starts.atZone(zone).toLocalDateTime();
            return new Good(new Schedule(
                    zone,
                    first,
                    length,
                    command.every().map(often -> recurrence(often, first)),
                    last.map(Planned::instant)));
        }

        private static Ends ends(TimePoint moment, Instant starts, Turn turn) {
            Resolved resolved = moment.resolve(starts, turn.zone(), turn.hours(), Direction.END);
            return resolved instanceof Resolved.Past past
                    ? new Ends.Bad(Line.of(
                            "{} is not after {}, when it begins: write a later end, or the day with it.",
                            when(past.when()),
                            when(starts)))
                    : Ends.of(resolved, turn);
        }

        private static Instant instant(Ends ends) {
            return ends instanceof Ends.Good good && good.wish() instanceof EndWish.Until until
                    ? until.end()
                    : Instant.MAX;
        }

        private static Recurrence recurrence(Often often, LocalDateTime first) {
            return new Recurrence(often.days().isEmpty() ? Set.of(first.getDayOfWeek()) : often.days(), often.weeks());
        }
    }
}
