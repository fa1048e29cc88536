package dibs.backend.policy.cases;

import dibs.backend.policy.Answer;
import dibs.backend.policy.Inquiry;
import java.util.List;
import java.util.Optional;

/**
 * A question with the verdict that it has to get, as somebody wrote it into a file.
 *
 * @param question as a person would put it
 * @param inquiry the same taken apart, with the facts of its context
 * @param context the facts about the question that its words need not tell
 * @param because the rules that have to be cited
 * @param alternative what has to be offered instead, in words
 */
public record WrittenCase(
        String id,
        String question,
        Inquiry inquiry,
        Context context,
        Answer expected,
        List<String> because,
        Optional<String> alternative) {
    public WrittenCase {
        because = List.copyOf(because);
    }
}
