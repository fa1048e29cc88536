package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.text;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.HealthService;
import dibs.backend.health.Tree;
import dibs.backend.policy.Inquiry;
import dibs.backend.policy.Judged;
import dibs.backend.policy.Judgement;
import dibs.backend.policy.Policy;
import dibs.backend.policy.Verdict;
import dibs.backend.policy.Vocabulary;
import dibs.bot.question.InquiryLine;
import dibs.bot.question.QuestionReader;
import dibs.bot.question.QuestionReading;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
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
import java.util.stream.Stream;

/** Answers {@code is-safe} and {@code ask}. The policy is read once for a question: a reload in between does not mix two. */
final class IsSafeHandler {
    private final Conversation.Rules rules;
    private final Asking asking;
    private final HealthService health;

    IsSafeHandler(Conversation.Rules rules, Asking asking, HealthService health) {
        this.rules = rules;
        this.asking = asking;
        this.health = health;
    }

    Reply handle(Command.IsSafe question, Turn turn) {
        Policy policy = rules.source().policy();
        return answer(reader(policy, turn).readLine(question.question()), Verb.IS_SAFE, policy, turn);
    }

    Reply handle(Command.Ask question, Turn turn) {
        Policy policy = rules.source().policy();
        return answer(reader(policy, turn).read(question.question()), Verb.ASK, policy, turn);
    }

    private static QuestionReader reader(Policy policy, Turn turn) {
        return new QuestionReader(turn.catalog(), policy.vocabulary());
    }

    private Reply answer(QuestionReading reading, Verb verb, Policy policy, Turn turn) {
        return switch (reading) {
            case QuestionReading.NotUnderstood not -> notUnderstood(not, verb);
            case QuestionReading.Understood understood -> judge(understood, verb, policy, turn);
        };
    }

    private static Reply notUnderstood(QuestionReading.NotUnderstood not, Verb verb) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say("I do not understand that well enough to answer: {}", text(not.why())));
        if (not.nearest().isEmpty()) {
            blocks.add(Block.say("Type {}.", code(Verb.IS_SAFE.usage())));
        } else {
            blocks.add(Block.say("Did you mean one of these?"));
            blocks.add(Block.bullets(not.nearest().stream()
                    .map(nearest -> Line.of("{}", code(nearest.line())))
                    .toList()));
        }
        return Reply.toAsker(verb.word(), Outcome.MISUNDERSTOOD, Facts.NONE, blocks);
    }

    private Reply judge(QuestionReading.Understood reading, Verb verb, Policy policy, Turn turn) {
        Inquiry inquiry = reading.inquiry();
        Judged judged = asking.judge(inquiry, policy, turn);
        int version = rules.book().version(policy).number();
        Judgement kept = rules.judgements()
                .keep(
                        id -> judgement(id, inquiry, judged, version, turn),
                        turn.person().id(),
                        turn.message(),
                        turn.now());
        Judged whole = judged.keptAs(kept);
        List<Tree> trees = trees(whole.verdict(), turn);
        Facts view = Facts.NONE.with(VerdictWords.view(whole));
        Facts facts = trees.isEmpty()
                ? view
                : view.listing(trees.stream().map(TreeWords::named).toList());
        Optional<EnvironmentId> about = inquiry.environment()
                .flatMap(name -> whole.verdict().environment())
                .filter(name -> judged.moment().isPresent())
                .map(name -> new EnvironmentId(name.replaceFirst("[@].*", "")));
        Facts all = about.map(facts::about).orElse(facts);
        return Reply.toAsker(
                verb.word(),
                Outcome.VERDICT,
                judged.suggestions().isEmpty() ? all : all.suggesting(judged.suggestions()),
                blocks(reading, verb, whole, trees));
    }

    /** The trees that use or are used and are not open. */
    private List<Tree> trees(Verdict verdict, Turn turn) {
        if (!health.on()) {
            return List.of();
        }
        Set<String> named = Stream.concat(Stream.of(verdict.consumer()), verdict.environment().stream())
                .map(name -> name.replaceFirst("[@].*", ""))
                .collect(Collectors.toSet());
        return health.now(turn.catalog(), turn.now()).shut().stream()
                .filter(tree -> named.contains(tree.environment().value()))
                .toList();
    }

    /** What was asked in words, or not said and taken as usual, is shown as it was read. */
    private static List<Block> blocks(QuestionReading.Understood reading, Verb verb, Judged judged, List<Tree> trees) {
        List<Block> blocks = new ArrayList<>(
                VerdictWords.of(judged, trees.stream().map(TreeWords::line).toList()));
        Inline line = code(InquiryLine.of(reading.inquiry()));
        if (reading.asUsual()) {
            blocks.add(1, Block.say("Read as {}, the usual use: say how and what for where it is another.", line));
        } else if (verb == Verb.ASK) {
            blocks.add(1, Block.say("Read as {}.", line));
        }
        return blocks;
    }

    private static Judgement judgement(String id, Inquiry inquiry, Judged judged, int version, Turn turn) {
        Verdict verdict = judged.verdict();
        Map<String, String> facts = new LinkedHashMap<>(verdict.told());
        facts.putAll(verdict.presumed());
        return new Judgement(
                id,
                turn.now(),
                turn.person().ref().name(),
                InquiryLine.of(inquiry),
                verdict.answer(),
                verdict.consumer(),
                verdict.environment(),
                Optional.ofNullable(facts.get(Vocabulary.ACCESS)),
                Optional.ofNullable(facts.get(Vocabulary.PURPOSE)),
                version,
                facts,
                verdict.rules(),
                VerdictWords.reasons(verdict),
                verdict.conditions(),
                VerdictWords.alternatives(judged),
                verdict.path(),
                judged.moment().map(VerdictWords::kept).orElse(List.of()));
    }
}
