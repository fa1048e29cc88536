package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people say and what they hear, as files to be read: {@code transcripts/NAME.script} is played, and what comes of it
 * is compared with {@code NAME.plain}, {@code NAME.json}, {@code NAME.slack.json} and {@code NAME.matrix.json}. After a change that is meant,
 * {@code -Ddibs.golden=write} writes them anew: read the difference before it is committed.
 */
class TranscriptTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/transcripts");

    @TempDir
    private Path folder;

    static Stream<Arguments> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".script"))
                    .map(name -> name.substring(0, name.length() - ".script".length()))
                    .sorted()
                    .flatMap(name -> Stream.of(Script.Form.values()).map(form -> Arguments.of(name, form)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("scripts")
    void whatIsSaidIsAnsweredAsWritten(String name, Script.Form form) throws IOException {
        List<String> script = Files.readAllLines(SCRIPTS.resolve(name + ".script"));

        String played = new Script(folder.resolve("dibs.db"), form).play(script);

        Path golden = SCRIPTS.resolve(name + "." + form.ending());
        if (System.getProperty("dibs.golden", "").equals("write")) {
            Files.writeString(golden, played);
        }
        assertThat(golden).as("written with -Ddibs.golden=write").exists();
        assertThat(played).isEqualTo(Files.readString(golden));
    }
}
