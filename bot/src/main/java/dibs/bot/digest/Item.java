package dibs.bot.digest;

import dibs.backend.environment.EnvironmentId;
import dibs.bot.reply.Line;
import java.util.Map;

/**
 * One line of a digest.
 *
 * @param environment what it is about, so that a home hears only of what it is for
 * @param words for the people who work here
 * @param outside the same where people of other organisations read along: name, holder and end
 * @param fields the same for scripts
 */
public record Item(EnvironmentId environment, Line words, Line outside, Map<String, Object> fields) {
    public Item {
        fields = Map.copyOf(fields);
    }
}
