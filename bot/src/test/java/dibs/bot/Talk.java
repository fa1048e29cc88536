package dibs.bot;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.connection.Trouble;
import dibs.backend.environment.Catalog;
import dibs.backend.health.Observation;
import dibs.backend.notice.DeliveryRows;
import dibs.backend.notice.Messenger;
import dibs.backend.person.AccountId;
import dibs.backend.person.Directory;
import dibs.backend.reminder.Due;
import dibs.backend.reminder.DueWork;
import dibs.backend.store.StoreConfig;
import dibs.backend.transaction.IdSource;
import dibs.bot.announcement.Posts;
import dibs.bot.command.Answer;
import dibs.bot.command.Conversation;
import dibs.bot.command.Inbound;
import dibs.testkit.FakeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The whole program below the platforms, on a file of its own, with a clock that the test moves. */
public final class Talk implements AutoCloseable {
    /** A Monday morning in Berlin, whose zone counts for everybody. */
    public static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private final FakeClock clock = new FakeClock(MONDAY);
    private final Path folder;
    private final Start start;
    private final Parts parts;
    private final Connection behind;
    private final AtomicLong last = new AtomicLong(1_000_000_000);

    /** Opens it on that configuration. */
    public Talk(ConfigResult config) {
        this(config, Map.of());
    }

    /** Opens it with further settings. */
    public Talk(ConfigResult config, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("DIBS_TIMEZONE", "Europe/Berlin");
        environment.put("DIBS_ADMINS", "console:root");
        try {
            folder = Files.createTempDirectory("dibs-talk");
            StoreConfig store = StoreConfig.of(folder.resolve("dibs.db").toString());
            Settings settings = switch (Settings.read(environment, Start.config(ConfigLoader.builtin()))) {
                case Settings.Read.Good good -> good.settings();
                case Settings.Read.Bad bad -> throw new IllegalStateException(bad.toString());
            };
            start = new Start(settings, Start.config(config), Optional.empty(), store);
            // All of one length, so that ids are in the order in which they were made.
            IdSource ids = () -> "id" + last.incrementAndGet();
            parts = Parts.open(start, clock, ids);
            behind = DriverManager.getConnection(store.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The clock that the program reads. */
    public FakeClock clock() {
        return clock;
    }

    /** The conversation itself, for platforms that are tested on it. */
    public Conversation conversation() {
        return parts.conversation();
    }

    /** Who is who in it. */
    public Directory directory() {
        return parts.directory();
    }

    /** The catalog that holds. */
    public Catalog catalog() {
        return start.config().catalog();
    }

    /** The answer to a line of somebody's at the terminal. */
    public Answer say(String name, String line) {
        return say(AccountId.of("console", name), line);
    }

    /** The answer to a line of that account's. */
    public Answer say(AccountId account, String line) {
        return sayAs(account, account.name(), line);
    }

    /** The same of an account that its platform shows by that name. */
    public Answer sayAs(AccountId account, String displayName, String line) {
        Answer answer = parts.conversation()
                .answer(new Inbound(Optional.empty(), account, displayName, Optional.empty(), account.value(), line));
        parts.conversation().delivered(answer);
        return answer;
    }

    /** The answer to a line of that account's, said in that conversation. */
    public Answer say(AccountId account, String conversation, String line) {
        Answer answer = parts.conversation()
                .answer(new Inbound(Optional.empty(), account, account.name(), Optional.empty(), conversation, line));
        parts.conversation().delivered(answer);
        return answer;
    }

    /** What probes saw. */
    public void see(Observation... seen) {
        parts.observations().take(List.of(seen));
    }

    /** Connects the program to a platform. */
    public void connect(Messenger messenger, Posts posts) {
        parts.platforms().connect(messenger, posts);
    }

    /** How the program is connected to a platform from now on. */
    public void watch(Supplier<dibs.backend.connection.Connection> connection) {
        parts.platforms().watch(connection);
    }

    /** What somebody has to mend. */
    public List<String> troubles() {
        return parts.troubles().status().troubles().stream()
                .map(Trouble::sentence)
                .toList();
    }

    /** Tells and announces what is due, as the program does about every second. */
    public void beat() {
        clock.advance(Duration.ofMillis(200));
        parts.beat().at(clock.instant(), true);
    }

    /** The notices that were given up and that nobody has heard. */
    public List<DeliveryRows.DeadLetter> dead() {
        return parts.database().transactor().read(tx -> tx.deliveries().dead(100));
    }

    /** Another process on the same store, connected to the same platform: the running of its beat. */
    public Neighbour neighbour(Messenger messenger, Posts posts) {
        return neighbour(start, messenger, posts);
    }

    /** Another process on the same store, with another configuration. */
    public Neighbour neighbour(ConfigResult config, Messenger messenger, Posts posts) {
        return neighbour(
                new Start(start.settings(), Start.config(config), Optional.empty(), start.store()), messenger, posts);
    }

    private Neighbour neighbour(Start how, Messenger messenger, Posts posts) {
        Parts its = Parts.open(how, clock, () -> "id" + last.incrementAndGet());
        its.platforms().connect(messenger, posts);
        return new Neighbour() {
            @Override
            public void beat() {
                its.beat().at(clock.instant(), true);
            }

            @Override
            public void watch(Supplier<dibs.backend.connection.Connection> connection) {
                its.platforms().watch(connection);
            }

            @Override
            public void close() {
                its.close();
            }
        };
    }

    /** Another process on the same store. */
    public interface Neighbour extends AutoCloseable {
        /** Tells and announces what is due. */
        void beat();

        /** How it is connected to a platform from now on. */
        void watch(Supplier<dibs.backend.connection.Connection> connection);

        @Override
        void close();
    }

    /** The program is stopped for so long. */
    public void away(Duration length) {
        parts.outages().beat(clock.instant());
        clock.advance(length);
        parts.outages().beat(clock.instant());
    }

    /** Ends what is past its end, as the program does now and then. */
    public void sweep() {
        sweepBut("");
    }

    /** The same, but for one sort of what is due. */
    public void sweepBut(String sort) {
        Map<String, Due> due = new LinkedHashMap<>(parts.due());
        due.remove(sort);
        new DueWork(due, clock, () -> {}).run();
    }

    /** The rows that the queries find, read behind the program's back. */
    public List<String> rows(String... queries) {
        List<String> rows = new ArrayList<>();
        try (Statement statement = behind.createStatement()) {
            for (String query : queries) {
                try (ResultSet found = statement.executeQuery(query)) {
                    while (found.next()) {
                        rows.add(row(found));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private static String row(ResultSet found) throws SQLException {
        Object[] values = new Object[found.getMetaData().getColumnCount()];
        for (int column = 0; column < values.length; column++) {
            values[column] = found.getObject(column + 1);
        }
        return Arrays.toString(values);
    }

    /** Forgets everything that was said, and sets the clock back. */
    public void forget() {
        List<String> tables = rows("select name from sqlite_master where type = 'table'"
                        + " and name not like 'flyway%' and name not like 'sqlite%' and name not like 'policy%'")
                .stream()
                .map(name -> name.substring(1, name.length() - 1))
                .toList();
        try (Statement statement = behind.createStatement()) {
            statement.execute("pragma foreign_keys = off");
            statement.execute("begin immediate");
            for (String table : tables) {
                statement.executeUpdate("delete from " + table);
            }
            statement.execute("commit");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        clock.set(MONDAY);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            behind.close();
            parts.close();
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
