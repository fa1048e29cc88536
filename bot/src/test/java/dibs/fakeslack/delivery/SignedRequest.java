package dibs.fakeslack.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A request as Slack signs it, and what a forger makes of one. It is a value: every method gives a new one. */
public final class SignedRequest {
    public static final String FORM = "application/x-www-form-urlencoded";
    public static final String JSON = "application/json";
    private static final String SIGNATURE = "X-Slack-Signature";
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";

    private final Map<String, String> headers;
    private final byte[] body;

    private SignedRequest(Map<String, String> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    /** What came back, and how long it took by the machine's own clock. */
    public record Answer(int status, String body, long millis, boolean noRetry) {}

    /** Signs a body as Slack would at this moment. */
    public static SignedRequest of(String secret, Instant now, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        return new SignedRequest(headers, body).signed(secret, now);
    }

    /** Signs a text's UTF-8 bytes as Slack would at this moment. */
    public static SignedRequest of(String secret, Instant now, String contentType, String body) {
        return of(secret, now, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** By name, among them {@code X-Slack-Request-Timestamp} and {@code X-Slack-Signature}. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** A copy of its bytes. */
    public byte[] body() {
        return body.clone();
    }

    /** The same content, signed anew with another secret or for another moment. */
    public SignedRequest signed(String secret, Instant moment) {
        String timestamp = Long.toString(moment.getEpochSecond());
        return with(TIMESTAMP, timestamp).with(SIGNATURE, signature(secret, timestamp));
    }

    /** With a header set; the signature stays as it is. */
    public SignedRequest with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new SignedRequest(changed, body);
    }

    /** Without a header. */
    public SignedRequest without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new SignedRequest(changed, body);
    }

    /** With any signature at all. */
    public SignedRequest withSignature(String signature) {
        return with(SIGNATURE, signature);
    }

    /** With any timestamp at all, unsigned. */
    public SignedRequest withTimestamp(String timestamp) {
        return with(TIMESTAMP, timestamp);
    }

    /** With another body under the old signature. */
    public SignedRequest withBody(byte[] other) {
        return new SignedRequest(headers, other);
    }

    /** Cut off after so many bytes, under the old signature. */
    public SignedRequest cutTo(int bytes) {
        return withBody(Arrays.copyOf(body, Math.min(bytes, body.length)));
    }

    /** Filled up with spaces to so many bytes and properly signed. */
    public SignedRequest enlargedTo(int bytes, String secret, Instant moment) {
        byte[] larger = Arrays.copyOf(body, bytes);
        Arrays.fill(larger, Math.min(body.length, bytes), bytes, (byte) ' ');
        return withBody(larger).signed(secret, moment);
    }

    /** Sends it. {@link IOException} when the other side hangs up or does not answer within ten seconds. */
    public Answer sendTo(HttpClient client, URI target) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        long start = System.nanoTime();
        HttpResponse<String> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Answer(
                response.statusCode(),
                response.body(),
                millis,
                response.headers().firstValue("X-Slack-No-Retry").equals(Optional.of("1")));
    }

    private String signature(String secret, String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no HmacSHA256 on this machine", impossible);
        }
    }
}
