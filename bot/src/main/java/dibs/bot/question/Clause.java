package dibs.bot.question;

import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Kind;
import dibs.bot.question.VerbFinder.Use;
import dibs.bot.question.VerbFinder.Verb;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who does what to what, as one attempt to read a sentence has it so far. */
final class Clause {
    static final String DRIVEN_BY = "driven_by";

    private static final Set<Kind> ACTORS = Set.of(
            Kind.TREE, Kind.STAGING_REPO, Kind.WORKER_POOL, Kind.DEV_SET, Kind.SET, Kind.RELEASE_SLOT, Kind.ROLE);
    private static final Set<Kind> BASES = Set.of(Kind.TREE, Kind.STAGING_REPO);
    private static final Set<Kind> POOLS = Set.of(Kind.WORKER_POOL, Kind.DEV_SET);
    private static final Set<String> SOURCES = Set.of("off", "from");
    private static final Set<String> TOOLS = Set.of("on", "in", "with", "using", "through", "via");
    private static final String POINTED_AT = "at";

    private final Draft draft;
    private final VerbFinder verbs;
    private final List<Named> objects = new ArrayList<>();
    private Verb verb;
    private Optional<Named> patient = Optional.empty();
    private Optional<Part> used = Optional.empty();
    private Optional<String> before = Optional.empty();
    private final List<Verb> others = new ArrayList<>();
    private boolean instrument;
    private boolean overridden;
    private boolean linked;
    private boolean purposeful;

    Clause(Draft draft, Verb verb, VerbFinder verbs) {
        this.draft = draft;
        this.verb = verb;
        this.verbs = verbs;
    }

    Draft draft() {
        return draft;
    }

    Verb verb() {
        return verb;
    }

    boolean hasEnvironment() {
        return used.isPresent();
    }

    /** What something is done to; it is what is used, unless something else turns out to be. */
    void patient(Named named) {
        patient = Optional.of(named);
    }

    boolean isPassive() {
        return patient.isPresent();
    }

    /** What is used, where the verb does not say it. */
    void environment(Part part, Optional<String> preposition) {
        draft.environment(part.name().orElseThrow());
        used = Optional.of(part);
        before = preposition;
    }

    /** A preposition that stands alone, behind what it belongs to. */
    void dangling(String preposition) {
        before = Optional.of(preposition);
    }

    void object(Named named) {
        objects.add(named);
    }

    /** "Use X to write to Y": the verb that counts is the second one. */
    void instead(Verb other) {
        verb = other;
        instrument = used.isPresent();
    }

    /** A further verb for the same use: what both say is left open. */
    void also(Verb other) {
        others.add(other);
    }

    /** "Test it read-only": the second word says how, where the first only says what for. */
    void manner(Verb how, boolean overrides) {
        others.add(how);
        overridden |= overrides;
    }

    /** What lies between goes on to what is used by that verb. */
    void onwards(Verb other) {
        others.add(other);
        linked = true;
    }

    /** The verb says what for: it need not say how. */
    void purposeful() {
        purposeful = true;
    }

    /** Says what the name is, behind that preposition. */
    void role(String preposition, Part part, boolean lastName) {
        Named named = part.name().orElseThrow();
        boolean released = drivenBy().isPresent() && named.is(BASES);
        boolean pool = named.is(POOLS) && TOOLS.contains(preposition);
        if (drivenBy().isPresent() && !released && !pool && PlainWords.SOURCES.contains(preposition)) {
            throw new Unclear("No release is based on " + named.text() + ".");
        }
        boolean role = preposition.equals("as") && named.is(Kind.ROLE);
        if (released || role || (preposition.equals("by") && !isAgentUsed(named))) {
            draft.consumer(named);
        } else if (used.isEmpty()) {
            first(preposition, part, lastName);
        } else if (used.get().name().filter(named::sameAs).isPresent()) {
            return;
        } else if (instrument && !PlainWords.LINKS.contains(preposition)) {
            Named tool = used.get().name().orElseThrow();
            instrument = false;
            draft.replaceEnvironment(named);
            draft.consumer(tool);
            used = Optional.of(part);
            before = Optional.of(preposition);
        } else {
            further(preposition, named);
        }
    }

