package dibs.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.announcement.ConversationId;
import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.person.AccountId;
import dibs.bot.Talk;
import dibs.bot.command.Answer;
import dibs.bot.platform.PlatformKit.Seen;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.PlainText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What home conversations show, by what the configuration says of them. */
final class AnnouncementsTest {
    private static final Duration A_WHILE = Duration.ofMinutes(15);
    private static final AccountId ROOT = AccountId.of("console", "root");

    private FakePlatform platform;
    private Optional<Talk> talking = Optional.empty();

    @BeforeEach
    void platform() {
        platform = new FakePlatform("fake");
    }

    @AfterEach
    void hangUp() {
        talking.ifPresent(Talk::close);
    }

    @Test
    void aMessageFollowsItsLeaseThroughItsLife() {
        Talk talk = home("leases: each", "outsiders: false");
        talk.beat();
        assertThat(platform.seen()).isEmpty();

        talk.say("ann", "claim dev-signing for 2h testing keys");
        talk.say("ann", "claim dev-tree for 1h");
        talk.beat();
        assertThat(texts()).hasSize(2);
        assertThat(texts().getFirst())
                .startsWith("dev-signing: ann has it until Mon 23 Nov 12:00")
                .contains("“testing keys”");

        talk.say("ann", "extend dev-signing by 1h");
        talk.say("bob", "wait dev-signing");
        talk.beat();
        assertThat(texts().getFirst())
                .startsWith("dev-signing: ann has it until Mon 23 Nov 13:00")
                .contains("One person waits for it.");

        talk.say("ann", "handover dev-signing @bob");
        talk.say("bob", "claim dev-signing");
        talk.beat();
        assertThat(texts()).hasSize(3);
        assertThat(texts().getFirst()).contains("ann had it until", "and handed it over");
        assertThat(texts().getLast()).contains("bob has it until");

        talk.say(ROOT, "takeover dev-signing because the release is on fire");
        talk.clock().advance(Duration.ofHours(1));
        talk.beat();
        assertThat(texts()).hasSize(4);
        assertThat(texts().get(1)).contains("dev-tree: ann had it until", "and the time was up");
        assertThat(texts().get(2)).contains("bob had it until", "then it was taken over");

        talk.say(ROOT, "unclaim dev-signing");
        talk.beat();
        assertThat(texts().getLast()).contains("root had it until", "and gave it back");
    }

    @Test
    void whatEndedMoreThanADayAgoIsLeftAsItIs() {
        Talk talk = home("leases: each");
        talk.say("ann", "claim dev-signing for 1h");
        talk.beat();
        platform.away(true);
        talk.clock().advance(Duration.ofHours(26));
        talk.beat();
        platform.away(false);
        talk.clock().advance(A_WHILE);
        talk.beat();

        assertThat(texts()).singleElement().asString().contains("ann has it");
        assertThat(talk.rows("select closed_at is not null from posted_message"))
                .containsExactly("[1]");
    }

    @Test
    void aBoardThatNobodyKeepsAnyMoreSaysSoAndOnceMoreItIsOne() {
        Talk talk = home("leases: board");
        talk.say("ann", "claim dev-signing for 1h");
        talk.beat();
        try (Talk.Neighbour each = talk.neighbour(config("leases: each"), platform, platform)) {
            each.beat();
        }
        assertThat(texts()).hasSize(2);
        assertThat(texts().getFirst()).startsWith("This board is no longer kept");
        assertThat(texts().getLast()).startsWith("dev-signing: ann has it");

        talk.say("ann", "unclaim");
        talk.beat();
        assertThat(texts()).hasSize(2);
        assertThat(texts().getFirst()).startsWith("Nothing is held");
        assertThat(texts().getLast()).startsWith("dev-signing: ann had it");
    }

    @Test
    void onlyWhatTheHomeIsForIsAnnounced() {
        Talk talk = home("environments: [dev-signing, staging-release]", "outsiders: false");
        talk.say("ann", "claim dev-tree for 1h");
        talk.say("bob", "claim dev-signing for 1h");
        talk.beat();

        assertThat(texts())
                .singleElement()
                .asString()
                .contains("dev-signing: bob")
                .doesNotContain("dev-tree");
        talk.say("bob", "unclaim dev-signing");
        talk.say("ann", "unclaim dev-tree");
        talk.say(ROOT, "claim dev for 1h");
        talk.beat();
        assertThat(texts()).singleElement().asString().contains("dev: root");
    }

    @Test
    void outsidersAreToldNameHolderAndEndAndNobodyWhatIsPrivate() {
        Talk talk = home("outsiders: true");
        talk.say("ann", "claim dev-signing for 1h with @cem the embargoed fix");
        talk.say("bob", "wait dev-signing");
        talk.beat();
        assertThat(texts())
                .singleElement()
                .asString()
                .contains("dev-signing: ann until")
                .doesNotContain("embargoed", "cem", "waits");

        platform = new FakePlatform("fake");
        talk.close();
        talk = home("outsiders: false");
        talk.say("ann", "claim dev-signing for 1h with @cem the embargoed fix (Private)");
        talk.beat();
        assertThat(texts())
                .singleElement()
                .asString()
                .contains("dev-signing: ann until", "with cem")
                .doesNotContain("embargoed");
    }

    @Test
    void asLongAsThePlatformDoesNotKnowThereMayBeOutsiders() {
        Talk talk = home();
        talk.say("ann", "claim dev-signing for 1h the embargoed fix");
        talk.beat();
        assertThat(texts()).singleElement().asString().doesNotContain("embargoed");

        platform.knowsOutsiders(false);
        talk.beat();
        assertThat(texts()).singleElement().asString().contains("embargoed");
    }

