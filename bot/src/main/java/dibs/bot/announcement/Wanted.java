package dibs.bot.announcement;

import dibs.bot.reply.Block;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A message as it should be now.
 *
 * @param key what it is, within its conversation
 * @param facts what it says, without the moment that it is as of
 * @param pinned whether people should find it pinned
 * @param under the key of the message in whose thread it stands; nothing: it stands by itself
 */
record Wanted(String key, List<Block> facts, boolean pinned, Optional<String> under) {
    /** A message that stands by itself. */
    Wanted(String key, List<Block> facts, boolean pinned) {
        this(key, facts, pinned, Optional.empty());
    }

    /** The same for the same facts, whenever they are put into words. */
    String digest() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(facts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
