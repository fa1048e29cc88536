package dibs.bot.question;

import dibs.backend.environment.Kind;
import dibs.backend.policy.Inquiry;
import dibs.backend.policy.PurposeWords;
import dibs.backend.policy.Vocabulary;
import dibs.bot.question.QuestionReading.Nearest;
import dibs.bot.question.VerbFinder.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an unclear question may have asked: from the names, verbs and purposes that are in it. */
final class Guesses {
    private static final int MOST = 3;
    private static final int MOST_WORDS = 120;
    private static final int MOST_UNKNOWN = 3;
    private static final Set<Kind> USERS = Set.of(Kind.TREE, Kind.STAGING_REPO, Kind.SET, Kind.ROLE, Kind.EXTERNAL);

    private final NameFinder names;
    private final VerbFinder verbs;
    private final PurposeWords purposes;
    private final Vocabulary vocabulary;

    Guesses(NameFinder names, VerbFinder verbs, PurposeWords purposes, Vocabulary vocabulary) {
        this.names = names;
        this.verbs = verbs;
        this.purposes = purposes;
        this.vocabulary = vocabulary;
    }

    /** At most three, likeliest first; none where the words hold no name that is known or near to one. */
    List<Nearest> of(List<Word> words) {
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return List.of();
        }
        Sentence sentence = names.sentence(words);
        List<Named> found = named(sentence);
        if (found.isEmpty()) {
            return List.of();
        }
        Draft draft = new Draft(vocabulary);
        verbs.in(sentence, 0, sentence.size()).stream()
                .flatMap(verb -> verb.uses().stream())
                .filter(use -> !use.isOpen())
                .map(Use::access)
                .findFirst()
                .ifPresent(access -> draft.accesses(List.of(access)));
        Sentence.Stretch stretch = sentence.withoutNames(0, sentence.size());
        List<dibs.backend.policy.Purpose> told = purposes.find(stretch.words()).purposes();
        Set<Inquiry> guesses = new LinkedHashSet<>();
        for (List<Named> pair : pairs(found)) {
            guesses.add(inquiry(pair, draft));
        }
        if (told.size() == 1) {
            Draft purpose = draft.copy();
            purpose.purposes(told);
            List<Inquiry> first = new ArrayList<>(List.of(inquiry(pairs(found).getFirst(), purpose)));
            first.addAll(guesses);
            guesses = new LinkedHashSet<>(first);
        }
        return guesses.stream()
                .limit(MOST)
                .map(inquiry -> new Nearest(inquiry, InquiryLine.of(inquiry)))
                .toList();
    }

    private static Inquiry inquiry(List<Named> pair, Draft told) {
        Draft draft = told.copy();
        draft.environment(pair.getLast());
        if (pair.size() > 1) {
            draft.consumer(pair.getFirst());
        }
        return draft.inquiry();
    }

    /** The first two names either way round, what only uses first; then the last one for the asker. */
    private static List<List<Named>> pairs(List<Named> found) {
        List<List<Named>> pairs = new ArrayList<>();
        if (found.size() > 1) {
            Named first = found.getFirst();
            Named last = found.get(1);
            boolean turned = last.is(USERS) && !first.is(USERS);
            pairs.add(turned ? List.of(last, first) : List.of(first, last));
            pairs.add(turned ? List.of(first, last) : List.of(last, first));
        }
        found.stream().filter(named -> !named.is(USERS)).findFirst().ifPresent(named -> pairs.add(List.of(named)));
        if (pairs.isEmpty()) {
            pairs.add(List.of(found.getFirst()));
        }
        return pairs;
    }

    private List<Named> named(Sentence sentence) {
        List<Named> found = new ArrayList<>();
        int unknown = 0;
        for (int at = 0; at < sentence.size(); at++) {
            Part part = sentence.part(at);
            Optional<Named> named = part.name();
            if (named.isEmpty() && part.words().getFirst().looksLikeName() && unknown < MOST_UNKNOWN) {
                unknown++;
                named = names.names().nearest(part.said()).stream()
                        .findFirst()
                        .map(id -> names.names().resolve(id));
            }
            named.filter(it -> found.stream().noneMatch(it::sameAs)).ifPresent(found::add);
        }
        return found;
    }
}
