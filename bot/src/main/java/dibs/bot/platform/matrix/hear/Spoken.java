package dibs.bot.platform.matrix.hear;

import dibs.bot.platform.matrix.client.UserId;
import java.util.Map;

/**
 * What was said to Dibs.
 *
 * @param line as people type it everywhere
 * @param named the users in it, without Dibs, with the words that stood for them
 */
record Spoken(String line, Map<UserId, String> named) {
    Spoken {
        named = Map.copyOf(named);
    }
}
