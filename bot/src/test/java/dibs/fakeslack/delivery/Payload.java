package dibs.fakeslack.delivery;

import dibs.fakeslack.workspace.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** What the app is told, before it is wrapped for the way it goes. */
public record Payload(Kind kind, ObjectNode json) {
    /** How a payload is wrapped. */
    public enum Kind {
        COMMAND("slash_commands"),
        INTERACTION("interactive"),
        EVENT("events_api");

        private final String envelope;

        Kind(String envelope) {
            this.envelope = envelope;
        }

        /** The type of its Socket Mode envelope. */
        public String envelope() {
            return envelope;
        }
    }

    String contentType() {
        return kind == Kind.EVENT ? SignedRequest.JSON : SignedRequest.FORM;
    }

    String body() {
        return switch (kind) {
            case EVENT -> json.toString();
            case INTERACTION -> "payload=" + encoded(json.toString());
            case COMMAND ->
                json.properties().stream()
                        .map(field -> field.getKey() + "=" + encoded(Json.text(field.getValue())))
                        .collect(Collectors.joining("&"));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
