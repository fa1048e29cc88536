package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.policy.Answer;
import dibs.backend.policy.Judged;
import dibs.backend.policy.Judgement;
import dibs.backend.policy.Moment;
import dibs.backend.policy.Verdict;
import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.Waiver;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.VerdictView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a verdict is said: first the rules, then the moment. */
final class VerdictWords {
    private VerdictWords() {}

    /**
     * The whole verdict.
     *
     * @param trees what holds of the trees that it is about
     */
    static List<Block> of(Judged judged, List<Line> trees) {
        Verdict verdict = judged.verdict();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(headline(judged, !trees.isEmpty())));
        blocks.add(
                Block.bullets(verdict.cited().stream().map(VerdictWords::reason).toList()));
        add(blocks, "It depends on:", verdict.conditions());
        add(blocks, "Keep in mind:", verdict.advice());
        List<Line> ways = ways(judged);
        if (!ways.isEmpty()) {
            blocks.add(Block.say("Ways out:"));
            blocks.add(Block.bullets(ways));
        }
        if (!judged.suggestions().isEmpty()) {
            List<Inline> names = judged.suggestions().stream().map(Inline::name).toList();
            blocks.add(Block.say(Line.of("Did you mean ").then(Line.list(names)).then(Line.of("?"))));
        }
        List<Line> now =
                new ArrayList<>(judged.moment().map(VerdictWords::moment).orElse(List.of()));
        now.addAll(trees);
        if (!now.isEmpty()) {
            blocks.add(Block.say("Now:"));
            blocks.add(Block.bullets(now));
        }
        judged.kept()
                .ifPresent(kept -> blocks.add(Block.say(
                        "{} shows this again, with version {} of the rules.",
                        code("policy " + kept.id()),
                        text(Integer.toString(kept.policy())))));
        return blocks;
    }

    /** Why a rule refuses something, in short: for what is refused by it. */
    static List<Block> refusal(Judged judged) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.bullets(
                judged.verdict().cited().stream().map(VerdictWords::reason).toList()));
        List<Line> ways = ways(judged);
        if (!ways.isEmpty()) {
            blocks.add(Block.say("Ways out:"));
            blocks.add(Block.bullets(ways));
        }
        return blocks;
    }

    private static Line headline(Judged judged, boolean shut) {
        Verdict verdict = judged.verdict();
        String word = verdict.answer().word();
        Line line = Line.of("{}: {}", text(word), text(verdict.consumer()));
        if (verdict.environment().isPresent()) {
            line = line.then(Line.of(" → {}", name(verdict.environment().get())));
        }
        String access = known(verdict, Vocabulary.ACCESS);
        String purpose = known(verdict, Vocabulary.PURPOSE);
        if (!access.isEmpty()) {
            line = line.then(Line.of(", to {}", text(access)));
        }
        if (!purpose.isEmpty()) {
            line = line.then(Line.of(", for {}", text(purpose)));
        }
        if (verdict.path().size() > 2) {
            line = line.then(Line.of(", by way of {}", text(String.join(" → ", verdict.path()))));
        }
        boolean troubled = verdict.answer() == Answer.SAFE
                && (shut || judged.moment().filter(Moment::hindered).isPresent());
        return line.then(Line.of(troubled ? ". That is by the rules; see what holds now." : "."));
    }

    private static String known(Verdict verdict, String fact) {
        return Optional.ofNullable(verdict.presumed().get(fact))
                .or(() -> Optional.ofNullable(verdict.told().get(fact)))
                .orElse("");
    }

    private static Line reason(Verdict.Cited cited) {
        Line line = Line.of("{}: {}", text(cited.rule()), text(cited.reason()));
        Optional<Waiver> waiver = cited.waiver();
        return waiver.isEmpty()
                ? line
                : line.then(Line.of(
                        " Waived by {} until {} ({}): {}.",
                        text(waiver.get().by()),
                        when(waiver.get().until()),
                        text(waiver.get().id()),
                        Inline.quote(waiver.get().because())));
    }

    private static List<Line> ways(Judged judged) {
        Stream<Line> offered = judged.offered().stream().map(way -> Line.of("{}", text(way.text())));
        Stream<Line> hindered = judged.hindered().stream().map(VerdictWords::hindered);
        return Stream.concat(offered, hindered).distinct().toList();
    }

    private static Line hindered(Judged.Hindered hindered) {
        Line line = Line.of("usually {}, but not now: ", text(hindered.way().text()));
        for (Line trouble : moment(hindered.moment().withoutFreeze())) {
            line = line.then(trouble).then(Line.of(" "));
        }
        return hindered.owner().isEmpty()
                ? line
                : line.then(Line.of("Its owner is {}.", text(hindered.owner().get())));
    }

    /** What holds now, a line for each fact. */
    private static List<Line> moment(Moment moment) {
        List<Line> lines = new ArrayList<>();
        moment.holder()
                .ifPresent(it -> lines.add(
                        it.mine()
                                ? Line.of("you hold {} until {}.", name(it.on()), when(it.until()))
                                : Line.of("{} holds {} until {}.", text(it.name()), name(it.on()), when(it.until()))));
        if (!moment.users().isEmpty()) {
            lines.add(Line.of("in use by {}.", text(String.join(", ", moment.users()))));
        }
        moment.health()
                .ifPresent(it -> lines.add(
                        it.since().isPresent()
                                ? Line.of(
                                        "it is {} since {}.",
                                        text(it.word()),
                                        when(it.since().get()))
                                : Line.of("it is {}.", text(it.word()))));
        moment.gate().ifPresent(it -> lines.add(gate(it)));
        moment.freeze()
                .ifPresent(it -> lines.add(
                        Line.of("{} is in flight until {}, by {}.", text(it.what()), when(it.until()), text(it.by()))));
        return lines;
    }

    private static Line gate(Moment.Gate gate) {
        Line line = Line.of("its gate is {}", text(gate.word()));
        line = gate.until().isPresent()
                ? line.then(Line.of(" until {}", when(gate.until().get())))
                : line;
        return gate.reason().isPresent()
                ? line.then(Line.of("{}.", GateWords.reason(gate.reason().get())))
                : line.then(Line.of("."));
    }

    private static void add(List<Block> blocks, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            blocks.add(Block.say(Line.of(heading)));
            blocks.add(Block.bullets(
                    lines.stream().map(line -> Line.of("{}", text(line))).toList()));
        }
    }

    /** The verdict as scripts see it. */
    static VerdictView view(Judged judged) {
        Verdict verdict = judged.verdict();
        String access = known(verdict, Vocabulary.ACCESS);
        return new VerdictView(
                judged.kept().map(Judgement::id),
                verdict.answer().word(),
                verdict.consumer(),
                verdict.environment(),
                access.isEmpty() ? Optional.empty() : Optional.of(access),
                verdict.rules(),
                reasons(verdict),
                verdict.conditions(),
                alternatives(judged),
                verdict.path());
    }

    /** Why, one for each rule that is cited, in their order; with the exception that it rests on. */
    static List<String> reasons(Verdict verdict) {
        return verdict.cited().stream()
                .map(cited -> cited.reason()
                        + cited.waiver()
                                .map(it -> " Waived by " + it.by() + " until " + it.until() + " (" + it.id() + "): "
                                        + it.because())
                                .orElse(""))
                .toList();
    }

    /** The ways out in words, those that cannot be taken now told as such. */
    static List<String> alternatives(Judged judged) {
        Stream<String> offered = judged.offered().stream().map(Verdict.Way::text);
        Stream<String> hindered =
                judged.hindered().stream().map(it -> "usually " + it.way().text() + ", but not now");
        return Stream.concat(offered, hindered).distinct().toList();
    }

    /** What held, as it is kept with a verdict. */
    static List<String> kept(Moment moment) {
        List<String> lines = new ArrayList<>();
        moment.holder().ifPresent(it -> lines.add(it.name() + " held " + it.on() + " until " + it.until()));
        if (!moment.users().isEmpty()) {
            lines.add("in use by " + String.join(", ", moment.users()));
        }
        moment.health().ifPresent(it -> lines.add("health: " + it.word()));
        moment.gate().ifPresent(it -> lines.add("gate: " + it.word()));
        moment.freeze()
                .ifPresent(it -> lines.add("in flight: " + it.what() + " until " + it.until() + ", by " + it.by()));
        return lines;
    }
}
