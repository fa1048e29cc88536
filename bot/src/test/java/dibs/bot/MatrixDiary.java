package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.UserId;
import dibs.bot.reply.Visible;
import dibs.fakematrix.Message;
import dibs.fakematrix.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What stands in rooms on Matrix, step by step, held against what it was: as words in {@code NAME.plain}, as formatted text in {@code
 * NAME.html}; {@code -Ddibs.golden=write} writes them anew.
 */
final class MatrixDiary {
    private static final Path FOLDER = Path.of("src/test/resources/matrix");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final int LONGEST_QUOTE = 50;

    private final InstantSource clock;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private Map<String, Sight> before = Map.of();

    MatrixDiary(InstantSource clock) {
        this.clock = clock;
    }

    private record Place(RoomId room, Person reader) {}

    /** Something that stands somewhere, as it is now. */
    private record Sight(String where, String words, String html) {}

    /** A room counts from now on, by that name, as that person sees it. */
    void watches(String name, RoomId room, Person reader) {
        places.put(name, new Place(room, reader));
    }

    /** Writes down what is new since the last step. */
    void note(String step) {
        String title = "# %s %s\n"
                .formatted(LocalTime.ofInstant(clock.instant(), BERLIN).withNano(0), step);
        plain.append(title);
        html.append("<!--").append(title.strip()).append(" -->\n");
        Map<String, Sight> now = sights();
        now.forEach((id, sight) -> {
            Sight known = before.get(id);
            if (!sight.equals(known)) {
                String where = sight.where() + (known == null ? "" : ", changed");
                plain.append(where).append(":\n").append(sight.words().indent(4));
                html.append(sight.html().isEmpty() ? "" : sight.html() + "\n");
            }
        });
        plain.append('\n');
        before = now;
    }

    private Map<String, Sight> sights() {
        Map<String, Sight> sights = new LinkedHashMap<>();
        places.forEach((name, place) -> place.reader()
                .reads(place.room())
                .forEach(message -> sights.put(message.id(), sight(name, place, message))));
        return sights;
    }

    private static Sight sight(String name, Place place, Message message) {
        String where = message.thread().map(root -> "in a thread of " + name).orElse("in " + name);
        String answer = answered(place, message).map(it -> ", to “" + it + "”").orElse("");
        String pings = message.pings().isEmpty() ? "" : ", pings " + String.join(", ", message.pings());
        String kind = message.kind().equals("m.notice") ? "" : " (" + message.kind() + ")";
        String reactions = new TreeMap<>(message.reactions())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + names(entry.getValue()))
                        .collect(Collectors.joining("] [", "\n[", "]"));
        return new Sight(
                called(message.sender()) + kind + " " + where + answer + pings + (message.edited() ? ", edited" : ""),
                message.body() + (message.reactions().isEmpty() ? "" : reactions),
                message.html());
    }

    private static Optional<String> answered(Place place, Message message) {
        return message.answers()
                .flatMap(id -> place.reader().reads(place.room()).stream()
                        .filter(other -> other.id().equals(id))
                        .findFirst()
                        .map(other ->
                                Visible.cut(other.body().lines().findFirst().orElse(""), LONGEST_QUOTE)));
    }

    private static String names(Collection<UserId> users) {
        return users.stream().map(MatrixDiary::called).sorted().collect(Collectors.joining(", "));
    }

    private static String called(UserId user) {
        return user.value().substring(1, user.value().indexOf(':'));
    }

    /** That all of it is as it is kept under that name. */
    void holds(String name) {
        hold(name + ".plain", plain.toString());
        hold(name + ".html", html.toString());
    }

    private static void hold(String name, String written) {
        Path golden = FOLDER.resolve(name);
        try {
            if (System.getProperty("dibs.golden", "").equals("write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(golden, written);
            }
            String kept = Files.exists(golden) ? Files.readString(golden) : "";
            assertThat(written).as("written anew with -Ddibs.golden=write").isEqualTo(kept);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
