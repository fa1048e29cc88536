package dibs.bot.platform.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.fakeslack.workspace.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Views as they are sent, held against what they were; {@code -Ddibs.golden=write} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/slack");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Golden() {}

    /** That the view is the one that is kept under that name; ids that Slack makes up are left out. */
    static void holds(String name, View view) {
        ObjectNode json = view.json().deepCopy();
        for (JsonNode block : json.path("blocks")) {
            if (!block.path("type").stringValue("").equals("input")) {
                ((ObjectNode) block).remove("block_id");
            }
        }
        String written = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        Path golden = FOLDER.resolve(name + ".json");
        try {
            if (System.getProperty("dibs.golden", "").equals("write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(golden, written);
            }
            assertThat(golden).as("written with -Ddibs.golden=write").exists();
            assertThat(written).isEqualTo(Files.readString(golden));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
