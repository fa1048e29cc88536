package dibs.bot.question;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.Kind;
import dibs.backend.environment.Tier;
import dibs.backend.policy.PurposeWords;
import dibs.backend.policy.Vocabulary;
import dibs.bot.question.VerbFinder.Use;
import dibs.bot.question.VerbFinder.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a question in words. Whatever is not accounted for, be it by a name, a verb, a purpose or a fact or because it
 * says nothing, makes it unclear.
 */
final class FreeText {
    private static final Set<String> TOWARDS =
            Set.of("on", "onto", "with", "to", "at", "against", "into", "through", "via", "in");
    private static final Set<String> BACK = Set.of("for", "from", "by", "of", "off");

    private final Catalog catalog;
    private final VerbFinder verbs;
    private final PurposeWords purposes;
    private final Lexicon lexicon;
    private final Circumstances circumstances;
    private final Products products;
    private final Chain chain;

    FreeText(
            Catalog catalog,
            Vocabulary vocabulary,
            VerbFinder verbs,
            PurposeWords purposes,
            Lexicon lexicon,
            Circumstances circumstances) {
        this.catalog = catalog;
        this.verbs = verbs;
        this.purposes = purposes;
        this.lexicon = lexicon;
        this.circumstances = circumstances;
        this.products = new Products(catalog);
        this.chain = new Chain(vocabulary, lexicon);
    }

    /**
     * What the sentence asks.
     *
     * @param draft what is told beside the sentence
     * @throws Unclear where it does not say it clearly
     */
    Draft read(Sentence sentence, Draft draft) {
        circumstances.read(sentence, draft);
        others(sentence);
        productsOfNames(sentence);
        tiersOfNames(sentence);
        if (chain.read(sentence, draft)) {
            return draft;
        }
        List<Verb> choice = VerbChoice.of(scan(sentence));
        if (choice.isEmpty()) {
            return nominal(sentence, draft);
        }
        Optional<Unclear> first = Optional.empty();
        for (boolean open : new boolean[] {false, true}) {
            for (Verb verb : choice) {
                try {
                    return read(sentence.copy(), draft.copy(), verb, open);
                } catch (Unclear unclear) {
                    first = first.or(() -> Optional.of(unclear));
                }
            }
        }
        throw first.orElseThrow();
    }

    /** What is asked about what does not exist: whatever else is said, it changes nothing. Nothing where it is not that. */
    Optional<Draft> missing(Sentence sentence, Draft draft) {
        List<Named> found = new ArrayList<>();
        for (int at = 0; at < sentence.size(); at++) {
            sentence.part(at).name().filter(named -> named.service().isEmpty()).ifPresent(found::add);
        }
        if (found.size() != 1 || !found.getFirst().is(Kind.MISSING)) {
            return Optional.empty();
        }
        draft.environment(found.getFirst());
        verbs.in(sentence, 0, sentence.size()).stream()
                .flatMap(verb -> verb.uses().stream())
                .filter(use -> !use.isOpen()
                        && use.preposition().isEmpty()
                        && use.kind().isEmpty())
                .limit(1)
                .forEach(use -> draft.accesses(List.of(use.access())));
        return Optional.of(draft);
    }

    private Scan scan(Sentence sentence) {
        return new Scan(sentence, lexicon, purposes, verbs);
    }

    private static void others(Sentence sentence) {
        Part first = sentence.part(0);
        boolean about = sentence.maybe(1).filter(part -> part.is("about")).isPresent();
        if (first.is(PlainWords.OTHER_QUESTIONS) && !about) {
            throw new Unclear("It asks how things are, and I say whether something may be done.");
        }
    }

    /** "Firefox try": a product before or behind the name of what is of that product adds nothing. */
    private void productsOfNames(Sentence sentence) {
        for (int at = 0; at + 1 < sentence.size(); at++) {
            if (sentence.isName(at)
                    && sentence.isName(at + 1)
                    && !sentence.part(at).ends()) {
                if (isProductOf(sentence.part(at), sentence.part(at + 1))) {
                    sentence.account(at);
                } else if (isProductOf(sentence.part(at + 1), sentence.part(at))) {
                    sentence.account(at + 1);
                }
            }
        }
    }

    /** "The dep pool X": the tier that X has anyway adds nothing. */
    private static void tiersOfNames(Sentence sentence) {
        for (int at = 0; at + 2 < sentence.size(); at++) {
            Optional<Tier> tier =
                    Optional.ofNullable(TierNames.TIERS.get(sentence.part(at).key()));
            Optional<Tier> own =
                    sentence.part(at + 2).name().flatMap(Named::environment).flatMap(Environment::tier);
            if (tier.isPresent() && tier.equals(own) && sentence.part(at + 1).is(PlainWords.SORTS)) {
                sentence.account(at, at + 2);
            }
        }
    }

