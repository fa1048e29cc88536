package dibs.fakeslack.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What modals and Home tabs people look at; to be touched only inside the workspace's lock. */
public final class Views {
    /** How many modals lie on each other. */
    public static final int DEPTH = 3;

    private final Ids ids;
    private final Map<String, List<View>> stacks = new HashMap<>();
    private final Map<String, View> homes = new HashMap<>();

    Views(Ids ids) {
        this.ids = ids;
    }

    /** The modals of a user, the one on top last. */
    public List<View> stack(String userId) {
        return List.copyOf(stacks.getOrDefault(userId, List.of()));
    }

    /** The Home tab of a user, once one was published. */
    public Optional<View> home(String userId) {
        return Optional.ofNullable(homes.get(userId));
    }

    /** Opens a modal in place of all that are open. */
    public View open(String teamId, String userId, ObjectNode json) throws Refusal {
        unique(json, view -> false);
        stacks.put(userId, new ArrayList<>());
        return push(teamId, userId, json);
    }

    /** Lays a modal on those that are open. */
    public View push(String teamId, String userId, ObjectNode json) throws Refusal {
        unique(json, view -> false);
        List<View> stack = stacks.computeIfAbsent(userId, nobody -> new ArrayList<>());
        if (stack.size() >= DEPTH) {
            throw new Refusal("push_limit_reached");
        }
        String id = ids.next(Ids.Kind.V);
        String root = stack.isEmpty() ? id : stack.getFirst().id();
        @Nullable String previous = stack.isEmpty() ? null : stack.getLast().id();
        View view = new View(id, teamId, userId, root, previous, ids.nextSecret(), json);
        stack.add(view);
        return view;
    }

    /** Shows a Home tab in place of the one before it. */
    public View publish(String teamId, String userId, @Nullable String hash, ObjectNode json) throws Refusal {
        Optional<View> before = home(userId);
        if (before.isPresent()) {
            return update(before.get(), hash, json);
        }
        unique(json, view -> false);
        String id = ids.next(Ids.Kind.V);
        View view = new View(id, teamId, userId, id, null, ids.nextSecret(), json);
        homes.put(userId, view);
        return view;
    }

    /** Puts new content into a view, if it is still what the caller saw. */
    public View update(View before, @Nullable String hash, ObjectNode json) throws Refusal {
        if (hash != null && !hash.equals(before.hash())) {
            throw new Refusal("hash_conflict");
        }
        unique(json, view -> view.id().equals(before.id()));
        View after = new View(
                before.id(),
                before.teamId(),
                before.userId(),
                before.rootId(),
                before.previousId(),
                ids.nextSecret(),
                json);
        homes.replaceAll((user, view) -> view.id().equals(after.id()) ? after : view);
        stacks.values().forEach(stack -> stack.replaceAll(view -> view.id().equals(after.id()) ? after : view));
        return after;
    }

    /** A view that somebody looks at. */
    public Optional<View> find(Predicate<View> wanted) {
        return all().stream().filter(wanted).findFirst();
    }

    /** Takes the modal on top away. */
    public void close(String userId) {
        List<View> stack = stacks.getOrDefault(userId, new ArrayList<>());
        if (!stack.isEmpty()) {
            stack.removeLast();
        }
    }

    /** Takes all modals away. */
    public void clear(String userId) {
        stacks.remove(userId);
    }

    private void unique(ObjectNode json, Predicate<View> itself) throws Refusal {
        String external = Json.text(json, "external_id");
        if (!external.isEmpty()
                && find(view -> !itself.test(view)
                                && Json.text(view.json(), "external_id").equals(external))
                        .isPresent()) {
            throw new Refusal("duplicate_external_id");
        }
    }

    private List<View> all() {
        List<View> all = new ArrayList<>(homes.values());
        stacks.values().forEach(all::addAll);
        return all;
    }
}
