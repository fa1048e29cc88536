package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How long ago something was said. Of that the homeserver's own reckoning counts, which begins when the event reached it: neither its
 * clock nor the sender's need be right, and nobody makes a message newer than its arrival by dating it so.
 */
final class Ages {
    /** Of what is dated ahead where nobody knows when it came: it is offered, and not done. */
    private static final Duration UNKNOWN = Duration.ofHours(1);

    private Ages() {}

    /**
     * The event as of when it was said on our clock.
     *
     * @param now when the homeserver told of it
     * @param before up to when everything was heard, so that it came after that; nothing where that is not known
     */
    static Event onOurClock(Event event, Instant now, Optional<Instant> before) {
        JsonNode age = event.unsigned().path("age");
        Instant sent;
        if (age.isIntegralNumber() && age.canConvertToLong()) {
            sent = now.minusMillis(Math.clamp(age.asLong(), 0, now.toEpochMilli()));
        } else if (event.sent().isAfter(now)) {
            sent = before.filter(now::isAfter).orElse(before.isPresent() ? now : now.minus(UNKNOWN));
        } else {
            sent = event.sent();
        }
        return new Event(
                event.id(), event.type(), event.sender(), sent, event.stateKey(), event.content(), event.unsigned());
    }
}
