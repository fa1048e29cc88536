package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.confirmation.ConfirmResult;
import dibs.backend.confirmation.ConfirmationService;
import dibs.backend.confirmation.Wish;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Resolution;
import dibs.backend.environment.Sense;
import dibs.backend.lease.EndWish;
import dibs.backend.person.Role;
import dibs.backend.policy.Clause;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicySource;
import dibs.backend.policy.Rule;
import dibs.backend.policy.Waiver;
import dibs.backend.policy.WaiverRequest;
import dibs.backend.policy.WaiverService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Answers {@code waive}, {@code confirm}, and {@code cancel} of an exception. */
final class WaiverHandler {
    private static final Pattern ID = Pattern.compile("w-[a-z0-9]{1,20}");

    private final PolicySource policies;
    private final WaiverService waivers;
    private final ConfirmationService confirmations;

    WaiverHandler(PolicySource policies, WaiverService waivers, ConfirmationService confirmations) {
        this.policies = policies;
        this.waivers = waivers;
        this.confirmations = confirmations;
    }

    /** The id of an exception that was typed, or nothing where it has not the form of one. */
    static Optional<String> id(String typed) {
        String word = Words.keyword(typed);
        return ID.matcher(word).matches() ? Optional.of(word) : Optional.empty();
    }

    Reply waive(Command.Waive waive, Turn turn) {
        return Lookup.of(waive.consumer(), Sense.THING, Verb.WAIVE, turn)
                .then(consumer -> Lookup.of(waive.environment(), Sense.THING, Verb.WAIVE, turn)
                        .then(environment -> switch (end(waive.end(), turn)) {
                            case Ends.Bad bad ->
                                Reply.toAsker(
                                        Verb.WAIVE.word(), Outcome.MISUNDERSTOOD, Facts.NONE, Block.say(bad.why()));
                            case Ends.Good good -> waive(waive, consumer, environment, good.wish(), turn);
                        }));
    }

    private static Ends end(Command.End end, Turn turn) {
        return Ends.wish(Optional.of(end), turn);
    }

    private Reply waive(Command.Waive waive, Environment consumer, Environment environment, EndWish wish, Turn turn) {
        Instant until = wish.from(turn.now(), environment.guidance().limits(), turn.zone(), turn.hours());
        WaiverRequest request =
                new WaiverRequest(waive.rule(), consumer.id(), environment.id(), until, waive.because());
        return switch (waivers.check(request, turn.now())) {
            case WaiverService.Possible possible -> ask(possible.request(), waive, turn);
            case WaiverService.Impossible impossible -> impossible(impossible, Verb.WAIVE);
        };
    }

