package dibs.bot.platform.matrix.client;

import static dibs.bot.platform.matrix.client.Calls.in;
import static dibs.bot.platform.matrix.client.Calls.path;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A homeserver over its client-server API. It is found, and signed in to, with the first call; whatever keeps Dibs from that is
 * what the call comes to. Once the homeserver has refused to let Dibs in, every call comes to that refusal, and nothing is asked.
 */
public final class HttpHomeserver implements Homeserver, AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** The homeserver asks the person's own, which may be away; meanwhile everybody waits for an answer. */
    private static final Duration PROFILE = Duration.ofSeconds(3);

    /** How many events of a room are asked for at a time: fewer where the batch was too large to be read. */
    private static final List<Integer> LIMITS = List.of(SyncFilter.LIMIT, 10, 1);

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final OkHttpClient client = Exchange.client();
    private final Door door;
    private final Calls calls;
    private final Duration longest;
    private final long largestBatch;

    public HttpHomeserver(Access access, Kept kept) {
        this(access, kept, "https", LONGEST, Exchange.LARGEST_BATCH);
    }

    /**
     * @param scheme by which a server's name is looked up
     * @param longest how long an answer may take, besides what it was asked to wait
     * @param largestBatch what a batch may weigh in bytes
     */
    HttpHomeserver(Access access, Kept kept, String scheme, Duration longest, long largestBatch) {
        this.longest = longest;
        this.largestBatch = largestBatch;
        Exchange exchange = new Exchange(client);
        door = new Door(exchange, access.place(), new WellKnown(exchange, scheme), new SignIn(exchange, access, kept));
        calls = new Calls(door, longest);
    }

    /** Finds the homeserver and signs in, where that is not done yet, and asks who Dibs is. */
    public Sent<Identity> signIn() {
        return calls.get(path("account", "whoami"))
                .map(answer -> new Identity(
                        new UserId(Exchange.text(answer, "user_id", "")), Exchange.text(answer, "device_id", "")));
    }

    @Override
    public Optional<Identity> identity() {
        return door.identity();
    }

    @Override
    public Sent<Batch> sync(Optional<String> since, Duration wait) {
        Sent<Batch> sent = new Sent.Later<>(Optional.empty(), "nothing was asked");
        for (int limit : LIMITS) {
            sent = sync(since, wait, limit);
            if (!(sent instanceof Sent.Later<Batch> later) || later.trouble() != Sent.Trouble.TOO_LARGE) {
                return sent;
            }
        }
        return new Sent.Later<>(
                Optional.empty(),
                "its batch is larger than " + largestBatch + " bytes, even with one event of each room: let Dibs leave"
                        + " rooms that are of no use to it",
                Sent.Trouble.TOO_LARGE);
    }

    private Sent<Batch> sync(Optional<String> since, Duration wait, int limit) {
        Duration patience = since.isPresent() ? wait : Duration.ZERO;
        Consumer<HttpUrl.Builder> path = path("sync").andThen(url -> {
            url.addQueryParameter("filter", SyncFilter.sync(limit).toString());
            url.addQueryParameter("set_presence", "offline");
            url.addQueryParameter("timeout", Long.toString(patience.toMillis()));
            since.ifPresent(token -> url.addQueryParameter("since", token));
        });
        Sent<Batch> sent = calls.ask("GET", path, null, patience.plus(longest), largestBatch)
                .map(Reading::batch);
        return sent instanceof Sent.Done<Batch> done && done.result().next().isEmpty()
                ? new Sent.Later<>(Optional.empty(), "the homeserver's batch has no next_batch")
                : sent;
    }

    @Override
    public Sent<History> messages(RoomId room, String from, Optional<String> to, int limit) {
        Consumer<HttpUrl.Builder> path = in(room, "messages").andThen(url -> {
            url.addQueryParameter("dir", "b");
            url.addQueryParameter("limit", Integer.toString(limit));
            url.addQueryParameter("filter", SyncFilter.events().toString());
            if (!from.isEmpty()) {
                url.addQueryParameter("from", from);
            }
            to.ifPresent(token -> url.addQueryParameter("to", token));
        });
        // A page of the longest events, with their edits beside them, is larger than any other answer.
        return calls.ask("GET", path, null, longest, largestBatch)
                .map(page -> new History(
                        Reading.events(page.path("chunk")),
                        Optional.of(Exchange.text(page, "end", "")).filter(end -> !end.isEmpty())));
    }

    @Override
    public Sent<String> send(RoomId room, String type, String transaction, ObjectNode content) {
        return calls.put(in(room, "send", type, transaction), content).map(HttpHomeserver::eventId);
    }

    @Override
    public Sent<String> redact(RoomId room, String event, String transaction, String reason) {
        return calls.put(in(room, "redact", event, transaction), reason(reason)).map(HttpHomeserver::eventId);
    }

    @Override
    public Sent<Event> event(RoomId room, String event) {
        Sent<Optional<Event>> read = calls.get(in(room, "event", event)).map(Reading::event);
        return switch (read) {
            case Sent.Done<Optional<Event>> done ->
                done.result()
                        .<Sent<Event>>map(Sent.Done::new)
                        .orElseGet(() ->
                                new Sent.Refused<>(NOT_FOUND, "M_NOT_FOUND", "the event has no id, type or sender"));
            case Sent.Later<Optional<Event>> later -> later.as();
            case Sent.Refused<Optional<Event>> no -> new Sent.Refused<>(no.status(), no.error(), no.why());
        };
    }

    @Override
    public Sent<ObjectNode> state(RoomId room, String type, String key) {
        return calls.get(in(room, "state", type, key));
    }

    @Override
    public Sent<List<Event>> state(RoomId room) {
        return calls.ask("GET", in(room, "state"), null, longest, largestBatch)
                .map(answer -> Reading.events(answer.path(Exchange.LIST)));
    }

    @Override
    public Sent<String> putState(RoomId room, String type, String key, ObjectNode content) {
        return calls.put(in(room, "state", type, key), content).map(HttpHomeserver::eventId);
    }

    @Override
    public Sent<RoomId> join(String roomOrAlias) {
        return calls.post(path("join", roomOrAlias), object()).map(HttpHomeserver::roomId);
    }

    @Override
    public Sent<Boolean> leave(RoomId room, String reason) {
        return calls.post(in(room, "leave"), reason(reason)).map(answer -> true);
    }

    @Override
    public Sent<RoomId> direct(UserId person) {
        ObjectNode room = object().put("preset", "trusted_private_chat").put("is_direct", true);
        room.putArray("invite").add(person.value());
        return calls.post(path("createRoom"), room).map(HttpHomeserver::roomId);
    }

    @Override
    public Sent<RoomId> resolve(String alias) {
        return calls.get(path("directory", "room", alias)).map(HttpHomeserver::roomId);
    }

    @Override
    public Sent<Map<UserId, String>> members(RoomId room) {
        return calls.ask("GET", in(room, "joined_members"), null, longest, largestBatch)
                .map(answer -> {
                    Map<UserId, String> names = new HashMap<>();
                    answer.path("joined")
                            .properties()
                            .forEach(member -> names.put(
                                    new UserId(member.getKey()), Exchange.text(member.getValue(), "display_name", "")));
                    return names;
                });
    }

    @Override
    public Sent<Optional<ZoneId>> zone(UserId person) {
        Sent<ObjectNode> profile =
                calls.ask("GET", path("profile", person.value(), "m.tz"), null, shorter(PROFILE), Exchange.LARGEST);
        // Whatever the homeserver does not tell of a person is not known.
        return profile instanceof Sent.Refused<ObjectNode> no && no.status() != UNAUTHORIZED
                ? new Sent.Done<>(Optional.empty())
                : profile.map(answer -> zone(Exchange.text(answer, "m.tz", "")));
    }

    private Duration shorter(Duration most) {
        return longest.compareTo(most) < 0 ? longest : most;
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public Sent<ObjectNode> accountData(String type) {
        Sent<ObjectNode> data = onOwnAccount(type, calls::get);
        return data instanceof Sent.Refused<ObjectNode> no && no.error().equals("M_NOT_FOUND")
                ? new Sent.Done<>(object())
                : data;
    }

    @Override
    public Sent<Boolean> putAccountData(String type, ObjectNode content) {
        return onOwnAccount(type, path -> calls.put(path, content)).map(answer -> true);
    }

    private interface Call {
        Sent<ObjectNode> at(Consumer<HttpUrl.Builder> path);
    }

    /** The account's own id stands in the path, so that Dibs has to be signed in before that. */
    private Sent<ObjectNode> onOwnAccount(String type, Call call) {
        Optional<Identity> identity = identity();
        if (identity.isPresent()) {
            return call.at(path("user", identity.get().user().value(), "account_data", type));
        }
        return switch (signIn()) {
            case Sent.Done<Identity> done ->
                call.at(path("user", done.result().user().value(), "account_data", type));
            case Sent.Later<Identity> later -> later.as();
            case Sent.Refused<Identity> no -> new Sent.Refused<>(no.status(), no.error(), no.why());
        };
    }

    /** Ends what is still being waited for; what is asked from now on is not asked of the homeserver. */
    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private static String eventId(JsonNode answer) {
        return Exchange.text(answer, "event_id", "");
    }

    private static RoomId roomId(JsonNode answer) {
        return new RoomId(Exchange.text(answer, "room_id", ""));
    }

    private static ObjectNode reason(String why) {
        return why.isEmpty() ? object() : object().put("reason", why);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
