package dibs.fakematrix;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.Batch;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Dibs, Ann and Bob on a homeserver. */
abstract class HomeserverScene {
    static final Duration AT_ONCE = Duration.ZERO;

    HomeserverKit kit;
    Homeserver dibs;
    UserId self;
    Person ann;
    Person bob;

    /** A homeserver on which nobody of these names has done anything yet. */
    protected abstract HomeserverKit kit();

    @BeforeEach
    void open() {
        kit = kit();
        dibs = kit.dibs();
        self = dibs.identity().orElseThrow().user();
        ann = kit.person("ann");
        bob = kit.person("bob");
    }

    @AfterEach
    void shut() throws Exception {
        kit.close();
    }

    /** A room by invitation with Ann, whose it is, Bob and Dibs. */
    RoomId room() {
        RoomId room = ann.creates(NewRoom.named("releng").with(bob.id(), self));
        bob.joins(room);
        done(dibs.join(room.value()));
        return room;
    }

    /** What is new in the room. */
    Batch.Joined news(String since, RoomId room) {
        return joined(done(dibs.sync(Optional.of(since), AT_ONCE)), room);
    }

    static Batch.Joined joined(Batch batch, RoomId room) {
        return found(batch.joined(), room);
    }

    static <T> T found(Map<RoomId, T> rooms, RoomId room) {
        T found = rooms.get(room);
        assertThat(found)
                .as("what the batch says of %s in %s", room, rooms.keySet())
                .isNotNull();
        return Objects.requireNonNull(found);
    }

    /** Where the homeserver stands. */
    String now() {
        return done(dibs.sync(Optional.empty(), AT_ONCE)).next();
    }

    static <T> T done(Sent<T> sent) {
        assertThat(sent).isInstanceOf(Sent.Done.class);
        return ((Sent.Done<T>) sent).result();
    }
}
