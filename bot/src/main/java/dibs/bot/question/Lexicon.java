package dibs.bot.question;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.policy.FactWords;
import dibs.backend.policy.PurposeWords;
import dibs.backend.policy.Vocabulary;
import dibs.backend.policy.WordStem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which words bear on an answer, and which may stand in a question without being understood. */
final class Lexicon {
    private static final Set<String> JOINTS = Set.of(
            "and", "or", "if", "when", "while", "whenever", "once", "but", "plus", "also", "both", "either", "than");

    private final Set<String> bearing = new HashSet<>();
    private final Set<String> things = new HashSet<>();

    Lexicon(Catalog catalog, VerbFinder verbs, PurposeWords purposes, FactWords facts, Vocabulary vocabulary) {
        bearing.addAll(verbs.stems());
        bearing.addAll(purposes.stems());
        bearing.addAll(facts.phrases().stems());
        vocabulary.facts().keySet().forEach(name -> bearing.add(WordStem.of(name)));
        TierNames.TIERS.keySet().forEach(word -> bearing.add(WordStem.of(word)));
        for (Set<String> plain : List.of(
                PlainWords.ARTICLES,
                PlainWords.BEING,
                PlainWords.NEUTRAL,
                PlainWords.PREPOSITIONS,
                PlainWords.TIME_UNITS,
                PlainWords.MYSELF)) {
            plain.forEach(word -> bearing.remove(WordStem.of(word)));
        }
        for (Environment environment : catalog.environments()) {
            environment.belongs().script().ifPresent(script -> {
                things.add(script);
                things.add(script + "script");
            });
            environment.belongs().service().ifPresent(things::add);
            environment.belongs().product().ifPresent(things::add);
        }
    }

    /** Whether it says nothing, wherever it stands. */
    boolean isLight(Part part) {
        return part.is(PlainWords.ARTICLES)
                || part.is(PlainWords.NEUTRAL)
                || part.key().matches("tier-?\\d");
    }

    /** Whether it is a plain noun or adjective that nothing depends on. */
    boolean isPlain(Part part) {
        return !part.isName()
                && !part.words().getFirst().looksLikeName()
                && !part.is(JOINTS)
                && !part.is(PlainWords.PREPOSITIONS)
                && !part.is(PlainWords.NEGATIONS)
                && !part.is(PlainWords.MODALS)
                && !part.is(PlainWords.BEING)
                && !part.is(PlainWords.MYSELF)
                && !part.is(PlainWords.RELATIVE)
                && !bears(part.key());
    }

    /** Whether it is a word of the policy or of a tier, so that it must not be passed over. */
    boolean bears(String word) {
        return bearing.contains(WordStem.of(word));
    }

    /** Whether it looks like a name and is none that is known: no phrase passes over it. */
    boolean isUnknownName(Part part) {
        Word word = part.words().getFirst();
        boolean number = part.key().matches("v?\\d[\\d.ab]*(esr)?|\\d{1,2}([:.]\\d\\d)?(am|pm|h|min|d)?");
        boolean known = part.isName() || isLight(part) || isThing(part) || number;
        return !known
                && word.looksLikeName()
                && !word.bare().stream().allMatch(it -> bears(it) || it.matches("\\d") || isGrammar(it));
    }

    private static boolean isGrammar(String word) {
        return PlainWords.ARTICLES.contains(word)
                || PlainWords.PREPOSITIONS.contains(word)
                || PlainWords.BEING.contains(word)
                || PlainWords.NEUTRAL.contains(word);
    }

    /** Whether it says of a task what it is about, as "signing" and "mar-signing" do. */
    boolean isThing(Part part) {
        String key = part.key();
        return things.contains(key) || things.contains(key.substring(key.lastIndexOf('-') + 1));
    }
}
