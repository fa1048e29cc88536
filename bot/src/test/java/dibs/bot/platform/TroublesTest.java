package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.announcement.ConversationId;
import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.connection.Connection;
import dibs.backend.connection.ConnectionWatch;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.command.Answer;
import dibs.bot.reply.PlainText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears of what has to be mended, and how often, on whatever platform. */
final class TroublesTest {
    private static final Duration A_WHILE = Duration.ofMinutes(15);
    private static final AccountId ROOT = AccountId.of("console", "root");
    private static final String CLOSED =
            "T1:releng takes no announcements: it is archived; open it again, or take it out of `announce:`.";

    private final FakePlatform platform = new FakePlatform("fake");
    private final Talk talk = new Talk(announcing("to: fake:T1:releng"));
    private final ConnectionWatch watch = new ConnectionWatch("fake", talk.clock());

    @AfterEach
    void hangUp() {
        talk.close();
    }

    private void connect() {
        talk.connect(platform, platform);
        talk.watch(watch::now);
        watch.up("It answers.");
    }

    @Test
    void ofSeveralProcessesOneTellsIt() {
        connect();
        platform.archived(true);
        try (Talk.Neighbour neighbour = talk.neighbour(platform, platform)) {
            for (int i = 0; i < 4; i++) {
                talk.beat();
                neighbour.beat();
            }
        }
        assertThat(heard()).containsExactly(CLOSED);
        goOn();
        assertThat(heard()).isEmpty();
    }

    @Test
    void whatIsTakenOutOfTheConfigurationIsMended() {
        connect();
        platform.archived(true);
        goOn();
        assertThat(talk.troubles()).hasSize(1);
        assertThat(heard()).containsExactly(CLOSED);

        try (Talk.Neighbour without = talk.neighbour(announcing("to: other:T1:x"), platform, platform)) {
            without.beat();
            assertThat(told())
                    .as("as long as the platform is away, nobody knows its own homes")
                    .hasSize(1);
            without.watch(watch::now);
            talk.clock().advance(A_WHILE);
            without.beat();
            assertThat(told()).isEmpty();
        }
    }

    @Test
    void aHomeOfThePlatformsOwnSettingsIsNotForgottenWhileItIsAway() {
        ConversationId own = new ConversationId("fake:T1:own");
        platform.home(own);
        connect();
        platform.archived(true);
        goOn();
        assertThat(heard()).hasSize(2);

        watch.away("It does not answer.");
        platform.away(true);
        goOn();
        watch.up("It answers.");
        platform.away(false);
        goOn();
        assertThat(heard()).isEmpty();
    }

    @Test
    void whatIsGivenUpIsToldWithoutAName() {
        connect();
        AccountId mallory = AccountId.of("fake", "T1:mallory");
        talk.sayAs(mallory, "mallory", "me");
        platform.block(mallory);
        talk.say(ROOT, "claim dev-signing for 20h to try a key");
        talk.say(ROOT, "handover dev-signing @fake:T1:mallory");
        for (int i = 0; i < 8; i++) {
            goOn();
        }
        assertThat(heard())
                .containsExactly("One notice was given up, since no account of its reader takes it; it is said with"
                        + " their next answer. The log says why.");

        talk.sayAs(mallory, "mallory", "leases");
        goOn();
        assertThat(talk.troubles()).isEmpty();
    }

    @Test
    void aPlatformThatBarsDibsIsMendedOnceItAnswersWhoeverAskedIt() {
        connect();
        Connection earlier = watch.now();
        watch.barred("It takes no calls: do something.");
        goOn();
        assertThat(heard()).containsExactly("It takes no calls: do something.");

        try (Talk.Neighbour idle = talk.neighbour(platform, platform)) {
            idle.watch(() -> earlier);
            idle.beat();
            goOn();
        }
        assertThat(heard()).as("an answer from before says nothing").isEmpty();

        watch.up("It answers.");
        goOn();
        watch.barred("It takes no calls again.");
        goOn();
        assertThat(heard()).containsExactly("It takes no calls again.");
    }

    private void goOn() {
        talk.clock().advance(A_WHILE);
        talk.beat();
    }

    private List<String> told() {
        return talk.rows("select key from told_trouble");
    }

    private List<String> heard() {
        Answer answer = talk.say(ROOT, "leases mine");
        return answer.notices().stream()
                .map(notice -> PlainText.of(List.of(notice), answer.reader()))
                .toList();
    }

    private static ConfigResult announcing(String home) {
        return ConfigLoader.parse("dibs.yaml", "announce:\n  - " + home + "\n");
    }
}
