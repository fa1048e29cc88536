package dibs.backend.probe;

import dibs.backend.health.Sign;
import dibs.backend.health.Target.WorkerPool;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Asks a pool's queue what waits. Pools scale to zero, so that no worker runs says nothing; that a task waits longer than it may does.
 * The queue tells when the oldest task came to whoever may list them; else it is reckoned from when tasks were first seen
 * waiting with none being worked on.
 */
final class WorkerPoolProbe {
    private final InstantSource clock;
    private final Map<WorkerPool, Instant> waitingSince = new ConcurrentHashMap<>();

    WorkerPoolProbe(InstantSource clock) {
        this.clock = clock;
    }

    Finding look(WorkerPool target, Look look) throws IOException {
        URI queue = DockerflowProbe.under(
                TaskclusterProbe.service(target.root(), "queue"),
                "task-queues/" + URLEncoder.encode(target.pool(), StandardCharsets.UTF_8));
        Answer answer = look.get(DockerflowProbe.under(queue, "counts"));
        if (answer.status() == 401 || answer.status() == 403) {
            return new Finding(Sign.UNREACHABLE, "the queue tells what waits only to those who sign in");
        }
        if (!answer.success()) {
            return new Finding(Sign.FAILED, "the queue " + answer.said());
        }
        Optional<Long> pending = number(answer, "pendingTasks");
        Optional<Long> claimed = number(answer, "claimedTasks");
        if (pending.isEmpty() || claimed.isEmpty()) {
            return new Finding(Sign.FAILED, "the queue answers " + answer.status() + " without counts of tasks");
        }
        return judge(target, pending.get(), claimed.get(), waiting(target, look, queue, pending.get(), claimed.get()));
    }

    private static Finding judge(WorkerPool target, long pending, long claimed, Duration waiting) {
        String tasks = Words.count(pending, "task waits", "tasks wait") + ", " + claimed + " being worked on";
        if (waiting.compareTo(target.patience()) <= 0) {
            return new Finding(Sign.PASSING, pending == 0 && claimed == 0 ? "nothing waits" : tasks);
        }
        String late = tasks + "; the oldest has waited " + Words.length(waiting) + ", and "
                + Words.length(target.patience()) + " is the longest it should";
        return new Finding(claimed == 0 ? Sign.FAILED : Sign.DEGRADED, late);
    }

    private Duration waiting(WorkerPool target, Look look, URI queue, long pending, long claimed) throws IOException {
        Instant now = clock.instant();
        if (pending == 0) {
            waitingSince.remove(target);
            return Duration.ZERO;
        }
        Instant first = claimed > 0 ? now : waitingSince.getOrDefault(target, now);
        waitingSince.put(target, first);
        Instant oldest = oldest(look, queue).orElse(first);
        return oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
    }

    private static Optional<Instant> oldest(Look look, URI queue) throws IOException {
        // The queue lists them in the order in which they came.
        Answer answer = look.get(URI.create(queue + "/pending?limit=1"));
        return answer.success()
                ? Body.read(answer)
                        .flatMap(json -> Body.at(json, "tasks.0.inserted"))
                        .flatMap(WorkerPoolProbe::instant)
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(Answer answer, String key) {
        return Body.read(answer)
                .map(json -> json.path(key))
                .filter(JsonNode::isIntegralNumber)
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue);
    }
}
