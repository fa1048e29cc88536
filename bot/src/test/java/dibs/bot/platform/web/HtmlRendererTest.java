package dibs.bot.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.Reader;
import dibs.bot.reply.View;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers as HTML, and what hostile words become in them. */
class HtmlRendererTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Reader READER = new Reader(ZoneId.of("Europe/Berlin"), NOW);

    /** Every tag that the renderer itself may write, with every attribute that it may have. */
    private static final Pattern OWN_MARKUP = Pattern.compile("</?(p|ul|li|code)>|<b dir=\"auto\">|</b>"
            + "|<bdi class=\"quote\">|</bdi>|<button type=\"button\" class=\"line\" data-line=\"[^\"<>]*\">|</button>"
            + "|<a rel=\"noreferrer noopener\" target=\"_blank\" href=\"https?:[^\"<>]*\" title=\"[^\"<>]*\">|</a>");

    @Test
    void aParagraphOfEveryPiece() {
        Block block = Block.say(
                "{} is held by {} until {}, for {}: {}. Try {}.",
                Inline.name("dev-signing"),
                Inline.who(person("Ann")),
                Inline.when(NOW.plus(Duration.ofMinutes(190))),
                Inline.length(Duration.ofMinutes(90)),
                Inline.quote("a new key"),
                Inline.code("unclaim dev-signing"));

        assertThat(HtmlRenderer.of(block, READER))
                .isEqualTo("<p><code>dev-signing</code> is held by <b dir=\"auto\">Ann</b> until"
                        + " <time datetime=\"2026-11-23T12:10:00Z\" title=\"2026-11-23 13:10:00 +01:00 Europe/Berlin\">"
                        + "Mon 23 Nov 13:10 (Berlin, in 3 h 10 min)</time>, for 1 h 30 min:"
                        + " <bdi class=\"quote\">“a new key”</bdi>. Try <button type=\"button\" class=\"line\""
                        + " data-line=\"unclaim dev-signing\">unclaim dev-signing</button>.</p>");
    }

    @Test
    void blocksAreElementsOneBehindTheOther() {
        List<Block> blocks = List.of(
                Block.say("Held now:"), Block.bullets(List.of(Line.of("one"), Line.of("{}", Inline.name("dev-tree")))));

        assertThat(HtmlRenderer.of(blocks, READER))
                .isEqualTo("<p>Held now:</p><ul><li>one</li><li><code>dev-tree</code></li></ul>");
    }

    @Test
    void aPurposeIsShownToWhoMayReadIt() {
        Block block = Block.say("held{}.", new Inline.Purpose("<key> (private)", Set.of(new PersonId("p1"))));

        assertThat(HtmlRenderer.of(block, READER.as(new View.Of(new PersonId("p1"), false))))
                .isEqualTo("<p>held: <bdi class=\"quote\">“&lt;key&gt; (private)”</bdi>.</p>");
        assertThat(HtmlRenderer.of(block, READER)).isEqualTo("<p>held: (private).</p>");
        assertThat(HtmlRenderer.of(block, READER.as(View.OUTSIDERS))).isEqualTo("<p>held.</p>");
    }

    @Test
    void addressesOfTheWebAreLinks() {
        assertThat(link("https://example.org/a?b=1&c=\"2"))
                .as("what is no address stays words")
                .isEqualTo("<p>the runbook https://example.org/a?b=1&amp;c=\"2</p>");
        assertThat(link("https://example.org/a?b=1&c='2"))
                .isEqualTo("<p><a rel=\"noreferrer noopener\" target=\"_blank\""
                        + " href=\"https://example.org/a?b=1&amp;c=&#39;2\""
                        + " title=\"https://example.org/a?b=1&amp;c=&#39;2\">the runbook</a></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:msgbox",
                "file:///etc/passwd",
                "//example.org",
                "/chat",
                "https:alert(1)",
                "https://example.org@evil.example",
                "https://",
                ""
            })
    void whateverElseIsAnAddressStaysWords(String url) {
        assertThat(link(url)).startsWith("<p>the runbook ").doesNotContain("<a", "href");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</p></li></button><img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' onfocus='alert(1)' autofocus='",
                "`onload=alert(1)",
                "&lt;script&gt; &#60;b&#62;",
                "<!channel> <@U1> @room @here",
                "'; drop table lease; --",
                "<!-- --><![CDATA[x]]>",
                "${jndi:ldap://x} {{7*7}} #{x}"
            })
    void nothingTypedBecomesMarkup(String hostile) {
        for (Function<String, Inline> place : places()) {
            String html = HtmlRenderer.of(Block.say("{}", place.apply(hostile)), READER);

            String rest = OWN_MARKUP.matcher(html).replaceAll("");
            assertThat(rest).doesNotContain("<", ">");
            assertThat(words(html)).contains(hostile);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u202Eb\u2066c", "a\u0000\u0007b\u001B[31mc", "a\nb\u2028\r\nc", "a\uFEFFb\u200Bc"})
    void nothingHiddenOrTurnedAroundIsLeft(String hostile) {
        for (Function<String, Inline> place : places()) {
            assertThat(HtmlRenderer.of(Block.say("{}", place.apply(hostile)), READER))
                    .matches("[^\\p{Cc}\\p{Cf}\u2028\u2029]*")
                    .contains("a", "b", "c");
        }
    }

    @Test
    void aLineToTypeStaysInItsAttribute() {
        String html = HtmlRenderer.of(Block.say("{}", Inline.code("claim x\" autofocus onfocus=\"alert(1)")), READER);

        assertThat(html)
                .isEqualTo("<p><button type=\"button\" class=\"line\""
                        + " data-line=\"claim x&#34; autofocus onfocus=&#34;alert(1)\">"
                        + "claim x\" autofocus onfocus=\"alert(1)</button></p>");
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

    private static String link(String url) {
        return HtmlRenderer.of(Block.say("{}", new Inline.Link("the runbook", url)), READER);
    }

    /** What a person reads. */
    private static String words(String html) {
        return OWN_MARKUP
                .matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static PersonRef person(String name) {
        return new PersonRef(new PersonId("p1"), name);
    }
}
