package dibs.bot.platform.matrix.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One question and its answer over HTTP: tried once, followed nowhere, read to a limit. */
final class Exchange {
    /** What an answer may weigh, unpacked. */
    static final long LARGEST = 8L << 20;

    /** What a batch may weigh, unpacked: the first one holds every room. */
    static final long LARGEST_BATCH = 64L << 20;

    /** The key under which an answer that is a list stands in the object that is made of it. */
    static final String LIST = "";

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int LINE = 300;
    private static final int TOO_LARGE = 413;
    private static final int TOO_OFTEN = 429;
    private static final long LONGEST_WAIT = 3_600_000;

    /** An HTTP client that does what it is told, once. */
    static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO) // the whole call has its time
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(chain -> once(chain.proceed(chain.request())))
                .build();
    }

    /** The client asks again by itself where 503 comes with a {@code Retry-After} of nothing; that header is of no use. */
    private static Response once(Response response) {
        return "0".equals(response.header("Retry-After"))
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    private final OkHttpClient client;

    Exchange(OkHttpClient client) {
        this.client = client;
    }

    /**
     * A question.
     *
     * @param token nothing where nobody is signed in
     * @param body nothing for methods that have none
     */
    record Question(
            String method,
            HttpUrl url,
            @Nullable String token,
            @Nullable ObjectNode body,
            Duration longest,
            long largest) {
        /** Never shows the token. */
        @Override
        public String toString() {
            return method + " " + url.encodedPath();
        }
    }

    /**
     * What came of it, before anybody asked what it means for being signed in.
     *
     * @param strange whether it is a refusal without a homeserver's error code: such as a proxy gives while the homeserver is away
     */
    record Answer(Sent<ObjectNode> sent, boolean softLogout, boolean strange) {
        /** The same where a homeserver is known to be: what is not the homeserver's own refusal passes. */
        Sent<ObjectNode> told() {
            return strange && sent instanceof Sent.Refused<ObjectNode> no
                    ? new Sent.Later<>(Optional.empty(), "what answers there is no homeserver: " + no.why())
                    : sent;
        }
    }

    Answer ask(Question question) {
        if (client.dispatcher().executorService().isShutdown()) {
            return later("Dibs is closing");
        }
        Call call = client.newCall(request(question));
        call.timeout().timeout(question.longest().toMillis(), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            return read(question, response);
        } catch (IOException unreachable) {
            LOG.debug("{} was not answered", question, unreachable);
            return later("the homeserver could not be reached: " + unreachable.getMessage());
        }
    }

    private static Request request(Question question) {
        Request.Builder request = new Request.Builder().url(question.url()).header("Accept", "application/json");
        String token = question.token();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        ObjectNode body = question.body();
        return request.method(question.method(), body == null ? null : RequestBody.create(body.toString(), JSON))
                .build();
    }

    private static Answer read(Question question, Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(question.largest() + 1)) {
            String why = "the homeserver's answer was larger than " + question.largest() + " bytes";
            return new Answer(new Sent.Later<>(Optional.empty(), why, Sent.Trouble.TOO_LARGE), false, false);
        }
        Optional<ObjectNode> body = object(source.readByteArray());
        if (response.isSuccessful()) {
            return body.map(object -> new Answer(new Sent.Done<>(object), false, false))
                    .orElseGet(() -> later("the homeserver's answer was no JSON object"));
        }
        ObjectNode error = body.orElseGet(JsonNodeFactory.instance::objectNode);
        String code = text(error, "errcode", "M_UNKNOWN");
        String why = response.code() + " " + code + line(": ", text(error, "error", ""));
        if (response.code() == TOO_OFTEN) {
            return new Answer(new Sent.Later<>(retryAfter(response, error), why, Sent.Trouble.LIMIT), false, false);
        }
        if (response.code() == 408 || response.code() >= 500) {
            return new Answer(new Sent.Later<>(retryAfter(response, error), why), false, false);
        }
        return new Answer(
                new Sent.Refused<>(response.code(), code, line("", text(error, "error", why))),
                error.path("soft_logout").asBoolean(false),
                response.code() >= 400
                        && response.code() != TOO_LARGE
                        && !error.path("errcode").isString());
    }

    private static Answer later(String why) {
        return new Answer(new Sent.Later<>(Optional.empty(), why), false, false);
    }

    private static Optional<ObjectNode> object(byte[] bytes) {
        return switch (StrangersJson.read(bytes).orElse(null)) {
            case ObjectNode object -> Optional.of(object);
            case ArrayNode list -> Optional.of(wrapped(list));
            case null, default -> Optional.empty();
        };
    }

    private static ObjectNode wrapped(ArrayNode list) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(LIST, list);
        return object;
    }

    private static Optional<Duration> retryAfter(Response response, ObjectNode error) {
        String seconds = Optional.ofNullable(response.header("Retry-After")).orElse("");
        if (seconds.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofMillis(Math.min(LONGEST_WAIT, Long.parseLong(seconds) * 1000)));
        }
        JsonNode millis = error.path("retry_after_ms");
        return millis.canConvertToLong() && millis.asLong(0) > 0
                ? Optional.of(Duration.ofMillis(Math.min(LONGEST_WAIT, millis.asLong(0))))
                : Optional.empty();
    }

    /** The text at that key, where it is one. */
    static String text(JsonNode json, String key, String otherwise) {
        JsonNode value = json.path(key);
        return value.isString() ? value.asString() : otherwise;
    }

    private static String line(String before, String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return "";
        }
        return before + (line.length() > LINE ? line.substring(0, LINE) + "…" : line);
    }
}