    @Test
    void quietIsQuietAndThenTheBoardIsTrueAgain() {
        Talk talk = home("outsiders: false");
        AccountId root = rootOnThePlatform(talk);
        talk.beat();
        List<String> before = texts();

        Answer quiet = talk.say(root, "T1:releng", "quiet 1h");
        talk.say("ann", "claim dev-signing for 3h");
        talk.clock().advance(Duration.ofMinutes(59));
        talk.beat();
        assertThat(text(quiet)).contains("Nothing is announced here until Mon 23 Nov 11:00");
        assertThat(texts()).isEqualTo(before);

        talk.clock().advance(Duration.ofMinutes(1));
        talk.beat();
        assertThat(texts()).singleElement().asString().contains("dev-signing: ann");

        talk.say(root, "fake:T1:releng", "quiet");
        talk.say("ann", "unclaim");
        talk.beat();
        assertThat(texts()).singleElement().asString().contains("dev-signing: ann");
        assertThat(text(talk.say(root, "T1:releng", "quiet off"))).isEqualTo("What happens is announced here again.");
        talk.beat();
        assertThat(texts()).singleElement().asString().startsWith("Nothing is held");
    }

    @Test
    void quietIsForHomesForAWeekAtMostAndForWhoMayClaim() {
        Talk talk = home();
        AccountId root = platform.account("root");
        String code = talk.say(ROOT, "me link").reply().facts().code().orElseThrow();
        talk.say(root, "me link " + code);

        assertThat(outcome(talk.say(root, "T1:elsewhere", "quiet"))).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(talk.say(root, "a room with spaces", "quiet"))).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(talk.say(root, "T1:releng", "quiet 8 days"))).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(talk.say(platform.account("guest"), "T1:releng", "quiet")))
                .isEqualTo(Outcome.FORBIDDEN);
        assertThat(talk.rows("select * from quiet_conversation")).isEmpty();
    }

    @Test
    void aDeletedMessageIsPostedAnewOnce() {
        Talk talk = home("outsiders: false");
        talk.beat();
        platform.clearRoom();
        talk.say("ann", "claim dev-signing for 1h");
        talk.beat();
        talk.beat();
        talk.beat();

        assertThat(platform.seen()).singleElement().satisfies(board -> {
            assertThat(board.text()).contains("dev-signing: ann");
            assertThat(board.pinned()).isTrue();
        });
    }

    @Test
    void anArchivedRoomIsAskedSeldomAndCaughtUpWith() {
        Talk talk = home("outsiders: false");
        platform.archived(true);
        for (int second = 0; second < 3600; second++) {
            talk.beat();
            talk.clock().advance(Duration.ofSeconds(1));
        }
        assertThat(platform.calls()).isLessThan(15);

        platform.archived(false);
        talk.say("ann", "claim dev-signing for 3h");
        talk.clock().advance(A_WHILE);
        talk.beat();
        assertThat(texts()).singleElement().asString().contains("dev-signing: ann");
    }

    @Test
    void nothingIsSentWhileNothingChanges() {
        Talk talk = home("outsiders: false");
        talk.say("ann", "claim dev-signing for 3h");
        talk.beat();
        int calls = platform.calls();
        for (int second = 0; second < 600; second++) {
            talk.clock().advance(Duration.ofSeconds(1));
            talk.beat();
        }
        assertThat(platform.calls()).isEqualTo(calls);
    }

    @Test
    void aLimitThatThePlatformSetsIsKept() {
        Talk talk = home("outsiders: false");
        platform.away(true);
        platform.wantsPauses(Optional.of(Duration.ofMinutes(30)));
        talk.beat();
        int calls = platform.calls();
        talk.clock().advance(Duration.ofMinutes(29));
        talk.beat();
        assertThat(platform.calls()).isEqualTo(calls);
        platform.away(false);
        talk.clock().advance(Duration.ofMinutes(2));
        talk.beat();
        assertThat(platform.seen()).hasSize(1);
    }

    @Test
    void aHomeOfThePlatformsOwnSettingsHasABoardAndTheFileGoesBefore() {
        Talk talk = home("leases: off");
        ConversationId own = new ConversationId("fake:T1:own");
        platform.home(own);
        platform.home(platform.room());
        talk.say("ann", "claim dev-signing for 1h");
        talk.beat();

        assertThat(platform.seen(own))
                .singleElement()
                .extracting(Seen::text)
                .asString()
                .contains("dev-signing: ann");
        assertThat(platform.seen()).isEmpty();
    }

    @Test
    void namesAndPurposesOfPeopleAreShownAsTextAndCutShort() {
        Talk talk = home("outsiders: false");
        talk.say("ann", "claim dev-signing for 1h <!channel> *boo* " + "x".repeat(450));
        talk.beat();

        assertThat(texts().getFirst()).contains("“<!channel> *boo* xxx").hasSizeLessThan(400);
    }

    private AccountId rootOnThePlatform(Talk talk) {
        AccountId root = platform.account("root");
        String code = talk.say(ROOT, "me link").reply().facts().code().orElseThrow();
        talk.say(root, "me link " + code);
        return root;
    }

    private Talk home(String... says) {
        Talk talk = new Talk(config(says));
        talk.connect(platform, platform);
        talking = Optional.of(talk);
        return talk;
    }

    private static ConfigResult config(String... says) {
        return ConfigLoader.parse(
                "dibs.yaml", "announce:\n  - to: fake:T1:releng\n    " + String.join("\n    ", says) + "\n");
    }

    private static Outcome outcome(Answer answer) {
        return answer.reply().outcome();
    }

    private static String text(Answer answer) {
        return PlainText.of(answer.reply().blocks(), answer.reader());
    }

    private List<String> texts() {
        return platform.seen().stream().map(Seen::text).toList();
    }
}
