package dibs.backend.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** SQLite's own ways. */
record SqliteDialect(Path file) implements Dialect {
    private static final int PRIMARY_CODE = 0xff;

    @Override
    public String folder() {
        return "sqlite";
    }

    @Override
    public String rowLock() {
        return "";
    }

    @Override
    public Fault fault(SQLException e) {
        return switch (e.getErrorCode() & PRIMARY_CODE) {
            case 5, 6 ->
                Fault.momentary(
                        "Another process has been writing to " + file + " for too long: try again, or stop it.");
            case 8 ->
                Fault.lasting(file + " cannot be written: check who owns it and its folder, and their permissions.");
            case 10 -> Fault.passing("The disk under " + file + " cannot be read or written: check it.");
            case 11 -> damaged();
            case 13 -> Fault.passing("The disk under " + file + " is full: make room on it. Nothing was changed.");
            case 14 ->
                Fault.lasting(file + " cannot be opened: check who owns it and its folder, and their permissions.");
            case 19 -> Fault.lasting("A rule of the schema in " + file + " was violated: " + e.getMessage());
            case 26 ->
                Fault.lasting(
                        file + " is not a SQLite database: move the file away, restore a backup, or name another.");
            default -> Fault.lasting("The store in " + file + " broke: " + e.getMessage());
        };
    }

    Fault damaged() {
        return Fault.lasting(file + " is damaged: restore a backup, or move the file away to start anew.");
    }
}
