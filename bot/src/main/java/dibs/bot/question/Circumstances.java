package dibs.bot.question;

import dibs.backend.policy.FactWords;
import dibs.backend.policy.FactWords.Told;
import dibs.backend.policy.PhraseFinder.Match;
import dibs.backend.policy.PurposeWords;
import dibs.backend.policy.Vocabulary.FactKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a question says around its verb: facts, reasons, times. What it has read is accounted for. */
final class Circumstances {
    private static final Set<String> MEANWHILE =
            Set.of("while", "when", "as", "during", "with", "and", "but", "where", "using", "under");
    private static final Set<String> TIMED = Set.of(
            "for",
            "during",
            "until",
            "till",
            "on",
            "at",
            "in",
            "over",
            "this",
            "next",
            "by",
            "before",
            "after",
            "within",
            "today",
            "tomorrow",
            "tonight",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");
    private static final Set<String> CEASING = Set.of("stop", "stops", "stopped", "quit", "cease", "keep");
    private static final String ON = "_on";

    private final FactWords facts;
    private final PurposeWords purposes;
    private final VerbFinder verbs;

    Circumstances(FactWords facts, PurposeWords purposes, VerbFinder verbs) {
        this.facts = facts;
        this.purposes = purposes;
        this.verbs = verbs;
    }

    void read(Sentence sentence, Draft draft) {
        phrases(sentence, draft);
        reason(sentence, draft);
        namedFacts(sentence, draft);
        meanwhile(sentence, draft);
        times(sentence);
        negations(sentence);
    }

    /** A reason explains and decides nothing, whatever it names; it may say what for. */
    private void reason(Sentence sentence, Draft draft) {
        for (int at = 0; at < sentence.size(); at++) {
            if (sentence.part(at).is(PlainWords.REASONS)) {
                int end = at + 1;
                while (end < sentence.size() && !(sentence.part(end - 1).ends() && end > at + 1)) {
                    end++;
                }
                Sentence.Stretch stretch = sentence.withNames(at + 1, end);
                PurposeWords.Found told = purposes.find(stretch.words());
                Set<Integer> said =
                        told.covered().stream().mapToObj(stretch::part).collect(Collectors.toSet());
                boolean does = verbs.in(sentence, at + 1, end).stream().anyMatch(verb -> !said.contains(verb.from()));
                if (does || negated(sentence, at + 1, end)) {
                    throw new Unclear("I cannot tell what " + Unclear.quoted(sentence.said(at, end)) + " changes.");
                }
                draft.purposes(told.purposes());
                sentence.account(at, end);
                return;
            }
        }
    }

    private static boolean negated(Sentence sentence, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!sentence.isAccounted(at) && isNegation(sentence.part(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNegation(Part part) {
        return part.is(PlainWords.NEGATIONS)
                || part.key().endsWith("n't")
                || part.key().startsWith("non-");
    }

    private static void negations(Sentence sentence) {
        for (int at = 0; at < sentence.size(); at++) {
            boolean ceasing = sentence.part(at).is(CEASING)
                    && sentence.maybe(at + 1)
                            .filter(next -> next.key().endsWith("ing"))
                            .isPresent();
            if (!sentence.isAccounted(at) && (ceasing || isNegation(sentence.part(at)))) {
                throw new Unclear("I do not read what is turned around by "
                        + Unclear.quoted(sentence.part(at).said()) + ": ask it straight.");
            }
        }
    }

    /** Phrases that tell a fact; they may turn something around, as "without a lease" does. */
    private void phrases(Sentence sentence, Draft draft) {
        Sentence.Stretch stretch = sentence.withNames(0, sentence.size());
        for (Match<Told> match : facts.phrases().in(stretch.words())) {
            stretch.run(match).filter(run -> free(sentence, run)).ifPresent(run -> {
                Told told = match.entry().means();
                draft.tell(told.fact(), told.values());
                match.entry().phrase().tells().forEach((name, value) -> draft.tell(name, List.of(value)));
                sentence.account(run.from(), run.to());
            });
        }
    }

    private static boolean free(Sentence sentence, Sentence.Run run) {
        for (int at = run.from(); at < run.to(); at++) {
            if (sentence.isAccounted(at)) {
                return false;
            }
        }
        return true;
    }

    /** A fact of any value, with its name beside the value: "format autograph_gpg". */
    private void namedFacts(Sentence sentence, Draft draft) {
        for (int at = 0; at < sentence.size(); at++) {
            Part part = sentence.part(at);
            Optional<FactKind> fact = part.isName() || sentence.isAccounted(at)
                    ? Optional.empty()
                    : facts.named(part.key()).or(() -> facts.named(part.key().replaceFirst("s$", "")));
            if (fact.filter(it -> it.values().isEmpty() && it.valuesOf().isEmpty())
                    .isPresent()) {
                int value = isValue(sentence, at + 1) ? at + 1 : at - 1;
                if (isValue(sentence, value)) {
                    String said = sentence.part(value).said();
                    draft.tell(fact.get().name(), facts.values(fact.get(), said));
                    sentence.account(at);
                    sentence.account(value);
                }
            }
        }
    }

    private static boolean isValue(Sentence sentence, int at) {
        return sentence.maybe(at)
                .filter(part -> !part.isName() && !sentence.isAccounted(at))
                .filter(part -> part.key().indexOf('_') > 0)
                .isPresent();
    }

    /** "While dev-lando is leased by a colleague": what was told is told of that name. */
    private void meanwhile(Sentence sentence, Draft draft) {
        for (int at = 0; at < sentence.size(); at++) {
            if (sentence.isAccounted(at) || !sentence.part(at).is(MEANWHILE)) {
                continue;
            }
            int next = pastLight(sentence, at + 1);
            Optional<Named> named = sentence.isName(next) ? sentence.part(next).name() : Optional.empty();
            int told = named.isPresent() ? pastLight(sentence, next + 1) : next;
            if (told < sentence.size() && told > at && sentence.isAccounted(told)) {
                named.ifPresent(it -> on(it, sentence, draft, told));
                sentence.account(at, told);
            }
        }
    }

    private void on(Named named, Sentence sentence, Draft draft, int told) {
        Sentence.Stretch stretch = sentence.withNames(told, sentence.size());
        String fact = facts.phrases().in(stretch.words()).stream()
                .filter(match -> match.from() == 0)
                .map(match -> match.entry().means().fact() + ON)
                .filter(name -> facts.named(name).isPresent())
                .findFirst()
                .orElseThrow(() -> new Unclear("I cannot tell what " + named.text() + " has to do with it."));
        draft.tell(fact, List.of(named.text()));
    }

    private static int pastLight(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size()
                && !sentence.isAccounted(at)
                && (sentence.part(at).is(PlainWords.ARTICLES)
                        || sentence.part(at).is(PlainWords.BEING)
                        || sentence.part(at).is("it"))) {
            at++;
        }
        return at;
    }

    /** "For 20 minutes", "during working hours", "on friday at 17:00". */
    private static void times(Sentence sentence) {
        for (int at = 0; at < sentence.size(); at++) {
            if (sentence.isAccounted(at) || !sentence.part(at).is(TIMED)) {
                continue;
            }
            int end = at + 1;
            boolean unit = isMoment(sentence.part(at));
            while (end < sentence.size() && !sentence.isAccounted(end) && isTime(sentence.part(end))) {
                unit |= isMoment(sentence.part(end));
                end++;
            }
            if (unit) {
                sentence.account(at, end);
            }
        }
    }

    private static boolean isMoment(Part part) {
        return part.is(PlainWords.TIME_UNITS) || part.key().matches("\\d{1,2}(:\\d\\d|[ap]m|h|m|min|d)(\\d*)?");
    }

    private static boolean isTime(Part part) {
        return isMoment(part)
                || part.is(PlainWords.TIME_WORDS)
                || part.is(PlainWords.ARTICLES)
                || part.key().matches("\\d{1,4}([-–]\\d{1,2})*");
    }
}
