package dibs.bot.question;

import dibs.backend.environment.Kind;
import dibs.bot.question.Scan.Aim;
import dibs.bot.question.VerbFinder.Verb;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What stands behind the verb: what it is done to, with what, how and what for. */
final class ObjectSide {
    private static final int MOST_UNKNOWN = 5;
    private static final int MOST_ADJECTIVES = 2;
    private static final Set<String> NOT_USED = Set.of("", "by", "for", "of", "off", "as");

    private final Scan scan;
    private final Sentence sentence;
    private final Clause clause;
    private final AimSide aims;
    private final PrepositionSide prepositions;
    private int unknown;
    private boolean nominal;

    ObjectSide(Scan scan, Clause clause) {
        this.scan = scan;
        this.sentence = scan.sentence();
        this.clause = clause;
        this.aims = new AimSide(scan, clause, this);
        this.prepositions = new PrepositionSide(scan, clause, this);
    }

    /** Reads from the verb to the end. */
    void read() {
        tail(object(clause.verb()));
    }

    /** Reads what stands behind a name, where there is no verb. */
    void readNominal(int from) {
        nominal = true;
        tail(from);
    }

    private void tail(int from) {
        int at = from;
        while (at < sentence.size()) {
            at = sentence.isAccounted(at) ? at + 1 : next(at);
        }
    }

    /** Reads a verb with what it is done to, up to the first preposition; the place behind that. */
    int object(Verb verb) {
        itself(verb);
        int from = verb.to();
        int to = from;
        while (to < sentence.size() && !ends(to)) {
            to++;
        }
        for (int at = from; at < to; at++) {
            if (!sentence.isAccounted(at) && !sentence.isName(at)) {
                adverb(at);
            }
        }
        int last = lastName(from, to);
        boolean direct = last >= from && !isUsedBehind(to) && !clause.hasEnvironment();
        boolean behind = direct && scan.saysWhatFor(last + 1, to);
        int said = !direct || behind || scan.saysWhatFor(verb.from(), verb.to()) ? to : last;
        Aim aim = scan.aim(verb.from(), said);
        if (direct) {
            clause.environment(sentence.part(last), Optional.empty());
            sentence.account(last);
        }
        for (int at = from; at < to; at++) {
            if (sentence.isName(at)) {
                clause.object(sentence.part(at).name().orElseThrow());
            }
        }
        aim.tell(clause.draft(), scan);
        words(from, to, aim);
        return to;
    }

    /** The words of an object that are no names. */
    private void words(int from, int to, Aim aim) {
        for (int at = from; at < to; at++) {
            Part part = sentence.part(at);
            boolean sort = part.is(PlainWords.SORTS)
                    || scan.lexicon().isThing(part)
                    || (part.is(PlainWords.CHANGES) && !aim.found().purposes().isEmpty());
            boolean understood = sentence.isAccounted(at) || part.isName() || sort;
            if (!understood && !scan.lexicon().isLight(part) && leadsToName(at, to)) {
                throw scan.unclear(at);
            }
            if (!understood) {
                plain(at);
            }
            sentence.account(at);
        }
    }

    /** Whether a name follows: what stands before it could make another thing of it, as "a fake X" is not X. */
    private boolean leadsToName(int at, int to) {
        int next = at + 1;
        while (next < to && scan.lexicon().isLight(sentence.part(next))) {
            next++;
        }
        return next < to && sentence.part(next).isName();
    }

    /** The verb's own words; a name or other words inside them are what it is done to. */
    private void itself(Verb verb) {
        for (int at = verb.from(); at < verb.to(); at++) {
            Part part = sentence.part(at);
            boolean own = verb.uses().stream()
                    .anyMatch(use -> part.words().getFirst().bare().stream().allMatch(use::gives));
            if (sentence.isName(at) && verb.uses().stream().anyMatch(use -> use.gives(part.placeholder()))) {
                clause.object(part.name().orElseThrow());
            } else if (sentence.isName(at)) {
                clause.environment(part, Optional.empty());
            } else if (!sentence.isAccounted(at) && !own) {
                plain(at);
            }
            sentence.account(at);
        }
    }

