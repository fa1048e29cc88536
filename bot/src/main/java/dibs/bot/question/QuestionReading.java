package dibs.bot.question;

import dibs.backend.policy.Inquiry;
import java.util.List;

/** What was made of the text of a question. */
public sealed interface QuestionReading {
    /**
     * It asks this, and every word of it that bears on the answer is in there.
     *
     * @param asUsual whether how or what for was not said, and is the one use that the catalog knows
     */
    record Understood(Inquiry inquiry, boolean asUsual) implements QuestionReading {}

    /**
     * It does not say clearly what it asks.
     *
     * @param why one sentence
     * @param nearest what it may have asked, likeliest first, at most three
     */
    record NotUnderstood(String why, List<Nearest> nearest) implements QuestionReading {
        public NotUnderstood {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * Something that may have been asked.
     *
     * @param line what to type to ask it, such as {@code is-safe autoland autograph-stage to write}
     */
    record Nearest(Inquiry inquiry, String line) {}
}
