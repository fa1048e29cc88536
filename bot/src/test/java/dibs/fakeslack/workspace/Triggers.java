package dibs.fakeslack.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Permissions to open a modal: good once, for three seconds, for the user who acted. */
public final class Triggers {
    /** How long a trigger lives. */
    public static final Duration LIFE = Duration.ofSeconds(3);

    /**
     * @param viewId the modal that it came from, or null
     */
    public record Trigger(
            String id,
            String teamId,
            String userId,
            @Nullable String viewId,
            Instant made) {}

    private final InstantSource clock;
    private final Ids ids;
    private final Map<String, Trigger> given = new HashMap<>();
    private final Map<String, Boolean> spent = new HashMap<>();

    Triggers(InstantSource clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** A new one. */
    public String issue(String teamId, String userId, @Nullable String viewId) {
        String id = "1337.4242." + ids.nextSecret();
        given.put(id, new Trigger(id, teamId, userId, viewId, clock.instant()));
        return id;
    }

    /** Spends it; a refusal with Slack's own word. */
    public Trigger spend(String id, String teamId) throws Refusal {
        Trigger trigger = given.get(id);
        if (trigger == null || !trigger.teamId().equals(teamId)) {
            throw new Refusal("invalid_trigger_id");
        }
        if (Duration.between(trigger.made(), clock.instant()).compareTo(LIFE) > 0) {
            throw new Refusal("expired_trigger_id");
        }
        if (spent.putIfAbsent(id, true) != null) {
            throw new Refusal("exchanged_trigger_id");
        }
        return trigger;
    }
}
