package dibs.backend.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;

/**
 * PostgreSQL's own ways.
 *
 * @param where host, port and database, without secrets
 */
record PostgresDialect(String where) implements Dialect {
    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public String rowLock() {
        return " for update";
    }

    @Override
    public Fault fault(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        return switch (state) {
            // A unique key taken meanwhile is no fault: the work, run again, finds what the other wrote.
            case "40001", "40P01", "23505" ->
                Fault.momentary("Others wrote to " + where + " at the same moment: try again.");
            case "55P03", "57014" -> Fault.passing("Another has kept a lock in " + where + " for too long: try again.");
            case "53100" -> Fault.passing("The disk of " + where + " is full: make room on it. Nothing was changed.");
            case "53300" -> Fault.passing(where + " has too many connections: allow more, or stop other users of it.");
            case "25006" -> Fault.passing(where + " is read-only: name the primary server.");
            case "3D000" -> Fault.lasting(where + " is not there: create the database, or name another.");
            case "42501" -> Fault.lasting("The user of " + where + " may not do what Dibs needs: make it the owner.");
            default -> byClass(state, e);
        };
    }

    private Fault byClass(String state, SQLException e) {
        if (state.startsWith("28")) {
            return Fault.lasting(where + " refuses the user or the password: check both in the URL.");
        }
        if (state.startsWith("08") || state.startsWith("57P") || e instanceof SQLTransientConnectionException) {
            return Fault.passing(where + " cannot be reached: check that PostgreSQL runs there and listens.");
        }
        if (state.startsWith("23")) {
            return Fault.lasting("A rule of the schema in " + where + " was violated: " + e.getMessage());
        }
        return Fault.lasting("The store in " + where + " broke: " + e.getMessage());
    }
}
