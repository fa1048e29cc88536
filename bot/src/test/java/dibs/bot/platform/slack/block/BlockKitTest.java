package dibs.bot.platform.slack.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.block.SectionBlock;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import dibs.bot.reply.Action;
import dibs.bot.reply.Action.Kind;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Reader;
import dibs.bot.reply.View;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as Slack's blocks, and what hostile words become in them. */
class BlockKitTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Reader READER = new Reader(ZoneId.of("Europe/Berlin"), NOW);

    /** Every entity that the renderer itself may write. */
    private static final Pattern OWN_ENTITY =
            Pattern.compile("<!date\\^\\d+\\^\\{date_short_pretty} \\{time}\\|[^<>|]*>|<https?:[^<>|]*\\|[^<>]*>");

    @Test
    void aParagraphOfEveryPiece() {
        Block block = Block.say(
                "{} is held by {} until {}, for {}: {}. Try {}, or {}.",
                Inline.name("dev-signing"),
                Inline.who(person("Ann")),
                Inline.when(NOW.plus(Duration.ofMinutes(190))),
                Inline.length(Duration.ofMinutes(90)),
                Inline.quote("a new key"),
                Inline.code("unclaim dev-signing"),
                new Inline.Link("the runbook", "https://example.org/a?b=1&c=2"));

        assertThat(AsSlack.json(BlockKit.message(List.of(block), READER, List.of())))
                .isEqualTo("{\"text\":\"dev-signing is held by Ann until Mon 23 Nov 13:10 (Berlin, in 3 h 10 min),"
                        + " for 1 h 30 min: “a new key”. Try `unclaim dev-signing`,"
                        + " or the runbook https://example.org/a?b=1&amp;c=2.\","
                        + "\"blocks\":[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":"
                        + "\"`dev-signing` is held by *Ann* until"
                        + " <!date^1795435800^{date_short_pretty} {time}|Mon 23 Nov 13:10 (Berlin, in 3 h 10 min)>,"
                        + " for 1 h 30 min: “a new key”. Try `unclaim dev-signing`,"
                        + " or <https://example.org/a?b=1&amp;c=2|the runbook>.\","
                        + "\"verbatim\":true}}]}");
    }

    @Test
    void linesStandUnderEachOther() {
        List<Block> blocks = List.of(
                Block.say("Held now:"), Block.bullets(List.of(Line.of("one"), Line.of("{}", Inline.name("dev-tree")))));

        assertThat(texts(blocks)).containsExactly("Held now:\n• one\n• `dev-tree`");
    }

    @Test
    void anActionIsAButton() {
        Action action = Action.of(Kind.TAKE_OVER, "Take over", "takeover dev-signing because {reason}")
                .asking(new Action.Ask.Reason())
                .confirmed("Take it from Ann?", "Take it");

        assertThat(AsSlack.json(BlockKit.message(List.of(Block.say("Held.")), READER, List.of(action))))
                .endsWith(",{\"type\":\"actions\",\"elements\":[{\"type\":\"button\","
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Take over…\",\"emoji\":false},"
                        + "\"action_id\":\"do:take-over:0\",\"value\":\"{\\\"line\\\":\\\"takeover dev-signing because"
                        + " {reason}\\\",\\\"ask\\\":\\\"reason\\\"}\",\"style\":\"danger\",\"confirm\":{"
                        + "\"title\":{\"type\":\"plain_text\",\"text\":\"Take over?\",\"emoji\":false},"
                        + "\"text\":{\"type\":\"plain_text\",\"text\":\"Take it from Ann?\",\"emoji\":false},"
                        + "\"confirm\":{\"type\":\"plain_text\",\"text\":\"Take it\",\"emoji\":false},"
                        + "\"deny\":{\"type\":\"plain_text\",\"text\":\"No\",\"emoji\":false}}}]}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!channel> <@U1> <#C1|x> <!subteam^S1>",
                "<!date^1^{date}|x> <https://evil.example|the runbook>",
                "&lt;!here&gt; &amp;amp;",
                "> quoted |pipe| ^caret^",
                "*bold* _it_ ~gone~ `code` ```block```",
                "@channel @here #general"
            })
    void nothingTypedBecomesAnEntity(String hostile) {
        for (Function<String, Inline> place : places()) {
            Message message = BlockKit.message(List.of(Block.say("{}", place.apply(hostile))), READER, List.of());
            for (String text : List.of(message.text(), texts(message).getFirst())) {
                assertThat(OWN_ENTITY.matcher(text).replaceAll("")).doesNotContain("<", ">");
            }
            assertThat(words(message.text())).contains(hostile);
        }
    }

    @Test
    void aPurposeIsShownToWhoMayReadIt() {
        List<Block> blocks =
                List.of(Block.say("held{}.", new Inline.Purpose("<key> (private)", Set.of(new PersonId("p1")))));
        Reader holder = READER.as(new View.Of(new PersonId("p1"), false));

        assertThat(texts(BlockKit.message(blocks, holder, List.of())))
                .containsExactly("held: “&lt;key&gt; (private)”.");
        assertThat(BlockKit.message(blocks, READER, List.of()).text()).isEqualTo("held: (private).");
        assertThat(texts(BlockKit.message(blocks, READER, List.of()))).containsExactly("held: (private).");
        assertThat(texts(BlockKit.message(blocks, READER.as(View.OUTSIDERS), List.of())))
                .containsExactly("held.");
    }

    @Test
    void aSpanIsNotEndedByWhatStandsInIt() {
        assertThat(texts(List.of(Block.say(
                        "{} {} {}", Inline.code("claim `x`"), Inline.name("``"), Inline.who(person("A*n*n"))))))
                .containsExactly("`claim ˋxˋ` `ˋˋ` *A∗n∗n*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://example.org@evil.example",
                "https://a|b",
                "x"
            })
    void whatIsNoAddressOfTheWebStaysWords(String url) {
        assertThat(texts(List.of(Block.say("{}", new Inline.Link("the runbook", url)))))
                .containsExactly("the runbook " + url);
    }

    @Test
    void onlyAnIdIsMentioned() {
        assertThat(Mrkdwn.mention("U012AB3CD")).isEqualTo("<@U012AB3CD>");
        for (String other : List.of("", "ann", "U1|x", "U1> <!channel", "!channel", "C012AB3CD")) {
            assertThatThrownBy(() -> Mrkdwn.mention(other)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aMomentThatSlackCannotSayIsWords() {
        assertThat(texts(List.of(Block.say("{}", Inline.when(Instant.parse("1960-01-01T00:00:00Z")))))
                        .getFirst())
                .startsWith("Fri 1 Jan 1960");
    }

    @Test
    void aListThatDoesNotFitIsSplitAndCounted() {
        List<Line> many = Collections.nCopies(
                500, Line.of("{}: held by {}.", Inline.name("x".repeat(40)), Inline.who(person("<Ann>"))));
        List<String> texts = texts(List.of(Block.bullets(many)));

        assertThat(texts).hasSizeBetween(3, 5).allMatch(text -> text.length() <= 3_000);
        int shown =
                texts.stream().mapToInt(text -> text.split("•", -1).length - 1).sum();
        assertThat(texts.getLast()).startsWith("… and " + (500 - shown) + " more lines");
    }

    @Test
    void aLineThatDoesNotFitIsBrokenBetweenSpans() {
        List<String> texts =
                texts(List.of(Block.say("{}{}", Inline.code("&".repeat(900)), Inline.quote("<".repeat(900)))));

        assertThat(texts).hasSizeGreaterThan(1).allMatch(text -> text.length() <= 3_000);
        assertThat(texts)
                .allMatch(text -> text.chars().filter(it -> it == '`').count() % 2 == 0)
                .allMatch(text -> text.matches("(`|“|”|&(amp|lt);)+"));
    }

    @Test
    void theFallbackIsCutBetweenCharacters() {
        String text = BlockKit.text(List.of(Block.say("{}", Inline.text("🚀&".repeat(2_000)))), READER);

        assertThat(text).hasSizeLessThanOrEqualTo(3_000).endsWith("… (open the message to see all)");
        assertThat(text).matches("(🚀|&amp;)+….*");
        assertThat(BlockKit.text(List.of(), READER)).isEqualTo("Dibs");
    }

    private static List<Function<String, Inline>> places() {
        return List.of(
                Inline::text,
                Inline::name,
                Inline::code,
                Inline::quote,
                name -> Inline.who(person(name)),
                label -> new Inline.Link(label, "https://example.org/"),
                url -> new Inline.Link("label", url));
    }

    private static List<String> texts(List<Block> blocks) {
        return texts(BlockKit.message(blocks, READER, List.of()));
    }

    private static List<String> texts(Message message) {
        return message.blocks().stream()
                .map(block -> ((SectionBlock) block).getText().getText())
                .toList();
    }

    /** What a person reads. */
    private static String words(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static PersonRef person(String name) {
        return new PersonRef(new PersonId("p1"), name);
    }
}
