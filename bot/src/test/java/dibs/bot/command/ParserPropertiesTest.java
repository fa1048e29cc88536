package dibs.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.environment.Catalog;
import dibs.bot.command.Grammar.Spoken;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.PlainText;
import dibs.bot.reply.Reader;
import dibs.bot.reply.Visible;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever is typed; how often it is tried says the root pom. */
class ParserPropertiesTest {
    private static final Catalog CATALOG = builtin();
    private static final CommandParser PARSER = new CommandParser(CATALOG.names());
    private static final Reader READER = new Reader(ZoneOffset.UTC, Instant.EPOCH);
    private static final int LONGEST_ECHO = 60;

    @Provide
    Arbitrary<String> noise() {
        return Noise.lines(CATALOG);
    }

    @Provide
    Arbitrary<Spoken> commands() {
        return new Grammar(CATALOG).lines();
    }

    @Provide
    Arbitrary<String> spaces() {
        return Arbitraries.strings().withChars(" \t\u00a0\u3000").ofMinLength(1).ofMaxLength(4);
    }

    @Provide
    Arbitrary<List<String>> quotes() {
        return Arbitraries.of(List.of("`", "`"), List.of("“", "”"), List.of("‘", "’"), List.of("\"", "\""));
    }

    @Provide
    Arbitrary<String> calls() {
        return Arbitraries.of("/", "!", "/dibs ", "@Dibs ", "@dibs: ", "Dibs, ", "!dibs ", "  /", "`/");
    }

    @Provide
    Arbitrary<String> tails() {
        return Arbitraries.of("?", "!", ".", "??", "…", " ", "\n", "`", "”");
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void everyLineIsACommandOrHasOneClearSentence(@ForAll("noise") String line) {
        Parsed parsed = PARSER.parse(line);

        assertThat(PARSER.parse(line)).isEqualTo(parsed);
        if (parsed instanceof Parsed.Misunderstood misunderstood) {
            String said = PlainText.of(List.of(Block.say(misunderstood.why())), READER);
            assertThat(said).isNotBlank().matches("(?s).*[.?]").hasSizeLessThan(400);
            assertThat(Visible.of(said)).as("nothing hidden").isEqualTo(said);
            assertThat(misunderstood.why().pieces())
                    .filteredOn(Inline.Quote.class::isInstance)
                    .allSatisfy(
                            piece -> assertThat(((Inline.Quote) piece).text().codePoints())
                                    .hasSizeLessThanOrEqualTo(LONGEST_ECHO));
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aCommandMeansWhatItSays(@ForAll("commands") Spoken spoken) {
        assertThat(parsed(spoken.line())).isEqualTo(spoken.means());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void spacesChangeNothing(@ForAll("commands") Spoken spoken, @ForAll("spaces") String spaces) {
        assertThat(parsed(spaces + spoken.line().replace(" ", spaces) + spaces)).isEqualTo(spoken.means());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void letterCaseChangesNothing(@ForAll("commands") Spoken spoken, @ForAll Random random) {
        StringBuilder mixed = new StringBuilder();
        for (char letter : spoken.line().toCharArray()) {
            boolean up = letter < 128 && random.nextBoolean();
            mixed.append(up ? Character.toUpperCase(letter) : letter);
        }
        assertMeans(mixed.toString(), spoken);
        assertMeans(spoken.line().toUpperCase(Locale.ROOT), spoken);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void quotationMarksAroundAWordChangeNothing(
            @ForAll("commands") Spoken spoken, @ForAll("quotes") List<String> quotes, @ForAll Random random) {
        String[] words = spoken.line().split(" ");
        int quoted = random.nextInt(words.length);
        words[quoted] = quotes.getFirst() + words[quoted] + quotes.getLast();
        assertMeans(String.join(" ", words), spoken);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatCallsDibsAndWhatEndsASentenceChangesNothing(
            @ForAll("commands") Spoken spoken, @ForAll("calls") String call, @ForAll("tails") String tail) {
        assertMeans(call + spoken.line() + tail, spoken);
    }

    private static void assertMeans(String line, Spoken spoken) {
        assertThat(Meaning.of(parsed(line))).as(line).isEqualTo(Meaning.of(spoken.means()));
    }

    private static Command parsed(String line) {
        return switch (PARSER.parse(line)) {
            case Parsed.Understood understood -> understood.command();
            case Parsed.Misunderstood misunderstood ->
                throw new AssertionError(line + " → " + PlainText.of(List.of(Block.say(misunderstood.why())), READER));
        };
    }

    private static Catalog builtin() {
        return switch (ConfigLoader.builtin()) {
            case ConfigResult.Loaded loaded -> loaded.config().catalog();
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty.text());
        };
    }
}
