package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Sense;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.Untidied;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Answers {@code env}. */
final class EnvHandler {
    private static final String ENV = Verb.ENV.word();

    private final LeaseService leases;
    private final Tidying tidying;
    private final Gates gates;

    private final ReservationService reservations;

    EnvHandler(LeaseService leases, ReservationService reservations, Tidying tidying, Gates gates) {
        this.leases = leases;
        this.reservations = reservations;
        this.tidying = tidying;
        this.gates = gates;
    }

    Reply handle(Command.Env env, Turn turn) {
        return env.name()
                .map(typed -> switch (Lookup.of(typed, Sense.THING, Verb.ENV, turn)) {
                    case Lookup.No no -> no.reply();
                    case Lookup.One one -> one(one.environment(), turn).after(one.remarks());
                })
                .orElseGet(() -> all(turn));
    }

    private Reply one(Environment environment, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                "{}: {}, {}.",
                name(environment.id()),
                text(environment.title()),
                text(environment.kind().description())));
        Facts facts = Facts.NONE.about(environment.id()).openable(gates.openable(environment, turn));
        List<Lease> held = leases.holding(leased(environment, turn), turn.now());
        List<Untidied> left = tidying.of(leased(environment, turn), turn);
        if (!held.isEmpty()) {
            facts = held.size() == 1
                    ? facts.with(LeaseView.of(held.getFirst()))
                    : facts.with(held.stream().map(LeaseView::of).toList());
            held.forEach(lease -> blocks.add(Block.say(LeaseWords.holding(lease))));
        } else if (leased(environment, turn).leasable()) {
            blocks.add(free(environment, left.isEmpty(), turn));
        }
        if (!left.isEmpty()) {
            facts = facts.untidied(List.of(leased(environment, turn).id()));
            TidyWords.held(leased(environment, turn), left).forEach(line -> blocks.add(Block.say(line)));
        }
        blocks.addAll(gates.shown(environment, turn));
        blocks.addAll(gates.inFlight(environment, turn));
        List<Reservation> upcoming = reservations.upcoming(leased(environment, turn), turn.now());
        ReservationWords.next(upcoming).ifPresent(blocks::add);
        blocks.add(Block.bullets(EnvironmentFacts.of(environment, turn.catalog())));
        return Reply.toAsker(ENV, Outcome.SHOWN, facts, blocks);
    }

    private Block free(Environment environment, boolean tidied, Turn turn) {
        boolean shut =
                gates.of(environment, turn.catalog(), turn.now()).stream().anyMatch(gate -> gate.shut(turn.now()));
        if (shut) {
            return Block.say(
                    tidied
                            ? "Nobody has it, and its gate is shut:"
                            : "Nobody has it, not tidied, and its gate is shut:");
        }
        return Block.say(
                tidied ? "Free: {} takes it." : "Free, not tidied: {} takes it.",
                code("claim " + leased(environment, turn).id()));
    }

    /** A dev worker pool is held through its set. */
    private static Environment leased(Environment environment, Turn turn) {
        return turn.catalog().setOf(environment.id()).orElse(environment);
    }

    private static Reply all(Turn turn) {
        Map<Kind, List<Environment>> byKind = turn.catalog().environments().stream()
                .filter(environment -> environment.retired().isEmpty() && environment.kind() != Kind.ROLE)
                .collect(Collectors.groupingBy(Environment::kind, TreeMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        byKind.forEach((kind, environments) -> {
            int shown = kind == Kind.WORKER_POOL || kind == Kind.TREE || kind == Kind.MISSING ? 5 : environments.size();
            Line line = Line.of("{} ({}): ", text(kind.spelling()), text(Integer.toString(environments.size())))
                    .then(Line.list(environments.stream()
                            .limit(shown)
                            .map(environment -> name(environment.id()))
                            .toList()));
            lines.add(shown < environments.size() ? line.then(Line.of(" …")) : line);
        });
        List<Line> claimable = List.of(Line.of("Can be claimed: ")
                .then(Line.list(turn.catalog().environments().stream()
                        .filter(Environment::leasable)
                        .<Inline>map(environment -> name(environment.id()))
                        .toList()))
                .then(Line.of(".")));
        return Reply.toAsker(
                ENV,
                Outcome.SHOWN,
                Facts.NONE,
                List.of(
                        Block.say("What I know, by kind; {} tells more of one.", code("env NAME")),
                        Block.bullets(lines),
                        Block.say(claimable.getFirst())));
    }
}
