package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.length;
import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.text;
import static dibs.bot.reply.Inline.when;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Sense;
import dibs.backend.policy.Judgement;
import dibs.backend.policy.JudgementService;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicyBook;
import dibs.backend.policy.PolicyChange;
import dibs.backend.policy.PolicySource;
import dibs.backend.policy.PolicyVersion;
import dibs.backend.policy.Rule;
import dibs.backend.policy.RuleScope;
import dibs.backend.policy.Subjects;
import dibs.backend.policy.Waiver;
import dibs.backend.policy.WaiverService;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers {@code policy}. */
final class PolicyHandler {
    private static final String POLICY = Verb.POLICY.word();
    private static final Pattern VERDICT = Pattern.compile("v-[a-z0-9]{1,20}");
    private static final int VERSIONS = 20;
    private static final int CHANGES = 12;

    private final PolicySource policies;
    private final PolicyBook book;
    private final WaiverService waivers;
    private final JudgementService judgements;

    PolicyHandler(PolicySource policies, PolicyBook book, WaiverService waivers, JudgementService judgements) {
        this.policies = policies;
        this.book = book;
        this.waivers = waivers;
        this.judgements = judgements;
    }

    Reply handle(Command.PolicyOf command, Turn turn) {
        Policy policy = policies.policy();
        if (command.about().isEmpty()) {
            return all(policy, turn);
        }
        String typed = command.about().get();
        String word = Words.keyword(typed);
        Optional<Rule> rule = policy.rule(word);
        if (rule.isPresent()) {
            return rule(rule.get(), policy, turn);
        }
        if (VERDICT.matcher(word).matches()) {
            return judgements.find(word).map(this::verdict).orElseGet(() -> noVerdict(word));
        }
        Optional<Waiver> waiver = WaiverHandler.id(word).flatMap(id -> waivers.find(id, turn.now()));
        return waiver.map(PolicyHandler::waiver).orElseGet(() -> named(typed, policy, turn));
    }

