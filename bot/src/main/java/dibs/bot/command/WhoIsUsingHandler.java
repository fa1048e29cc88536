package dibs.bot.command;

import static dibs.bot.reply.Inline.name;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Mode;
import dibs.backend.environment.Sense;
import dibs.backend.lease.Lease;
import dibs.backend.lease.LeaseService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers {@code who-is-using}. */
final class WhoIsUsingHandler {
    private static final String WHO = Verb.WHO_IS_USING.word();

    private final LeaseService leases;

    WhoIsUsingHandler(LeaseService leases) {
        this.leases = leases;
    }

    Reply handle(Command.WhoIsUsing who, Turn turn) {
        return who.name()
                .map(typed -> switch (Lookup.of(typed, Sense.LEASE, Verb.WHO_IS_USING, turn)) {
                    case Lookup.No no -> no.reply();
                    case Lookup.One one -> one(one.environment(), turn).after(one.remarks());
                })
                .orElseGet(() -> all(turn));
    }

    private Reply one(Environment environment, Turn turn) {
        Facts facts = Facts.NONE.about(environment.id());
        if (environment.units().isEmpty()) {
            String why = environment.mode() == Mode.SHARED
                    ? "{} is shared: several people use it at once, and nobody holds it."
                    : "{} is never held by anybody.";
            return Reply.toAsker(WHO, Outcome.SHOWN, facts, Block.say(why, name(environment.id())));
        }
        List<Lease> held = leases.holding(environment, turn.now());
        if (held.isEmpty()) {
            return Reply.toAsker(WHO, Outcome.SHOWN, facts, Block.say("{} is free.", name(environment.id())));
        }
        if (held.size() == 1) {
            Lease lease = held.getFirst();
            Line line = LeaseWords.holding(lease);
            boolean part = !lease.environment().equals(environment.id());
            return Reply.toAsker(
                    WHO,
                    Outcome.SHOWN,
                    facts.with(LeaseView.of(lease)),
                    Block.say(
                            part
                                    ? Line.of("{} is in use. ", name(environment.id()))
                                            .then(line)
                                    : line));
        }
        return Reply.toAsker(
                WHO,
                Outcome.SHOWN,
                facts.with(held.stream().map(LeaseView::of).toList()),
                List.of(
                        Block.say("{} is in use in parts:", name(environment.id())),
                        Block.bullets(held.stream().map(LeaseWords::holding).toList())));
    }

    /** Everything that can be held, with who holds it. */
    private Reply all(Turn turn) {
        List<Lease> held = leases.held(turn.now());
        List<Line> lines = new ArrayList<>();
        List<Map<String, Object>> items = new ArrayList<>();
        List<Environment> free = new ArrayList<>();
        for (Environment environment : turn.catalog().environments()) {
            if (!environment.leasable() || !environment.parts().isEmpty()) {
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
                            () -> free.add(environment));
            items.add(item);
        }
        Line rest = free.isEmpty()
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
        blocks.add(Block.say(rest));
        return Reply.toAsker(WHO, Outcome.LISTED, Facts.NONE.listing(items), blocks);
    }
}
