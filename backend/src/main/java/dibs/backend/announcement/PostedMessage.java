package dibs.backend.announcement;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that Dibs keeps up to date.
 *
 * @param key what it is, within its conversation
 * @param edition counts from 1; one more each time that it is gone and posted anew
 * @param messageId the platform's id; nothing as long as nobody knows whether it was accepted
 * @param digest of the facts that it shows
 * @param pinned whether pinning it is over and done with
 * @param attempts those without success since the last one with
 * @param busy until then it is left alone: somebody is at it, or the platform wants a pause
 * @param fault what came of the last attempt
 */
public record PostedMessage(
        ConversationId conversation,
        String key,
        int edition,
        Optional<String> messageId,
        Optional<String> digest,
        boolean pinned,
        int attempts,
        Optional<Instant> busy,
        Optional<String> fault) {

    /** Whether nobody knows if an earlier attempt to post it was accepted. */
    public boolean unsettled() {
        return messageId.isEmpty() && attempts > 0;
    }

    /** Whether something may be done about it at that moment. */
    public boolean freeAt(Instant now) {
        return busy.filter(until -> until.isAfter(now)).isEmpty();
    }

    /** What the platform is to know it by: the key, and which edition where there was one before. */
    public String editionKey() {
        return edition == 1 ? key : key + "." + edition;
    }
}
