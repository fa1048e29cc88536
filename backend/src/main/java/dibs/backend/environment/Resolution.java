package dibs.backend.environment;

import java.util.List;
import java.util.Optional;

/** What a name means. */
public sealed interface Resolution {
    /**
     * It means one environment.
     *
     * @param said what was said, as the person typed it
     * @param how by which kind of name
     * @param branch the branch of a tree, where one was named
     * @param instead the environment that was named when a command about leases took its set instead, or another meaning
     *     of the name
     */
    record Found(Environment environment, String said, How how, Optional<String> branch, Optional<Environment> instead)
            implements Resolution {}

    /**
     * It covers several environments.
     *
     * @param environments nearest first, at least two
     */
    record Several(String said, List<Environment> environments) implements Resolution {
        public Several {
            environments = List.copyOf(environments);
        }
    }

    /**
     * It is no known name.
     *
     * @param nearest known ids, nearest first; may be empty
     */
    record Unknown(String said, List<EnvironmentId> nearest) implements Resolution {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }

    /** By which kind of name something was found, in order of precedence. */
    enum How {
        ID,
        ALIAS,
        WORKER_TYPE,
        BRANCH,
        ADDRESS,
        SERVICE,
        SLOT
    }
}
