package dibs.backend.catalog;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file as JSON that still knows its lines.
 *
 * @param file the name that faults give
 * @param lines where each value stands, by JSON pointer; of a key's value it is the key's line
 */
public record Document(String file, JsonNode root, Map<String, Integer> lines) {
    public Document {
        lines = Map.copyOf(lines);
    }

    /** The line of the value, or of the nearest that holds it. */
    public int lineOf(String pointer) {
        String at = pointer;
        while (true) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            int parent = at.lastIndexOf('/');
            if (parent < 0) {
                return 0;
            }
            at = at.substring(0, parent);
        }
    }

    /** The place of a value. */
    Place at(String pointer) {
        return new Place(this, pointer);
    }

    /** The pointer of a child, by the rules of RFC 6901. */
    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer of a list's item. */
    static String child(String pointer, int index) {
        return pointer + "/" + index;
    }
}
