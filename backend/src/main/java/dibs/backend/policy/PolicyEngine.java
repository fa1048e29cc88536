package dibs.backend.policy;

import dibs.backend.environment.Edge;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.policy.SubjectClasses.Classified;
import dibs.backend.policy.Weighing.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what a policy has to say of a question: by Kleene's three-valued logic, a prohibition before a permission and what
 * is open before both. It knows no names: the policy and the world are data. Immutable, and safe for many threads.
 */
public final class PolicyEngine {
    private final Rulebook book;
    private final Presuming presuming;
    private final Composer composer;
    private final Map<String, EnvironmentId> names = new HashMap<>();

    /** Indexes the world for the policy, once for every question. */
    public PolicyEngine(Policy policy, World world) {
        this.book = new Rulebook(policy, world);
        this.presuming = new Presuming(policy);
        this.composer = new Composer(book, new Domains(policy, world));
        world.subjects().keySet().forEach(id -> names.put(id.value(), id));
    }

    /** The policy that is asked. */
    public Policy policy() {
        return book.policy();
    }

    /** What it is asked about. */
    public World world() {
        return book.world();
    }

    /** What the rules say. Never fails: what they cannot decide is conditional. */
    public Verdict judge(Question question) {
        if (question.environment().isEmpty()) {
            return composer.withoutEnvironment(question);
        }
        Case asked = prepared(question, question.environment().get());
        return composer.compose(asked, asked.weigh());
    }

    /**
     * The verdict where a name is not known.
     *
     * @param environment nothing where none was named
     * @param why which name it is, in one sentence
     */
    public Verdict unresolved(String consumer, Optional<String> environment, String why) {
        return composer.unresolved(consumer, environment, why);
    }

    /**
     * The decisions for each access, without anything that is said with them: as {@link #judge} takes them, and much sooner.
     *
     * @param accesses ids of the vocabulary; nothing for a question that tells none
     */
    public List<Decision> decide(Subject consumer, Subject environment, List<Optional<String>> accesses) {
        Case asked =
                prepared(new Question(consumer, Optional.of(environment), Map.of(), List.of(), List.of()), environment);
        return accesses.stream()
                .map(access -> asked.weigh(
                        access.map(it -> Map.of(Vocabulary.ACCESS, it)).orElse(Map.of())))
                .map(composer::decision)
                .toList();
    }

    /** The answer alone, without what is said with it. */
    public Answer answer(Question question) {
        return judge(question).answer();
    }

    private Case prepared(Question question, Subject environment) {
        Classified consumer = book.classify(question.consumer());
        Weighing weighing = new Weighing(book, consumer, book.classify(environment), way(question, environment));
        return new Case(book, presuming, question, weighing);
    }

    private Way way(Question question, Subject environment) {
        if (question.via().isEmpty()) {
            return new Way(false, false);
        }
        List<Optional<EnvironmentId>> stations = new ArrayList<>();
        stations.add(Optional.of(question.consumer().id()));
        question.via().forEach(name -> stations.add(known(name)));
        stations.add(Optional.of(environment.id()));
        boolean severed = false;
        for (int link = 1; link < stations.size(); link++) {
            severed |= copyOnly(stations.get(link - 1), stations.get(link));
        }
        return new Way(true, severed);
    }

    private Optional<EnvironmentId> known(String name) {
        return Optional.ofNullable(names.get(name));
    }

    private boolean copyOnly(Optional<EnvironmentId> from, Optional<EnvironmentId> to) {
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        List<Edge> links = book.world().edges().from(from.get()).stream()
                .filter(edge -> edge.to().equals(to.get()))
                .toList();
        return !links.isEmpty() && links.stream().noneMatch(edge -> edge.sort().carriesBack());
    }
}
