package dibs.bot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads secrets: {@code NAME} itself, or the file that {@code NAME_FILE} names. None is ever shown.
 *
 * @param faults where faults are added, a sentence each
 */
record Secrets(Map<String, String> values, List<String> faults) {
    private static final String FILE = "_FILE";
    private static final int LONGEST = 10_000;

    Optional<String> read(String name) {
        Optional<String> plain = Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
        Optional<String> file = Optional.ofNullable(values.get(name + FILE)).filter(value -> !value.isBlank());
        if (plain.isPresent() && file.isPresent()) {
            faults.add(name + " and " + name + FILE + " are both set: keep one of them.");
            return Optional.empty();
        }
        return plain.or(() -> file.flatMap(path -> content(name + FILE, path)));
    }

    private Optional<String> content(String name, String path) {
        try {
            if (Files.size(Path.of(path)) <= LONGEST) {
                String secret =
                        Files.readString(Path.of(path), StandardCharsets.UTF_8).strip();
                if (!secret.isEmpty()) {
                    return Optional.of(secret);
                }
            }
            faults.add(name + " names a file that holds no secret, " + path + ".");
        } catch (IOException | InvalidPathException unreadable) {
            faults.add(name + " names a file that cannot be read, " + path + ".");
        }
        return Optional.empty();
    }
}
