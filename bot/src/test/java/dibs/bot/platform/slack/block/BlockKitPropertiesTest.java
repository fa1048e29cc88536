package dibs.bot.platform.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import dibs.backend.person.PersonId;
import dibs.backend.person.PersonRef;
import dibs.bot.reply.Action;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever an answer says, Slack takes it, and reads in it only what we wrote; how often it is tried says the root pom. */
class BlockKitPropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    /** What may be written with a less-than sign: moments, and links that lead to the web. */
    private static final Pattern OWN_ENTITY = Pattern.compile(
            "<!date\\^[1-9]\\d*\\^\\{date_short_pretty} \\{time}\\|[^<>|]*>|<(?i:https?):[^<>|\\s]*\\|[^<>]*>");

    private static final Pattern OWN_ESCAPE = Pattern.compile("&(amp|lt|gt);");

    @Property
    void everyAnswerIsTakenAndNothingTypedIsRead(
            @ForAll("answers") List<Block> blocks,
            @ForAll("views") View view,
            @ForAll("actions") List<Action> actions) {
        Message message = BlockKit.message(blocks, new Reader(ZoneId.of("Europe/Berlin"), NOW, view), actions);

        assertThat(WithinLimits.faults(message)).isEmpty();
        assertThat(OWN_ESCAPE.matcher(message.text()).replaceAll("")).doesNotContain("<", ">", "&");
        for (LayoutBlock block : message.blocks()) {
            if (block instanceof SectionBlock section) {
                String text = section.getText().getText();
                String rest = OWN_ESCAPE
                        .matcher(OWN_ENTITY.matcher(text).replaceAll(""))
                        .replaceAll("");
                assertThat(rest).as(text).doesNotContain("<", ">", "&");
                assertThat(text).doesNotContain("```");
            }
        }
    }

    @Property
    void whatFitsIsSaidWhole(@ForAll("lines") Line line) {
        List<String> runs = Mrkdwn.runs(line, new Reader(ZoneId.of("UTC"), NOW));

        assertThat(runs).allMatch(run -> run.length() <= Limits.SECTION_TEXT.most());
        List<LayoutBlock> sections = BlockKit.sections(List.of(Block.say(line)), new Reader(ZoneId.of("UTC"), NOW), 50);
        String whole = String.join("", runs);
        if (whole.length() <= Limits.MESSAGE_CHARACTERS.most()) {
            String said = sections.stream()
                    .map(section -> ((SectionBlock) section).getText().getText())
                    .collect(Collectors.joining());
            assertThat(said.replaceAll("[\\s…]", "")).isEqualTo(whole.replaceAll("[\\s…]", ""));
        }
    }

    @Property
    void aButtonIsReadBackAsWhatItStandsFor(@ForAll("actions") List<Action> actions) {
        for (Action action : actions) {
            Press press = Press.of(action, 0);
            boolean fits = press.value().length() <= Limits.BUTTON_VALUE.most();
            boolean oneLine = action.line().codePoints().noneMatch(Character::isISOControl);

            assertThat(Press.read(press.actionId(), press.value()).isPresent()).isEqualTo(fits && oneLine);
        }
    }

    @Provide
    Arbitrary<List<Block>> answers() {
        Arbitrary<Block> paragraphs = lines().map(Block::say);
        Arbitrary<Block> bullets = lines().list().ofMaxSize(40).map(Block::bullets);
        Arbitrary<Block> many = Combinators.combine(
                        lines(), Arbitraries.integers().between(100, 600))
                .as((line, times) -> Block.bullets(Collections.nCopies(times, line)));
        return Arbitraries.frequencyOf(Tuple.of(6, paragraphs), Tuple.of(3, bullets), Tuple.of(1, many))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Line> lines() {
        return pieces().list().ofMaxSize(8).map(Line::new);
    }

    @Provide
    Arbitrary<View> views() {
        return Arbitraries.of(
                View.MEMBERS,
                View.OUTSIDERS,
                new View.Of(new PersonId("p1"), false),
                new View.Of(new PersonId("p2"), true));
    }

    @Provide
    Arbitrary<List<Action>> actions() {
        return Combinators.combine(Arbitraries.of(Action.Kind.class), typed(), typed())
                .as((kind, label, rest) -> Action.of(kind, "x" + label, kind.command() + " " + rest)
                        .asking(new Action.Ask.Reason())
                        .confirmed("x" + label, "y" + rest))
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<Inline> pieces() {
        Arbitrary<Instant> moments =
                Arbitraries.longs().between(-100_000_000_000L, 400_000_000_000L).map(Instant::ofEpochSecond);
        return Arbitraries.oneOf(
                typed().map(Inline::text),
                typed().map(Inline::name),
                typed().map(Inline::code),
                typed().map(Inline::quote),
                typed().map(words -> new Inline.Purpose(words, Set.of(new PersonId("p1")))),
                typed().map(name -> Inline.who(new PersonRef(new PersonId("p1"), name))),
                Combinators.combine(typed(), typed().map(path -> "https://example.org/" + path))
                        .as(Inline.Link::new),
                Combinators.combine(typed(), typed()).as(Inline.Link::new),
                moments.map(Inline::when),
                Arbitraries.integers()
                        .between(0, 1_000_000)
                        .map(seconds -> Inline.length(Duration.ofSeconds(seconds))));
    }

    /** What people type: all of Unicode, and what means something to Slack; some of it long. */
    private static Arbitrary<String> typed() {
        Arbitrary<String> hostile = Arbitraries.of(
                "<!channel>",
                "<@U1>",
                "<#C1|x>",
                "&lt;",
                "&",
                "`",
                "```",
                "*",
                "_",
                "|",
                ">",
                "\n",
                "(private)",
                "\u202E",
                "🚀",
                "\uD83D",
                "https://evil.example|x",
                " ");
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(20),
                hostile.list().ofMaxSize(10).map(parts -> String.join("", parts)),
                Combinators.combine(hostile, Arbitraries.integers().between(1, 900))
                        .as((part, times) -> part.repeat(times)));
    }
}
