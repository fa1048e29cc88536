package dibs.bot.platform.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8 input. However long a line is, only its beginning is kept, so that no input can fill the memory. */
public final class Lines {
    private static final int KEPT = 100_000;

    private final Reader reader;

    public Lines(InputStream input) {
        reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /**
     * The next line without its end, or nothing at the end of the input.
     *
     * @throws IOException when the input breaks
     */
    public Optional<String> next() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        if (read < 0) {
            return Optional.empty();
        }
        for (; read >= 0 && read != '\n'; read = reader.read()) {
            if (line.length() < KEPT) {
                line.append((char) read);
            }
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return Optional.of(line.toString());
    }
}
