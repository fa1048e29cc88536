package dibs.bot.command;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Sense;
import dibs.backend.environment.UnitName;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.backend.lease.Untidied;
import dibs.backend.lease.Use;
import dibs.backend.lease.UseService;
import dibs.backend.lease.WaitService;
import dibs.backend.lease.Window;
import dibs.backend.person.PersonRef;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers {@code who-is-using}. */
final class WhoIsUsingHandler {
    private static final String WHO = Verb.WHO_IS_USING.word();

    private final LeaseService leases;
    private final UseService uses;
    private final WaitService lines;
    private final Tidying tidying;
    private final Gates gates;
    private final ReservationService reservations;

    WhoIsUsingHandler(
            LeaseService leases,
            UseService uses,
            WaitService lines,
            ReservationService reservations,
            Tidying tidying,
            Gates gates) {
        this.leases = leases;
        this.uses = uses;
        this.lines = lines;
        this.reservations = reservations;
        this.tidying = tidying;
        this.gates = gates;
    }

    Reply handle(Command.WhoIsUsing who, Turn turn) {
        return who.name()
                .map(typed -> Lookup.of(typed, Sense.LEASE, Verb.WHO_IS_USING, turn)
                        .then(environment -> one(environment, turn)))
                .orElseGet(() -> all(turn));
    }

    /** Who uses it now, where the lease with that token is over; nothing while it goes on. */
    Optional<Reply> over(Inbound.About about, Turn turn) {
        Optional<Environment> environment = turn.catalog().find(about.environment());
        boolean goesOn = environment.isPresent()
                && leases.holding(environment.get(), turn.now()).stream()
                        .anyMatch(lease -> lease.token().value() == about.token());
        if (goesOn) {
            return Optional.empty();
        }
        Block over = Block.say("That lease of {} is over, and nothing was changed.", name(about.environment()));
        return Optional.of(environment
                .map(it -> one(it, turn).after(List.of(over)))
                .orElseGet(() -> Reply.toAsker(WHO, Outcome.SHOWN, Facts.NONE, over)));
    }

    private Reply one(Environment environment, Turn turn) {
        return gates.beside(now(environment, turn), environment, turn);
    }

    private Reply now(Environment environment, Turn turn) {
        if (environment.releases().isPresent()) {
            return set(environment, turn);
        }
        return environment.units().isEmpty() ? unheld(environment, turn) : held(environment, turn);
    }

