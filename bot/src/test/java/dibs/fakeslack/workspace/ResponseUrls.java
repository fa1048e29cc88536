package dibs.fakeslack.workspace;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses that an answer may follow by: five times, within thirty minutes. */
public final class ResponseUrls {
    /** How often one may be used. */
    public static final int USES = 5;
    /** How long one lives. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    /**
     * @param channel where its answers go
     * @param userId who sees what is for one only
     * @param originalTs the message that may be replaced, or null after a command
     * @param threadTs the thread of that message, or null
     */
    public record ResponseUrl(
            String path,
            String channel,
            String userId,
            @Nullable String originalTs,
            @Nullable String threadTs,
            Instant made) {}

    private final InstantSource clock;
    private final Ids ids;
    private final Map<String, ResponseUrl> given = new HashMap<>();
    private final Map<String, List<Message>> used = new HashMap<>();

    ResponseUrls(InstantSource clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** A new one, as a path below the server's address. */
    public String issue(
            boolean command,
            String teamId,
            String channel,
            String userId,
            @Nullable String originalTs,
            @Nullable String threadTs) {
        String path = (command ? "/commands/" : "/actions/") + teamId + "/" + ids.nextSecret();
        given.put(path, new ResponseUrl(path, channel, userId, originalTs, threadTs, clock.instant()));
        used.put(path, new ArrayList<>());
        return path;
    }

    /** The address, if it may still be used. */
    public ResponseUrl find(String path) throws Refusal {
        ResponseUrl url = given.get(path);
        if (url == null) {
            throw new Refusal("invalid_url");
        }
        if (Duration.between(url.made(), clock.instant()).compareTo(LIFE) > 0) {
            throw new Refusal("expired_url");
        }
        if (used(path).size() >= USES) {
            throw new Refusal("used_url");
        }
        return url;
    }

    /** Notes one use, and what people see of it. */
    public void use(String path, Message shown) {
        used.computeIfAbsent(path, unknown -> new ArrayList<>()).add(shown);
    }

    /** What came by it, oldest first. */
    public List<Message> used(String path) {
        return List.copyOf(used.getOrDefault(path, List.of()));
    }
}
