package dibs.backend.store;

import dibs.testkit.CountingIds;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The tables that PostgreSQL ends up with. */
final class PostgresSchemaIT {
    private static final String TABLES = """
            select c.relname || coalesce(' -- ' || obj_description(c.oid), '')
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
            order by c.relname""";

    private static final String COLUMNS = """
            select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || case when a.attnotnull then ' not null' else '' end
                || case when a.attidentity <> '' then ' generated always as identity' else '' end
                || coalesce(' -- ' || col_description(a.attrelid, a.attnum), '')
            from pg_attribute a
            where a.attrelid = :table::regclass and a.attnum > 0 and not a.attisdropped
            order by a.attnum""";

    /** Not null is said with the column. */
    private static final String CONSTRAINTS = """
            select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid)
            from pg_constraint
            where conrelid = :table::regclass and contype <> 'n'
            order by conname""";

    private static final String INDEXES = """
            select indexdef from pg_indexes where schemaname = 'public' and tablename = :table order by indexname""";

    @Test
    void theSchemaIsTheOneThatWasReviewed() throws SQLException {
        TestStore store = TestStore.postgres();
        Database.open(store.config(), new CountingIds()).close();

        try (Handle handle = Jdbi.open(store.connect())) {
            GoldenSchema.matches(
                    "postgresql",
                    handle.createQuery(TABLES).mapTo(String.class).list().stream()
                            .map(table -> table(handle, table))
                            .collect(Collectors.joining("\n")));
        }
    }

    private static String table(Handle handle, String heading) {
        String name = heading.replaceFirst(" .*", "");
        return "table " + heading + "\n" + lines(handle, COLUMNS, name) + lines(handle, CONSTRAINTS, name)
                + lines(handle, INDEXES, name);
    }

    private static String lines(Handle handle, String sql, String table) {
        List<String> lines =
                handle.createQuery(sql).bind("table", table).mapTo(String.class).list();
        return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }
}
