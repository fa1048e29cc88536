package dibs.backend.policy;

import java.util.List;

/**
 * What a verdict comes to.
 *
 * @param rules the ids of the rules that decided, in the policy's order
 */
public record Decision(Answer answer, List<String> rules) {
    public Decision {
        rules = List.copyOf(rules);
    }
}
