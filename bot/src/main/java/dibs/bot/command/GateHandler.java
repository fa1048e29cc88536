package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;

import dibs.backend.confirmation.ConfirmationService;
import dibs.backend.confirmation.Wish;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.GateState;
import dibs.backend.environment.Sense;
import dibs.backend.environment.Tier;
import dibs.backend.gate.Freeze;
import dibs.backend.gate.Gate;
import dibs.backend.gate.GateRequest;
import dibs.backend.gate.GateResult;
import dibs.backend.gate.Rhythm;
import dibs.backend.policy.Judged;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers {@code open}, {@code close}, {@code maintenance} and {@code approval}. */
final class GateHandler {
    /** What the catalog calls whatever shows and changes the states of trees. */
    private static final String TREES = "tree-states";

    private static final List<String> TAKES_DOWN = List.of("take down");

    private final Gates gates;
    private final Asking asking;
    private final ConfirmationService confirmations;

    GateHandler(Gates gates, Asking asking, ConfirmationService confirmations) {
        this.gates = gates;
        this.asking = asking;
        this.confirmations = confirmations;
    }

    Reply open(Command.Open open, Turn turn) {
        return gated(open.name(), Verb.OPEN, turn, environment -> {
            GateResult result = gates.gates()
                    .open(
                            environment.id(),
                            turn.catalog().standingFor(environment),
                            environment.units(),
                            turn.person().ref(),
                            turn.message(),
                            turn.now());
            return said(result, environment.id(), Verb.OPEN, turn);
        });
    }

    Reply shut(Command.Shut shut, Turn turn) {
        return gated(shut.name(), shut.verb(), turn, environment -> switch (Ends.wish(shut.end(), turn)) {
            case Ends.Bad bad -> no(shut.verb(), Outcome.MISUNDERSTOOD, environment, Block.say(bad.why()));
            case Ends.Good ignored -> shut(shut, environment, turn);
        });
    }

    /** What has a gate; a dev worker pool has that of its set. */
    private static Reply gated(String typed, Verb verb, Turn turn, Function<Environment, Reply> answer) {
        return Lookup.of(typed, Sense.THING, verb, turn).then(environment -> {
            Optional<Environment> set = turn.catalog().setOf(environment.id());
            if (set.isPresent()) {
                return answer.apply(set.get())
                        .after(List.of(Block.say(
                                "{} is one of the pools of {}: they share one image, so the gate is the set's.",
                                name(environment.id()),
                                name(set.get().id()))));
            }
            return refusal(environment, verb, turn).orElseGet(() -> answer.apply(environment));
        });
    }

    private static Optional<Reply> refusal(Environment environment, Verb verb, Turn turn) {
        boolean gone = environment.retired().isPresent();
        if (gone) {
            return NotLeasable.refusal(environment, verb, turn);
        }
        return switch (environment.kind()) {
            case TREE -> Optional.of(no(verb, Outcome.REFUSED, environment, Block.say(tree(environment, turn))));
            case ROLE, MISSING, EXTERNAL ->
                Optional.of(no(
                        verb,
                        Outcome.REFUSED,
                        environment,
                        Block.say(
                                "{} is {}, which has no gate.",
                                name(environment.id()),
                                text(environment.kind().description()))));
            default -> Optional.empty();
        };
    }

    private static Line tree(Environment environment, Turn turn) {
        Line line = Line.of(
                "{} is a tree, and trees have no gate of mine: I only read their state.", name(environment.id()));
        List<Inline> links = turn.catalog().labelled(TREES).stream()
                .flatMap(place -> place.naming().urls().entrySet().stream()
                        .filter(url -> url.getKey().equals("page"))
                        .map(url -> (Inline) new Inline.Link(place.title(), url.getValue())))
                .toList();
        return links.isEmpty()
                ? line
                : line.then(Line.of(" They are opened and closed at "))
                        .then(Line.list(links))
                        .then(Line.of("."));
    }

