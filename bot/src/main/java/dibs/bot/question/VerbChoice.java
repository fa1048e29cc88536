package dibs.bot.question;

import dibs.bot.question.VerbFinder.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of the verbs in a sentence may be the one that matters. */
final class VerbChoice {
    private static final Set<String> NOUN_SIGNS = Set.of("in", "during", "of", "from", "with", "on", "for");
    private static final Set<String> SUBORDINATES =
            Set.of("to", "for", "by", "that", "which", "who", "itself", "and", "or", "before", "after");

    private VerbChoice() {}

    /** The verbs, likeliest first; of those at one place the longest. */
    static List<Verb> of(Scan scan) {
        Sentence sentence = scan.sentence();
        List<Verb> all = new ArrayList<>(scan.verbs().in(sentence, 0, sentence.size()));
        all.removeIf(verb -> isNoun(scan, verb));
        purposes(scan, all);
        if (all.isEmpty()) {
            return List.of();
        }
        int first = all.getFirst().from();
        boolean beside = first > 0 && sentence.part(first - 1).isName();
        boolean sort = sentence.part(first).is(PlainWords.SORTS) || scan.saysWhatFor(first, first + 1);
        // "Autoland tests read …": what could be a verb is a noun where a likelier verb follows.
        int rank = beside && sort ? 1 : 0;
        all.sort(Comparator.<Verb>comparingInt(
                        verb -> verb.from() == first ? rank : isSubordinate(sentence, verb.from()) ? 2 : 0)
                .thenComparingInt(Verb::from));
        int likeliest = all.getFirst().from();
        if (!mayBeNoun(scan, likeliest)) {
            // "Use X for builds on Y": behind a plain verb, what may be a noun is one.
            all.removeIf(verb -> verb.from() != likeliest && mayBeNoun(scan, verb.from()));
        }
        return all;
    }

    /** "May I demo on X", "to benchmark X": what says what for is a verb too, which does not say how. */
    private static void purposes(Scan scan, List<Verb> all) {
        Sentence sentence = scan.sentence();
        for (int at = 1; at < sentence.size(); at++) {
            int here = at;
            Part before = sentence.part(at - 1);
            boolean verbal = before.is("to") || before.is(PlainWords.MYSELF);
            boolean other = all.stream().anyMatch(verb -> verb.from() <= here && here < verb.to());
            if (verbal && !other && !sentence.part(at).isName() && scan.saysWhatFor(at, at + 1)) {
                all.add(VerbFinder.open(at, sentence.part(at).key()));
            }
        }
        all.sort(Comparator.comparingInt(Verb::from));
    }

    private static boolean mayBeNoun(Scan scan, int at) {
        Part part = scan.sentence().part(at);
        return part.is(PlainWords.SORTS)
                || part.is(PlainWords.CHANGES)
                || scan.lexicon().isThing(part)
                || scan.saysWhatFor(at, at + 1);
    }

    /** "A test", "in tests", "my build", "signing format": no verb. */
    private static boolean isNoun(Scan scan, Verb verb) {
        Sentence sentence = scan.sentence();
        Optional<Part> before = sentence.maybe(verb.from() - 1);
        boolean article = before.filter(part -> part.is(PlainWords.ARTICLES) && !part.is("that"))
                .isPresent();
        boolean about = scan.lexicon().isThing(sentence.part(verb.from()))
                && sentence.maybe(verb.from() + 1)
                        .filter(next -> next.is(PlainWords.SORTS))
                        .isPresent();
        return article || about || before.filter(part -> part.is(NOUN_SIGNS)).isPresent();
    }

    private static boolean isSubordinate(Sentence sentence, int at) {
        return sentence.maybe(at - 1).filter(part -> part.is(SUBORDINATES)).isPresent();
    }
}
