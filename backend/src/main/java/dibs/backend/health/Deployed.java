package dibs.backend.health;

import java.util.Optional;

/**
 * What runs there, in its own words. Plain text, cut short; at least one of the two is there.
 *
 * @param version such as {@code 3.84.1}
 * @param commit as it was deployed from
 */
public record Deployed(Optional<String> version, Optional<String> commit) {
    private static final int MOST = 64;

    public Deployed {
        version = version.map(text -> Observation.plain(text, MOST)).filter(text -> !text.isEmpty());
        commit = commit.map(text -> Observation.plain(text, MOST)).filter(text -> !text.isEmpty());
    }

    /** What was said, where anything was. */
    public static Optional<Deployed> of(Optional<String> version, Optional<String> commit) {
        Deployed deployed = new Deployed(version, commit);
        return deployed.version.isEmpty() && deployed.commit.isEmpty() ? Optional.empty() : Optional.of(deployed);
    }

    /** Whether another deploy lies between: the commit where both have one, else the version. */
    public boolean differs(Deployed earlier) {
        if (commit.isPresent() && earlier.commit.isPresent()) {
            return !commit.equals(earlier.commit);
        }
        return !version.equals(earlier.version);
    }
}
