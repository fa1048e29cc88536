package dibs.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.FakeChannel;
import dibs.fakeslack.FakeUser;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What each person sees on Slack, step by step, held against what it was: as words in {@code NAME.plain}, as Block Kit in {@code
 * NAME.json}; {@code -Ddibs.golden=write} writes them anew.
 */
final class Diary {
    private static final Path FOLDER = Path.of("src/test/resources/slack");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final InstantSource clock;
    private final List<FakeChannel> rooms;
    private final List<FakeUser> people;
    private final StringBuilder plain = new StringBuilder();
    private final ArrayNode json = JSON.createArrayNode();
    private final Set<FakeUser> lookers = new LinkedHashSet<>();
    private Map<String, Sight> before = Map.of();

    Diary(InstantSource clock, List<FakeChannel> rooms, List<FakeUser> people) {
        this.clock = clock;
        this.rooms = rooms;
        this.people = people;
    }

    /** Something that stands somewhere, as it is now. */
    private record Sight(String where, String text, List<String> buttons, JsonNode blocks) {}

    /** That person's Home tab counts from now on. */
    void watchesHome(FakeUser user) {
        lookers.add(user);
    }

    /** Writes down what is new to anybody since the last step. */
    void note(String step) {
        Map<String, Sight> now = sights();
        plain.append("# %s %s\n"
                .formatted(LocalTime.ofInstant(clock.instant(), BERLIN).withNano(0), step));
        ObjectNode written = json.addObject().put("step", step);
        ArrayNode seen = written.putArray("seen");
        now.forEach((key, sight) -> {
            Sight known = before.get(key);
            if (!sight.equals(known)) {
                write(known == null ? sight.where() : sight.where() + ", changed", sight, seen);
            }
        });
        before.forEach((key, sight) -> {
            if (!now.containsKey(key)) {
                plain.append("%s: gone\n".formatted(sight.where()));
            }
        });
        plain.append('\n');
        before = now;
    }

    private void write(String where, Sight sight, ArrayNode seen) {
        plain.append(where).append(":\n").append(sight.text().indent(4));
        if (!sight.buttons().isEmpty()) {
            plain.append("    [").append(String.join("] [", sight.buttons())).append("]\n");
        }
        seen.addObject().put("where", where).set("blocks", sight.blocks());
    }

    private Map<String, Sight> sights() {
        Map<String, Sight> sights = new LinkedHashMap<>();
        for (FakeChannel room : rooms) {
            for (FakeUser user : people) {
                room.messagesFor(user)
                        .forEach(message -> sights.putIfAbsent(room.id() + message.ts(), sight(room, message)));
            }
        }
        for (FakeUser user : people) {
            user.dm().messages().forEach(message -> sights.put(user.dm().id() + message.ts(), sight(user, message)));
            user.modals().forEach(view -> sights.put(view.id(), sight(user.name() + ", in a form", view)));
        }
        lookers.forEach(user -> sights.put(user.id(), sight(user.name() + ", on the Home tab", user.home())));
        return sights;
    }

    private Sight sight(FakeChannel room, Message message) {
        String reader = message.onlyTo() == null ? "all" : name(message.onlyTo()) + " alone";
        String place = message.threadTs() == null ? "in #" + room.name() : "in a thread of #" + room.name();
        return sight(reader + ", " + place + (message.pinned() ? ", pinned" : ""), message);
    }

    private Sight sight(FakeUser user, Message message) {
        return sight(user.name() + ", in a direct message", message);
    }

    private Sight sight(String where, Message message) {
        boolean own = !message.json().path("bot_id").isMissingNode();
        String text = own ? message.text() : name(message.userId()) + " writes: " + message.text();
        return new Sight(where, text, message.buttons(), withoutIds(message.blocks()));
    }

    private static Sight sight(String where, View view) {
        return new Sight(where, view.words(), view.buttons(), withoutIds(view.blocks()));
    }

    private String name(String id) {
        return people.stream()
                .filter(user -> user.id().equals(id))
                .findFirst()
                .map(FakeUser::name)
                .orElse(id);
    }

    /** Slack makes them up. */
    private static JsonNode withoutIds(JsonNode blocks) {
        JsonNode copy = blocks.isMissingNode() ? JSON.createArrayNode() : blocks.deepCopy();
        for (JsonNode block : copy) {
            if (!block.path("type").stringValue("").equals("input")) {
                ((ObjectNode) block).remove("block_id");
            }
        }
        return copy;
    }

    /** That all of it is as it is kept under that name. */
    void holds(String name) {
        List<String> differing = new ArrayList<>();
        hold(FOLDER.resolve(name + ".plain"), plain.toString(), differing);
        hold(
                FOLDER.resolve(name + ".json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n",
                differing);
        assertThat(differing).as("written anew with -Ddibs.golden=write").isEmpty();
    }

    private static void hold(Path golden, String written, List<String> differing) {
        try {
            if (System.getProperty("dibs.golden", "").equals("write")) {
                Files.writeString(golden, written);
            }
            String kept = Files.exists(golden) ? Files.readString(golden) : "";
            if (!kept.equals(written)) {
                differing.add(golden + ": " + written);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
