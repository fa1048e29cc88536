package dibs.bot.command;

import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.backend.lease.ClaimRequest;
import dibs.backend.lease.ClaimResult;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.UseService;
import dibs.backend.person.PersonRef;
import dibs.backend.person.Role;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Answers {@code claim}. */
final class ClaimHandler {
    private static final String CLAIM = Verb.CLAIM.word();

    private final LeaseService leases;
    private final UseService uses;
    private final Persons persons;
    private final Asking asking;
    private final Gates gates;

    ClaimHandler(LeaseService leases, UseService uses, Persons persons, Asking asking, Gates gates) {
        this.leases = leases;
        this.uses = uses;
        this.persons = persons;
        this.asking = asking;
        this.gates = gates;
    }

    Reply handle(Command.Claim claim, Turn turn) {
        return switch (Wanted.named(claim.names(), Verb.CLAIM, turn, environment -> refusal(environment, turn))) {
            case Wanted.No no -> no.reply();
            case Wanted.All wanted ->
                ready(claim.end(), claim.helpers(), turn, (wish, helpers) -> {
                            ClaimRequest request = new ClaimRequest(
                                    wanted.environments(),
                                    wish,
                                    helpers,
                                    claim.purpose(),
                                    List.of(),
                                    Optional.empty(),
                                    alike(turn),
                                    approves(turn));
                            return answer(leases.claim(request, turn.asker()), wanted.facts(), turn);
                        })
                        .after(wanted.remarks());
        };
    }

    Reply handle(Command.ClaimAny claim, Turn turn) {
        return switch (AnyOf.wanted(claim.any(), Verb.CLAIM, turn, environment -> refusal(environment, turn))) {
            case Wanted.No no -> no.reply();
            case Wanted.All wanted ->
                ready(claim.end(), claim.helpers(), turn, (wish, helpers) -> {
                            ClaimRequest request = new ClaimRequest(
                                    wanted.environments(),
                                    wish,
                                    helpers,
                                    claim.purpose(),
                                    List.of(),
                                    Optional.empty(),
                                    alike(turn),
                                    approves(turn));
                            return answer(leases.claimAny(request, turn.asker()), Facts.NONE, turn);
                        })
                        .after(wanted.remarks());
        };
    }

    Reply handle(Command.ClaimSet claim, Turn turn) {
        return switch (SetParts.of(claim.set(), claim.release(), Verb.CLAIM, turn)) {
            case SetParts.No no -> no.reply();
            case SetParts.Parts parts ->
                ready(claim.end(), claim.helpers(), turn, (wish, helpers) -> {
                    ClaimRequest request = new ClaimRequest(
                            parts.claims(),
                            wish,
                            helpers,
                            claim.purpose(),
                            parts.uses(),
                            Optional.of(parts.bundle()),
                            alike(turn),
                            approves(turn));
                    Reply reply = answer(
                            leases.claim(request, turn.asker()),
                            Facts.NONE.about(parts.set().id()),
                            turn);
                    return reply.outcome() == Outcome.GRANTED ? reply.before(parts.remarks()) : reply;
                });
        };
    }

    private Optional<Reply> refusal(Environment environment, Turn turn) {
        if (environment.releases().isPresent()) {
            return Optional.of(SetParts.alone(environment, Verb.CLAIM));
        }
        return asking.refusal(environment, List.of(CLAIM), Optional.empty(), Verb.CLAIM, turn)
                .or(() -> NotLeasable.refusal(environment, Verb.CLAIM, turn))
                .map(reply -> NotLeasable.withUses(reply, environment, uses.of(environment, turn.now())));
    }

    /** The dev sets: whoever never had one is told how they are used. */
    private static Set<EnvironmentId> alike(Turn turn) {
        return turn.catalog().environments().stream()
                .filter(environment -> environment.kind() == Kind.DEV_SET)
                .map(Environment::id)
                .collect(Collectors.toSet());
    }

    /** Goes on when the end can be meant and the helpers are known. */
    private Reply ready(
            Optional<Command.End> end,
            List<String> helpers,
            Turn turn,
            BiFunction<EndWish, List<PersonRef>, Reply> claim) {
        return switch (Ends.wish(end, turn)) {
            case Ends.Bad bad -> Reply.toAsker(CLAIM, Outcome.MISUNDERSTOOD, Facts.NONE, Block.say(bad.why()));
            case Ends.Good good ->
                switch (persons.all(helpers, Verb.CLAIM, turn)) {
                    case Persons.No no -> no.reply();
                    case Persons.All all -> claim.apply(good.wish(), all.refs());
                };
        };
    }

    /** Whoever may open gates gives the approval that one asks for by claiming. */
    private static boolean approves(Turn turn) {
        return turn.role().includes(Role.GATE);
    }

