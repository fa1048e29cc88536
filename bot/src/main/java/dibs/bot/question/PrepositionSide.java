package dibs.bot.question;

import dibs.bot.question.VerbFinder.Verb;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A preposition behind the verb, with its name or with what lies between. */
final class PrepositionSide {
    private final Scan scan;
    private final Sentence sentence;
    private final Clause clause;
    private final ObjectSide object;

    PrepositionSide(Scan scan, Clause clause, ObjectSide object) {
        this.scan = scan;
        this.sentence = scan.sentence();
        this.clause = clause;
        this.object = object;
    }

    /** Reads one preposition; the place behind what goes with it. */
    int read(int at) {
        String preposition = sentence.part(at).key();
        int name = at + 1;
        int adjectives = 0;
        while (name < sentence.size() && !sentence.isName(name) && mayPrecedeName(at, name)) {
            Part part = sentence.part(name);
            boolean known = scan.lexicon().isLight(part) || scan.lexicon().isThing(part) || part.is(PlainWords.SORTS);
            adjectives += known ? 0 : 1;
            name++;
        }
        if (!sentence.isName(name) || (adjectives > 0 && !PlainWords.LINKS.contains(preposition))) {
            return between(at, name, preposition);
        }
        clause.role(preposition, sentence.part(name), scan.isLastName(name));
        sentence.account(at, name + 1);
        return name + 1;
    }

    private boolean mayPrecedeName(int preposition, int at) {
        Part part = sentence.part(at);
        boolean ended = sentence.part(at - 1).ends() && at > preposition + 1;
        boolean relative =
                part.is(PlainWords.RELATIVE) && scan.verbAt(scan.past(at + 1)).isPresent();
        boolean passed = scan.lexicon().isLight(part)
                || scan.lexicon().isThing(part)
                || part.is(PlainWords.SORTS)
                || scan.lexicon().isPlain(part);
        boolean another = part.is("of") && isOfAnother(preposition, at);
        return !ended && !relative && !another && !sentence.isAccounted(at) && passed;
    }

    /** "To a copy of X" is not to X. */
    private boolean isOfAnother(int preposition, int of) {
        Part part = sentence.part(of - 1);
        return of - 1 > preposition
                && !part.is(PlainWords.SORTS)
                && !scan.lexicon().isLight(part)
                && !scan.lexicon().isThing(part);
    }

    /** "From a tool that itself reads X", "via a proxy", or a preposition whose name stands before. */
    private int between(int at, int end, String preposition) {
        boolean alone = end >= sentence.size()
                || sentence.isAccounted(end)
                || sentence.part(end).is("by");
        if (end == at + 1 && alone && (clause.hasEnvironment() || clause.isPassive())) {
            clause.dangling(preposition);
            sentence.account(at);
            return end;
        }
        List<String> link = IntStream.range(at + 1, end)
                .mapToObj(sentence::part)
                .filter(part -> !scan.lexicon().isLight(part))
                .map(Part::key)
                .toList();
        boolean relative =
                sentence.maybe(end).filter(part -> part.is(PlainWords.RELATIVE)).isPresent();
        Optional<Verb> second = relative ? scan.verbAt(scan.past(end + 1)) : Optional.empty();
        boolean between =
                PlainWords.LINKS.contains(preposition) && (clause.hasEnvironment() || object.isUsedBehind(end));
        if (link.isEmpty() || !(second.isPresent() || between)) {
            throw scan.unclear(at);
        }
        clause.draft().via(String.join("-", link));
        sentence.account(at, second.map(Verb::to).orElse(end));
        second.ifPresent(clause::onwards);
        return second.map(Verb::to).orElse(end);
    }
}
