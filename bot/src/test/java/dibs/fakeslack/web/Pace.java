package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Slack's own limit on posting, one message a second in each channel; off until a test wants it. */
public final class Pace {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final Map<String, Instant> last = new HashMap<>();
    private boolean kept;

    public Pace(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on, what comes too soon is answered with 429. */
    public synchronized void keep() {
        kept = true;
    }

    synchronized Optional<Duration> wait(String method, JsonNode arguments) {
        if (!kept || !method.startsWith("chat.post")) {
            return Optional.empty();
        }
        String channel = Json.text(arguments, "channel");
        Instant now = clock.instant();
        Instant before = last.getOrDefault(channel, Instant.MIN);
        if (now.isBefore(before.plus(STEP))) {
            return Optional.of(STEP);
        }
        last.put(channel, now);
        return Optional.empty();
    }
}
