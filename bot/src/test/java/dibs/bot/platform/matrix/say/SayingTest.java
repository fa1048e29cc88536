package dibs.bot.platform.matrix.say;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonId;
import dibs.bot.Talk;
import dibs.bot.command.Answer;
import dibs.bot.command.Inbound;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Reader;
import dibs.testkit.Scale;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people on Matrix see of an answer, a notice and an announcement. */
class SayingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UserId ANN = new UserId("@ann:hs.test");

    private final Talk talk = new Talk(ConfigLoader.builtin());
    private final Saying saying = new Saying(talk.directory());

    @AfterEach
    void close() {
        talk.close();
    }

    private Answer says(String user, String zone, String displayName, String line) {
        return talk.conversation()
                .answer(new Inbound(
                        Optional.empty(),
                        AccountId.of("matrix", "@" + user + ":hs.test"),
                        displayName,
                        Optional.of(ZoneId.of(zone)),
                        "matrix:!releng:hs.test",
                        line,
                        Optional.of(dibs.backend.person.Role.CLAIM),
                        Optional.empty()));
    }

    private List<Said> shown(Answer answer, Hearers hearers) {
        List<Said> all = saying.answer(answer, hearers, List.of(), Optional.empty());
        all.forEach(said -> assertThat(WithinRules.faults(said)).isEmpty());
        return all;
    }

    private static String body(Said said) {
        return said.content().path("body").stringValue();
    }

    private String words(Answer answer, Hearers hearers) {
        return shown(answer, hearers).stream().map(SayingTest::body).collect(Collectors.joining("\n"));
    }

    @Test
    void timesAreHowFarOffAndThenOnTheClocksOfThePeopleNamed() {
        says("ann", "Europe/Berlin", "ann", "claim dev-signing for 3h10m");
        assertThat(words(says("bob", "America/Vancouver", "bob", "claim dev-signing"), Hearers.MEMBERS))
                .contains("until 3 h 10 min from now (04:10 Vancouver, 13:10 Berlin)");
        assertThat(words(says("cleo", "Europe/Paris", "cleo", "claim dev-signing"), Hearers.MEMBERS))
                .as("clocks that show the same are one")
                .contains("until 3 h 10 min from now (13:10 Paris)");
        assertThat(words(says("dan", "Pacific/Auckland", "dan", "claim dev-signing"), Hearers.MEMBERS))
                .as("another day")
                .contains("until 3 h 10 min from now (Tue 24 Nov 01:10 Auckland, 13:10 Berlin)");
    }

    @Test
    void namesAndPurposesOfHostilePeopleAreWords() {
        String name = "<b>@room</b>\"'`&lt;\u202e<a href=javascript:x>";
        says("eve", "Europe/Berlin", name, "claim dev-signing for 2h <img src=x onerror=y> `!dibs unclaim all` &amp;");
        Answer refusal = says("bob", "Europe/Berlin", "bob", "claim dev-signing");

        JsonNode content = shown(refusal, Hearers.MEMBERS).getFirst().content();
        assertThat(content.path("body").stringValue())
                .contains("<b>@room</b>\"'`&lt; <a href=javascript:x>", "<img src=x onerror=y>");
        assertThat(content.path("formatted_body").stringValue())
                .contains("&lt;b&gt;@room&lt;/b&gt;&quot;&#39;`&amp;lt;", "&lt;img src=x onerror=y&gt;", "&amp;amp;");
        assertThat(content.path("m.mentions").isEmpty()).isTrue();
    }

    @Test
    void aPrivatePurposeIsForTheHolderInADirectRoomOnly() {
        says("ann", "Europe/Berlin", "ann", "claim dev-signing for 2h bug 1 (private)");
        Answer mine = says("ann", "Europe/Berlin", "ann", "who-is-using dev-signing");
        assertThat(words(mine, Hearers.ONE)).contains("bug 1");
        assertThat(words(mine, Hearers.MEMBERS)).doesNotContain("bug 1").contains("(private)");
        assertThat(words(mine, Hearers.ANYBODY)).doesNotContain("bug 1").doesNotContain("private");
    }

    @Test
    void beforeAnybodysEyesThereAreNameHolderAndEndAndNothingToPress() {
        says("ann", "Europe/Berlin", "ann", "claim dev-signing for 2h a secret purpose");
        says("bob", "Europe/Berlin", "bob", "nudge dev-signing a secret nudge");
        Answer answer = says("ann", "Europe/Berlin", "ann", "claim dev-signing");

        Said open = shown(answer, Hearers.ANYBODY).getFirst();
        assertThat(body(open)).isEqualTo("dev-signing: held by ann until 2 h from now (12:00 Berlin).");
        assertThat(open.reactions()).isEmpty();
        assertThat(Saying.saysNotices(Hearers.ANYBODY)).isFalse();
        assertThat(words(answer, Hearers.MEMBERS)).contains("a secret nudge", "react or type");
    }

    @Test
    void inARoomALineIsTypedWithThePrefixAndInADirectRoomWithout() {
        says("ann", "Europe/Berlin", "ann", "claim dev-signing for 2h");
        says("ann", "Europe/Berlin", "ann", "unclaim dev-signing");
        Answer free = says("bob", "Europe/Berlin", "bob", "wait dev-signing");
        assertThat(words(free, Hearers.MEMBERS)).contains("✅ Claim it: `!claim dev-signing`");
        assertThat(words(free, Hearers.ONE)).contains("✅ Claim it: `claim dev-signing`");
        assertThat(words(says("bob", "Europe/Berlin", "bob", "extend dev-signing by"), Hearers.MEMBERS))
                .contains("`90m`");
    }

    @Test
    void aLongListIsPagedAndNothingOfItIsLost() {
        int lines = Scale.of(1_000, 20_000);
        List<Line> list = IntStream.range(0, lines)
                .mapToObj(i -> Line.of("{}: {}", Inline.name("env-" + i), Inline.quote("\"é<&'😀".repeat(20))))
                .toList();
        Relation to = new Relation("$asked", Optional.of("$root"));
        List<Said> pages = saying.words(
                List.of(Block.say("All:"), Block.bullets(list)), List.of(), reader(), Hearers.MEMBERS, Optional.of(to));

        assertThat(pages).hasSizeGreaterThan(10);
        List<String> seen = new ArrayList<>();
        for (Said page : pages) {
            assertThat(WithinRules.faults(page)).isEmpty();
            assertThat(page.content().path("m.relates_to").toString())
                    .isEqualTo("{\"rel_type\":\"m.thread\",\"event_id\":\"$root\",\"is_falling_back\":true,"
                            + "\"m.in_reply_to\":{\"event_id\":\"$asked\"}}");
            body(page).lines().filter(line -> line.startsWith("- ")).forEach(seen::add);
        }
        assertThat(seen).hasSize(lines);
        assertThat(seen.getLast()).contains("env-" + (lines - 1) + ":");
        assertThat(body(pages.get(1))).endsWith("Page 2 of " + pages.size() + ".");
    }

    @Test
    void aLineThatIsLongerThanAnEventGoesOnInTheNext() {
        String endless = "<😀>".repeat(30_000);
        List<Said> pages = saying.words(
                List.of(Block.say("{}", Inline.text(endless))), List.of(), reader(), Hearers.MEMBERS, Optional.empty());

        pages.forEach(page -> assertThat(WithinRules.faults(page)).isEmpty());
        assertThat(pages.stream()
                        .map(SayingTest::body)
                        .collect(Collectors.joining())
                        .replaceAll("\nPage \\d+ of \\d+\\.", ""))
                .isEqualTo(endless);
    }

    @Test
    void onlyTheFirstPageMentionsAndOnlyTheLastHasReactions() {
        Answer held = IntStream.range(0, 3)
                .mapToObj(i -> says("ann", "Europe/Berlin", "ann".repeat(20_000), "claim dev-signing for 2h"))
                .reduce((first, last) -> says("bob", "Europe/Berlin", "bob", "claim dev-signing"))
                .orElseThrow();
        List<Said> pages = saying.answer(held, Hearers.MEMBERS, List.of(ANN), Optional.empty());

        assertThat(pages).hasSizeGreaterThan(1);
        assertThat(pages.getFirst().content().path("m.mentions").toString())
                .isEqualTo("{\"user_ids\":[\"@ann:hs.test\"]}");
        assertThat(pages.getLast().content().path("m.mentions").toString()).isEqualTo("{}");
        assertThat(pages.getFirst().reactions()).isEmpty();
        assertThat(pages.getLast().reactions()).extracting(Reaction::emoji).containsExactly("⏳", "👋", "👀");
    }

    @Test
    void whatIsToldUnaskedPingsThatPersonAndNobodyElse() {
        AccountId account = AccountId.of("matrix", ANN.value());
        Notice freed = new Notice.Freed(new EnvironmentId("dev-signing"), Talk.MONDAY.plusSeconds(600));
        Parcel parcel = new Parcel(
                "id1", new PersonId("p1"), List.of(new Pending("id1", new PersonId("p1"), freed, Talk.MONDAY)));
        Said said = saying.parcel(parcel, new Recipient(account, BERLIN, Talk.MONDAY, false), ANN)
                .getFirst();

        assertThat(WithinRules.faults(said)).isEmpty();
        assertThat(said.content().path("msgtype").stringValue()).isEqualTo("m.text");
        assertThat(said.content().path("m.mentions").toString()).isEqualTo("{\"user_ids\":[\"@ann:hs.test\"]}");
        assertThat(said.reactions())
                .extracting(Reaction::line)
                .containsExactly("claim dev-signing", "cancel dev-signing");
    }

    @Test
    void anAnnouncementNamesOneClockAndIsEditedAsAWhole() {
        List<Block> board = List.of(Block.say("As of {}.", Inline.when(Talk.MONDAY.plus(Duration.ofHours(30)))));
        assertThat(saying.post(board, reader()).path("body").stringValue())
                .isEqualTo("As of Tue 24 Nov 16:00 (Berlin).");
        JsonNode edit = saying.edit(board, reader(), "$board");
        assertThat(edit.path("m.new_content").path("body").stringValue()).isEqualTo("As of Tue 24 Nov 16:00 (Berlin).");
        assertThat(edit.path("m.new_content").path("m.mentions").isObject()).isTrue();
        assertThat(edit.path("m.relates_to").toString())
                .isEqualTo("{\"rel_type\":\"m.replace\",\"event_id\":\"$board\"}");
    }

    @Test
    void anAnnouncementThatIsTooLongSaysWhatItLeavesOut() {
        List<Line> list = IntStream.range(0, 2_000)
                .mapToObj(i -> Line.of("{} \"", Inline.name("env-" + i)))
                .toList();
        JsonNode edit = saying.edit(List.of(Block.bullets(list)), reader(), "$board");

        assertThat(edit.toString().length()).isLessThan(60_000);
        String body = edit.path("m.new_content").path("body").stringValue();
        long shown = body.lines().filter(line -> line.startsWith("- ")).count();
        assertThat(body).contains("… and " + (2_000 - shown) + " more lines");
    }

    private static Reader reader() {
        return new Reader(BERLIN, Talk.MONDAY);
    }
}
