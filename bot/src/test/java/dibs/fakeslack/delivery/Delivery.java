package dibs.fakeslack.delivery;

import org.jspecify.annotations.Nullable;

/** A way to reach the app. */
public interface Delivery {
    /** Tells the app, and waits for its answer. */
    Delivered deliver(Payload payload);

    /** Tells the app the same once more. */
    Delivered again(Delivered before, Retry retry);

    /**
     * How a delivery went.
     *
     * @param status the HTTP status, 200 for an acknowledged envelope, 0 when there was no answer
     * @param body what the app answered, or why there was no answer
     * @param request what was sent over HTTP, or null
     * @param envelopeId what was sent over a socket, or null
     */
    record Delivered(
            Payload payload,
            int status,
            String body,
            long millis,
            @Nullable SignedRequest request,
            @Nullable String envelopeId) {}
}
