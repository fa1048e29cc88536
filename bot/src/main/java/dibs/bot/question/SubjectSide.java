package dibs.bot.question;

import dibs.backend.policy.PurposeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands before the verb: who, and words that only ask. */
final class SubjectSide {
    private static final int MOST_UNKNOWN = 4;
    private static final Set<String> JUDGED = Set.of(
            "ok",
            "okay",
            "fine",
            "safe",
            "alright",
            "acceptable",
            "good",
            "wise",
            "suitable",
            "right",
            "free",
            "dangerous",
            "risky",
            "unsafe",
            "bad");
    private static final Set<String> EXISTENCE = Set.of("there");

    private final Sentence sentence;
    private final Lexicon lexicon;
    private final PurposeWords purposes;
    private final List<Integer> names = new ArrayList<>();
    private boolean self;
    private boolean existence;
    private boolean passive;
    private boolean judged;
    private int unknown;

    private SubjectSide(Sentence sentence, Lexicon lexicon, PurposeWords purposes) {
        this.sentence = sentence;
        this.lexicon = lexicon;
        this.purposes = purposes;
    }

    /** Reads what stands before that place. */
    static SubjectSide read(Sentence sentence, int end, Lexicon lexicon, PurposeWords purposes, Draft draft) {
        SubjectSide side = new SubjectSide(sentence, lexicon, purposes);
        side.purposes(end, draft);
        for (int at = 0; at < end; at++) {
            if (!sentence.isAccounted(at)) {
                side.read(at, end);
            }
        }
        side.passive = sentence.maybe(end - 1)
                .filter(part -> part.is(PlainWords.PASSIVE))
                .isPresent();
        side.judged = sentence.maybe(0)
                        .filter(part -> part.is(PlainWords.BEING))
                        .isPresent()
                && sentence.maybe(end - 1).filter(part -> part.is("to")).isPresent()
                && sentence.maybe(end - 2).filter(part -> part.is(JUDGED)).isPresent();
        if (side.unknown > 0 && side.names.isEmpty()) {
            throw new Unclear("I cannot tell who " + Unclear.quoted(sentence.said(0, end)) + " is.");
        }
        return side;
    }

    /** "Nightly builds of X": what is built says what for. */
    private void purposes(int end, Draft draft) {
        int from = 0;
        while (from < end && !sentence.isName(from)) {
            from++;
        }
        for (int at = 0; at < end; at++) {
            if (!sentence.part(at).isName() && !sentence.isAccounted(at)) {
                int to = at;
                while (to < end && !sentence.part(to).isName() && !sentence.isAccounted(to)) {
                    to++;
                }
                Sentence.Stretch stretch = sentence.withNames(at, to);
                PurposeWords.Found found = purposes.find(stretch.words());
                found.covered().stream()
                        .map(stretch::part)
                        .filter(part -> lexicon.isUnknownName(sentence.part(part)))
                        .findFirst()
                        .ifPresent(part -> {
                            throw unknown(part);
                        });
                draft.purposes(found.purposes());
                found.covered().stream().map(stretch::part).forEach(sentence::account);
                at = to;
            }
        }
    }

    private void read(int at, int end) {
        Part part = sentence.part(at);
        if (part.isName()) {
            name(at, end);
        } else if (part.is(PlainWords.MYSELF)) {
            self = true;
        } else if (part.is(PlainWords.CAUSATIVES) && causes(at, end)) {
            self = false;
        } else if (part.is(EXISTENCE)) {
            int next = at + 1;
            while (next < end && sentence.part(next).is(PlainWords.ARTICLES)) {
                next++;
            }
            existence |= next < end && sentence.isName(next);
        } else if (part.is(PlainWords.PREPOSITIONS) && !part.is("to") && !part.is("for") && !part.is("about")) {
            if (!leadsToName(at, end)) {
                throw unknown(at);
            }
        } else if (part.is(PlainWords.RELATIVE) && names.isEmpty() && !part.is(PlainWords.ARTICLES)) {
            throw unknown(at);
        } else if (isSort(at, end)) {
            unknown += names.isEmpty() && !leadsToName(at, end) ? 1 : 0;
        } else if (!isAsking(part)) {
            unknown++;
            if (!lexicon.isPlain(part) || unknown > MOST_UNKNOWN || isAnother(at, end) || isOtherVerb(part)) {
                throw unknown(at);
            }
        }
        sentence.account(at);
    }

