package dibs.bot.question;

import dibs.backend.policy.AccessWords;
import dibs.backend.policy.PurposeWords;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Reads {@code [CONSUMER] ENVIRONMENT [to VERB] [for PURPOSE]}; a name that nobody knows is kept as it was typed. */
final class StructuredLine {
    private static final int MOST_NAMES = 2;
    private static final int MOST_UNKNOWN = 4;

    private final NameFinder names;
    private final KeyWords keys;
    private final AccessWords accesses;
    private final PurposeWords purposes;
    private final Lexicon lexicon;

    StructuredLine(NameFinder names, KeyWords keys, AccessWords accesses, PurposeWords purposes, Lexicon lexicon) {
        this.names = names;
        this.keys = keys;
        this.accesses = accesses;
        this.purposes = purposes;
        this.lexicon = lexicon;
    }

    KeyWords keys() {
        return keys;
    }

    /**
     * The draft with what the words say; nothing where they are no such line.
     *
     * @param command whether the command's own word came first
     */
    Optional<Draft> read(List<Word> words, Draft draft, boolean command) {
        List<Named> found = new ArrayList<>();
        int at = 0;
        while (at < words.size() && found.size() <= MOST_NAMES && !opensClause(words.get(at))) {
            Optional<Named.Span> span = names.at(words, at);
            if (span.isEmpty() && !mayName(words.get(at), command)) {
                return Optional.empty();
            }
            found.add(span.map(Named.Span::named)
                    .orElse(Named.unknown(words.get(at).said())));
            at += span.map(Named.Span::length).orElse(1);
        }
        if (!fits(found, draft, command) || !clauses(words.subList(at, words.size()), draft, command)) {
            return Optional.empty();
        }
        if (!found.isEmpty()) {
            draft.environment(found.getLast());
        }
        if (found.size() == MOST_NAMES) {
            draft.consumer(found.getFirst());
        }
        return Optional.of(draft);
    }

    private static boolean opensClause(Word word) {
        return word.is("to") || word.is("for");
    }

    private static boolean fits(List<Named> found, Draft draft, boolean command) {
        boolean known = command || found.stream().anyMatch(Named::known);
        int given =
                (draft.consumer().isPresent() ? 1 : 0) + (draft.environment().isPresent() ? 1 : 0);
        boolean enough = !found.isEmpty()
                || draft.environment().isPresent()
                || draft.consumer().isPresent();
        return enough && (known || given > 0) && found.size() + given <= MOST_NAMES;
    }

    /** Whether an unknown word may be meant as a name: none that means something else. */
    private boolean mayName(Word word, boolean command) {
        Part part = Part.word(word);
        boolean tier = command && TierNames.TIERS.containsKey(word.key());
        return !word.is(Word.ARROW)
                && (word.looksLikeName() || tier || (lexicon.isPlain(part) && !lexicon.isLight(part)));
    }

    private boolean clauses(List<Word> words, Draft draft, boolean command) {
        int at = 0;
        if (!words.isEmpty() && words.getFirst().is("to")) {
            int end = verb(words, draft);
            if (end == 0) {
                return false;
            }
            at = end;
        }
        if (at == words.size()) {
            return true;
        }
        return words.get(at).is("for") && purpose(words.subList(at + 1, words.size()), draft, command);
    }

    /** The longest run of words behind "to" that is a verb and nothing else. */
    private int verb(List<Word> words, Draft draft) {
        int most = 1;
        while (most < words.size() && !words.get(most).is("for")) {
            most++;
        }
        for (int end = most; end > 1; end--) {
            if (end < words.size() && !words.get(end).is("for")) {
                continue;
            }
            String said = String.join(
                    " ", words.subList(1, end).stream().map(Word::key).toList());
            AccessWords.Told told = accesses.read(said);
            if (!told.accesses().isEmpty()) {
                draft.accesses(told.accesses());
                draft.tell(told.tells());
                return end;
            }
        }
        return 0;
    }

    /** What for, in nothing but words of a purpose; behind the command's own word a purpose may be unknown. */
    private boolean purpose(List<Word> words, Draft draft, boolean command) {
        List<String> bare = new ArrayList<>();
        List<Integer> place = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            int here = at;
            words.get(at).bare().forEach(word -> {
                bare.add(word);
                place.add(here);
            });
        }
        if (leadsToName(words)) {
            return false;
        }
        String text = String.join(" ", words.stream().map(Word::said).toList());
        if (words.size() == 1 && text.indexOf(':') > 0 && !purposes.read(text).isEmpty()) {
            draft.purposes(purposes.read(text));
            return true;
        }
        PurposeWords.Found found = purposes.find(bare);
        BitSet covered = new BitSet();
        found.covered().stream().forEach(word -> covered.set(place.get(word)));
        int unknown = 0;
        for (int at = 0; at < words.size(); at++) {
            Part part = Part.word(words.get(at));
            boolean light = lexicon.isLight(part) || part.is("of") || part.is("on") || part.is("in");
            if (lexicon.isUnknownName(part)) {
                return false;
            }
            if (!covered.get(at) && !light) {
                unknown++;
                if (!lexicon.isPlain(part)) {
                    return false;
                }
            }
        }
        if ((found.purposes().isEmpty() && !(command && unknown > 0)) || unknown > MOST_UNKNOWN) {
            return false;
        }
        if (found.purposes().isEmpty()) {
            keys.purpose(text, draft);
        } else {
            draft.purposes(found.purposes());
        }
        return true;
    }

    /** Whether a name follows a preposition: that is more than a purpose. */
    private boolean leadsToName(List<Word> words) {
        for (int at = 0; at + 1 < words.size(); at++) {
            boolean preposition =
                    words.get(at).is(PlainWords.PREPOSITIONS) && !words.get(at).is("of");
            int next = words.get(at + 1).is(PlainWords.ARTICLES) ? at + 2 : at + 1;
            if (preposition && next < words.size() && names.at(words, next).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
