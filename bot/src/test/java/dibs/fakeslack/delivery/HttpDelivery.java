package dibs.fakeslack.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;

/** Posts signed requests to the app's address. */
public final class HttpDelivery implements Delivery {
    private final HttpClient client;
    private final URI target;
    private final String secret;
    private final InstantSource clock;

    public HttpDelivery(HttpClient client, URI target, String secret, InstantSource clock) {
        this.client = client;
        this.target = target;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public Delivered deliver(Payload payload) {
        return send(payload, SignedRequest.of(secret, clock.instant(), payload.contentType(), payload.body()));
    }

    @Override
    public Delivered again(Delivered before, Retry retry) {
        Payload payload = before.payload();
        SignedRequest request = SignedRequest.of(secret, clock.instant(), payload.contentType(), payload.body())
                .with("X-Slack-Retry-Num", Integer.toString(retry.number()))
                .with("X-Slack-Retry-Reason", retry.reason());
        return send(payload, request);
    }

    public URI target() {
        return target;
    }

    /** Sends these very bytes. */
    Delivered send(Payload payload, SignedRequest request) {
        long start = System.nanoTime();
        try {
            SignedRequest.Answer answer = request.sendTo(client, target);
            return new Delivered(payload, answer.status(), answer.body(), answer.millis(), request, null);
        } catch (IOException broken) {
            long millis = (System.nanoTime() - start) / 1_000_000;
            return new Delivered(payload, 0, String.valueOf(broken), millis, request, null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the app was being told", interrupted);
        }
    }
}