    private boolean isAsking(Part part) {
        return lexicon.isLight(part)
                || part.is(PlainWords.MODALS)
                || part.is(PlainWords.BEING)
                || part.is(PlainWords.ATTITUDES)
                || part.is(PlainWords.RELATIVE);
    }

    private Unclear unknown(int at) {
        return new Unclear(
                "I do not understand " + Unclear.quoted(sentence.part(at).said()) + " there.");
    }

    /** "Let X use …", "configure X to use …": what X does is asked, whoever makes it do so. */
    private boolean causes(int at, int end) {
        int next = at + 1;
        while (next < end && lexicon.isLight(sentence.part(next))) {
            next++;
        }
        return next < end && sentence.isName(next);
    }

    /** A service's own name before a sort of thing says what the thing is about; any other name is who. */
    private void name(int at, int end) {
        boolean about =
                sentence.part(at).name().filter(it -> it.service().isPresent()).isPresent()
                        && !names.isEmpty()
                        && sentence.maybe(at + 1)
                                .filter(next -> at + 1 < end && next.is(PlainWords.SORTS))
                                .isPresent();
        if (!about) {
            names.add(at);
        }
    }

    /** "X pretends to use": what is not known behind a name may be what it does, unless it is an adverb. */
    private boolean isOtherVerb(Part part) {
        return !names.isEmpty() && !part.key().endsWith("ly");
    }

    /** "A fork of X" is not X, and a "fake X" is another one. */
    private boolean isAnother(int at, int end) {
        int next = at + 1;
        while (next < end
                && (lexicon.isLight(sentence.part(next)) || sentence.part(next).is("of"))) {
            next++;
        }
        return next < end && sentence.isName(next);
    }

    /** "Tasks", "signing format": beside a name, or before one. */
    private boolean isSort(int at, int end) {
        Part part = sentence.part(at);
        boolean before = sentence.maybe(at + 1)
                .filter(next -> at + 1 < end && next.is(PlainWords.SORTS))
                .isPresent();
        boolean fact = at + 1 < end && sentence.isAccounted(at + 1);
        return part.is(PlainWords.SORTS) || (lexicon.isThing(part) && (before || fact));
    }

    /** Whether a name follows with nothing but light words and prepositions before it. */
    private boolean leadsToName(int at, int end) {
        for (int next = at + 1; next < end; next++) {
            Part part = sentence.part(next);
            if (sentence.isName(next)) {
                return true;
            }
            boolean passed = sentence.isAccounted(next)
                    || lexicon.isLight(part)
                    || part.is(PlainWords.PREPOSITIONS)
                    || isSort(next, end);
            if (!passed) {
                return false;
            }
        }
        return false;
    }

    /** The places of the names, in order. */
    List<Integer> names() {
        return List.copyOf(names);
    }

    /** The name at that place in the order. */
    Named name(int which) {
        return sentence.part(names.get(which)).name().orElseThrow();
    }

    /** The preposition before that name, articles passed over. */
    Optional<String> preposition(int which) {
        int at = names.get(which) - 1;
        while (at >= 0 && lexicon.isLight(sentence.part(at))) {
            at--;
        }
        return sentence.maybe(at)
                .filter(part -> part.is(PlainWords.PREPOSITIONS))
                .map(Part::key);
    }

    /** Whether the asker speaks of himself. */
    boolean isSelf() {
        return self;
    }

    /** Whether it begins by asking if there is such a thing. */
    boolean isExistence() {
        return existence;
    }

    /** "Is X fine to …": X does it, or it is done to X where nothing else is named. */
    boolean isJudged() {
        return judged;
    }

    /** Whether something is done to what stands before the verb. */
    boolean isPassive() {
        return passive;
    }
}
