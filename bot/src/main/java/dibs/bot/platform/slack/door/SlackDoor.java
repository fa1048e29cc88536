package dibs.bot.platform.slack.door;

import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /slack/events}: every request that Slack sends over HTTP. What is too long is not read, what is not signed by
 * Slack, or not now, is not understood; only the rest reaches Bolt.
 */
public final class SlackDoor extends Handler.Abstract {
    /** Where Slack sends its requests. */
    public static final String PATH = "/slack/events";

    /** Tells Slack not to send an event again that no repetition makes better. */
    private static final String NO_RETRY = "X-Slack-No-Retry";

    private static final Logger LOG = LoggerFactory.getLogger(SlackDoor.class);

    /** A message's or view's whole content comes back with each press: fifty blocks of three thousand characters fit. */
    private static final int LONGEST_BODY = 512 * 1024;

    private final App app;
    private final SlackRequestParser parser;
    private final Signature signature;
    private final InstantSource clock;

    public SlackDoor(App app, String signingSecret, InstantSource clock) {
        this.app = app;
        this.parser = new SlackRequestParser(app.config());
        this.signature = new Signature(signingSecret);
        this.clock = clock;
    }

    @Override
    public boolean handle(org.eclipse.jetty.server.Request request, Response response, Callback callback)
            throws IOException {
        if (!org.eclipse.jetty.server.Request.getPathInContext(request).equals(PATH)) {
            return false;
        }
        if (!HttpMethod.POST.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "POST");
            refuse(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Slack posts here.");
            return true;
        }
        Optional<byte[]> body = body(request);
        if (body.isEmpty()) {
            // What follows in this connection is still that body.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            response.getHeaders().put(NO_RETRY, "1");
            refuse(response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413, "That is too long for Slack.");
        } else if (!isFromSlack(request, body.get())) {
            refuse(response, callback, HttpStatus.UNAUTHORIZED_401, "That is not signed by Slack, or not now.");
        } else {
            run(request, new String(body.get(), StandardCharsets.UTF_8), response, callback);
        }
        return true;
    }

    private boolean isFromSlack(org.eclipse.jetty.server.Request request, byte[] body) {
        return signature.isGood(
                body,
                request.getHeaders().get("X-Slack-Request-Timestamp"),
                request.getHeaders().get("X-Slack-Signature"),
                clock.instant());
    }

    private void run(org.eclipse.jetty.server.Request request, String body, Response response, Callback callback) {
        Optional<Request<?>> understood = parse(request, body);
        if (understood.isEmpty()) {
            response.getHeaders().put(NO_RETRY, "1");
            refuse(response, callback, HttpStatus.BAD_REQUEST_400, "That is nothing that Slack sends.");
            return;
        }
        try {
            com.slack.api.bolt.response.Response answer = app.run(understood.get());
            response.setStatus(answer.getStatusCode());
            if (HttpStatus.isClientError(answer.getStatusCode())) {
                response.getHeaders().put(NO_RETRY, "1");
            }
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.getContentType());
            Content.Sink.write(
                    response, true, Optional.ofNullable(answer.getBody()).orElse(""), callback);
        } catch (Exception broken) {
            // Slack tells the person that it did not work, and sends an event again.
            LOG.error("a request of Slack's was not handled", broken);
            refuse(response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500, "That did not work: try again.");
        }
    }

    /** What Bolt reads; nothing where it cannot, since its parser throws whatever its JSON library does. */
    private Optional<Request<?>> parse(org.eclipse.jetty.server.Request request, String body) {
        Map<String, List<String>> headers = request.getHeaders().stream()
                .collect(Collectors.groupingBy(
                        HttpField::getName,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                        Collectors.mapping(field -> String.valueOf(field.getValue()), Collectors.toList())));
        try {
            return Optional.ofNullable(parser.parse(SlackRequestParser.HttpRequest.builder()
                    .requestUri(PATH)
                    .queryString(Map.of())
                    .requestBody(body)
                    .headers(new RequestHeaders(headers))
                    .remoteAddress(org.eclipse.jetty.server.Request.getRemoteAddr(request))
                    .build()));
        } catch (RuntimeException malformed) {
            LOG.debug("a signed request was not understood", malformed);
            return Optional.empty();
        }
    }

    private static Optional<byte[]> body(org.eclipse.jetty.server.Request request) throws IOException {
        if (request.getLength() > LONGEST_BODY) {
            return Optional.empty();
        }
        try (InputStream stream = Content.Source.asInputStream(request)) {
            byte[] body = stream.readNBytes(LONGEST_BODY + 1);
            return body.length > LONGEST_BODY ? Optional.empty() : Optional.of(body);
        }
    }

    private static void refuse(Response response, Callback callback, int status, String why) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        Content.Sink.write(response, true, why + "\n", callback);
    }
}
