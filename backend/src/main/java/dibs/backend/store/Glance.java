package dibs.backend.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * A short look at whether a database has had exactly this program's migrations, as they are now. It spares most starts
 * Flyway, whose own look takes as long as a quarter of the rest; with the least doubt it says no, and Flyway decides.
 */
final class Glance {
    private static final String ROOT = "dibs/migrations/";
    private static final String HISTORY = "select script, checksum, success from flyway_schema_history";

    private Glance() {}

    /** Whether there is nothing to migrate and nothing to refuse. */
    static boolean findsAllInOrder(DataSource source, String folder) {
        try {
            return applied(source).equals(known(folder));
        } catch (SQLException | IOException unclear) {
            return false;
        }
    }

    /** Scripts with their checksums; one that failed has none that fits. */
    private static Map<String, Long> applied(DataSource source) throws SQLException {
        Map<String, Long> applied = new HashMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            while (rows.next()) {
                long checksum = rows.getBoolean("success") ? rows.getInt("checksum") : Long.MAX_VALUE;
                applied.merge(String.valueOf(rows.getString("script")), checksum, (one, other) -> Long.MAX_VALUE);
            }
        }
        return applied;
    }

    private static Map<String, Long> known(String folder) throws IOException {
        Map<String, Long> known = new HashMap<>();
        for (String script : scripts(folder)) {
            known.put(script, checksum(resource(ROOT + folder + "/" + script)));
        }
        return known;
    }

    private static List<String> scripts(String folder) throws IOException {
        URL there = resource(ROOT + folder);
        if (there.openConnection() instanceof JarURLConnection inJar) {
            inJar.setUseCaches(false);
            try (JarFile jar = inJar.getJarFile()) {
                return sql(jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.startsWith(ROOT + folder + "/"))
                        .map(name -> name.substring(name.lastIndexOf('/') + 1)));
            }
        }
        try (Stream<Path> files = Files.list(Path.of(URI.create(there.toString())))) {
            return sql(files.map(file -> String.valueOf(file.getFileName())));
        }
    }

    private static List<String> sql(Stream<String> names) {
        return names.filter(name -> name.startsWith("V") && name.endsWith(".sql"))
                .toList();
    }

    private static URL resource(String name) throws IOException {
        URL found = Glance.class.getClassLoader().getResource(name);
        if (found == null) {
            throw new IOException(name + " is not part of the program");
        }
        return found;
    }

    /** As Flyway reckons it: over the lines, without their ends. */
    private static long checksum(URL script) throws IOException {
        CRC32 checksum = new CRC32();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(script.openStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return (int) checksum.getValue();
    }
}
