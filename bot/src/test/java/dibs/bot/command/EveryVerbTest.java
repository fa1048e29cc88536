package dibs.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.environment.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A command is not done before it is explained, shown in a transcript and listed where people look. */
class EveryVerbTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final Path README = Path.of("../README.md");
    private static final CommandParser PARSER = new CommandParser(names());

    @ParameterizedTest
    @EnumSource
    void aVerbIsExplained(Verb verb) {
        assertThat(verb.usage()).startsWith(verb.word());
        assertThat(verb.summary()).isNotBlank();
        assertThat(verb.answer()).isNotBlank();
        assertThat(PARSER.parse(verb.example()))
                .isInstanceOfSatisfying(
                        Parsed.Understood.class,
                        understood -> assertThat(understood.command().verb()).isEqualTo(verb));
    }

    @ParameterizedTest
    @EnumSource
    void aVerbIsFoundByEachOfItsWords(Verb verb) {
        for (String word :
                Stream.concat(Stream.of(verb.word()), verb.synonyms().stream()).toList()) {
            assertThat(Opening.spelled(Opening.phrase(List.of(word.split(" ")))))
                    .as(word)
                    .contains(verb);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theReadmeHasALineOfEachVerb(Verb verb) throws IOException {
        assertThat(Files.readAllLines(README))
                .anyMatch(line -> line.matches("\\| .*`" + verb.word() + "[ `].*\\|.*\\|"));
    }

    @Test
    void aTranscriptUsesEachVerb() throws IOException {
        Set<Verb> used = EnumSet.noneOf(Verb.class);
        for (String line : transcripts()) {
            if (PARSER.parse(words(line)) instanceof Parsed.Understood understood) {
                used.add(understood.command().verb());
            }
        }
        assertThat(used).containsExactlyInAnyOrder(Verb.values());
    }

    @Test
    void everyKindOfCommandIsSpokenInATranscript() throws IOException {
        List<Class<?>> spoken = new ArrayList<>();
        for (String line : transcripts()) {
            if (PARSER.parse(words(line)) instanceof Parsed.Understood understood) {
                spoken.add(understood.command().getClass());
            }
        }
        assertThat(spoken).contains(Command.class.getPermittedSubclasses());
    }

    private static String words(String line) {
        return line.substring(line.indexOf("> ") + 2);
    }

    private static List<String> transcripts() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".script")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.contains("> "))
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static Names names() {
        return switch (ConfigLoader.builtin()) {
            case ConfigResult.Loaded loaded -> loaded.config().catalog().names();
            case ConfigResult.Faulty faulty -> throw new AssertionError(faulty.text());
        };
    }
}
