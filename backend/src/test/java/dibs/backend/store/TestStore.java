package dibs.backend.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An empty database of its own, and a way to it that does not go through the store. */
record TestStore(StoreConfig config) {
    private static final List<String> TABLES = List.of(
            "processed_message",
            "sign_in",
            "sync_position",
            "heard_event",
            "room_note",
            "sending",
            "offered_reaction",
            "confirmation",
            "judgement",
            "gate",
            "in_flight",
            "watch",
            "waiver",
            "policy_change",
            "policy_version",
            "outbox",
            "posted_message",
            "quiet_conversation",
            "told_trouble",
            "outage_kept",
            "outage",
            "heartbeat",
            "history",
            "health_incident_line",
            "health_incident",
            "health_deploy",
            "health_change",
            "health_state",
            "health_probe",
            "health_round",
            "handover",
            "takeover",
            "waiting",
            "untidied",
            "shared_use",
            "link_code",
            "reservation",
            "reminder",
            "stale_question",
            "lease_notice",
            "occurrence",
            "reservation_part",
            "reservation_series",
            "lease_unit",
            "unit",
            "helper",
            "lease",
            "account",
            "person");

    /** A file in a temporary folder, deleted at the end. */
    static TestStore sqlite() {
        return new TestStore(StoreConfig.of(temporaryFolder().resolve("dibs.db").toString()));
    }

    /** A database on the one server that the tests share. */
    static TestStore postgres() {
        return new TestStore(StoreConfig.of(PostgresServer.freshDatabase()));
    }

    static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("dibs-store");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(config.url());
    }

    /** Runs one statement behind the store's back. */
    int run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empties every table, in one transaction. */
    void wipe() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : TABLES) {
                statement.executeUpdate("delete from " + table);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
