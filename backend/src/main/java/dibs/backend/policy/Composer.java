package dibs.backend.policy;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.Verdict.Cited;
import dibs.backend.policy.Verdict.Part;
import dibs.backend.policy.Verdict.Way;
import dibs.backend.policy.Weighed.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes verdicts of what was weighed: the rules that decided and no others, what is missing, and the ways out. */
final class Composer {
    private final Rulebook book;
    private final Domains domains;
    private final WaysOut ways;

    Composer(Rulebook book, Domains domains) {
        this.book = book;
        this.domains = domains;
        this.ways = new WaysOut(book);
    }

    Verdict compose(Case asked, Weighed weighed) {
        Optional<Finding> absent = weighed.findings().stream()
                .filter(it -> it.truth() == Truth.TRUE && absence(it).isPresent())
                .findFirst();
        if (absent.isPresent()) {
            return absent(asked, weighed, absent.get());
        }
        Weighing weighing = asked.weighing();
        List<Cited> cited = cited(weighed, weighing);
        boolean open = weighed.answer() == Answer.CONDITIONAL && !weighed.silent();
        List<Rule> offering = cited.stream()
                .filter(it -> it.part() != Part.ALLOWS && it.part() != Part.MAY_ALLOW && it.part() != Part.ADVISES)
                .filter(it -> it.part() != Part.ENGINE)
                .flatMap(it -> book.policy().rule(it.rule()).stream())
                .toList();
        return new Verdict(
                weighed.answer(),
                weighing.consumer().name(),
                Optional.of(weighing.environment().name()),
                weighed.facts().settled(),
                weighed.facts().presumed(),
                cited,
                open ? new Points(asked, weighed, domains).find() : List.of(),
                weighed.answer() == Answer.CONDITIONAL ? said(weighed, Clause.Effect.OBLIGE, weighing) : List.of(),
                weighed.answer() == Answer.UNSAFE ? List.of() : said(weighed, Clause.Effect.ADVISE, weighing),
                ways(offering, weighed, weighing),
                path(asked, weighed));
    }

    /** What is unsafe is never left at that: where its rules offer nothing, the rule for silence does. */
    private List<Way> ways(List<Rule> offering, Weighed weighed, Weighing weighing) {
        List<Way> found = ways.find(offering, weighing, weighed.facts());
        if (!found.isEmpty() || weighed.answer() != Answer.UNSAFE) {
            return found;
        }
        List<Rule> silent = book.policy().engine(Rule.Engine.SILENT).stream().toList();
        return ways.find(silent, weighing, weighed.facts());
    }

    private static Optional<Answer> absence(Finding finding) {
        return switch (finding.effect()) {
            case ABSENT_UNKNOWN -> Optional.of(Answer.UNKNOWN);
            case ABSENT_UNSAFE -> Optional.of(Answer.UNSAFE);
            default -> Optional.empty();
        };
    }

    private Verdict absent(Case asked, Weighed weighed, Finding finding) {
        Rule rule = finding.candidate().rule();
        Weighing weighing = asked.weighing();
        return new Verdict(
                absence(finding).orElseThrow(),
                weighing.consumer().name(),
                Optional.of(weighing.environment().name()),
                weighed.facts().settled(),
                weighed.facts().presumed(),
                List.of(cite(finding, Part.FORBIDS, weighing)),
                List.of(),
                List.of(),
                List.of(),
                ways(List.of(rule), weighed, weighing),
                path(asked, weighed));
    }

    /** The answer and the rules that {@link #compose} gives for it. */
    Decision decision(Weighed weighed) {
        Optional<Finding> absent = weighed.findings().stream()
                .filter(it -> it.truth() == Truth.TRUE && absence(it).isPresent())
                .findFirst();
        if (absent.isPresent()) {
            Rule rule = absent.get().candidate().rule();
            return new Decision(absence(absent.get()).orElseThrow(), List.of(rule.id()));
        }
        if (weighed.silent()) {
            return new Decision(
                    weighed.answer(),
                    book.policy().engine(Rule.Engine.SILENT).map(Rule::id).stream()
                            .toList());
        }
        Set<String> deciding = new HashSet<>();
        weighed.findings().stream()
                .filter(it -> part(it, weighed.answer()).isPresent())
                .forEach(it -> deciding.add(it.candidate().rule().id()));
        if (weighed.answer() == Answer.CONDITIONAL) {
            book.policy().engine(Rule.Engine.MISSING).map(Rule::id).ifPresent(deciding::add);
        }
        return new Decision(
                weighed.answer(),
                book.policy().rules().keySet().stream()
                        .filter(deciding::contains)
                        .toList());
    }

