package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.Environment;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.ReserveResult;
import dibs.backend.lease.Schedule;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import dibs.bot.time.HumanTimes;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What became of a wish to reserve, as an answer. */
final class ReserveReplies {
    private static final String RESERVE = Verb.RESERVE.word();
    private static final int MOST_BLOCKERS = 12;

    private ReserveReplies() {}

    /** @param first what was named first, for what to type instead */
    static Reply of(ReserveResult result, Schedule schedule, Facts facts, Environment first) {
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
                        ", and then {} at {} in {}. Windows are kept four weeks ahead, {} so far.",
                        text(ReservationWords.every(every)),
                        text(schedule.first()
                                .toLocalTime()
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString()),
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

    /** That nothing was reserved, and why. */
    static Reply no(Outcome outcome, Facts facts, Line why) {
        return Reply.toAsker(RESERVE, outcome, facts, Block.say(why));
    }
}
