package dibs.backend.environment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of thing an environment is. */
public enum Kind {
    /** A service's environment, such as Autograph's stage. */
    SERVICE("a service's environment"),
    /** Dev worker pools that share one image tag, or the umbrella over all of them. */
    DEV_SET("a set of dev worker pools"),
    /** One worker pool. */
    WORKER_POOL("a worker pool"),
    /** A store that users install from. */
    STORE("a store"),
    /** A tree or a repository that continuous integration runs for. */
    TREE("a tree"),
    /** A repository that stands in for a production one. */
    STAGING_REPO("a staging repository"),
    /** A product's version on its way through staging; made when it is named, never listed. */
    RELEASE_SLOT("a release slot"),
    /** Environments that are claimed together. */
    SET("a set of environments"),
    /** People who ask, by what they do. */
    ROLE("a role"),
    /** Something outside that people rely on. */
    EXTERNAL("something that people outside rely on"),
    /** What people ask for and does not exist. */
    MISSING("something that does not exist");

    private final String description;

    Kind(String description) {
        this.description = description;
    }

    /** The kind in words, with its article. */
    public String description() {
        return description;
    }

    /** The kind as the catalog spells it, such as {@code dev-set}. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that spelling, or nothing. */
    public static Optional<Kind> of(String spelling) {
        return Arrays.stream(values())
                .filter(kind -> kind.spelling().equals(spelling))
                .findFirst();
    }
}
