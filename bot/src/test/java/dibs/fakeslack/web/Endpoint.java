package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * A method of the Web API and who may call it.
 *
 * @param scopes any one of them will do
 */
record Endpoint(Kind kind, List<String> scopes, ApiCall.Method method) {
    /** With which token a method is called. */
    enum Kind {
        ANYBODY,
        BOT,
        APP
    }

    private static final List<String> READ = List.of("channels:read", "groups:read", "im:read");
    private static final List<String> HISTORY = List.of("channels:history", "groups:history", "im:history");

    private static final Map<String, List<String>> SCOPES = Map.ofEntries(
            Map.entry("chat.postMessage", List.of("chat:write")),
            Map.entry("chat.update", List.of("chat:write")),
            Map.entry("chat.delete", List.of("chat:write")),
            Map.entry("chat.postEphemeral", List.of("chat:write")),
            Map.entry("pins.add", List.of("pins:write")),
            Map.entry("pins.remove", List.of("pins:write")),
            Map.entry("pins.list", List.of("pins:read")),
            Map.entry("conversations.open", List.of("im:write")),
            Map.entry("conversations.info", READ),
            Map.entry("conversations.list", READ),
            Map.entry("conversations.members", READ),
            Map.entry("conversations.history", HISTORY),
            Map.entry("conversations.replies", HISTORY),
            Map.entry("users.info", List.of("users:read")),
            Map.entry("users.list", List.of("users:read")),
            Map.entry("usergroups.list", List.of("usergroups:read")),
            Map.entry("usergroups.users.list", List.of("usergroups:read")));

    /** All methods by name. */
    static Map<String, Endpoint> all(Supplier<Optional<String>> socketUrl) {
        Map<String, ApiCall.Method> methods = new HashMap<>();
        methods.putAll(ChatMethods.all());
        methods.putAll(ConversationMethods.all());
        methods.putAll(ViewMethods.all());
        methods.putAll(PeopleMethods.all());
        Map<String, Endpoint> all = new HashMap<>();
        methods.forEach((name, method) ->
                all.put(name, new Endpoint(Kind.BOT, SCOPES.getOrDefault(name, List.of()), method)));
        all.put("api.test", new Endpoint(Kind.ANYBODY, List.of(), Endpoint::echo));
        all.put(
                "apps.connections.open",
                new Endpoint(
                        Kind.APP,
                        List.of(),
                        call -> Json.object()
                                .put("url", socketUrl.get().orElseThrow(() -> new Refusal("too_many_websockets")))));
        return all;
    }

    private static ObjectNode echo(ApiCall call) throws Refusal {
        if (call.given("error").isPresent()) {
            throw new Refusal(call.text("error"));
        }
        return Json.object().set("args", call.arguments());
    }
}
