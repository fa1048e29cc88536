package dibs.fakeslack;

import dibs.fakeslack.delivery.Delivery;
import dibs.fakeslack.delivery.Delivery.Delivered;
import dibs.fakeslack.delivery.HttpDelivery;
import dibs.fakeslack.delivery.Payload;
import dibs.fakeslack.delivery.Payloads;
import dibs.fakeslack.delivery.Retry;
import dibs.fakeslack.delivery.SocketMode;
import dibs.fakeslack.workspace.Conversation;
import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Message;
import dibs.fakeslack.workspace.Team;
import dibs.fakeslack.workspace.View;
import dibs.fakeslack.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Takes what people do to the app, and what the app answers back to them. */
final class Switchboard {
    private final FakeSlack slack;
    private final Workspace workspace;
    private final Payloads payloads;
    private final SocketMode sockets;
    private final Acknowledgements acknowledgements;
    private final Set<String> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile boolean escaping = true;
    private volatile @Nullable HttpDelivery http;

    Switchboard(FakeSlack slack, Workspace workspace, Payloads payloads, SocketMode sockets) {
        this.slack = slack;
        this.workspace = workspace;
        this.payloads = payloads;
        this.sockets = sockets;
        acknowledgements = new Acknowledgements(workspace);
        subscriptions.addAll(Set.of("app_mention", "message.im", "app_home_opened"));
    }

    Payloads payloads() {
        return payloads;
    }

    void connect(HttpDelivery delivery) {
        http = delivery;
    }

    void subscribe(String event) {
        subscriptions.add(event);
    }

    void leaveNames() {
        escaping = false;
    }

    /** What a person writes, as it is sent. */
    String messageText(Team team, String text) {
        return new Typed(workspace, team.id(), team.botUserId()).message(text);
    }

    Exchange tell(FakeUser user, @Nullable FakeChannel channel, Payload payload) {
        return exchange(user, channel, () -> delivery().deliver(payload));
    }

    /** A person types a line that begins with a slash. */
    Exchange types(FakeUser user, FakeChannel channel, String line) {
        Payload payload = command(user, channel, line);
        return tell(user, channel, payload);
    }

    Exchange typesOverBrokenSocket(FakeUser user, FakeChannel channel, String line) {
        Payload payload = command(user, channel, line);
        return exchange(user, channel, () -> sockets.deliversOverBrokenConnection(payload));
    }

    private Payload command(FakeUser user, FakeChannel channel, String line) {
        user.joins(channel);
        String[] words = line.split(" ", 2);
        Team team = user.team();
        String typed = words.length > 1 ? words[1] : "";
        String text = new Typed(workspace, team.id(), team.botUserId()).command(typed, escaping);
        return payloads.command(team, user.member(), channel.conversation(), words[0], text);
    }

    Exchange again(Exchange before, Retry retry) {
        FakeChannel channel = before.channel().orElse(null);
        return exchange(before.user(), channel, () -> delivery().again(before.delivered(), retry));
    }

    private Exchange exchange(FakeUser user, @Nullable FakeChannel channel, Supplier<Delivered> delivery) {
        long mark = serial(workspace.time());
        List<View> modals = user.modals();
        Delivered delivered = delivery.get();
        Exchange.Outcome outcome = acknowledgements.take(delivered, user, channel);
        return new Exchange(slack, delivered, user, channel, mark, modals, outcome);
    }

    /** Somebody wrote; the app is told once for each of its subscriptions that fits. */
    Exchange says(FakeUser user, FakeChannel channel, String text, @Nullable Message thread) {
        user.joins(channel);
        Conversation conversation = channel.conversation();
        Team team = channel.team();
        long mark = serial(workspace.time());
        List<View> modals = user.modals();
        ObjectNode json = Json.object()
                .put("user", user.id())
                .put("team", user.member().teamId())
                .put("text", messageText(team, text));
        if (user.isBotUser()) {
            json.put("bot_id", "B" + user.id().substring(1)).put("app_id", "A0OTHER001");
        }
        @Nullable String threadTs = thread == null ? null : thread.threadTs() == null ? thread.ts() : thread.threadTs();
        Message message = workspace.post(conversation, json, threadTs, null);
        Exchange told = null;
        boolean direct = conversation.kind() == Conversation.Kind.DIRECT;
        String plural = direct ? "message.im" : "message." + conversation.kind().word() + "s";
        if (subscriptions.contains(plural) && conversation.members().contains(team.botUserId())) {
            told = tell(user, channel, event(team, channel, message, "message"));
        }
        boolean mentioned = message.text().contains("<@" + team.botUserId() + ">");
        if (mentioned && !direct && subscriptions.contains("app_mention")) {
            told = tell(user, channel, event(team, channel, message, "app_mention"));
        }
        Delivered nothing = new Delivered(new Payload(Payload.Kind.EVENT, json), 200, "", 0, null, null);
        return told == null
                ? new Exchange(slack, nothing, user, channel, mark, modals, new Exchange.Outcome(null, List.of()))
                : told;
    }

    private Payload event(Team team, FakeChannel channel, Message message, String type) {
        Conversation conversation = channel.conversation();
        ObjectNode event = message.json().deepCopy().put("type", type);
        event.put("channel", conversation.id()).put("event_ts", message.ts());
        if (type.equals("message")) {
            event.put("channel_type", conversation.kind().word());
        }
        if (!Json.text(event, "team").equals(team.id())) {
            event.put("user_team", Json.text(event, "team")).put("source_team", Json.text(event, "team"));
        }
        return payloads.event(team, event, conversation.shared());
    }

    /** Somebody closes the modal on top; whoever asked to be told is told. */
    Exchange closes(FakeUser user, View view) {
        boolean clears = view.json().path("clear_on_close").asBoolean(false);
        workspace.locked(() -> {
            if (clears) {
                workspace.views().clear(user.id());
            } else {
                workspace.views().close(user.id());
            }
            return view;
        });
        Payload payload = payloads.closed(user.team(), user.member(), view, clears);
        if (view.json().path("notify_on_close").asBoolean(false)) {
            return tell(user, null, payload);
        }
        Delivered nothing = new Delivered(payload, 200, "", 0, null, null);
        return new Exchange(slack, nothing, user, null, 0, List.of(), new Exchange.Outcome(null, List.of()));
    }

    HttpDelivery http() {
        HttpDelivery delivery = http;
        if (delivery == null) {
            throw new IllegalStateException("the app is not connected: connect(URI), or open a socket");
        }
        return delivery;
    }

    private Delivery delivery() {
        return sockets.connections() > 0 || http == null ? sockets : http();
    }

    /** A message's place in the order of everything that happened, whatever the clock does. */
    static long serial(String ts) {
        return Long.parseLong(ts.substring(ts.indexOf('.') + 1));
    }
}
