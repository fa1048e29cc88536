package dibs.bot.reply;

import java.util.List;
import java.util.Optional;

/**
 * A verdict as scripts see it.
 *
 * @param id by which it can be shown again; nothing where it was not kept
 * @param answer safe, unsafe, conditional or unknown
 * @param access how the environment is used, where that was told or presumed
 * @param path from the consumer to the environment
 */
public record VerdictView(
        Optional<String> id,
        String answer,
        String consumer,
        Optional<String> environment,
        Optional<String> access,
        List<String> rules,
        List<String> reasons,
        List<String> conditions,
        List<String> alternatives,
        List<String> path) {
    public VerdictView {
        rules = List.copyOf(rules);
        reasons = List.copyOf(reasons);
        conditions = List.copyOf(conditions);
        alternatives = List.copyOf(alternatives);
        path = List.copyOf(path);
    }
}
