package dibs.fakeslack;

import dibs.fakeslack.delivery.Payloads;
import dibs.fakeslack.delivery.SignedRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Requests to the app's address as whoever has, or has not, the secret may send them. */
public final class Requests {
    private final HttpClient client;
    private final Switchboard board;
    private final Payloads payloads;
    private final String secret;
    private final InstantSource clock;

    Requests(HttpClient client, Switchboard board, Payloads payloads, String secret, InstantSource clock) {
        this.client = client;
        this.board = board;
        this.payloads = payloads;
        this.secret = secret;
        this.clock = clock;
    }

    /** Sends the very bytes of a request once more, as somebody who had listened would. */
    public SignedRequest.Answer replays(Exchange before) {
        return sends(of(before));
    }

    /** The request that told the app of this; only over HTTP. */
    public SignedRequest of(Exchange exchange) {
        SignedRequest request = exchange.delivered().request();
        if (request == null) {
            throw new IllegalStateException("not told over HTTP: " + exchange);
        }
        return request;
    }

    /** A body signed as Slack would at this moment. */
    public SignedRequest signed(String contentType, byte[] body) {
        return SignedRequest.of(secret, clock.instant(), contentType, body);
    }

    /** A text signed as Slack would at this moment. */
    public SignedRequest signed(String contentType, String body) {
        return signed(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends any request to the app's address. {@link AssertionError} when it hangs up instead of answering. */
    public SignedRequest.Answer sends(SignedRequest request) {
        try {
            return request.sendTo(client, board.http().target());
        } catch (IOException broken) {
            throw new AssertionError("the app hung up", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while the app was being told", interrupted);
        }
    }

    /** Slack asks whether the address is the app's, and gives what came back. */
    public SignedRequest.Answer verifiesUrl(String challenge) {
        return sends(
                signed(SignedRequest.JSON, payloads.challenge(challenge).json().toString()));
    }
}
