package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schema as it is after all migrations, kept beside them so that a review sees what a migration really did. */
final class GoldenSchema {
    private GoldenSchema() {}

    static void matches(String engine, String schema) {
        Path golden = Path.of("..", "migrations", engine, "schema.sql");
        try {
            if ("write".equals(System.getProperty("dibs.golden"))) {
                Files.writeString(golden, schema);
            }
            assertThat(schema)
                    .as(
                            "The schema of %s differs from migrations/%s/schema.sql. If it is meant to, accept it with"
                                    + " -Ddibs.golden=write and commit the file.",
                            engine, engine)
                    .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
