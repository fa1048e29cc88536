package dibs.backend.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the store is.
 *
 * @param url the JDBC URL; may hold a password
 * @param file the SQLite file, absolute; nothing: PostgreSQL
 */
public record StoreConfig(String url, Optional<Path> file) {
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * Reads a path, {@code jdbc:sqlite:PATH} or {@code jdbc:postgresql://…}.
     *
     * @throws StoreUnavailable when it is none of them
     */
    public static StoreConfig of(String text) {
        String given = text.strip();
        if (given.startsWith(POSTGRESQL)) {
            return new StoreConfig(given, Optional.empty());
        }
        String path = given.startsWith(SQLITE) ? given.substring(SQLITE.length()) : given;
        if (path.startsWith("jdbc:")) {
            throw new StoreUnavailable("Dibs keeps its store in SQLite or PostgreSQL, not in " + withoutSecrets(path)
                    + ": give a path, jdbc:sqlite:PATH or jdbc:postgresql://HOST/DATABASE.");
        }
        // What SQLite's driver would read as memory, a URI or settings is no file that a second process could share.
        if (path.isEmpty() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new StoreUnavailable("\"" + path + "\" is no path of a file: give one, such as data/dibs.db.");
        }
        try {
            Path file = Path.of(path).toAbsolutePath().normalize();
            return new StoreConfig(SQLITE + file, Optional.of(file));
        } catch (InvalidPathException e) {
            throw new StoreUnavailable("\"" + path + "\" is no path of a file: " + e.getReason() + ".", e);
        }
    }

    /** Where it is, for people: without user, password and settings. */
    public String shown() {
        return file.map(Path::toString).orElseGet(() -> withoutSecrets(url));
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    }

    /** Never the password. */
    @Override
    public String toString() {
        return shown();
    }
}
