package dibs.bot.platform.matrix.client;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Dibs asks a homeserver for, and so what arrives. Dibs' own events are among it: its own arrival in a room is where its
 * hearing begins.
 */
public final class SyncFilter {
    /** How many events of a room come at once; where there were more, the batch says that it is limited. */
    public static final int LIMIT = 100;

    /** The types of events that arrive. */
    public static final List<String> TYPES = List.of(
            "m.room.message",
            "m.reaction",
            "m.room.redaction",
            "m.room.encrypted",
            "m.room.encryption",
            "m.room.member",
            "m.room.tombstone",
            "m.room.power_levels",
            "m.room.join_rules",
            "m.room.history_visibility",
            "m.room.create",
            "m.room.name",
            "m.room.canonical_alias");

    private SyncFilter() {}

    /**
     * The filter for {@code /sync}.
     *
     * @param limit how many events of a room come at once
     */
    static ObjectNode sync(int limit) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.putObject("presence").putArray("not_types").add("*");
        filter.putObject("account_data").putArray("not_types").add("*");
        ObjectNode room = filter.putObject("room");
        room.putObject("ephemeral").putArray("not_types").add("*");
        room.putObject("account_data").putArray("not_types").add("*");
        room.set("timeline", events().put("limit", limit));
        room.set("state", events());
        return filter;
    }

    /** The filter for reading back, and for parts of a sync. */
    static ObjectNode events() {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        ArrayNode types = filter.putArray("types");
        TYPES.forEach(types::add);
        return filter.put("lazy_load_members", true);
    }
}