    /** "Signed by X": what is used does it, where the verb takes it so and it is no one who asks. */
    private boolean isAgentUsed(Named agent) {
        boolean other = patient.filter(it -> it.is(BASES) || it.is(Kind.SET)).isPresent();
        return other && agent.is(POOLS) && verbs.takes(verb, "by");
    }

    private void first(String preposition, Part part, boolean lastName) {
        Named named = part.name().orElseThrow();
        boolean source = preposition.equals("for")
                || preposition.equals("of")
                || (SOURCES.contains(preposition) && !verbs.takes(verb, preposition));
        if (source) {
            draft.consumer(named);
        } else if (PlainWords.LINKS.contains(preposition) && !lastName) {
            draft.via(named.text());
        } else {
            environment(part, Optional.of(preposition));
        }
    }

    private void further(String preposition, Named named) {
        boolean tool = (preposition.equals("with") || preposition.equals("using")) && named.is(POOLS);
        if (PlainWords.LINKS.contains(preposition)) {
            draft.via(named.text());
        } else if (tool || PlainWords.SOURCES.contains(preposition)) {
            draft.consumer(named);
        } else {
            throw new Unclear("I cannot tell what " + named.text() + " has to do with it.");
        }
    }

    /** What releases of the set that the verb speaks of are driven by. */
    private Optional<String> drivenBy() {
        return objects.stream()
                .flatMap(named -> named.environment().stream())
                .flatMap(environment -> Optional.ofNullable(environment.facts().get(DRIVEN_BY)).stream())
                .findFirst();
    }

    /** Settles what is left open once every part has been read. */
    void finish(SubjectSide subject, java.util.function.Function<EnvironmentId, Optional<Environment>> catalog) {
        settlePatient();
        if (used.isEmpty()) {
            String where = drivenBy().orElseThrow(() -> new Unclear("It names nothing that would be used."));
            catalog.apply(new EnvironmentId(where)).ifPresent(it -> draft.environment(Named.one(it, where)));
        }
        accesses();
        objects.forEach(this::settle);
        if (draft.environment().isEmpty()) {
            throw new Unclear("It names nothing that would be used.");
        }
        boolean asker = draft.consumer().isEmpty();
        if (asker && isPassive() && !subject.isSelf() && used.isPresent() && !patientIsUsed()) {
            throw new Unclear("It does not say who would do that.");
        }
    }

    private boolean patientIsUsed() {
        return patient.equals(draft.environment());
    }

    private void settlePatient() {
        if (patient.isEmpty()) {
            return;
        }
        if (used.isPresent()) {
            draft.consumer(patient.get());
        } else {
            environment(new Part(List.of(new Word("", "", false)), patient), Optional.empty());
        }
    }

    private void accesses() {
        if (!overridden) {
            draft.accesses(accesses(verb, linked));
        }
        others.forEach(other -> draft.accesses(accesses(other, true)));
    }

    /** What a verb says, by the phrases for it that fit best to what is used. */
    private Set<String> accesses(Verb said, boolean loosely) {
        int best = said.uses().stream()
                .mapToInt(use -> use.fit(before, used))
                .max()
                .orElse(-1);
        List<Use> fitting = said.uses().stream()
                .filter(use -> (use.fit(before, used) == best && best >= 0) || (best < 0 && loosely))
                .toList();
        if (fitting.isEmpty() && purposeful) {
            return Set.of();
        }
        if (fitting.isEmpty()) {
            throw new Unclear("I cannot tell how it would be used.");
        }
        if (fitting.size() == 1) {
            draft.tell(fitting.getFirst().phrase().tells());
        }
        Set<String> accesses = new LinkedHashSet<>();
        fitting.stream().filter(use -> !use.isOpen()).forEach(use -> accesses.add(use.access()));
        return accesses;
    }

    /** What is moved, run or tested is what uses, where nobody else does. */
    private void settle(Named object) {
        boolean same = draft.environment().filter(object::sameAs).isPresent();
        boolean acts = object.is(ACTORS) || (object.is(Kind.SERVICE) && verbs.takes(verb, POINTED_AT));
        if (same || object.service().isPresent()) {
            return;
        }
        boolean purpose = object.is(Kind.SET) && draft.consumer().isPresent();
        if (!acts) {
            throw new Unclear("I cannot tell what " + object.text() + " has to do with it.");
        }
        if (!purpose) {
            draft.consumer(object);
        }
    }
}
