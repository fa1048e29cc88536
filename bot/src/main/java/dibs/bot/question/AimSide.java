package dibs.bot.question;

import dibs.bot.question.Scan.Aim;
import dibs.bot.question.VerbFinder.Verb;
import java.util.Optional;
import java.util.Set;

/** What stands behind "for", behind "to" with a verb, and behind "in" or "before" an occasion: what for, or how. */
final class AimSide {
    private static final Set<String> OCCASIONS =
            Set.of("in", "during", "before", "after", "as", "within", "ahead", "for");

    private final Scan scan;
    private final Sentence sentence;
    private final Clause clause;
    private final ObjectSide objects;

    AimSide(Scan scan, Clause clause, ObjectSide objects) {
        this.scan = scan;
        this.sentence = scan.sentence();
        this.clause = clause;
        this.objects = objects;
    }

    /** Reads it where it begins there; the place behind it, or nothing where it does not. */
    Optional<Integer> read(int at) {
        Part part = sentence.part(at);
        if (part.is("for")) {
            return Optional.of(purpose(at));
        }
        if (scan.infinitive(at).isPresent()) {
            return Optional.of(infinitive(at));
        }
        return part.is(OCCASIONS) ? occasion(at) : Optional.empty();
    }

    /** "To test X" says what for, "to write to X" says how. */
    private int infinitive(int at) {
        Verb verb = scan.infinitive(at).orElseThrow();
        int end = end(at + 1);
        Aim aim = scan.aim(at + 1, end);
        if (aim.covers(verb.from())) {
            sentence.account(at);
            return told(at + 1, end, aim);
        }
        return further(at, verb);
    }

    /** What stands behind "for": whom, or what for, or how. */
    private int purpose(int at) {
        int first = scan.past(at + 1);
        if (sentence.maybe(first).filter(part -> part.is(PlainWords.MYSELF)).isPresent()) {
            sentence.account(at, first + 1);
            return first + 1;
        }
        int end = end(at + 1);
        Aim aim = scan.aim(at + 1, end);
        if (sentence.isName(first) && !aim.covers(first)) {
            clause.role("for", sentence.part(first), scan.isLastName(first));
            sentence.account(at, first + 1);
            return first + 1;
        }
        Optional<Verb> verb = aim.covers(first) ? Optional.empty() : scan.verbAt(first);
        if (verb.isPresent()) {
            return further(at, verb.get());
        }
        if (aim.found().purposes().isEmpty()) {
            throw new Unclear("I know no such purpose as " + Unclear.quoted(sentence.said(at + 1, end)) + ".");
        }
        sentence.account(at);
        return told(at + 1, end, aim);
    }

    /** A further verb: the one that counts, where the first one says nothing of how. */
    private int further(int at, Verb verb) {
        if (clause.verb().isOpen()) {
            clause.instead(verb);
        } else {
            clause.also(verb);
        }
        sentence.account(at, verb.from());
        return objects.object(verb);
    }

    /** "In a test", "before the upgrade of X". */
    private Optional<Integer> occasion(int at) {
        int end = end(at + 1);
        Aim aim = scan.aim(at, end);
        if (aim.found().purposes().isEmpty()) {
            return Optional.empty();
        }
        sentence.account(at);
        return Optional.of(told(at + 1, end, aim));
    }

    /** Notes what for; the words beside it have to be such that nothing depends on them. */
    private int told(int from, int end, Aim aim) {
        aim.tell(clause.draft(), scan);
        for (int at = from; at < end; at++) {
            Part part = sentence.part(at);
            if (!sentence.isAccounted(at)) {
                if (isOf(at) || sentence.isName(at)) {
                    return at;
                }
                boolean sort = part.is(PlainWords.SORTS)
                        || part.is(PlainWords.CHANGES)
                        || scan.lexicon().isThing(part);
                if (!part.is(PlainWords.PREPOSITIONS) && !sort) {
                    objects.plain(at);
                }
                sentence.account(at);
            }
        }
        return end;
    }

    /** Whether a preposition leads to a name there. */
    private boolean isOf(int at) {
        Part part = sentence.part(at);
        return part.is(PlainWords.PREPOSITIONS) && !part.is("of") && sentence.isName(scan.past(at + 1));
    }

    /** How far the words of a purpose may go. */
    private int end(int from) {
        int at = from;
        while (at < sentence.size()) {
            Part part = sentence.part(at);
            boolean other = at > from
                    && (part.is("for")
                            || part.is(PlainWords.LINKS)
                            || isOf(at)
                            || sentence.part(at - 1).ends()
                            || scan.infinitive(at).isPresent());
            if (other || sentence.isAccounted(at)) {
                return at;
            }
            at++;
        }
        return at;
    }
}
