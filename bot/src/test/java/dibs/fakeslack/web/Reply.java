package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Json;
import dibs.fakeslack.workspace.Refusal;
import dibs.fakeslack.workspace.Team;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of the Web API, before it is written.
 *
 * @param outcome {@code ok} or Slack's word for the refusal
 */
record Reply(int status, String contentType, String body, Map<String, String> headers, String teamId, String outcome) {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String GRANTED = "x-oauth-scopes";
    private static final String ACCEPTED = "x-accepted-oauth-scopes";

    static Reply of(ObjectNode fields, @Nullable Team team, String granted, List<String> accepted) {
        ObjectNode json = Json.object().put("ok", true);
        json.setAll(fields);
        Map<String, String> headers = new LinkedHashMap<>(Map.of(GRANTED, granted));
        if (!accepted.isEmpty()) {
            headers.put(ACCEPTED, String.join(",", accepted));
        }
        return new Reply(200, JSON, json.toString(), headers, id(team), "ok");
    }

    static Reply of(Refusal refusal, @Nullable Team team, String granted) {
        ObjectNode json = Json.object().put("ok", false).put("error", refusal.error());
        if (!refusal.messages().isEmpty()) {
            var messages = json.putObject("response_metadata").putArray("messages");
            refusal.messages().forEach(messages::add);
        }
        return new Reply(200, JSON, json.toString(), Map.of(GRANTED, granted), id(team), refusal.error());
    }

    static Reply missingScope(Team team, String granted, List<String> accepted) {
        String needed = String.join(",", accepted);
        ObjectNode json = Json.object()
                .put("ok", false)
                .put("error", "missing_scope")
                .put("needed", needed)
                .put("provided", granted);
        return new Reply(
                200, JSON, json.toString(), Map.of(GRANTED, granted, ACCEPTED, needed), team.id(), "missing_scope");
    }

    static Reply rateLimited(Duration wait) {
        ObjectNode json = Json.object().put("ok", false).put("error", "ratelimited");
        Map<String, String> headers = Map.of("Retry-After", Long.toString(wait.toSeconds()));
        return new Reply(429, JSON, json.toString(), headers, "", "ratelimited");
    }

    static Reply page(int status, String body) {
        return new Reply(status, "text/html; charset=utf-8", body, Map.of(), "", Integer.toString(status));
    }

    /** Of a response address: the plain word when it went well. */
    static Reply used(String teamId) {
        return new Reply(200, "text/html", "ok", Map.of(), teamId, "ok");
    }

    /** Of a response address that refuses. */
    static Reply unused(int status, Refusal refusal) {
        ObjectNode json = Json.object().put("ok", false).put("error", refusal.error());
        return new Reply(status, JSON, json.toString(), Map.of(), "", refusal.error());
    }

    private static String id(@Nullable Team team) {
        return team == null ? "" : team.id();
    }
}