    private Reply all(Policy policy, Turn turn) {
        PolicyVersion version = book.version(policy);
        List<Waiver> inForce = waivers.inForce(turn.now());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say(
                "{} rules, version {}, in force since {}; {} tells one with its source.",
                text(Integer.toString(policy.rules().size())),
                text(Integer.toString(version.number())),
                when(version.loadedAt()),
                code("policy RULE")));
        blocks.add(Block.bullets(policy.rules().values().stream()
                .map(rule -> Line.of("{}: {}", text(rule.id()), text(rule.title())))
                .toList()));
        blocks.addAll(exceptions(inForce));
        List<Map<String, Object>> items = new ArrayList<>();
        policy.rules().values().forEach(rule -> items.add(item(rule)));
        inForce.forEach(waiver -> items.add(WaiverWords.item(waiver)));
        return listed(items, blocks);
    }

    private static List<Block> exceptions(List<Waiver> inForce) {
        return inForce.isEmpty()
                ? List.of()
                : List.of(
                        Block.say("Exceptions in force:"),
                        Block.bullets(inForce.stream().map(WaiverWords::inForce).toList()));
    }

    private static Map<String, Object> item(Rule rule) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", "rule");
        item.put("id", rule.id());
        item.put("title", rule.title());
        item.put("says", RuleWords.effects(rule));
        return item;
    }

    private static Reply listed(List<Map<String, Object>> items, List<Block> blocks) {
        return Reply.toAsker(POLICY, Outcome.LISTED, Facts.NONE.listing(items), blocks);
    }

    private Reply rule(Rule rule, Policy policy, Turn turn) {
        List<Waiver> inForce = waivers.inForce(turn.now()).stream()
                .filter(waiver -> waiver.rule().equals(rule.id()))
                .toList();
        List<Block> blocks = new ArrayList<>(RuleBlocks.of(rule, policy));
        book.since(rule.id(), book.version(policy))
                .ifPresent(since -> blocks.add(Block.say(
                        "So since version {}, in force since {}, by {}: {}.",
                        text(Integer.toString(since.number())),
                        when(since.loadedAt()),
                        text(since.revision().by()),
                        quote(since.revision().why()))));
        blocks.addAll(exceptions(inForce));
        List<Map<String, Object>> items = new ArrayList<>();
        items.add(item(rule));
        inForce.forEach(waiver -> items.add(WaiverWords.item(waiver)));
        return Reply.toAsker(POLICY, Outcome.SHOWN, Facts.NONE.listing(items), blocks);
    }

    private Reply verdict(Judgement judgement) {
        return Reply.toAsker(
                POLICY,
                Outcome.SHOWN,
                Facts.NONE.listing(List.of(JudgementWords.item(judgement))).with(JudgementWords.view(judgement)),
                JudgementWords.of(judgement, book.find(judgement.policy())));
    }

    private static Reply noVerdict(String id) {
        return Reply.toAsker(
                POLICY,
                Outcome.UNKNOWN_NAME,
                Facts.NONE,
                Block.say("I have given no verdict {} in the last {}.", text(id), length(JudgementService.KEPT)));
    }

    private static Reply waiver(Waiver waiver) {
        return Reply.toAsker(
                POLICY,
                Outcome.SHOWN,
                Facts.NONE.listing(List.of(WaiverWords.item(waiver))),
                Block.say(WaiverWords.inForce(waiver)));
    }

    private Reply named(String typed, Policy policy, Turn turn) {
        return switch (Lookup.of(typed, Sense.THING, Verb.POLICY, turn)) {
            case Lookup.One one -> about(one.environment(), policy, turn).after(one.remarks());
            case Lookup.No no -> no.reply().outcome() == Outcome.UNKNOWN_NAME ? nothing(typed, no.reply()) : no.reply();
        };
    }

    private static Reply nothing(String typed, Reply unknown) {
        return WaiverHandler.id(typed)
                .map(id -> Reply.toAsker(
                        POLICY,
                        Outcome.UNKNOWN_NAME,
                        Facts.NONE,
                        Block.say("No exception {} is in force: {} lists those that are.", text(id), code("policy"))))
                .orElseGet(() ->
                        unknown.before(List.of(Block.say("No rule is called so: {} lists them.", code("policy")))));
    }

    /** The rules that can speak of it, whatever else a question tells. */
    private Reply about(Environment environment, Policy policy, Turn turn) {
        List<RuleScope.Applies> applies = new RuleScope(policy).of(Subjects.of(environment, Optional.empty()));
        List<Waiver> inForce = waivers.inForce(turn.now()).stream()
                .filter(it -> it.environment().equals(environment.id())
                        || it.consumer().equals(environment.id()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (applies.isEmpty()) {
            blocks.add(Block.say("No rule speaks of {}: ask its owner.", name(environment.id())));
        }
        blocks.addAll(
                speaking("Rules that may speak of the use of {}:", RuleScope.As.ENVIRONMENT, applies, environment));
        blocks.addAll(speaking("Rules that may speak of what {} uses:", RuleScope.As.CONSUMER, applies, environment));
        blocks.addAll(whatever(applies));
        blocks.addAll(exceptions(inForce));
        List<Map<String, Object>> items = new ArrayList<>();
        applies.forEach(it -> {
            Map<String, Object> item = item(it.rule());
            item.put("as", words(it));
            items.add(item);
        });
        inForce.forEach(waiver -> items.add(WaiverWords.item(waiver)));
        return Reply.toAsker(
                POLICY, Outcome.LISTED, Facts.NONE.about(environment.id()).listing(items), blocks);
    }

    private static List<Block> speaking(
            String heading, RuleScope.As as, List<RuleScope.Applies> applies, Environment environment) {
        List<Line> lines = applies.stream()
                .filter(it -> it.as().contains(as))
                .map(it ->
                        Line.of("{}: {}", text(it.rule().id()), text(it.rule().title())))
                .toList();
        return lines.isEmpty() ? List.of() : List.of(Block.say(heading, name(environment.id())), Block.bullets(lines));
    }

    /** Rules that speak of any use, because they only say who may not. */
    private static List<Block> whatever(List<RuleScope.Applies> applies) {
        List<Inline> rules = applies.stream()
                .filter(it -> it.as().contains(RuleScope.As.WHATEVER))
                .map(it -> text(it.rule().id()))
                .toList();
        return rules.isEmpty()
                ? List.of()
                : List.of(Block.say(Line.of("Rules that may speak of the use of anything: ")
                        .then(Line.list(rules))
                        .then(Line.of("."))));
    }

    private static List<String> words(RuleScope.Applies applies) {
        return applies.as().stream()
                .sorted()
                .map(as -> as.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** How the rules changed, newest first. */
    Reply history() {
        List<PolicyBook.Entry> entries = book.newest(VERSIONS);
        return listed(
                entries.stream().map(PolicyHandler::item).toList(),
                List.of(Block.bullets(entries.stream().map(PolicyHandler::line).toList())));
    }

    private static Line line(PolicyBook.Entry entry) {
        PolicyVersion version = entry.version();
        List<String> changes =
                entry.changes().stream().map(PolicyChange::toString).toList();
        String more = changes.size() > CHANGES ? " and " + (changes.size() - CHANGES) + " more" : "";
        Inline what = text(
                changes.isEmpty()
                        ? "the first that I know of"
                        : changes.stream().limit(CHANGES).collect(Collectors.joining(", ")) + more);
        return Line.of(
                "version {}, {}, by {}: {}; {}",
                text(Integer.toString(version.number())),
                when(version.loadedAt()),
                text(version.revision().by()),
                quote(version.revision().why()),
                what);
    }

    private static Map<String, Object> item(PolicyBook.Entry entry) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("kind", "version");
        item.put("number", entry.version().number());
        item.put("at", entry.version().loadedAt());
        item.put("by", entry.version().revision().by());
        item.put("why", entry.version().revision().why());
        item.put("changes", entry.changes().stream().map(PolicyChange::toString).toList());
        return item;
    }
}
