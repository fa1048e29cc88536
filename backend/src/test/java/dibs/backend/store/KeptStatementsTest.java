package dibs.backend.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {
    @TempDir
    Path folder;

    private final List<String> compiled = new ArrayList<>();

    @Test
    void aStatementIsCompiledOnceHoweverOftenItIsUsed() throws SQLException {
        try (Handle handle = handle()) {
            for (int i = 0; i < 3; i++) {
                handle.createUpdate("insert into thing (name, size) values (:name, :size)")
                        .bind("name", "n" + i)
                        .bind("size", i)
                        .execute();
                assertThat(handle.createQuery("select size from thing where name in (<names>) order by size")
                                .bindList("names", List.of("n" + i, "n0"))
                                .mapTo(Integer.class)
                                .list())
                        .last()
                        .isEqualTo(i);
            }
        }

        assertThat(compiled).doesNotHaveDuplicates();
    }

    @Test
    void theSameTextMayBeInUseTwice() throws SQLException {
        try (Handle handle = handle()) {
            handle.execute("insert into thing values ('a', 1), ('b', 2)");
            List<Integer> inner = new ArrayList<>();
            handle.createQuery("select size from thing where size >= :least order by size")
                    .bind("least", 1)
                    .mapTo(Integer.class)
                    .forEach(size ->
                            inner.addAll(handle.createQuery("select size from thing where size >= :least order by size")
                                    .bind("least", size)
                                    .mapTo(Integer.class)
                                    .list()));

            assertThat(inner).containsExactly(1, 2, 2);
        }
    }

    private Handle handle() throws SQLException {
        Connection real = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("things.db"));
        Connection counting = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        compiled.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        Handle handle = Jdbi.open(counting).setStatementBuilder(new KeptStatements());
        handle.execute("create table thing (name text, size integer)");
        compiled.clear();
        return handle;
    }
}
