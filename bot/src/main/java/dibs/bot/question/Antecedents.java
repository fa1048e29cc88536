package dibs.bot.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Joins a question to the statement before it: "I have a patch. Can I test it on X?" asks whether I can test my patch on X. */
final class Antecedents {
    private static final Set<String> PRONOUNS = Set.of("it", "this", "that", "them", "these");
    private static final Set<String> HAVING = Set.of("have", "has", "got", "made", "wrote", "prepared", "finished");

    private Antecedents() {}

    /** The words of the last sentence with what the first one introduced; the words themselves where there is no such. */
    static List<Word> joined(List<Word> words, Lexicon lexicon) {
        int stop = 0;
        while (stop < words.size() && !words.get(stop).stops()) {
            stop++;
        }
        if (stop + 1 >= words.size()) {
            return words;
        }
        List<Word> statement = words.subList(0, stop + 1);
        List<Word> question = words.subList(stop + 1, words.size());
        List<Word> changes =
                statement.stream().filter(word -> word.is(PlainWords.CHANGES)).toList();
        boolean having = statement.stream().anyMatch(word -> word.is(HAVING));
        boolean plain = statement.stream().allMatch(word -> isPlain(word, lexicon));
        int at = question.size() - 1;
        while (at > 0
                && !(question.get(at).is(PRONOUNS) && !question.get(at - 1).is(PlainWords.BEING))) {
            at--;
        }
        if (changes.size() != 1 || !having || !plain || at < 1) {
            return words;
        }
        List<Word> joined = new ArrayList<>(question.subList(0, at));
        String noun = changes.getFirst().key();
        joined.add(new Word("my", "my", false, false));
        joined.add(
                new Word(noun, noun, question.get(at).ends(), question.get(at).stops()));
        joined.addAll(question.subList(at + 1, question.size()));
        return joined;
    }

    private static boolean isPlain(Word word, Lexicon lexicon) {
        Part part = Part.word(word);
        return word.is(HAVING)
                || word.is(PlainWords.CHANGES)
                || word.is(PlainWords.MYSELF)
                || word.is("for")
                || word.is("to")
                || word.is("of")
                || lexicon.isLight(part)
                || lexicon.isThing(part)
                || lexicon.isPlain(part);
    }
}
