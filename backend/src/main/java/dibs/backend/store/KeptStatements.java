package dibs.backend.store;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps one connection's prepared statements for the next time: SQLite compiles a statement anew whenever it is prepared,
 * which takes longer than to run it. For one thread at a time.
 */
final class KeptStatements implements StatementBuilder {
    /** Far more than there are texts, unless lists of every length are bound. */
    private static final int MOST = 200;

    private final Map<String, PreparedStatement> idle = new HashMap<>();

    /** The text that each was compiled from: JDBI gives back a statement with the text as it was before parsing. */
    private final IdentityHashMap<Statement, String> lent = new IdentityHashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return connection.createStatement();
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement kept = idle.remove(sql);
        PreparedStatement statement = kept != null ? kept : connection.prepareStatement(sql);
        lent.put(statement, sql);
        return statement;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return connection.prepareCall(sql);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        String compiled = lent.remove(statement);
        if (compiled != null
                && statement instanceof PreparedStatement prepared
                && idle.size() < MOST
                && !idle.containsKey(compiled)) {
            prepared.clearParameters();
            idle.put(compiled, prepared);
        } else {
            statement.close();
        }
    }

    @Override
    public void close(Connection connection) {
        idle.clear();
        lent.clear();
    }
}
