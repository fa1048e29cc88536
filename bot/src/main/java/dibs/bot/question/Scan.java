package dibs.bot.question;

import dibs.backend.policy.PurposeWords;
import dibs.bot.question.VerbFinder.Verb;
import java.util.Optional;

/** What stands where in a sentence, in the words of the vocabulary and of plain English. */
final class Scan {
    private final Sentence sentence;
    private final Lexicon lexicon;
    private final PurposeWords purposes;
    private final VerbFinder verbs;

    Scan(Sentence sentence, Lexicon lexicon, PurposeWords purposes, VerbFinder verbs) {
        this.sentence = sentence;
        this.lexicon = lexicon;
        this.purposes = purposes;
        this.verbs = verbs;
    }

    Sentence sentence() {
        return sentence;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    VerbFinder verbs() {
        return verbs;
    }

    /** The first place from there on where something is said, or something is accounted for. */
    int past(int from) {
        int at = from;
        while (at < sentence.size() && !sentence.isAccounted(at) && lexicon.isLight(sentence.part(at))) {
            at++;
        }
        return at;
    }

    /** The longest verb that begins there. */
    Optional<Verb> verbAt(int at) {
        return at >= sentence.size()
                ? Optional.empty()
                : verbs.in(sentence, at, sentence.size()).stream()
                        .filter(verb -> verb.from() == at)
                        .findFirst();
    }

    /** The verb behind a "to" that stands there: adverbs may lie between, an article makes it a noun. */
    Optional<Verb> infinitive(int at) {
        int verb = past(at + 1);
        boolean to = sentence.maybe(at).filter(part -> part.is("to")).isPresent();
        boolean noun = to && verb > at + 1 && sentence.part(verb - 1).is(PlainWords.ARTICLES);
        return to && !noun ? verbAt(verb) : Optional.empty();
    }

    /** What for, by the words of a stretch. */
    Aim aim(int from, int to) {
        Sentence.Stretch stretch = sentence.withNames(from, to);
        return new Aim(stretch, purposes.find(stretch.words()));
    }

    /** Whether the words of a stretch say what for. */
    boolean saysWhatFor(int from, int to) {
        return !aim(from, to).found().purposes().isEmpty();
    }

    /** The preposition before a name, a few words passed over; empty where there is none. */
    String preposition(int name, int most) {
        int at = name - 1;
        while (at >= 0 && !sentence.part(at).is(PlainWords.PREPOSITIONS) && name - at <= most) {
            at--;
        }
        boolean found = at >= 0
                && sentence.part(at).is(PlainWords.PREPOSITIONS)
                && infinitive(at).isEmpty();
        return found ? sentence.part(at).key() : "";
    }

    /** Whether no further name follows. */
    boolean isLastName(int name) {
        for (int at = name + 1; at < sentence.size(); at++) {
            if (sentence.isName(at)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word behind the name only says what sort of thing it is. */
    boolean isSortBehindName(int at) {
        int before = at - 1;
        while (before > 0 && sentence.part(before).is(PlainWords.SORTS)) {
            before--;
        }
        return before >= 0
                && sentence.part(before).isName()
                && !sentence.part(before).ends()
                && sentence.part(at).is(PlainWords.SORTS);
    }

    Unclear unclear(int at) {
        return new Unclear(
                "I do not understand " + Unclear.quoted(sentence.part(at).said()) + " there.");
    }

    /** The purposes of a stretch, with the parts that tell them. */
    record Aim(Sentence.Stretch stretch, PurposeWords.Found found) {
        boolean covers(int part) {
            return found.covered().stream().map(stretch::part).anyMatch(covered -> covered == part);
        }

        /** Adds what is told, and accounts for the words that tell it. */
        void tell(Draft draft, Scan scan) {
            Sentence sentence = scan.sentence();
            found.covered().stream()
                    .map(stretch::part)
                    .filter(at -> scan.lexicon().isUnknownName(sentence.part(at)))
                    .findFirst()
                    .ifPresent(at -> {
                        throw scan.unclear(at);
                    });
            draft.purposes(found.purposes());
            found.covered().stream().map(stretch::part).forEach(sentence::account);
        }
    }
}
