package dibs.bot.cli;

import dibs.backend.environment.Catalog;
import dibs.backend.policy.Policy;
import dibs.backend.policy.cases.CaseJudge;
import dibs.backend.policy.cases.CaseResult;
import dibs.backend.policy.cases.WrittenCase;
import dibs.bot.command.QuestionLine;
import dibs.bot.question.QuestionReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The results of cases.
 *
 * @param byText whether they were asked in the words of their questions
 * @param leftOut the ids of those whose question begins with another command
 */
public record CaseRun(boolean byText, List<CaseResult> results, List<String> leftOut) {
    public CaseRun {
        results = List.copyOf(results);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Puts every case to the rules.
     *
     * @param byText whether by the words of its question; else by its fields
     */
    public static CaseRun of(List<WrittenCase> cases, Catalog catalog, Policy policy, boolean byText) {
        CaseJudge judge = new CaseJudge(catalog, policy);
        if (!byText) {
            return new CaseRun(false, cases.stream().map(judge::judge).toList(), List.of());
        }
        QuestionLine.Taker taker = new QuestionLine.Taker(catalog, policy.vocabulary());
        List<CaseResult> results = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (WrittenCase written : cases) {
            switch (taker.take(written.question())) {
                case QuestionLine.Other ignored -> leftOut.add(written.id());
                case QuestionLine.Asked asked -> results.add(result(written, asked.reading(), judge));
            }
        }
        return new CaseRun(true, results, leftOut);
    }

    private static CaseResult result(WrittenCase written, QuestionReading reading, CaseJudge judge) {
        return switch (reading) {
            case QuestionReading.Understood understood -> judge.judgeAsRead(written, understood.inquiry());
            case QuestionReading.NotUnderstood not -> CaseResult.misunderstood(written, not.why());
        };
    }

    /** Whether every case passes that was asked. */
    public boolean passes() {
        return results.stream().allMatch(CaseResult::passes);
    }

    /** How many passed, and what there is to know besides, in lines; the last one is the summary. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        long passed = results.stream().filter(CaseResult::passes).count();
        if (byText) {
            long expected =
                    results.stream().filter(CaseResult::hasExpectedAnswer).count();
            long misunderstood =
                    results.stream().filter(it -> it.answer().isEmpty()).count();
            lines.add("The expected verdict: " + expected + " of " + results.size() + share(expected)
                    + ". Misunderstood: " + misunderstood + ".");
            lines.add("Left out, since the question begins with another command: " + count(leftOut) + ".");
        }
        lines.add("Unsafe and called safe: "
                + count(results.stream()
                        .filter(CaseResult::isUnsafeCalledSafe)
                        .map(it -> it.written().id())
                        .toList())
                + ".");
        lines.add(passed + " of " + results.size() + " pass, " + (results.size() - passed) + " differ.");
        return lines;
    }

    /** Rounded down: what is called 85 % is no less. */
    private String share(long part) {
        return results.isEmpty() ? "" : " (" + part * 100 / results.size() + " %)";
    }

    private static String count(List<String> ids) {
        return ids.isEmpty() ? "none" : ids.size() + " (" + ids.stream().collect(Collectors.joining(", ")) + ")";
    }
}