    /** The name that ends a stretch but for words that say nothing; less than zero where none does. */
    private int lastName(int from, int to) {
        int at = to - 1;
        while (at >= from
                && (sentence.isAccounted(at)
                        || scan.lexicon().isLight(sentence.part(at))
                        || sentence.part(at).is(PlainWords.SORTS)
                        || (!sentence.isName(at) && scan.saysWhatFor(at, at + 1)))) {
            at--;
        }
        return at >= from && sentence.isName(at) ? at : -1;
    }

    private boolean ends(int at) {
        Part part = sentence.part(at);
        boolean comma = at > 0 && sentence.part(at - 1).ends();
        boolean relative = part.is(PlainWords.RELATIVE)
                && (!part.is(PlainWords.ARTICLES)
                        || !scan.verbs().in(sentence, at + 1, sentence.size()).isEmpty());
        return comma || relative || (part.is(PlainWords.PREPOSITIONS) && !part.is("of"));
    }

    /** Whether a name behind there is what is used. */
    boolean isUsedBehind(int from) {
        for (int at = from; at < sentence.size(); at++) {
            if (sentence.isName(at) && !isTreeOfUse(from, at)) {
                String preposition = scan.preposition(at, MOST_ADJECTIVES + 2);
                boolean source = preposition.equals("from") && !scan.verbs().takes(clause.verb(), preposition);
                boolean own = !preposition.isEmpty() && scan.verbs().takes(clause.verb(), preposition);
                if (own || (!source && !NOT_USED.contains(preposition))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Use X on TREE": the tree is what uses, unless X is a tree too. */
    private boolean isTreeOfUse(int object, int name) {
        return clause.verb().isOpen()
                && isTree(name)
                && IntStream.range(clause.verb().from(), object).anyMatch(at -> sentence.isName(at) && !isTree(at));
    }

    private boolean isTree(int at) {
        return sentence.part(at).name().filter(it -> it.is(Kind.TREE)).isPresent();
    }

    /** "Read-only" beside another verb says how. */
    private boolean adverb(int at) {
        Optional<Verb> here = scan.verbAt(at)
                .filter(verb ->
                        sentence.said(at, verb.to()).toLowerCase(Locale.ROOT).endsWith("only"));
        here.ifPresent(verb -> {
            Verb main = clause.verb();
            clause.manner(verb, scan.saysWhatFor(main.from(), main.to()));
            sentence.account(at, verb.to());
        });
        return here.isPresent();
    }

    /** Lets a word pass that nothing depends on. */
    void plain(int at) {
        Part part = sentence.part(at);
        if (scan.lexicon().isLight(part) || part.is("of") || part.is("access")) {
            return;
        }
        unknown++;
        if (!scan.lexicon().isPlain(part) || unknown > MOST_UNKNOWN) {
            throw scan.unclear(at);
        }
    }

    /** Reads one thing behind the object; the place behind it. */
    private int next(int at) {
        Part part = sentence.part(at);
        Optional<Integer> aim = aims.read(at);
        if (aim.isPresent()) {
            return aim.get();
        }
        if (part.is(PlainWords.PREPOSITIONS)) {
            return prepositions.read(at);
        }
        if (sentence.isName(at) && !clause.hasEnvironment()) {
            clause.environment(part, Optional.empty());
        } else if (sentence.isName(at)) {
            clause.role("", part, true);
        } else if (!adverb(at) && !isPassed(at)) {
            throw scan.unclear(at);
        }
        sentence.account(at);
        return at + 1;
    }

    private boolean isPassed(int at) {
        Part part = sentence.part(at);
        return scan.lexicon().isLight(part) || scan.isSortBehindName(at) || (nominal && part.is(PlainWords.ATTITUDES));
    }
}
