package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.health.Observation;
import dibs.backend.health.Sign;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.platform.PlatformKit.Seen;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The program on a platform, with one home there, and Ann, who is somebody at the terminal too. */
abstract class PlatformScene {
    /** More than an attempt lasts, and than the pause after it. */
    static final Duration A_WHILE = Duration.ofMinutes(10);

    PlatformKit platform;
    Talk talk;
    AccountId ann;

    /** A platform that nobody has used yet. */
    protected abstract PlatformKit platform();

    @BeforeEach
    void open() {
        platform = platform();
        talk = new Talk(
                ConfigLoader.parse("dibs.yaml", "announce:\n  - to: " + platform.room() + "\n    outsiders: false\n"),
                Map.of("DIBS_PROBES", "on"));
        platform.follow(talk.clock());
        talk.connect(platform.messenger(), platform.posts());
        ann = platform.account("ann");
        String code = talk.say("ann", "me link").reply().facts().code().orElseThrow();
        talk.say(ann, "me link " + code);
    }

    @AfterEach
    void shut() throws Exception {
        talk.close();
        platform.close();
    }

    /** The only message in the room. */
    Seen board() {
        assertThat(platform.seen()).hasSize(1);
        return platform.seen().getFirst();
    }

    /** Probes see that twice, a minute apart, which is what it takes to be believed. */
    static void twice(Talk talk, Sign sign, String... environments) {
        for (int i = 0; i < 2; i++) {
            talk.see(Arrays.stream(environments)
                    .map(id -> new Observation(
                            new EnvironmentId(id),
                            "heartbeat",
                            talk.clock().instant(),
                            Duration.ofMillis(50),
                            sign,
                            sign == Sign.FAILED ? "503 <b>" : "fine"))
                    .toArray(Observation[]::new));
            talk.clock().advance(Duration.ofMinutes(1));
        }
    }

    /** What stands in the room by itself, oldest first. */
    List<Seen> posts() {
        return platform.seen().stream().filter(it -> it.thread().isEmpty()).toList();
    }

    /** What stands in a thread there, oldest first. */
    List<Seen> replies() {
        return platform.seen().stream().filter(it -> it.thread().isPresent()).toList();
    }
}
