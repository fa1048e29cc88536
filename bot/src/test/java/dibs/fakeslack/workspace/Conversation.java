package dibs.fakeslack.workspace;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A channel or a direct message; to be touched only inside the workspace's lock. */
public final class Conversation {
    /** What Slack calls them. */
    public enum Kind {
        PUBLIC("channel"),
        PRIVATE("group"),
        DIRECT("im");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As {@code channel_type} of a message event says it. */
        public String word() {
            return word;
        }
    }

    private final String id;
    private final String teamId;
    private final String name;
    private final @Nullable String partner;
    private final Set<String> members = new LinkedHashSet<>();
    private final Map<String, Message> messages = new LinkedHashMap<>();
    private Kind kind;
    private boolean archived;
    private boolean shared;
    private boolean deleted;

    Conversation(String id, String teamId, String name, Kind kind, @Nullable String partner) {
        this.id = id;
        this.teamId = teamId;
        this.name = name;
        this.kind = kind;
        this.partner = partner;
    }

    public String id() {
        return id;
    }

    public String teamId() {
        return teamId;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** Whom the bot talks with here; empty for a channel. */
    public Optional<String> partner() {
        return Optional.ofNullable(partner);
    }

    public boolean archived() {
        return archived;
    }

    /** Whether people of another organisation are in it. */
    public boolean shared() {
        return shared;
    }

    public boolean deleted() {
        return deleted;
    }

    public void becomesPrivate() {
        kind = Kind.PRIVATE;
    }

    public void archive(boolean now) {
        archived = now;
    }

    public void share() {
        shared = true;
    }

    public void delete() {
        deleted = true;
    }

    public Set<String> members() {
        return members;
    }

    /** Everything that was ever said here, deleted messages too, in the order of their arrival. */
    public List<Message> messages() {
        return List.copyOf(messages.values());
    }

    /** A message that still stands. */
    public Optional<Message> message(String ts) {
        return Optional.ofNullable(messages.get(ts)).filter(message -> !message.deleted());
    }

    void put(Message message) {
        messages.put(message.ts(), message);
    }

    /** What {@code channel_name} of a command says. */
    public String spokenName() {
        return switch (kind) {
            case PUBLIC -> name;
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
        };
    }

    /** As {@code conversations.info} gives it. */
    public ObjectNode json(String botUserId) {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("created", 1_700_000_000)
                .put("is_archived", archived)
                .put("is_im", kind == Kind.DIRECT)
                .put("is_org_shared", false)
                .put("context_team_id", teamId);
        if (partner != null) {
            return json.put("user", partner).put("is_open", true).put("is_user_deleted", false);
        }
        json.put("name", name)
                .put("name_normalized", name)
                .put("is_channel", kind == Kind.PUBLIC)
                .put("is_group", kind == Kind.PRIVATE)
                .put("is_mpim", false)
                .put("is_private", kind == Kind.PRIVATE)
                .put("is_general", false)
                .put("is_shared", shared)
                .put("is_ext_shared", shared)
                .put("is_pending_ext_shared", false)
                .put("is_member", members.contains(botUserId))
                .put("num_members", members.size());
        json.putObject("topic").put("value", "").put("creator", "").put("last_set", 0);
        json.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
        return json;
    }
}
