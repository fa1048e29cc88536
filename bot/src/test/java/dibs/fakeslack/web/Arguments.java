package dibs.fakeslack.web;

import dibs.fakeslack.workspace.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came with a call, from the query, a form or a JSON body.
 *
 * @param json without the token; JSON inside of texts is parsed
 * @param headerToken the bearer token; empty without one
 * @param token the bearer token, else the form's
 * @param problem Slack's word for arguments that cannot be read; empty when all is well
 */
record Arguments(ObjectNode json, String headerToken, String token, String problem) {
    private static final Set<String> NESTED = Set.of("blocks", "attachments", "view", "metadata");

    static Arguments read(Request request) throws Exception {
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        ObjectNode json = Json.object();
        String query = request.getHttpURI().getQuery();
        form(query == null ? "" : query, json);
        String problem = "";
        if (type(request).startsWith("application/json")) {
            problem = object(body, json);
        } else {
            form(body, json);
        }
        String headerToken = bearer(request);
        String formToken = type(request).startsWith("application/json") ? "" : Json.text(json, "token");
        json.remove("token");
        String nested = nested(json);
        return new Arguments(
                json,
                headerToken,
                headerToken.isEmpty() ? formToken : headerToken,
                problem.isEmpty() ? nested : problem);
    }

    private static String type(Request request) {
        @Nullable String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type == null ? "" : type;
    }

    private static String bearer(Request request) {
        @Nullable String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return header != null && header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    }

    private static String object(String body, ObjectNode into) {
        if (body.isBlank()) {
            return "";
        }
        try {
            if (Json.parse(body) instanceof ObjectNode object) {
                into.setAll(object);
                return "";
            }
            return "json_not_object";
        } catch (JacksonException noJson) {
            return "invalid_json";
        }
    }

    private static void form(String body, ObjectNode into) {
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                into.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String nested(ObjectNode json) {
        for (String name : NESTED) {
            JsonNode value = json.path(name);
            if (value.isString() && !value.stringValue().isEmpty()) {
                try {
                    json.set(name, Json.parse(value.stringValue()));
                } catch (JacksonException noJson) {
                    return name.equals("blocks") ? "invalid_blocks_format" : "invalid_arguments";
                }
            }
        }
        return "";
    }
}
