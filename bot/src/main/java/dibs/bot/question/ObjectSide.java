package dibs.bot.question;

import dibs.backend.policy.PurposeWords;
import dibs.bot.question.VerbFinder.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands behind the verb: what it is done to, with what, how and what for. */
final class ObjectSide {
    private static final int MOST_UNKNOWN = 5;
    private static final int MOST_ADJECTIVES = 2;
    private static final Set<String> OCCASIONS =
            Set.of("in", "during", "before", "after", "as", "within", "ahead", "for");

    private final Sentence sentence;
    private final Clause clause;
    private final Lexicon lexicon;
    private final PurposeWords purposes;
    private final VerbFinder verbs;
    private int unknown;
    private boolean nominal;

    ObjectSide(Sentence sentence, Clause clause, Lexicon lexicon, PurposeWords purposes, VerbFinder verbs) {
        this.sentence = sentence;
        this.clause = clause;
        this.lexicon = lexicon;
        this.purposes = purposes;
        this.verbs = verbs;
    }

    /** Reads from the verb to the end. */
    void read() {
        tail(object(clause.verb(), verbItself(clause.verb())));
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

    /** The verb's own words; a name or other words inside them are what it is done to. */
    private int verbItself(Verb verb) {
        for (int at = verb.from(); at < verb.to(); at++) {
            Part part = sentence.part(at);
            if (sentence.isName(at)) {
                if (verb.uses().stream().anyMatch(use -> use.gives(part.placeholder()))) {
                    clause.object(part.name().orElseThrow());
                } else {
                    clause.environment(part, Optional.empty());
                }
            } else if (!sentence.isAccounted(at)
                    && verb.uses().stream()
                            .noneMatch(use ->
                                    part.words().getFirst().bare().stream().allMatch(use::gives))) {
                plain(at);
            }
            sentence.account(at);
        }
        return verb.to();
    }

    /** What the verb is done to, up to the first preposition; what is tested or built says what for. */
    private int object(Verb verb, int from) {
        int to = from;
        while (to < sentence.size() && !ends(to)) {
            to++;
        }
        int last = lastName(from, to);
        boolean direct = last >= from && !used(to) && !clause.hasEnvironment();
        int said = !direct || testing(verb.from(), verb.to()) ? to : last;
        Sentence.Stretch stretch = sentence.withNames(verb.from(), said);
        PurposeWords.Found found = purposes.find(stretch.words());
        clause.draft().purposes(found.purposes());
        if (direct) {
            clause.environment(sentence.part(last), Optional.empty());
            sentence.account(last);
        }
        for (int at = from; at < to; at++) {
            if (sentence.isName(at)) {
                clause.object(sentence.part(at).name().orElseThrow());
            }
        }
        found.covered().stream().map(stretch::part).forEach(sentence::account);
        for (int at = from; at < to; at++) {
            if (!sentence.isAccounted(at)) {
                boolean sort = sentence.part(at).is(PlainWords.SORTS)
                        || lexicon.isThing(sentence.part(at))
                        || (sentence.part(at).is(PlainWords.CHANGES)
                                && !found.purposes().isEmpty());
                if (!sentence.isName(at) && !sort && !adverb(at)) {
                    plain(at);
                }
                sentence.account(at);
            }
        }
        return to;
    }

    /** The name that ends a stretch but for words that say nothing; less than zero where none does. */
    private int lastName(int from, int to) {
        int at = to - 1;
        while (at >= from
                && (sentence.isAccounted(at)
                        || lexicon.isLight(sentence.part(at))
                        || sentence.part(at).is(PlainWords.SORTS))) {
            at--;
        }
        return at >= from && sentence.isName(at) ? at : -1;
    }

    private boolean ends(int at) {
        Part part = sentence.part(at);
        boolean comma = at > 0 && sentence.part(at - 1).ends();
        return comma
                || (part.is(PlainWords.PREPOSITIONS) && !part.is("of"))
                || (part.is(PlainWords.RELATIVE) && !part.is(PlainWords.ARTICLES))
                || (part.is("that")
                        && !verbs.in(sentence, at + 1, sentence.size()).isEmpty());
    }

    /** Whether a name behind there is what is used. */
    private boolean used(int from) {
        for (int at = from; at < sentence.size(); at++) {
            if (sentence.isName(at)) {
                String preposition = preposition(at);
                boolean source = preposition.equals("from") && !verbs.readsFrom(clause.verb());
                if (!source && !Set.of("", "by", "for", "of", "off").contains(preposition)) {
                    return true;
                }
            }
        }
        return false;
    }

    private String preposition(int name) {
        int at = name - 1;
        while (at >= 0 && !sentence.part(at).is(PlainWords.PREPOSITIONS) && name - at <= MOST_ADJECTIVES + 2) {
            at--;
        }
        return at >= 0 && sentence.part(at).is(PlainWords.PREPOSITIONS)
                ? sentence.part(at).key()
                : "";
    }

    private boolean testing(int from, int to) {
        return !purposes.find(sentence.withNames(from, to).words()).purposes().isEmpty();
    }

    /** "Read-only" beside another verb says how. */
    private boolean adverb(int at) {
        List<Verb> here = verbs.in(sentence, at, sentence.size()).stream()
                .filter(verb -> verb.from() == at
                        && sentence.said(at, verb.to())
                                .toLowerCase(java.util.Locale.ROOT)
                                .endsWith("only"))
                .toList();
        if (here.isEmpty()) {
            return false;
        }
        clause.manner(
                here.getFirst(), testing(clause.verb().from(), clause.verb().to()));
        sentence.account(at, here.getFirst().to());
        return true;
    }

    private void plain(int at) {
        Part part = sentence.part(at);
        if (lexicon.isLight(part) || part.is("of")) {
            return;
        }
        unknown++;
        if (!lexicon.isPlain(part) || unknown > MOST_UNKNOWN) {
            throw unclear(at);
        }
    }

    private Unclear unclear(int at) {
        return new Unclear(
                "I do not understand " + Unclear.quoted(sentence.part(at).said()) + " there.");
    }

    /** Reads one thing behind the object; the place behind it. */
    private int next(int at) {
        Part part = sentence.part(at);
        if (part.is("for")) {
            return purpose(at);
        }
        if (part.is("to") && verbAt(past(at + 1)).isPresent()) {
            return infinitive(at);
        }
        if (part.is(OCCASIONS)) {
            Optional<Integer> end = occasion(at);
            if (end.isPresent()) {
                return end.get();
            }
        }
        if (part.is(PlainWords.PREPOSITIONS)) {
            return prepositional(at);
        }
        if (sentence.isName(at) && !clause.hasEnvironment()) {
            clause.environment(part, Optional.empty());
        } else if (sentence.isName(at)) {
            clause.role("", part, true);
        } else if (!adverb(at)
                && !lexicon.isLight(part)
                && !afterName(at)
                && !(nominal && part.is(PlainWords.ATTITUDES))) {
            throw unclear(at);
        }
        sentence.account(at);
        return at + 1;
    }

    private boolean afterName(int at) {
        int before = at - 1;
        while (before > 0 && sentence.part(before).is(PlainWords.SORTS)) {
            before--;
        }
        return before >= 0
                && sentence.part(before).isName()
                && !sentence.part(before).ends()
                && sentence.part(at).is(PlainWords.SORTS);
    }

    private int past(int from) {
        int at = from;
        while (at < sentence.size() && !sentence.isAccounted(at) && lexicon.isLight(sentence.part(at))) {
            at++;
        }
        return at;
    }

    private Optional<Verb> verbAt(int at) {
        return at >= sentence.size()
                ? Optional.empty()
                : verbs.in(sentence, at, sentence.size()).stream()
                        .filter(verb -> verb.from() == at)
                        .findFirst();
    }

    /** A preposition with its name, or with what lies between. */
    private int prepositional(int at) {
        String preposition = sentence.part(at).key();
        int name = at + 1;
        int adjectives = 0;
        while (name < sentence.size() && !sentence.isName(name)) {
            Part part = sentence.part(name);
            boolean light = !sentence.isAccounted(name) && lexicon.isLight(part);
            boolean thing = lexicon.isThing(part) || part.is(PlainWords.SORTS) || part.is("of");
            adjectives += light || thing ? 0 : 1;
            boolean relative =
                    part.is(PlainWords.RELATIVE) && verbAt(past(name + 1)).isPresent();
            boolean ended = relative || (sentence.part(name - 1).ends() && name > at + 1);
            if (ended || sentence.isAccounted(name) || !(light || thing || lexicon.isPlain(part))) {
                break;
            }
            name++;
        }
        if (!sentence.isName(name) || (adjectives > MOST_ADJECTIVES && !PlainWords.LINKS.contains(preposition))) {
            return between(at, name, preposition);
        }
        clause.role(preposition, sentence.part(name), lastName(name));
        sentence.account(at, name + 1);
        return name + 1;
    }

    private boolean lastName(int name) {
        for (int at = name + 1; at < sentence.size(); at++) {
            if (sentence.isName(at)) {
                return false;
            }
        }
        return true;
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
        StringBuilder link = new StringBuilder();
        for (int part = at + 1; part < end; part++) {
            if (!lexicon.isLight(sentence.part(part))) {
                link.append(link.isEmpty() ? "" : "-")
                        .append(sentence.part(part).key());
            }
        }
        boolean relative =
                sentence.maybe(end).filter(part -> part.is(PlainWords.RELATIVE)).isPresent();
        Optional<Verb> second = relative ? verbAt(past(end + 1)) : Optional.empty();
        boolean between = PlainWords.LINKS.contains(preposition) && (clause.hasEnvironment() || used(end));
        if (link.isEmpty() || !(second.isPresent() || between)) {
            throw unclear(at);
        }
        clause.draft().via(link.toString());
        sentence.account(at, end);
        second.ifPresent(verb -> {
            sentence.account(end, verb.to());
            clause.onwards(verb);
        });
        return second.map(Verb::to).orElse(end);
    }

    /** "To test X" says what for, "to write to X" says how. */
    private int infinitive(int at) {
        Verb verb = verbAt(past(at + 1)).orElseThrow();
        int end = purposeEnd(at + 1);
        Sentence.Stretch stretch = sentence.withNames(at + 1, end);
        PurposeWords.Found found = purposes.find(stretch.words());
        boolean said = found.covered().stream().mapToObj(stretch::part).anyMatch(part -> part == verb.from());
        if (said) {
            sentence.account(at);
            return told(at + 1, end, stretch, found);
        }
        sentence.account(at, verb.from());
        if (clause.verb().isOpen()) {
            clause.instead(verb);
        } else {
            clause.also(verb);
        }
        verbItself(verb);
        return object(verb, verb.to());
    }

    /** What stands behind "for": whom, or what for, or how. */
    private int purpose(int at) {
        int first = past(at + 1);
        int end = purposeEnd(at + 1);
        Sentence.Stretch stretch = sentence.withNames(at + 1, end);
        PurposeWords.Found found = purposes.find(stretch.words());
        boolean covered = found.covered().stream().mapToObj(stretch::part).anyMatch(part -> part == first);
        if (sentence.isName(first) && !covered) {
            clause.role("for", sentence.part(first), lastName(first));
            sentence.account(at, first + 1);
            return first + 1;
        }
        Optional<Verb> verb = covered ? Optional.empty() : verbAt(first);
        if (verb.isPresent()) {
            if (clause.verb().isOpen()) {
                clause.instead(verb.get());
            } else {
                clause.also(verb.get());
            }
            sentence.account(at, verb.get().from());
            verbItself(verb.get());
            return object(verb.get(), verb.get().to());
        }
        if (found.purposes().isEmpty()) {
            throw new Unclear("I know no such purpose as " + Unclear.quoted(sentence.said(at + 1, end)) + ".");
        }
        sentence.account(at);
        return told(at + 1, end, stretch, found);
    }

    /** "In a test", "before the upgrade of X". */
    private Optional<Integer> occasion(int at) {
        int end = purposeEnd(at + 1);
        Sentence.Stretch stretch = sentence.withNames(at, end);
        PurposeWords.Found found = purposes.find(stretch.words());
        if (found.purposes().isEmpty()) {
            return Optional.empty();
        }
        sentence.account(at);
        return Optional.of(told(at + 1, end, stretch, found));
    }

    private int told(int from, int end, Sentence.Stretch stretch, PurposeWords.Found found) {
        clause.draft().purposes(found.purposes());
        found.covered().stream().map(stretch::part).forEach(sentence::account);
        int at = from;
        while (at < end) {
            Part part = sentence.part(at);
            if (!sentence.isAccounted(at)) {
                boolean owner = part.is(PlainWords.PREPOSITIONS) && !part.is("of") && sentence.isName(past(at + 1));
                if (owner || sentence.isName(at)) {
                    return at;
                }
                boolean sort = part.is(PlainWords.SORTS) || part.is(PlainWords.CHANGES) || lexicon.isThing(part);
                if (!part.is(PlainWords.PREPOSITIONS) && !sort) {
                    plain(at);
                }
                sentence.account(at);
            }
            at++;
        }
        return end;
    }

    /** How far the words of a purpose may go. */
    private int purposeEnd(int from) {
        int at = from;
        while (at < sentence.size()) {
            Part part = sentence.part(at);
            boolean other = at > from
                    && (part.is("for")
                            || part.is(PlainWords.LINKS)
                            || (part.is("to") && verbAt(past(at + 1)).isPresent() && !testing(at, at + 1)));
            if (other || (at > from && sentence.part(at - 1).ends()) || sentence.isAccounted(at)) {
                return at;
            }
            at++;
        }
        return at;
    }
}
