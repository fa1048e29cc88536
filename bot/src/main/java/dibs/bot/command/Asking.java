package dibs.bot.command;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.AccessWords;
import dibs.backend.policy.Answer;
import dibs.backend.policy.Inquiry;
import dibs.backend.policy.Judged;
import dibs.backend.policy.Policy;
import dibs.backend.policy.PolicySource;
import dibs.backend.policy.PurposeWords;
import dibs.backend.policy.Verdicts;
import dibs.backend.policy.Vocabulary;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the rules on behalf of whoever speaks. */
final class Asking {
    private final PolicySource policies;
    private final Verdicts verdicts;
    private final Map<String, String> people;

    /** @param people what accounts stand for, by account, where the configuration says so */
    Asking(PolicySource policies, Verdicts verdicts, Map<String, String> people) {
        this.policies = policies;
        this.verdicts = verdicts;
        this.people = Map.copyOf(people);
    }

    /** The verdict for whoever speaks, where the inquiry names no other consumer. */
    Judged judge(Inquiry inquiry, Turn turn) {
        return judge(inquiry, policies.policy(), turn);
    }

    /** The same by that policy. */
    Judged judge(Inquiry inquiry, Policy policy, Turn turn) {
        return verdicts.judge(
                inquiry,
                policy,
                turn.catalog(),
                new Verdicts.Asker(turn.person().id(), standing(policy, turn), turn.now()));
    }

    /** What the speaker stands for as a consumer; a name that no catalog has where the policy does not say. */
    private EnvironmentId standing(Policy policy, Turn turn) {
        return Optional.ofNullable(people.get(turn.account().toString()))
                .map(EnvironmentId::new)
                .or(() -> policy.asker(turn.role()))
                .orElse(new EnvironmentId("asker"));
    }

    /** The purpose that the words tell; nothing where they tell none, or leave several open. */
    Optional<String> purpose(Optional<String> words, Turn turn) {
        return words.map(it -> new PurposeWords(policies.policy().vocabulary(), turn.catalog()).read(it))
                .filter(found -> found.size() == 1)
                .map(found -> found.getFirst().toString());
    }

    /** What the policy calls it; nothing where it has no word for it, so that only what forbids every use refuses. */
    private Optional<List<String>> accesses(List<String> verbs) {
        AccessWords words = new AccessWords(policies.policy().vocabulary());
        return verbs.stream()
                .map(verb -> words.read(verb).accesses())
                .filter(found -> !found.isEmpty())
                .findFirst();
    }

    /**
     * What the rules say of whoever speaks doing that. Whether it is held is not asked: that is for the leases to say.
     *
     * @param verbs what the command does, in words; the first that the policy knows counts
     */
    Judged judge(Environment environment, List<String> verbs, Optional<String> purpose, Turn turn) {
        Map<String, List<String>> told = new LinkedHashMap<>();
        accesses(verbs).ifPresent(it -> told.put(Vocabulary.ACCESS, it));
        told.put("lease", List.of("free"));
        purpose.ifPresent(it -> told.put(Vocabulary.PURPOSE, List.of(it)));
        return judge(new Inquiry(Optional.empty(), Optional.of(environment.id().value()), told, List.of()), turn);
    }

    /** The refusal of what the rules forbid whoever speaks, as {@link #judge} says, or nothing where they do not. */
    Optional<Reply> refusal(
            Environment environment, List<String> verbs, Optional<String> purpose, Verb verb, Turn turn) {
        if (environment.retired().isPresent()) {
            return Optional.empty();
        }
        return refusal(environment, judge(environment, verbs, purpose, turn), verb);
    }

    /** The refusal of what was judged to be unsafe; nothing of anything else. */
    static Optional<Reply> refusal(Environment environment, Judged judged, Verb verb) {
        if (judged.verdict().answer() != Answer.UNSAFE) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.say("The rules forbid it:"));
        blocks.addAll(VerdictWords.refusal(judged));
        Facts facts = Facts.NONE.about(environment.id()).with(VerdictWords.view(judged));
        return Optional.of(Reply.toAsker(verb.word(), Outcome.REFUSED, facts, blocks));
    }
}
