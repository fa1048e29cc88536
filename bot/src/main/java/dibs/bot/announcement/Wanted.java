package dibs.bot.announcement;

import dibs.bot.reply.Block;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A message as it should be now.
 *
 * @param key what it is, within its conversation
 * @param facts what it says, without the moment that it is as of
 * @param pinned whether people should find it pinned
 */
record Wanted(String key, List<Block> facts, boolean pinned) {
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
