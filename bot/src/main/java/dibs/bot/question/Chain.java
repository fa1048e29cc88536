package dibs.bot.question;

import dibs.backend.policy.AccessWords;
import dibs.backend.policy.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Reads "A -> B -> C": who uses what by way of what. */
final class Chain {
    /** What an arrow says. */
    private static final String LEADS_TO = "depend on";

    private final AccessWords accesses;
    private final Lexicon lexicon;

    Chain(Vocabulary vocabulary, Lexicon lexicon) {
        this.accesses = new AccessWords(vocabulary);
        this.lexicon = lexicon;
    }

    /**
     * Whether the sentence is one; it is in the draft then.
     *
     * @throws Unclear where there are arrows between other things than names
     */
    boolean read(Sentence sentence, Draft draft) {
        int arrows = arrows(sentence);
        if (arrows == 0) {
            return false;
        }
        List<Named> links = new ArrayList<>();
        boolean arrow = true;
        int arrowed = 0;
        for (int at = 0; at < sentence.size(); at++) {
            Part part = sentence.part(at);
            boolean outside = part.is(PlainWords.ATTITUDES) && (links.isEmpty() || (!arrow && arrowed == arrows));
            if (!sentence.isAccounted(at) && !lexicon.isLight(part) && !outside) {
                if (part.is(Word.ARROW) == arrow) {
                    throw unclear();
                }
                arrow = part.is(Word.ARROW);
                arrowed += arrow ? 1 : 0;
                if (!arrow) {
                    links.add(part.name().orElseGet(() -> Named.unknown(part.said())));
                }
            }
        }
        if (links.size() < 2 || arrow) {
            throw unclear();
        }
        draft.consumer(links.getFirst());
        draft.environment(links.getLast());
        draft.accesses(accesses.read(LEADS_TO).accesses());
        links.subList(1, links.size() - 1).forEach(link -> draft.via(link.text()));
        return true;
    }

    private static Unclear unclear() {
        return new Unclear("I read arrows between names only, as in A -> B -> C.");
    }

    private static int arrows(Sentence sentence) {
        int arrows = 0;
        for (int at = 0; at < sentence.size(); at++) {
            arrows += sentence.part(at).is(Word.ARROW) ? 1 : 0;
        }
        return arrows;
    }
}
