package dibs.fakeslack.workspace;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the fake remembers. What takes more than one step runs inside {@link #locked}, and whoever waits is
 * woken after it.
 */
public final class Workspace {
    private static final long AGAIN_MILLIS = 20;

    /** A user group and who is in it. */
    public record UserGroup(String id, String teamId, String handle, Set<String> users) {}

    private final InstantSource clock;
    private final Ids ids;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Views views;
    private final Map<String, Team> teams = new LinkedHashMap<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Map<String, UserGroup> groups = new LinkedHashMap<>();

    public Workspace(InstantSource clock) {
        this.clock = clock;
        ids = new Ids(clock);
        triggers = new Triggers(clock, ids);
        responseUrls = new ResponseUrls(clock, ids);
        views = new Views(ids);
    }

    public InstantSource clock() {
        return clock;
    }

    public Triggers triggers() {
        return triggers;
    }

    public ResponseUrls responseUrls() {
        return responseUrls;
    }

    public Views views() {
        return views;
    }

    /** Does it while nobody else looks or changes, then wakes whoever waits. */
    public synchronized <T> T locked(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            notifyAll();
        }
    }

    /** Waits until it holds. False when it does not within the time, measured by the machine's own clock. */
    public synchronized boolean await(BooleanSupplier holds, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (!holds.getAsBoolean()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(Math.min(left, AGAIN_MILLIS)); // what is waited for may change elsewhere
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Lets the app into a workspace; its bot is a user there. */
    public synchronized Team install(String id, String domain, @Nullable String enterpriseId) {
        String botUser = ids.next(Ids.Kind.U);
        Team team = new Team(id, domain, enterpriseId, ids.next(Ids.Kind.B), botUser, "xoxb-not-a-real-token-" + id);
        teams.put(id, team);
        Member bot = new Member(botUser, id, "dibs", "Dibs", "Dibs", "UTC", Member.Standing.BOT, false);
        members.put(botUser, bot);
        return team;
    }

    public synchronized Optional<Team> team(String id) {
        return Optional.ofNullable(teams.get(id));
    }

    public synchronized List<Team> teams() {
        return List.copyOf(teams.values());
    }

    /** The user of this name in the team; a new full member in UTC, if there is none. */
    public synchronized Member member(String teamId, String name) {
        return members.values().stream()
                .filter(member -> member.name().equals(name) && member.teamId().equals(teamId))
                .findFirst()
                .orElseGet(() -> {
                    String id = ids.next(Ids.Kind.U);
                    Member made = new Member(id, teamId, name, name, name, "UTC", Member.Standing.FULL, false);
                    members.put(id, made);
                    return made;
                });
    }

    public synchronized Optional<Member> memberById(String id) {
        return Optional.ofNullable(members.get(id));
    }

    public synchronized Collection<Member> members() {
        return List.copyOf(members.values());
    }

    /** Changes what is known of a user. */
    public synchronized void change(String userId, UnaryOperator<Member> change) {
        members.computeIfPresent(userId, (id, member) -> change.apply(member));
        notifyAll();
    }

    /** The channel of this name; a new public one with the bot in it, if there is none. */
    public synchronized Conversation channel(Team team, String name) {
        return conversations.values().stream()
                .filter(channel ->
                        channel.name().equals(name) && channel.teamId().equals(team.id()))
                .findFirst()
                .orElseGet(() -> {
                    Conversation made =
                            new Conversation(ids.next(Ids.Kind.C), team.id(), name, Conversation.Kind.PUBLIC, null);
                    made.members().add(team.botUserId());
                    conversations.put(made.id(), made);
                    return made;
                });
    }

    /** The conversation between the bot and a user. */
    public synchronized Conversation direct(Team team, String userId) {
        return conversations.values().stream()
                .filter(channel -> channel.partner().equals(Optional.of(userId))
                        && channel.teamId().equals(team.id()))
                .findFirst()
                .orElseGet(() -> {
                    Conversation made =
                            new Conversation(ids.next(Ids.Kind.D), team.id(), "", Conversation.Kind.DIRECT, userId);
                    made.members().addAll(List.of(team.botUserId(), userId));
                    conversations.put(made.id(), made);
                    return made;
                });
    }

    public synchronized Optional<Conversation> conversation(String id) {
        return Optional.ofNullable(conversations.get(id)).filter(channel -> !channel.deleted());
    }

    public synchronized List<Conversation> conversations() {
        return conversations.values().stream()
                .filter(channel -> !channel.deleted())
                .toList();
    }

    /** The user group of this handle, made if there is none. */
    public synchronized UserGroup group(String teamId, String handle) {
        return groups.computeIfAbsent(
                teamId + "/" + handle,
                key -> new UserGroup(ids.next(Ids.Kind.S), teamId, handle, new LinkedHashSet<>()));
    }

    public synchronized List<UserGroup> groups() {
        return List.copyOf(groups.values());
    }

    /** Puts a message up; its time is new. */
    public synchronized Message post(
            Conversation channel, ObjectNode json, @Nullable String threadTs, @Nullable String onlyTo) {
        String ts = ids.nextTs();
        json.put("type", "message").put("ts", ts);
        if (threadTs != null) {
            json.put("thread_ts", threadTs);
        }
        Message message = new Message(channel.id(), ts, threadTs, onlyTo, json, false, false, new ArrayList<>());
        channel.put(message);
        notifyAll();
        return message;
    }

    /** Puts new content into a message. */
    public synchronized Message edit(Conversation channel, Message before, ObjectNode json) {
        json.put("type", "message").put("ts", before.ts());
        if (before.threadTs() != null) {
            json.put("thread_ts", before.threadTs());
        }
        Message after = before.with(json);
        channel.put(after);
        notifyAll();
        return after;
    }

    public synchronized Message pin(Conversation channel, Message message, boolean pinned) {
        Message after = message.pinned(pinned);
        channel.put(after);
        notifyAll();
        return after;
    }

    public synchronized void delete(Conversation channel, Message message) {
        channel.put(message.gone());
        notifyAll();
    }

    /** A new id of an event. */
    public synchronized String eventId() {
        return ids.next(Ids.Kind.EV);
    }

    /** A new time, as actions carry it. */
    public synchronized String time() {
        return ids.nextTs();
    }

    /** A part of a name that nobody had before. */
    public synchronized String secret() {
        return ids.nextSecret();
    }
}
