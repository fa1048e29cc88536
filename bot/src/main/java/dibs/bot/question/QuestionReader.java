package dibs.bot.question;

import dibs.backend.environment.Catalog;
import dibs.backend.policy.AccessWords;
import dibs.backend.policy.FactWords;
import dibs.backend.policy.Inquiry;
import dibs.backend.policy.PurposeWords;
import dibs.backend.policy.Vocabulary;
import dibs.bot.question.QuestionReading.NotUnderstood;
import dibs.bot.question.QuestionReading.Understood;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what is asked: a line such as {@code is-safe autoland autograph-stage to write}, or a question in words. Immutable,
 * and safe for many threads.
 */
public final class QuestionReader {
    private static final int LONGEST = 2_000;
    private static final int MOST_WORDS = 120;
    private static final Set<String> LINE = Set.of("is-safe", "issafe", "safe");
    private static final Set<String> ASK = Set.of("ask");

    private final Vocabulary vocabulary;
    private final Lexicon lexicon;
    private final NameFinder names;
    private final StructuredLine line;
    private final FreeText free;
    private final Guesses guesses;
    private final UsualUse usual;

    /**
     * @param catalog what names mean
     * @param vocabulary the words of the policy that the question is asked of
     */
    public QuestionReader(Catalog catalog, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        VerbFinder verbs = new VerbFinder(vocabulary);
        PurposeWords purposes = new PurposeWords(vocabulary, catalog);
        FactWords facts = new FactWords(vocabulary, catalog);
        this.lexicon = new Lexicon(catalog, verbs, purposes, facts, vocabulary);
        this.names = new NameFinder(catalog, verbs.firstWords());
        AccessWords accesses = new AccessWords(vocabulary);
        this.line = new StructuredLine(
                names, new KeyWords(vocabulary, accesses, purposes, facts, names.names()), accesses, purposes, lexicon);
        this.free =
                new FreeText(catalog, vocabulary, verbs, purposes, lexicon, new Circumstances(facts, purposes, verbs));
        this.guesses = new Guesses(names, verbs, purposes, vocabulary);
        this.usual = new UsualUse(catalog, vocabulary);
    }

    /** What the text asks, which may begin with the command's word. Never throws. */
    public QuestionReading read(String text) {
        if (text.length() > LONGEST) {
            return tooLong();
        }
        List<Word> words = Word.of(text.strip().replaceFirst("^[/!]+", ""));
        boolean structured = !words.isEmpty() && words.getFirst().is(LINE);
        if (structured || (!words.isEmpty() && words.getFirst().is(ASK))) {
            words = words.subList(1, words.size());
        }
        return read(words, structured);
    }

    /** What a line asks that followed the word {@code is-safe}: names are taken for names there, known or not. */
    public QuestionReading readLine(String text) {
        return text.length() > LONGEST ? tooLong() : read(Word.of(text), true);
    }

    private QuestionReading read(List<Word> words, boolean structured) {
        if (words.isEmpty()) {
            return new NotUnderstood("It asks nothing yet.", List.of());
        }
        if (words.size() > MOST_WORDS) {
            return tooLong();
        }
        Draft draft = new Draft(vocabulary);
        List<Word> rest = words;
        try {
            rest = Antecedents.joined(Framing.without(line.keys().take(words, draft)), lexicon);
            Optional<Draft> read = line.read(rest, draft.copy(), structured);
            if (read.isPresent()) {
                return understood(read.get());
            }
            if (rest.isEmpty()) {
                throw new Unclear("It names nothing that would be used.");
            }
            return understood(free(rest, draft));
        } catch (Unclear unclear) {
            Optional<Draft> missing = free.missing(names.sentence(rest), new Draft(vocabulary));
            if (missing.isPresent()) {
                return understood(missing.get());
            }
            return new NotUnderstood(unclear.why(), guesses.of(rest));
        }
    }

    /** The first order of the parts in which they can be read. */
    private Draft free(List<Word> words, Draft draft) {
        Optional<Unclear> first = Optional.empty();
        for (Sentence sentence : WordOrder.of(names.sentence(words))) {
            try {
                return free.read(sentence, draft.copy());
            } catch (Unclear unclear) {
                first = first.or(() -> Optional.of(unclear));
            }
        }
        throw first.orElseThrow();
    }

    private Understood understood(Draft draft) {
        Inquiry asked = draft.inquiry();
        Inquiry completed = usual.completed(asked);
        return new Understood(completed, !completed.equals(asked));
    }

    private static NotUnderstood tooLong() {
        return new NotUnderstood("That is too long for one question: ask it in one sentence.", List.of());
    }
}