    private Reply shut(Command.Shut shut, Environment environment, Turn turn) {
        Optional<Rhythm> rhythm;
        Optional<Instant> until;
        if (shut.every().isPresent()) {
            Duration length = ((Command.End.For) shut.end().orElseThrow()).length();
            if (length.compareTo(Rhythm.LONGEST) > 0) {
                return no(
                        shut.verb(),
                        Outcome.REFUSED,
                        environment,
                        Block.say("What comes back lasts {} at most each time.", length(Rhythm.LONGEST)));
            }
            until = Optional.empty();
            rhythm = shut.every()
                    .map(every ->
                            new Rhythm(every.days(), every.at(), every.zone().orElse(turn.zone()), length));
        } else {
            rhythm = Optional.empty();
            until = shut.end().map(end -> end(end, environment, turn));
        }
        GateRequest request = new GateRequest(
                environment.id(),
                List.copyOf(turn.catalog().standingFor(environment)),
                environment.units(),
                state(shut.verb()),
                shut.because(),
                until,
                rhythm);
        boolean production = environment.tier().filter(Tier.PRODUCTION::equals).isPresent();
        if (!production || shut.verb() != Verb.MAINTENANCE) {
            return put(request, shut.verb(), turn);
        }
        List<Freeze> inFlight = gates.freezes().inFlight(turn.now());
        Judged judged = asking.judge(environment, TAKES_DOWN, Optional.of("maintenance"), turn);
        return inFlight.isEmpty()
                ? put(request, shut.verb(), turn).before(conditions(judged))
                : confirm(request, inFlight, judged, turn);
    }

    private static Instant end(Command.End end, Environment environment, Turn turn) {
        return Ends.wish(Optional.of(end), turn) instanceof Ends.Good good
                ? good.wish().from(turn.now(), environment.guidance().limits(), turn.zone(), turn.hours())
                : turn.now();
    }

    private static GateState state(Verb verb) {
        return switch (verb) {
            case CLOSE -> GateState.CLOSED;
            case MAINTENANCE -> GateState.MAINTENANCE;
            case APPROVAL -> GateState.APPROVAL;
            default -> throw new IllegalArgumentException(verb + " shuts nothing");
        };
    }

