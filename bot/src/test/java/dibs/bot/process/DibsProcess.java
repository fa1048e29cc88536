package dibs.bot.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A running program: takes lines, gives lines, and can be stopped and killed. Whatever is waited for has a deadline; what
 * was said on standard error until then is part of the failure.
 */
final class DibsProcess {
    /** For one answer, one exit or one start, on a machine that does much else. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final OutputStream input;
    private final Stream output;
    private final Stream errors;

    private DibsProcess(Process process) {
        this.process = process;
        this.input = process.getOutputStream();
        this.output = new Stream(process.getInputStream());
        this.errors = new Stream(process.getErrorStream());
    }

    static DibsProcess start(ProcessBuilder builder) {
        try {
            return new DibsProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it ended, with what it wrote that nobody had taken. */
    record Ended(int code, List<String> output, List<String> errors) {
        String error() {
            return String.join("\n", errors);
        }
    }

    /** Hands it a line; false when it takes none any more. */
    boolean say(String line) {
        return write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Hands it lines, as long as it takes any. */
    void sayAll(List<String> lines) {
        for (String line : lines) {
            if (!say(line)) {
                return;
            }
        }
    }

    /** Hands it bytes as they are. */
    boolean write(byte[] bytes) {
        try {
            input.write(bytes);
            input.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Its next line, or nothing when there comes none any more. */
    Optional<String> next() {
        return output.next(this);
    }

    /** The answer to a line: said, then waited for. */
    Answer ask(String line) {
        assertThat(say(line)).as(() -> "takes a line; " + this).isTrue();
        return answer();
    }

    /** The next answer of one that answers in JSON. */
    Answer answer() {
        return Answer.of(
                next().orElseThrow(() -> new AssertionError("the output ended where an answer was due; " + this)));
    }

    /** Reads on to the first line that is meant. */
    String await(Predicate<String> meant) {
        for (Optional<String> line = next(); line.isPresent(); line = next()) {
            if (meant.test(line.get())) {
                return line.get();
            }
        }
        throw new AssertionError("the output ended before the line that was waited for; " + this);
    }

    /** Whether it has written nothing that was not taken. */
    boolean isSilent() {
        return output.lines.isEmpty();
    }

    DibsProcess endInput() {
        try {
            input.close();
        } catch (IOException gone) {
            // whoever is gone has no input to be closed
        }
        return this;
    }

    /** Asks it to stop, as Ctrl-C does. */
    void interrupt() {
        try {
            Process kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop, as a service manager does. */
    DibsProcess terminate() {
        process.destroy();
        return this;
    }

    /** Takes it away at once: it can do nothing about that. */
    DibsProcess kill() {
        process.destroyForcibly();
        return this;
    }

    /** How it ended, once it has. */
    Ended ended() {
        return ended(PATIENCE);
    }

    /** The same for what takes its time. */
    Ended ended(Duration patience) {
        try {
            assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> "ends; " + this)
                    .isTrue();
            return new Ended(process.exitValue(), output.rest(this), errors.rest(this));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public String toString() {
        return "process " + process.pid() + (process.isAlive() ? ", running" : ", ended") + ", said on standard error: "
                + List.copyOf(errors.lines);
    }

    /** Lines of one of its outputs, taken from it as they come, so that it never waits for its reader. */
    private static final class Stream {
        private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

        private Stream(InputStream from) {
            Thread.ofVirtual().start(() -> read(from));
        }

        private void read(InputStream from) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                reader.lines().map(Optional::of).forEach(lines::add);
            } catch (IOException | UncheckedIOException killed) {
                // a killed process may leave half a line: nobody was told it
            } finally {
                lines.add(Optional.empty());
            }
        }

        private Optional<String> next(DibsProcess whose) {
            try {
                Optional<String> line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (line == null) {
                    throw new AssertionError("no line came in time; " + whose);
                }
                if (line.isEmpty()) {
                    lines.add(line);
                }
                return line;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private List<String> rest(DibsProcess whose) {
            List<String> rest = new ArrayList<>();
            for (Optional<String> line = next(whose); line.isPresent(); line = next(whose)) {
                rest.add(line.get());
            }
            return rest;
        }
    }
}