    private Reply ask(WaiverRequest request, Command.Waive typed, Turn turn) {
        ConfirmationService.Asked asked =
                confirmations.ask(new Wish.Waive(request), turn.person().ref(), turn.message(), turn.now());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                "Confirm it: {} will not hold for {} in {} until {}: {}. Whoever gets a verdict that rests on it will"
                        + " see that, your name and your reason.",
                text(request.rule()),
                name(request.consumer()),
                name(request.environment()),
                when(request.until()),
                quote(request.because())));
        blocks.add(Block.bullets(lifted(request, policies.policy())));
        for (String said : List.of(typed.consumer(), typed.environment())) {
            whole(said, turn).ifPresent(blocks::add);
        }
        waivers.inForce(request.consumer(), request.environment(), turn.now()).stream()
                .filter(it -> it.rule().equals(request.rule()))
                .forEach(it -> blocks.add(
                        Block.say("It takes the place of {}, which ends {}.", text(it.id()), when(it.until()))));
        blocks.add(Block.say(
                "{} does it, within {}.", code("confirm " + asked.code()), length(ConfirmationService.WITHIN)));
        return Reply.toAsker(
                Verb.WAIVE.word(),
                Outcome.CONFIRM,
                Facts.NONE.about(request.environment()).code(asked.code()),
                blocks);
    }

    /** What the rule no longer says meanwhile. */
    private static List<Line> lifted(WaiverRequest request, Policy policy) {
        List<Clause> clauses = policy.rule(request.rule()).map(Rule::clauses).orElse(List.of()).stream()
                .filter(WaiverService::isLifted)
                .toList();
        return RuleWords.clauses(clauses).stream()
                .map(clause -> Line.of("it no longer {}", text(clause)))
                .toList();
    }

    /** An exception is for all of a tree or a set: whoever named a part has to know. */
    private static Optional<Block> whole(String typed, Turn turn) {
        if (turn.catalog().names().resolve(typed, Sense.THING) instanceof Resolution.Found found
                && found.branch().isPresent()) {
            return Optional.of(Block.say(
                    "That is all of {}, not {} alone.",
                    name(found.environment().id()),
                    text(found.branch().get())));
        }
        return Optional.empty();
    }

    /**
     * Does what a code stands for.
     *
     * @param again answers a line that was kept as it was said
     */
    Reply confirm(Command.Confirm confirm, Turn turn, Function<String, Reply> again) {
        String code = confirm.code().toLowerCase(Locale.ROOT);
        String whole = code.startsWith("c-") ? code : "c-" + code;
        ConfirmResult result =
                confirmations.confirm(whole, turn.person().ref(), turn.role(), turn.message(), turn.now());
        return switch (result) {
            case ConfirmResult.Waived waived -> waived(waived.made());
            case ConfirmResult.Said said -> again.apply(said.line());
            case ConfirmResult.Gated gated -> GateAnswers.confirmed(gated.result(), turn);
            case ConfirmResult.NotWaived not -> impossible(not.why(), Verb.CONFIRM);
            case ConfirmResult.NoSuchCode ignored ->
                no(
                        Outcome.REFUSED,
                        Line.of(
                                "There is nothing to confirm under {}: the code stands in what I asked you to confirm.",
                                CommandParser.quoted(confirm.code())));
            case ConfirmResult.Anothers ignored ->
                no(Outcome.FORBIDDEN, Line.of("That is somebody else's to confirm: only who asked for it may."));
            case ConfirmResult.Late late ->
                no(
                        Outcome.REFUSED,
                        Line.of("That code was good until {}: type the command again.", when(late.until())));
            case ConfirmResult.Already ignored ->
                no(Outcome.REFUSED, Line.of("That code was used already: nothing more was done."));
            case ConfirmResult.NotAllowed not -> Refusals.role(Verb.CONFIRM, not.needed(), turn);
        };
    }

    private static Reply no(Outcome outcome, Line line) {
        return Reply.toAsker(Verb.CONFIRM.word(), outcome, Facts.NONE, Block.say(line));
    }

    private static Reply waived(WaiverService.Made made) {
        Waiver waiver = made.waiver();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(WaiverWords.inForce(waiver)));
        made.replaced().forEach(it -> blocks.add(Block.say("{} ended with that.", text(it.id()))));
        blocks.add(Block.say("{} ends it sooner.", code("cancel " + waiver.id())));
        return Reply.toEveryone(
                Verb.CONFIRM.word(),
                Outcome.CHANGED,
                Facts.NONE.about(waiver.environment()).listing(List.of(WaiverWords.item(waiver))),
                blocks);
    }

    private static Reply impossible(WaiverService.Impossible why, Verb verb) {
        return switch (why) {
            case WaiverService.NoSuchRule no ->
                Reply.toAsker(
                        verb.word(),
                        Outcome.UNKNOWN_NAME,
                        Facts.NONE,
                        Block.say(
                                "There is no rule {}: {} lists them.",
                                CommandParser.quoted(no.rule()),
                                code("policy")));
            case WaiverService.NothingToWaive nothing ->
                refused(
                        verb,
                        Line.of(
                                "{} forbids nothing and asks for nothing, so there is nothing to waive: {} says more.",
                                text(nothing.rule()),
                                code("policy " + nothing.rule())));
            case WaiverService.Over over ->
                refused(verb, Line.of("{} has passed: write a later end.", when(over.until())));
            case WaiverService.TooLong tooLong ->
                refused(
                        verb,
                        Line.of(
                                "An exception ends within {}, so until {} at the latest.",
                                length(WaiverService.LONGEST),
                                when(tooLong.latest())));
        };
    }

    private static Reply refused(Verb verb, Line line) {
        return Reply.toAsker(verb.word(), Outcome.REFUSED, Facts.NONE, Block.say(line));
    }

    /** Calls an exception off by its id. */
    Reply cancel(String id, Turn turn) {
        if (!turn.role().includes(Role.ADMIN)) {
            return Refusals.role(Verb.CANCEL, Role.ADMIN, turn);
        }
        return switch (waivers.cancel(id, turn.person().ref(), turn.message(), turn.now())) {
            case WaiverService.CalledOff off ->
                Reply.toEveryone(
                        Verb.CANCEL.word(),
                        Outcome.CHANGED,
                        Facts.NONE.about(off.waiver().environment()),
                        List.of(Block.say(
                                "{} has ended: {} holds for {} in {} again.",
                                text(off.waiver().id()),
                                text(off.waiver().rule()),
                                name(off.waiver().consumer()),
                                name(off.waiver().environment()))));
            case WaiverService.NotInForce not ->
                refused(
                        Verb.CANCEL,
                        Line.of(
                                "No exception {} is in force: {} lists those that are.",
                                text(not.id()),
                                code("policy")));
        };
    }
}
