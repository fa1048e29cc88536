package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Mode;
import dibs.backend.lease.EndWish;
import dibs.backend.lease.Use;
import dibs.backend.lease.UseService;
import dibs.backend.policy.Judged;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers {@code using}. */
final class UsingHandler {
    private static final String USING = Verb.USING.word();
    private static final List<String> DOES = List.of("use", "write");

    private final UseService uses;
    private final Asking asking;
    private final Gates gates;

    UsingHandler(UseService uses, Asking asking, Gates gates) {
        this.uses = uses;
        this.asking = asking;
        this.gates = gates;
    }

    Reply handle(Command.Using using, Turn turn) {
        Verdicts verdicts = new Verdicts(using.purpose(), turn);
        return switch (Wanted.named(
                using.names(), Verb.USING, turn, environment -> refusal(environment, verdicts, turn))) {
            case Wanted.No no -> no.reply();
            case Wanted.All wanted ->
                switch (Ends.wish(using.end(), turn)) {
                    case Ends.Bad bad -> Reply.toAsker(USING, Outcome.MISUNDERSTOOD, Facts.NONE, Block.say(bad.why()));
                    case Ends.Good good ->
                        record(wanted, good.wish(), verdicts, turn).after(wanted.remarks());
                };
        };
    }

    /** What the rules say of each environment used for that purpose, asked once. */
    private final class Verdicts {
        private final Optional<String> words;
        private final Optional<String> purpose;
        private final Turn turn;
        private final Map<EnvironmentId, Judged> known = new HashMap<>();

        private Verdicts(Optional<String> words, Turn turn) {
            this.words = words;
            this.purpose = asking.purpose(words, turn);
            this.turn = turn;
        }

        private Judged of(Environment environment) {
            return known.computeIfAbsent(environment.id(), id -> asking.judge(environment, DOES, purpose, turn));
        }
    }

    private Optional<Reply> refusal(Environment environment, Verdicts verdicts, Turn turn) {
        if (environment.mode() == Mode.SHARED && environment.retired().isEmpty()) {
            return Asking.refusal(environment, verdicts.of(environment), Verb.USING);
        }
        if (environment.leasable()) {
            return Optional.of(Reply.toAsker(
                    USING,
                    Outcome.REFUSED,
                    Facts.NONE.about(environment.id()).suggesting(List.of(environment.id())),
                    Block.say(
                            "{} is for one holder at a time: type {}.",
                            name(environment.id()),
                            code("claim " + environment.id()))));
        }
        return NotLeasable.refusal(environment, Verb.USING, turn);
    }

    private Reply record(Wanted.All wanted, EndWish wish, Verdicts verdicts, Turn turn) {
        Facts facts = wanted.facts();
        return switch (uses.record(wanted.environments(), wish, verdicts.words, turn.asker())) {
            case UseService.Recorded recorded ->
                recorded(recorded, facts, words(wanted, verdicts))
                        .after(shut(wanted, turn))
                        .before(gates.inFlight(turn));
            case UseService.TooLong tooLong ->
                Reply.toAsker(
                        USING,
                        Outcome.REFUSED,
                        facts,
                        Block.say(
                                "A use of {} is recorded for {} at most, so until {} at the latest.",
                                name(tooLong.environment()),
                                length(tooLong.maximum()),
                                when(tooLong.latest())));
        };
    }

    /** A gate keeps nobody from using what is shared, so it is said first. */
    private List<Block> shut(Wanted.All wanted, Turn turn) {
        return wanted.environments().stream()
                .flatMap(environment -> gates.shown(environment, turn).stream())
                .distinct()
                .toList();
    }

    /** What the rules say of each; what they forbid was refused before. */
    private static List<Block> words(Wanted.All wanted, Verdicts verdicts) {
        return wanted.environments().stream()
                .map(environment -> verdict(environment, verdicts.of(environment)))
                .toList();
    }

    private static Block verdict(Environment environment, Judged judged) {
        String rules = String.join(", ", judged.verdict().rules());
        return Block.say(
                "By the rules {} is {} for this ({}): {} says why.",
                name(environment.id()),
                text(judged.verdict().answer().word()),
                text(rules),
                code("is-safe " + environment.id()));
    }

    private static Reply recorded(UseService.Recorded recorded, Facts facts, List<Block> verdicts) {
        List<Block> blocks = new ArrayList<>();
        for (Use use : recorded.mine()) {
            blocks.add(Block.say("You use {} until {}.", name(use.environment()), when(use.until())));
        }
        blocks.addAll(verdicts);
        if (!recorded.others().isEmpty()) {
            blocks.add(Block.say("Others use it too:"));
            blocks.add(Block.bullets(
                    recorded.others().stream().map(UseWords::using).toList()));
        }
        return Reply.toEveryone(
                USING,
                Outcome.USING,
                facts.listing(recorded.mine().stream().map(UseWords::item).toList()),
                blocks);
    }
}