    private static List<Block> conditions(Judged judged) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say("It is production, and by the rules ({}):", text(rules(judged))));
        blocks.add(Block.bullets(judged.verdict().conditions().stream()
                .map(condition -> Line.of("{}", text(condition)))
                .toList()));
        return judged.verdict().conditions().isEmpty() ? List.of() : blocks;
    }

    private static String rules(Judged judged) {
        return String.join(", ", judged.verdict().rules());
    }

    private Reply confirm(GateRequest request, List<Freeze> inFlight, Judged judged, Turn turn) {
        ConfirmationService.Asked asked =
                confirmations.ask(new Wish.PutGate(request), turn.person().ref(), turn.message(), turn.now());
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Block.say("Confirm it: {} is production, and nothing was changed yet.", name(request.environment())));
        blocks.addAll(GateWords.inFlight(inFlight));
        blocks.add(Block.say(
                "By the rules taking it down is {} now:",
                text(judged.verdict().answer().word())));
        blocks.addAll(VerdictWords.refusal(judged));
        blocks.add(Block.say(
                "{} puts it in maintenance none the less, within {}.",
                code("confirm " + asked.code()),
                length(ConfirmationService.WITHIN)));
        return Reply.toAsker(
                Verb.MAINTENANCE.word(),
                Outcome.CONFIRM,
                Facts.NONE
                        .about(request.environment())
                        .code(asked.code())
                        .listing(inFlight.stream().map(GateWords::item).toList()),
                blocks);
    }

    private Reply put(GateRequest request, Verb verb, Turn turn) {
        GateResult result = gates.gates().put(request, turn.person().ref(), turn.message(), turn.now());
        return said(result, request.environment(), verb, turn);
    }

    /** What became of it. */
    static Reply said(GateResult result, EnvironmentId about, Verb verb, Turn turn) {
        Facts facts = Facts.NONE.about(about);
        return switch (result) {
            case GateResult.Set set -> set(set, facts.about(set.gate().environment()), verb, turn);
            case GateResult.Opened opened -> opened(opened, facts, turn);
            case GateResult.WasOpen was -> wasOpen(was, facts, about, turn);
            case GateResult.Over ignored ->
                Reply.toAsker(
                        verb.word(),
                        Outcome.MISUNDERSTOOD,
                        facts,
                        Block.say("Its end has passed: write a later one, or the day with it."));
        };
    }

    /** What became of it once it was confirmed. */
    static Reply confirmed(GateResult result, Turn turn) {
        return result instanceof GateResult.Set set
                ? set(set, Facts.NONE.about(set.gate().environment()), Verb.CONFIRM, turn)
                : Reply.toAsker(
                        Verb.CONFIRM.word(),
                        Outcome.REFUSED,
                        Facts.NONE,
                        Block.say("Its end has passed by now: type the command again."));
    }

    private static Reply set(GateResult.Set set, Facts facts, Verb verb, Turn turn) {
        Gate gate = set.gate();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(GateWords.of(gate, turn.now())));
        if (gate.units().size() > 1) {
            blocks.add(Block.say("That goes for all that it stands for."));
        }
        set.replaced().forEach(it -> blocks.add(replaced(it, turn)));
        if (set.told() > 0) {
            blocks.add(
                    set.told() == 1
                            ? Block.say("One person who has or watches it hears of it.")
                            : Block.say(
                                    "{} persons who have or watch it hear of it.", text(Integer.toString(set.told()))));
        }
        blocks.add(Block.say(
                gate.opens(turn.now()).isPresent() && gate.rhythm().isEmpty()
                        ? "It opens by itself then; {} opens it sooner."
                        : "{} opens it.",
                GateWords.opening(gate)));
        blocks.add(GateWords.notice());
        return Reply.toEveryone(
                verb.word(), Outcome.CHANGED, facts.listing(List.of(GateWords.item(gate, turn.now()))), blocks);
    }

    private static Block replaced(Gate gate, Turn turn) {
        return Block.say(Line.of("In place of: ").then(GateWords.of(gate, turn.now())));
    }

    private static Reply opened(GateResult.Opened opened, Facts facts, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        boolean shut = opened.left().stream().anyMatch(it -> it.shut(turn.now()));
        Gate gate = opened.ended().getFirst();
        blocks.add(Block.say(
                shut ? "{} has no gate of its own any more, and is not open:" : "{} is open.",
                name(gate.environment())));
        opened.ended().stream()
                .filter(it -> it.rhythm().isPresent())
                .forEach(it -> blocks.add(Block.say("Its maintenance no longer comes back.")));
        left(opened.left(), blocks, turn);
        blocks.add(GateWords.notice());
        return Reply.toEveryone(Verb.OPEN.word(), Outcome.CHANGED, facts.listing(items(opened.left(), turn)), blocks);
    }

    private static Reply wasOpen(GateResult.WasOpen was, Facts facts, EnvironmentId about, Turn turn) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                was.left().isEmpty()
                        ? "{} is open; nothing was changed."
                        : "{} has no gate of its own; nothing was changed. What is in its way:",
                name(about)));
        left(was.left(), blocks, turn);
        return Reply.toAsker(Verb.OPEN.word(), Outcome.REFUSED, facts.listing(items(was.left(), turn)), blocks);
    }

    private static void left(List<Gate> left, List<Block> blocks, Turn turn) {
        if (!left.isEmpty()) {
            blocks.add(Block.bullets(left.stream()
                    .map(it -> GateWords.of(it, turn.now()).then(Line.of(" {} opens it.", GateWords.opening(it))))
                    .toList()));
        }
    }

    private static List<Map<String, Object>> items(List<Gate> gates, Turn turn) {
        return gates.stream().map(it -> GateWords.item(it, turn.now())).toList();
    }

    private static Reply no(Verb verb, Outcome outcome, Environment environment, Block block) {
        return Reply.toAsker(verb.word(), outcome, Facts.NONE.about(environment.id()), block);
    }
}