    /** The verdict of a question that names no environment. */
    Verdict withoutEnvironment(Question question) {
        return new Verdict(
                Answer.CONDITIONAL,
                question.consumer().name(),
                Optional.empty(),
                new Facts(question.told(), Map.of(), false).settled(),
                Map.of(),
                engine(Rule.Engine.MISSING),
                List.of(new Verdict.Point(List.of("environment"), "which environment", Map.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(question.consumer().name()));
    }

    /** The verdict of a question with a name that is not known. */
    Verdict unresolved(String consumer, Optional<String> environment, String why) {
        List<Cited> cited = engine(Rule.Engine.UNRESOLVED).stream()
                .map(it -> new Cited(it.rule(), it.part(), why + ". " + it.reason(), it.waiver()))
                .toList();
        List<String> path = new ArrayList<>(List.of(consumer));
        environment.ifPresent(path::add);
        return new Verdict(
                Answer.UNKNOWN,
                consumer,
                environment,
                Map.of(),
                Map.of(),
                cited,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                path);
    }

    private List<Cited> engine(Rule.Engine what) {
        return book.policy().engine(what).stream()
                .map(rule -> new Cited(rule.id(), Part.ENGINE, rule.reason(), Optional.empty()))
                .toList();
    }

    private List<Cited> cited(Weighed weighed, Weighing weighing) {
        if (weighed.silent()) {
            return book.policy().engine(Rule.Engine.SILENT).stream()
                    .map(rule ->
                            new Cited(rule.id(), Part.ENGINE, Wording.fill(rule.reason(), weighing), Optional.empty()))
                    .toList();
        }
        Map<String, Cited> byRule = new HashMap<>();
        for (Finding finding : weighed.findings()) {
            part(finding, weighed.answer())
                    .map(part -> cite(finding, part, weighing))
                    .ifPresent(it -> byRule.merge(it.rule(), it, Composer::weightier));
        }
        if (weighed.answer() == Answer.CONDITIONAL) {
            engine(Rule.Engine.MISSING).forEach(it -> byRule.put(it.rule(), it));
        }
        List<Cited> cited = new ArrayList<>();
        for (String rule : book.policy().rules().keySet()) {
            Cited it = byRule.get(rule);
            if (it != null) {
                cited.add(it);
            }
        }
        return cited;
    }

    private static Cited weightier(Cited one, Cited other) {
        return one.part().compareTo(other.part()) <= 0 ? one : other;
    }

    /** What the finding has to do with the answer; nothing where it did not decide. */
    private static Optional<Part> part(Finding finding, Answer answer) {
        boolean holds = finding.truth() == Truth.TRUE;
        return switch (answer) {
            case UNSAFE -> finding.forbids() && holds ? Optional.of(Part.FORBIDS) : Optional.empty();
            case SAFE -> holds ? permitting(finding, Part.ALLOWS) : Optional.empty();
            case CONDITIONAL -> {
                if (finding.forbids()) {
                    yield Optional.of(Part.MAY_FORBID);
                }
                if (finding.obliges()) {
                    yield Optional.of(Part.OBLIGES);
                }
                if (finding.effect() == Clause.Effect.ADVISE && !holds) {
                    yield Optional.empty();
                }
                yield permitting(finding, holds ? Part.ALLOWS : Part.MAY_ALLOW);
            }
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Part> permitting(Finding finding, Part part) {
        if (finding.waiver().isPresent()) {
            return Optional.of(Part.WAIVED);
        }
        if (finding.effect() == Clause.Effect.ADVISE) {
            return Optional.of(Part.ADVISES);
        }
        return finding.allows() || finding.supports() ? Optional.of(part) : Optional.empty();
    }

    private static Cited cite(Finding finding, Part part, Weighing weighing) {
        Rule rule = finding.candidate().rule();
        Clause clause = finding.candidate().clause();
        boolean own = clause.effect() != Clause.Effect.OBLIGE
                && clause.effect() != Clause.Effect.ADVISE
                && !clause.say().isEmpty();
        String reason = own ? String.join(" ", clause.say()) : rule.reason();
        return new Cited(rule.id(), part, Wording.fill(reason, weighing), finding.waiver());
    }

    private static List<String> said(Weighed weighed, Clause.Effect effect, Weighing weighing) {
        List<String> said = new ArrayList<>();
        for (Finding finding : weighed.findings()) {
            boolean counts = effect == Clause.Effect.OBLIGE ? finding.obliges() : finding.truth() == Truth.TRUE;
            if (finding.effect() == effect && counts) {
                finding.candidate().clause().say().stream()
                        .map(line -> Wording.fill(line, weighing))
                        .filter(line -> !said.contains(line))
                        .forEach(said::add);
            }
        }
        return said;
    }

    private List<String> path(Case asked, Weighed weighed) {
        List<String> path = new ArrayList<>();
        path.add(asked.weighing().consumer().name());
        path.addAll(asked.question().via());
        Subject environment = asked.weighing().environment();
        path.add(environment.name());
        weighed.findings().stream()
                .filter(Finding::forbids)
                .flatMap(it -> Conditions.reached(it.candidate().clause().when()).stream())
                .map(test -> book.reach(test).path(environment.id()))
                .filter(behind -> !behind.isEmpty())
                .findFirst()
                .ifPresent(behind -> behind.stream().map(EnvironmentId::value).forEach(path::add));
        return path;
    }
}