    private boolean isProductOf(Part word, Part name) {
        Optional<String> product = products.at(word.words(), 0)
                .filter(span -> span.length() == word.words().size())
                .map(Products.Span::product);
        return product.isPresent()
                && name.name()
                        .flatMap(Named::environment)
                        .filter(it -> it.belongs().product().equals(product))
                        .isPresent();
    }

    /** @param open whether a verb that says what for may leave open how */
    private Draft read(Sentence sentence, Draft draft, Verb verb, boolean open) {
        SubjectSide subject = SubjectSide.read(sentence, verb.from(), lexicon, purposes, draft);
        Clause clause = new Clause(draft, verb, verbs);
        if (open && scan(sentence).saysWhatFor(verb.from(), verb.to())) {
            clause.purposeful();
        }
        subject(sentence, subject, clause);
        new ObjectSide(scan(sentence), clause).read();
        return finished(sentence, subject, clause);
    }

    private void subject(Sentence sentence, SubjectSide subject, Clause clause) {
        List<Integer> names = subject.names();
        if (names.size() == 1 && subject.isExistence()) {
            clause.environment(sentence.part(names.getFirst()), Optional.empty());
        } else if (names.size() == 2 && subject.isExistence()) {
            clause.environment(sentence.part(names.getFirst()), Optional.empty());
            clause.draft().consumer(subject.name(1));
        } else if (names.size() == 2 && subject.preposition(1).equals(Optional.of("for"))) {
            clause.environment(sentence.part(names.getFirst()), Optional.empty());
            clause.draft().consumer(subject.name(1));
        } else if (names.size() > 1) {
            throw new Unclear("There are more names in it than one that uses and one that is used.");
        } else if (names.size() == 1 && subject.isSelf()) {
            throw new Unclear("I cannot tell whether it is about you or about "
                    + subject.name(0).text() + ".");
        } else if (names.size() == 1 && (subject.isPassive() || subject.isJudged())) {
            clause.patient(subject.name(0));
        } else if (names.size() == 1) {
            clause.draft().consumer(subject.name(0));
        } else if (subject.isPassive()) {
            throw new Unclear("It does not say what would be used.");
        }
    }

    private Draft finished(Sentence sentence, SubjectSide subject, Clause clause) {
        for (int at = 0; at < sentence.size(); at++) {
            Part part = sentence.part(at);
            boolean passedOver = lexicon.isUnknownName(part) && !clause.draft().says(part.said());
            if (!sentence.isAccounted(at) || passedOver) {
                throw new Unclear("I do not understand "
                        + Unclear.quoted(sentence.part(at).said()) + " there.");
            }
        }
        clause.finish(subject, catalog::find);
        return clause.draft();
    }

    /** No verb: names with what stands between them, or one name and what for. */
    private Draft nominal(Sentence sentence, Draft draft) {
        int first = 0;
        while (first < sentence.size() && !sentence.isName(first)) {
            first++;
        }
        if (first == sentence.size()) {
            throw new Unclear("I find no name in it that I know.");
        }
        Part name = sentence.part(first);
        SubjectSide subject = SubjectSide.read(sentence, first, lexicon, purposes, draft);
        boolean exists = existence(sentence, first);
        boolean missing = name.name().filter(it -> it.is(Kind.MISSING)).isPresent();
        if (exists && !missing) {
            throw new Unclear("It asks whether there is such a thing, not whether something may be done.");
        }
        List<Use> uses = uses(name);
        Clause clause =
                new Clause(draft, new Verb(first, first + 1, 1, uses.isEmpty() ? List.of(Use.OPEN) : uses), verbs);
        String next = preposition(sentence, first);
        Named named = name.name().orElseThrow();
        boolean released = named.environment()
                .filter(it -> it.facts().containsKey(Clause.DRIVEN_BY))
                .isPresent();
        if (released && BACK.contains(next)) {
            clause.object(named);
            draft.purposes(
                    purposes.find(sentence.withNames(first, first + 1).words()).purposes());
        } else if (TOWARDS.contains(next)) {
            draft.consumer(named);
        } else {
            clause.environment(name, Optional.empty());
        }
        sentence.account(first);
        new ObjectSide(scan(sentence), clause).readNominal(first + 1);
        return finished(sentence, subject, clause);
    }

    /** What people do with what has that name: a task does what its own words say, a set is run. */
    private List<Use> uses(Part name) {
        Named named = name.name().orElseThrow();
        return named.task()
                .map(verbs::called)
                .orElseGet(() -> named.is(Kind.SET) ? verbs.endingIn(name.placeholder()) : List.of(Use.OPEN));
    }

    private static boolean existence(Sentence sentence, int name) {
        for (int at = 0; at < name; at++) {
            if (sentence.part(at).is("there")) {
                return true;
            }
        }
        return false;
    }

    /** The first preposition behind the name. */
    private String preposition(Sentence sentence, int name) {
        for (int at = name + 1; at < sentence.size(); at++) {
            Part part = sentence.part(at);
            if (part.is(PlainWords.PREPOSITIONS)) {
                return part.key();
            }
            if (sentence.isName(at)) {
                return "";
            }
        }
        return "";
    }
}
