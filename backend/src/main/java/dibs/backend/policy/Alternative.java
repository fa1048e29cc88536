package dibs.backend.policy;

import java.util.List;
import java.util.Optional;

/**
 * A way out that a rule offers.
 *
 * @param when in which questions it is offered
 * @param search which environments it names, or nothing where it names none
 * @param say in words; {@code {names}} stands for what was found
 * @param otherwise what is said where nothing is found; nothing is said without it
 */
public record Alternative(Condition when, Optional<Search> search, String say, Optional<String> otherwise) {
    /**
     * Which environments are meant.
     *
     * @param test what they are
     * @param likeConsumer attributes that they share with the consumer
     * @param likeEnvironment attributes that they share with the environment
     * @param named whether it is those that the catalog names to use instead of the environment
     */
    public record Search(SubjectTest test, List<String> likeConsumer, List<String> likeEnvironment, boolean named) {
        public Search {
            likeConsumer = List.copyOf(likeConsumer);
            likeEnvironment = List.copyOf(likeEnvironment);
        }
    }
}
