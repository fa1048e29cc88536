package dibs.backend.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereIsAFaultWithItsPath() {
        Path path = folder.resolve("dibs.yaml");
        assertThat(faults(path))
                .containsExactly("dibs.yaml: is not there: write it at " + path + ", or unset DIBS_CONFIG");
    }

    @Test
    void aDirectoryIsAFault() {
        assertThat(faults(folder)).containsExactly(folder.getFileName() + ": is a directory: name the file in it");
    }

    @Test
    void anEmptyFileIsAFault() throws IOException {
        assertThat(faults(written(" \n")))
                .containsExactly(
                        "dibs.yaml: is empty: write a section such as settings: or catalog:, or unset DIBS_CONFIG");
    }

    @Test
    void bytesThatAreNotUtf8AreAFaultWithTheirLine() throws IOException {
        Path path = folder.resolve("dibs.yaml");
        Files.write(path, "a: 1\nb: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(faults(path)).containsExactly("dibs.yaml:2: is not UTF-8 here: save the file as UTF-8");
    }

    @Test
    void aFileThatIsCutOffWithinALetterIsAFault() throws IOException {
        Path path = folder.resolve("dibs.yaml");
        Files.write(path, new byte[] {'a', ':', ' ', (byte) 0xC3});
        assertThat(faults(path)).containsExactly("dibs.yaml:1: is not UTF-8 here: save the file as UTF-8");
    }

    @Test
    void aHugeFileIsAFaultAndIsNotRead() throws IOException {
        Path path = folder.resolve("dibs.yaml");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(6_000_000_000L);
        }
        assertThat(faults(path))
                .containsExactly("dibs.yaml: is larger than 5 MB, which no dibs.yaml needs: is it the right file?");
    }

    @Test
    void aByteOrderMarkIsNoFault() throws IOException {
        assertThat(faults(written("\uFEFFsettings: {DIBS_PORT: 8081}\n"))).isEmpty();
    }

    @Test
    void controlCharactersAreAFault() throws IOException {
        assertThat(faults(written("a: \u0007\n"))).singleElement().asString().startsWith("dibs.yaml: is not YAML: ");
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("dibs.yaml"), text);
    }

    private static List<String> faults(Path path) {
        return ConfigLoader.load(path) instanceof ConfigResult.Faulty faulty
                ? faulty.faults().stream().map(Fault::toString).toList()
                : List.of();
    }
}