    /** A set is held release by release, under the names of its parts. */
    private Reply set(Environment environment, Turn turn) {
        List<Lease> held = leases.held(turn.now()).stream()
                .filter(lease -> lease.bundle()
                        .filter(bundle -> bundle.startsWith(environment.id() + " "))
                        .isPresent())
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                held.isEmpty()
                        ? Block.say("Nobody holds anything of {} right now.", name(environment.id()))
                        : Block.bullets(held.stream().map(LeaseWords::holding).toList()));
        Facts facts = Facts.NONE.about(environment.id());
        if (!held.isEmpty()) {
            facts = facts.with(held.stream().map(LeaseView::of).toList());
        }
        List<Reservation> upcoming = reservations.upcoming(turn.now()).stream()
                .filter(it -> it.bundle()
                        .filter(bundle -> bundle.startsWith(environment.id() + " "))
                        .isPresent())
                .toList();
        return Reply.toAsker(WHO, Outcome.SHOWN, next(upcoming, blocks, facts), blocks);
    }

    /** Says what is reserved next, where anything is. */
    private static Facts next(List<Reservation> upcoming, List<Block> blocks, Facts facts) {
        ReservationWords.next(upcoming).ifPresent(blocks::add);
        return upcoming.isEmpty()
                ? facts
                : facts.listing(upcoming.stream().map(ReservationWords::item).toList());
    }

    private Reply unheld(Environment environment, Turn turn) {
        Facts facts = Facts.NONE.about(environment.id());
        if (environment.mode() != Mode.SHARED) {
            return Reply.toAsker(
                    WHO,
                    Outcome.SHOWN,
                    facts,
                    Block.say("{} is never held by anybody, and nobody records its use.", name(environment.id())));
        }
        List<Use> used = uses.of(environment, turn.now());
        Block block = used.isEmpty()
                ? Block.say("Nobody has said that they use {}; it is shared.", name(environment.id()))
                : Block.bullets(used.stream().map(UseWords::using).toList());
        return Reply.toAsker(
                WHO,
                Outcome.SHOWN,
                facts.listing(used.stream().map(UseWords::item).toList()),
                block);
    }

    private Reply held(Environment environment, Turn turn) {
        List<Lease> held = leases.holding(environment, turn.now());
        List<Block> blocks = new ArrayList<>();
        Facts facts = Facts.NONE.about(environment.id());
        List<Untidied> left = tidying.of(environment, turn);
        if (!left.isEmpty()) {
            facts = facts.untidied(List.of(environment.id()));
        }
        if (held.isEmpty()) {
            TidyWords.free(environment, left).forEach(line -> blocks.add(Block.say(line)));
        } else if (held.size() == 1) {
            Lease lease = held.getFirst();
            boolean part = !lease.environment().equals(environment.id());
            facts = facts.with(LeaseView.of(lease));
            Line line = LeaseWords.holding(lease);
            blocks.add(Block.say(
                    part ? Line.of("{} is in use. ", name(environment.id())).then(line) : line));
        } else {
            facts = facts.with(held.stream().map(LeaseView::of).toList());
            blocks.add(Block.say("{} is in use in parts:", name(environment.id())));
            blocks.add(Block.bullets(held.stream().map(LeaseWords::holding).toList()));
        }
        if (!held.isEmpty()) {
            TidyWords.held(environment, left).forEach(line -> blocks.add(Block.say(line)));
        }
        held.forEach(lease -> leases.unanswered(lease, turn.now())
                .ifPresent(question -> blocks.add(Block.say(HolderWords.unanswered(lease, question)))));
        kept(environment, turn).forEach(kept -> blocks.add(Block.say(kept)));
        List<PersonRef> line = lines.line(environment);
        if (!line.isEmpty()) {
            blocks.add(Block.say(Line.of("In line: ")
                    .then(Line.list(line.stream().map(Inline::who).toList()))
                    .then(Line.of("."))));
            lines.places(turn.person().id(), turn.now()).stream()
                    .filter(place -> place.environment().equals(environment.id()))
                    .forEach(place -> blocks.add(Block.say(LineWords.guess(place)
                            .map(guess ->
                                    LineWords.place(place).then(Line.of(" ")).then(guess))
                            .orElseGet(() -> LineWords.place(place)))));
        }
        List<Reservation> upcoming = reservations.upcoming(environment, turn.now());
        return Reply.toAsker(WHO, Outcome.SHOWN, next(upcoming, blocks, facts), blocks);
    }

    /** For whom what is free is kept: a line for each person. */
    private List<Line> kept(Environment environment, Turn turn) {
        Map<PersonRef, List<Window>> windows = lines.kept(environment, turn.now()).stream()
                .collect(Collectors.groupingBy(Window::person, LinkedHashMap::new, Collectors.toList()));
        return windows.values().stream().map(WhoIsUsingHandler::kept).toList();
    }

    private static Line kept(List<Window> windows) {
        Window first = windows.getFirst();
        Line units =
                Line.list(windows.stream().map(it -> name(it.unit().value())).toList());
        return Line.of("Kept until {} for {}, who ", when(first.until()), who(first.person()))
                .then(Line.of(first.kind() == Window.Kind.OFFER ? "is first in line: " : "waits for more than that: "))
                .then(units)
                .then(Line.of("."));
    }

    /** Everything that can be held, with who holds it. */
    private Reply all(Turn turn) {
        List<Lease> held = leases.held(turn.now());
        List<Line> lines = new ArrayList<>();
        List<Map<String, Object>> items = new ArrayList<>();
        List<Environment> free = new ArrayList<>();
        Set<UnitName> left = tidying.free(turn).stream().map(Untidied::unit).collect(Collectors.toSet());
        List<EnvironmentId> untidied = new ArrayList<>();
        for (Environment environment : turn.catalog().environments()) {
            if (!environment.leasable()
                    || !environment.parts().isEmpty()
                    || environment.releases().isPresent()) {
                continue;
            }
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("environment", environment.id().value());
            held.stream()
                    .filter(lease -> lease.units().stream().anyMatch(environment.units()::contains))
                    .findFirst()
                    .ifPresentOrElse(
                            lease -> {
                                item.put("lease", LeaseView.of(lease));
                                lines.add(LeaseWords.holding(lease));
                            },
                            () -> {
                                if (environment.units().stream().anyMatch(left::contains)) {
                                    untidied.add(environment.id());
                                } else {
                                    free.add(environment);
                                }
                            });
            items.add(item);
        }
        Line rest = free.isEmpty() && untidied.isEmpty()
                ? Line.of("Nothing is free.")
                : Line.of("Free: ")
                        .then(Line.list(free.stream()
                                .map(environment -> name(environment.id()))
                                .toList()))
                        .then(Line.of("."));
        List<Block> blocks = new ArrayList<>();
        if (!lines.isEmpty()) {
            blocks.add(Block.say("In use:"));
            blocks.add(Block.bullets(lines.stream().distinct().toList()));
        }
        if (!free.isEmpty() || untidied.isEmpty()) {
            blocks.add(Block.say(rest));
        }
        Facts facts = Facts.NONE;
        if (!untidied.isEmpty()) {
            blocks.add(Block.say(TidyWords.list(untidied)));
            facts = facts.untidied(untidied);
        }
        uses.all(turn.now()).forEach((id, used) -> {
            blocks.add(Block.bullets(used.stream().map(UseWords::using).toList()));
            for (Use use : used) {
                Map<String, Object> item = new LinkedHashMap<>();
                item.put("environment", id.value());
                item.put("use", UseWords.item(use));
                items.add(item);
            }
        });
        return Reply.toAsker(WHO, Outcome.LISTED, facts.listing(items), blocks);
    }
}
