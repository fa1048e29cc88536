package dibs.backend.catalog;

import java.util.Comparator;

/**
 * Something wrong in a configuration file, in plain words.
 *
 * @param line counted from 1; 0 where it is about the file as a whole
 * @param message what is wrong and what to write
 */
public record Fault(String file, int line, String message) implements Comparable<Fault> {
    private static final Comparator<Fault> ORDER =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::message);

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /** The fault on one line, such as {@code dibs.yaml:12: …}. */
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
