package dibs.bot;

import dibs.backend.catalog.ConfigLoader;
import dibs.backend.catalog.ConfigResult;
import dibs.backend.store.StoreConfig;
import dibs.bot.platform.matrix.MatrixPlatform;
import dibs.bot.platform.matrix.Patience;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import dibs.fakematrix.FakePerson;
import dibs.fakematrix.FakeServer;
import dibs.fakematrix.Message;
import dibs.fakematrix.NewRoom;
import dibs.testkit.CountingIds;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Dibs on a Matrix that is no more than this machine's memory, with a clock that the test moves. There is one home room, by
 * invitation, with ann, bob and Dibs in it.
 */
public final class MatrixScene implements AutoCloseable {
    private static final Patience PATIENCE = new Patience(Duration.ZERO, 60);
    private static final int MOST_STEPS = 50;

    private final FakeClock clock = new FakeClock(Talk.MONDAY);
    private final FakeServer server = new FakeServer(clock);
    private final FakePerson dibs = server.person("dibs");
    private final FakePerson ann = server.person("ann");
    private final FakePerson bob = server.person("bob");
    private final Path folder;
    private final RoomId home;
    private final Start start;
    private final Parts parts;
    private boolean alone = true;
    private MatrixPlatform platform;

    public MatrixScene() {
        this(ConfigLoader.builtin(), scene -> Map.of());
    }

    /** @param more settings that name what is on that Matrix */
    MatrixScene(ConfigResult config, Function<MatrixScene, Map<String, String>> more) {
        home = ann.creates(NewRoom.named("Release engineering").called("releng").with(bob.id(), dibs.id()));
        bob.joins(home);
        try {
            folder = Files.createTempDirectory("dibs-matrix");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("MATRIX_HOMESERVER_URL", "https://hs.test");
        settings.put("MATRIX_ACCESS_TOKEN", "token-of-a-test");
        settings.put("MATRIX_ROOMS", "#releng:hs.test");
        settings.put("DIBS_TIMEZONE", "Europe/Berlin");
        settings.putAll(more.apply(this));
        start = start(settings, config);
        parts = Parts.open(start, clock, new CountingIds());
        platform = begun();
        settle();
    }

    private Start start(Map<String, String> environment, ConfigResult config) {
        Settings settings = switch (Settings.read(environment, Start.config(config))) {
            case Settings.Read.Good good -> good.settings();
            case Settings.Read.Bad bad -> throw new IllegalStateException(bad.toString());
        };
        StoreConfig store = StoreConfig.of(folder.resolve("dibs.db").toString());
        return new Start(settings, Start.config(config), Optional.empty(), store);
    }

    private MatrixPlatform begun() {
        MatrixPlatform made = new MatrixPlatform(
                start.settings().matrix().orElseThrow(),
                server.as(dibs.id()),
                parts.conversation(),
                parts.directory(),
                parts.database().transactor(),
                clock,
                start.settings().zone(),
                PATIENCE,
                account -> alone);
        made.whenSignedIn(parts.platforms()::connect);
        return made;
    }

    /** Dibs hears what happened and says what it has to, until there is nothing more. */
    public void settle() {
        for (int step = 0; step < MOST_STEPS; step++) {
            int before = server.calls("send").size();
            boolean paused = platform.hear(Duration.ZERO).isPresent();
            platform.say();
            beat();
            if (server.calls("send").size() == before && step > 1 && !paused) {
                return;
            }
        }
    }

    /** Dibs reads once, and says nothing. */
    void hear() {
        platform.hear(Duration.ZERO);
    }

    /** From now on another process reads for Dibs' account, or this one does. */
    void alone(boolean now) {
        alone = now;
    }

    /** Dibs says what it has to. */
    void say() {
        platform.say();
    }

    /** Tells and announces what is due, as the program does about every second. */
    void beat() {
        clock.advance(Duration.ofMillis(200));
        parts.beat().at(clock.instant(), true);
    }

    /** The process ends without a word, and another one begins on the same store. */
    void restart() {
        platform.close();
        platform = begun();
    }

    /** Where Dibs has read to is forgotten, as in a store that was begun anew. */
    void forget() {
        run("delete from sync_position");
    }

    private void run(String change) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dibs.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public FakeServer server() {
        return server;
    }

    public FakeClock clock() {
        return clock;
    }

    MatrixPlatform platform() {
        return platform;
    }

    Parts parts() {
        return parts;
    }

    public FakePerson ann() {
        return ann;
    }

    public FakePerson bob() {
        return bob;
    }

    /** Who Dibs is. */
    public UserId dibs() {
        return dibs.id();
    }

    /** The room that the settings name. */
    public RoomId home() {
        return home;
    }

    /** The texts of Dibs in that room, oldest first, without the boards. */
    List<String> said(FakePerson reader, RoomId room) {
        return messages(reader, room).stream().map(Message::body).toList();
    }

    /** The messages of Dibs in that room, oldest first, without the boards. */
    List<Message> messages(FakePerson reader, RoomId room) {
        return reader.reads(room, dibs.id()).stream()
                .filter(message -> message.answers().isPresent() || !room.equals(home))
                .toList();
    }

    /** What Dibs answers in the home room to that line of ann's. */
    String answer(String line) {
        return answer(ann, home, line);
    }

    /** What Dibs answers to that line: nothing, or all of it. */
    String answer(FakePerson speaker, RoomId room, String line) {
        int before = said(speaker, room).size();
        speaker.says(room, line);
        settle();
        List<String> after = said(speaker, room);
        return String.join("\n", after.subList(before, after.size()));
    }

    /** The room of that person and Dibs, made by the person. */
    RoomId direct(FakePerson person) {
        RoomId room = person.creates(NewRoom.named("").between().with(dibs.id()));
        settle();
        return room;
    }

    /** Who holds that environment now, as the store says; nothing where nobody does. */
    Optional<String> holder(String environment) {
        return rows("select account.id from unit join account on account.person_id = unit.person_id where unit.name = '"
                        + environment + "' and unit.lease_id is not null and unit.until > "
                        + clock.instant().toEpochMilli() + " order by account.id")
                .stream()
                .findFirst();
    }

    /** The first column of the rows that the query finds, read behind the program's back. */
    List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("dibs.db"));
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return rows;
    }

    @Override
    public void close() {
        platform.close();
        parts.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
