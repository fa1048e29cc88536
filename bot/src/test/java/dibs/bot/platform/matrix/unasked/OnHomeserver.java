package dibs.bot.platform.matrix.unasked;

import dibs.backend.person.AccountId;
import dibs.backend.person.Directory;
import dibs.backend.store.Database;
import dibs.backend.store.Session;
import dibs.backend.store.StoreConfig;
import dibs.backend.transaction.Transactor;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.platform.matrix.room.DirectRooms;
import dibs.bot.platform.matrix.room.Rooms;
import dibs.bot.platform.matrix.say.Saying;
import dibs.bot.platform.matrix.send.SendQueue;
import dibs.testkit.CountingIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The speaking half of Dibs on Matrix: its adapters on a homeserver and on a store of their own. */
public final class OnHomeserver implements AutoCloseable {
    private final Path folder;
    private final Database database;
    private final SendQueue queue;
    private final Rooms rooms;
    private final MatrixMessenger messenger;
    private final MatrixPosts posts;

    /** @param homeserver signed in as Dibs */
    public OnHomeserver(Homeserver homeserver, UserId self, RoomId home, InstantSource clock) {
        try {
            folder = Files.createTempDirectory("dibs-matrix");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        database = Database.open(StoreConfig.of(folder.resolve("dibs.db").toString()), new CountingIds());
        Transactor<Session> transactor = database.transactor();
        queue = new SendQueue(homeserver, AccountId.of("matrix", self.value()), transactor, clock);
        rooms = new Rooms(homeserver, clock);
        Saying saying = new Saying(new Directory(transactor, new CountingIds()));
        messenger = new MatrixMessenger(homeserver, queue, new DirectRooms(homeserver, rooms, clock), saying);
        posts = new MatrixPosts(homeserver, queue, rooms, () -> List.of(home), saying);
    }

    public MatrixMessenger messenger() {
        return messenger;
    }

    public MatrixPosts posts() {
        return posts;
    }

    public SendQueue queue() {
        return queue;
    }

    public Rooms rooms() {
        return rooms;
    }

    public Transactor<Session> transactor() {
        return database.transactor();
    }

    @Override
    public void close() {
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
