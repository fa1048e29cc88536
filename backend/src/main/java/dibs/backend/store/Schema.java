package dibs.backend.store;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a database to the schema that this program knows. It never repairs: what was edited by hand is refused. */
final class Schema {
    private Schema() {}

    static void migrate(DataSource source, Dialect dialect, String where) {
        if (Glance.findsAllInOrder(source, dialect.folder())) {
            return;
        }
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:dibs/migrations/" + dialect.folder())
                    .failOnMissingLocations(true)
                    .validateMigrationNaming(true)
                    .load();
            refuseNewer(flyway, where);
            flyway.migrate();
        } catch (FlywayException e) {
            Optional<SQLException> sql = Faults.sqlCause(e);
            throw new StoreUnavailable(
                    sql.map(cause -> dialect.fault(cause).sentence())
                            .orElseGet(() -> where
                                    + " does not hold the tables of Dibs, or they were changed by hand: name another, or"
                                    + " restore a backup. (" + firstLine(e) + ")"),
                    e);
        }
    }

    /** An older program would write what the newer one no longer understands. */
    private static void refuseNewer(Flyway flyway, String where) {
        Arrays.stream(flyway.info().applied())
                .filter(Schema::unknown)
                .map(MigrationInfo::getVersion)
                .findFirst()
                .ifPresent(version -> {
                    throw new StoreUnavailable(where + " was written by a newer Dibs (schema " + version
                            + "): run that one, or restore a backup from before the upgrade.");
                });
    }

    private static boolean unknown(MigrationInfo migration) {
        return migration.getState() == MigrationState.FUTURE_SUCCESS
                || migration.getState() == MigrationState.FUTURE_FAILED;
    }

    private static String firstLine(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