    private Reply answer(ClaimResult result, Facts facts, Turn turn) {
        return switch (result) {
            case ClaimResult.Granted granted -> granted(granted, facts, turn).before(gates.inFlight(turn));
            case ClaimResult.Shut shut -> ShutWords.refusal(shut.gates(), facts, turn);
            case ClaimResult.AlreadyYours yours -> alreadyYours(yours, facts);
            case ClaimResult.Held held -> held(held, facts);
            case ClaimResult.Confirmed confirmed -> confirmed(confirmed.reservation(), facts, turn);
            case ClaimResult.TooLong tooLong ->
                Reply.toAsker(
                        CLAIM,
                        Outcome.REFUSED,
                        facts,
                        Block.say(
                                "{} is held for {} at most, so until {} at the latest.",
                                name(tooLong.environment()),
                                length(tooLong.maximum()),
                                when(tooLong.latest())));
        };
    }

    private static Reply granted(ClaimResult.Granted granted, Facts facts, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        boolean first = granted.first();
        for (Lease lease : granted.leases()) {
            blocks.add(Block.say(until(lease, granted.shortened())));
            Optional<Environment> environment = turn.catalog().find(lease.environment());
            if (environment.isPresent()) {
                List<Block> guidance = Guidance.ofGrant(environment.get(), turn.catalog(), first);
                first = first && guidance.isEmpty();
                blocks.addAll(guidance);
            }
        }
        for (Lease lease : granted.before()) {
            blocks.add(Block.say("{} was yours already, until {}.", name(lease.environment()), when(lease.until())));
        }
        if (!granted.uses().isEmpty()) {
            blocks.add(Block.say(Line.of("Recorded as used by you: ")
                    .then(Line.list(granted.uses().stream()
                            .map(use -> name(use.environment()))
                            .toList()))
                    .then(Line.of("."))));
        }
        Facts all = granted.leases().size() == 1 && granted.uses().isEmpty()
                ? facts.with(LeaseView.of(granted.leases().getFirst()))
                : facts.with(views(granted.leases()));
        Facts withUses = granted.uses().isEmpty()
                ? all
                : all.listing(granted.uses().stream().map(UseWords::item).toList());
        // What holds for all of several is said once.
        return Reply.toEveryone(
                CLAIM, Outcome.GRANTED, withUses, blocks.stream().distinct().toList());
    }

    private static Line until(Lease lease, List<ClaimResult.Shortened> shortened) {
        Line line = Line.of("{} is yours until {}", name(lease.environment()), when(lease.until()));
        return shortened.stream()
                .filter(it -> it.lease().equals(lease.id()))
                .findFirst()
                .map(it -> line.then(Line.of(
                        ", shorter than asked: {} has reserved it from then until {}.",
                        who(it.by().by()),
                        when(it.by().until()))))
                .orElseGet(() -> line.then(Line.of(".")));
    }

    private static Reply confirmed(Reservation reservation, Facts facts, Turn turn) {
        Line names = ReservationWords.names(reservation.environments());
        boolean ahead = reservation.starts().isAfter(turn.now());
        Line line = names.then(Line.of(
                        ahead ? ": confirmed; it begins by itself {}" : ": confirmed; it begins now, as of {}",
                        when(reservation.starts())))
                .then(Line.of(", until {}.", when(reservation.ends())));
        return Reply.toEveryone(
                CLAIM,
                Outcome.RESERVED,
                facts.listing(List.of(ReservationWords.item(reservation))),
                List.of(Block.say(line)));
    }

    private static Reply alreadyYours(ClaimResult.AlreadyYours yours, Facts facts) {
        List<Block> blocks = yours.leases().stream()
                .map(lease -> Block.say(LeaseWords.yours(lease)))
                .toList();
        Facts all = yours.leases().size() == 1
                ? facts.with(LeaseView.of(yours.leases().getFirst()))
                : facts.with(views(yours.leases()));
        return Reply.toAsker(CLAIM, Outcome.ALREADY_YOURS, all, blocks);
    }

    private static Reply held(ClaimResult.Held held, Facts facts) {
        List<Line> lines = held.blockers().stream().map(LeaseWords::blocking).toList();
        List<Block> blocks = lines.size() == 1
                ? List.of(Block.say(Line.of("Nothing was claimed. ").then(lines.getFirst())))
                : List.of(Block.say("Nothing was claimed; in the way are:"), Block.bullets(lines));
        Facts all = facts.with(held.blockers().stream().map(LeaseView::of).toList());
        return Reply.toAsker(CLAIM, Outcome.HELD, all, blocks);
    }

    private static List<LeaseView> views(List<Lease> leases) {
        return leases.stream().map(LeaseView::of).toList();
    }
}
