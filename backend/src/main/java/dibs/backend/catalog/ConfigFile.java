package dibs.backend.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the text of a file that people write, or says in one sentence why it cannot. */
final class ConfigFile {
    static final long MAX_BYTES = 5_000_000;

    private ConfigFile() {}

    /** What to do about a file that is not at PATH, and about an empty one; and what needs no such size. */
    record Advice(String missing, String empty, String large) {
        static final Advice CONFIG = new Advice(
                "write it at PATH, or unset DIBS_CONFIG",
                "write a section such as settings: or catalog:, or unset DIBS_CONFIG",
                "no dibs.yaml");
        static final Advice CASES = new Advice("name one that is there", "write a list cases:", "no file of cases");
    }

    /** The text of dibs.yaml; faults give the file's name. */
    static Optional<String> read(Path path, List<Fault> faults) {
        return read(path, name(path), Advice.CONFIG, faults);
    }

    /**
     * The text of a file.
     *
     * @param file the name that faults give
     */
    static Optional<String> read(Path path, String file, Advice advice, List<Fault> faults) {
        try {
            if (Files.isDirectory(path)) {
                faults.add(new Fault(file, 0, "is a directory: name the file in it"));
                return Optional.empty();
            }
            if (Files.size(path) > MAX_BYTES) {
                faults.add(new Fault(
                        file, 0, "is larger than 5 MB, which " + advice.large() + " needs: is it the right file?"));
                return Optional.empty();
            }
            return text(file, Files.readAllBytes(path), advice, faults);
        } catch (NoSuchFileException missing) {
            faults.add(new Fault(file, 0, "is not there: " + advice.missing().replace("PATH", path.toString())));
        } catch (AccessDeniedException denied) {
            faults.add(new Fault(file, 0, "may not be read: give the user that runs Dibs leave to read it"));
        } catch (IOException unreadable) {
            faults.add(new Fault(
                    file, 0, "cannot be read (" + unreadable.getMessage() + "): put it on a disk that works"));
        }
        return Optional.empty();
    }

    /** The file's name, as faults give it. */
    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static Optional<String> text(String file, byte[] bytes, Advice advice, List<Fault> faults) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(from, to, true);
        String text = to.flip().toString();
        try {
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException malformed) {
            int line = 1
                    + (int) text.chars().filter(character -> character == '\n').count();
            faults.add(new Fault(file, line, "is not UTF-8 here: save the file as UTF-8"));
            return Optional.empty();
        }
        if (text.isBlank()) {
            faults.add(new Fault(file, 0, "is empty: " + advice.empty()));
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }
}
