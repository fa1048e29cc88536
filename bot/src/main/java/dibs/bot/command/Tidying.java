package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Lease;
import dibs.backend.lease.TidyResult;
import dibs.backend.lease.TidyService;
import dibs.backend.lease.Untidied;
import dibs.backend.person.Role;
import dibs.bot.reply.Block;
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

/** Answers {@code tidied}, and says in other answers what is left to tidy. */
final class Tidying {
    private static final String TIDIED = Verb.TIDIED.word();

    private final TidyService service;

    Tidying(TidyService service) {
        this.service = service;
    }

    Reply handle(Command.Tidied tidied, Turn turn) {
        return switch (Wanted.named(
                tidied.names(), Verb.TIDIED, turn, it -> NotLeasable.refusal(it, Verb.TIDIED, turn))) {
            case Wanted.No no -> no.reply();
            case Wanted.All wanted -> confirm(wanted, turn).after(wanted.remarks());
        };
    }

    private Reply confirm(Wanted.All wanted, Turn turn) {
        return switch (service.tidied(wanted.environments(), turn.role().includes(Role.ADMIN), turn.asker())) {
            case TidyResult.Tidied done ->
                Reply.toEveryone(
                        TIDIED,
                        Outcome.CHANGED,
                        wanted.facts(),
                        List.of(Block.say(names(done.environments())
                                .then(Line.of(done.environments().size() == 1 ? " is tidied." : " are tidied.")))));
            case TidyResult.Anothers anothers ->
                Reply.toAsker(
                        TIDIED,
                        Outcome.FORBIDDEN,
                        wanted.facts(),
                        Block.say(
                                "{} had {} last: only they, their helpers, whoever has it now or an admin can confirm"
                                        + " that it is tidied.",
                                Inline.who(anothers.part().holder()),
                                name(anothers.part().unit().value())));
            case TidyResult.Nothing nothing ->
                Reply.toAsker(
                        TIDIED,
                        Outcome.REFUSED,
                        wanted.facts(),
                        Block.say(nothing(nothing, wanted.environments(), turn)));
        };
    }

    private static Line names(List<EnvironmentId> ids) {
        return Line.list(ids.stream().map(Inline::name).toList());
    }

    private static Line nothing(TidyResult.Nothing nothing, List<Environment> environments, Turn turn) {
        Line names = names(environments.stream().map(Environment::id).toList());
        if (environments.stream().allMatch(it -> TidyService.checklist(it).isEmpty())) {
            return Line.of("There is no list of what to tidy, and so nothing to confirm, for ")
                    .then(names)
                    .then(Line.of("."));
        }
        Optional<Lease> mine = nothing.held().stream()
                .filter(lease -> lease.belongsTo(turn.person().id()))
                .findFirst();
        return mine.map(lease -> Line.of(
                        "Your lease of {} goes on: give it back with {} first.",
                        name(lease.environment()),
                        code("unclaim " + lease.environment())))
                .orElseGet(() -> Line.of("There is nothing to confirm: nobody left anything to tidy in ")
                        .then(names)
                        .then(Line.of(".")));
    }

    /** The answer, with what whoever got something has to know of it, or whoever gave something back has to do. */
    Reply with(Reply reply, Turn turn) {
        return switch (reply.outcome()) {
            case GRANTED, TAKEN -> received(reply, turn);
            case RELEASED -> given(reply, turn);
            default -> reply;
        };
    }

    private static List<LeaseView> leases(Reply reply) {
        return reply.facts()
                .leases()
                .orElseGet(() -> reply.facts().lease().stream().toList());
    }

    private Reply received(Reply reply, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        List<EnvironmentId> untidied = new ArrayList<>();
        Map<List<String>, List<EnvironmentId>> checklists = new LinkedHashMap<>();
        for (LeaseView lease : leases(reply)) {
            turn.catalog().find(new EnvironmentId(lease.environment())).ifPresent(environment -> {
                List<Untidied> left = service.of(environment, turn.now()).stream()
                        .filter(part -> lease.units().contains(part.unit().value()))
                        // A message that comes again hears of its own lease, which may have ended since.
                        .filter(part -> !part.since().isAfter(lease.since())
                                && !lease.id().equals(Optional.of(part.lease().value())))
                        .toList();
                if (!left.isEmpty()) {
                    TidyWords.before(environment, left, turn.now()).forEach(line -> blocks.add(Block.say(line)));
                    untidied.add(environment.id());
                    checklists
                            .computeIfAbsent(TidyService.checklist(environment), any -> new ArrayList<>())
                            .add(environment.id());
                }
            });
        }
        checklists.forEach((checklist, environments) -> blocks.addAll(TidyWords.checklist(checklist, environments)));
        return untidied.isEmpty()
                ? reply
                : reply.before(blocks).with(reply.facts().untidied(untidied));
    }

    private static Reply given(Reply reply, Turn turn) {
        Map<List<String>, List<EnvironmentId>> checklists = new LinkedHashMap<>();
        for (LeaseView lease : leases(reply)) {
            turn.catalog()
                    .find(new EnvironmentId(lease.environment()))
                    .filter(environment -> !TidyService.checklist(environment).isEmpty())
                    .ifPresent(environment -> checklists
                            .computeIfAbsent(TidyService.checklist(environment), any -> new ArrayList<>())
                            .add(environment.id()));
        }
        List<Block> blocks = new ArrayList<>();
        checklists.forEach((checklist, environments) -> {
            blocks.add(Block.say(Line.of("Not confirmed as tidied yet: ")
                    .then(Line.list(environments.stream().map(Inline::name).toList()))
                    .then(Line.of("."))));
            blocks.addAll(TidyWords.checklist(checklist, environments));
        });
        List<EnvironmentId> untidied =
                checklists.values().stream().flatMap(List::stream).toList();
        return untidied.isEmpty()
                ? reply
                : reply.before(blocks).with(reply.facts().untidied(untidied));
    }

    /** What of it is not tidied. */
    List<Untidied> of(Environment environment, Turn turn) {
        return service.of(environment, turn.now());
    }

    /** What is free and not tidied; in name order. */
    List<Untidied> free(Turn turn) {
        return service.free(turn.now());
    }
}
