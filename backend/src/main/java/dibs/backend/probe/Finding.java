package dibs.backend.probe;

import dibs.backend.health.Deployed;
import dibs.backend.health.Sign;
import dibs.backend.health.TreeState;
import java.util.Optional;

/** What a look found, before it is dated. */
record Finding(Sign sign, String sentence, Optional<Deployed> deployed, Optional<TreeState> tree) {
    Finding(Sign sign, String sentence) {
        this(sign, sentence, Optional.empty(), Optional.empty());
    }

    Finding with(Optional<Deployed> seen) {
        return new Finding(sign, sentence, seen, tree);
    }
}
