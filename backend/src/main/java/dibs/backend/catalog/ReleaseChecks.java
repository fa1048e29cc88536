package dibs.backend.catalog;

import dibs.backend.environment.Kind;
import dibs.backend.environment.Mode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a set cannot claim or use for a release. */
final class ReleaseChecks {
    private final Layer layer;
    private final List<Fault> faults;

    ReleaseChecks(Layer layer, List<Fault> faults) {
        this.layer = layer;
        this.faults = faults;
    }

    void check(Entry entry) {
        Optional<Located> releases = entry.get("releases");
        if (releases.isPresent() && !entry.text("kind").equals(Optional.of(Kind.SET.spelling()))) {
            faults.add(releases.get()
                    .fault("releases: only goes with kind: set, and " + entry.id() + " is "
                            + entry.text("kind").orElse("of no kind") + ": remove one of them"));
        }
        if (releases.isEmpty() && entry.get("warnings").isPresent()) {
            faults.add(entry.placeOf("warnings").fault("warnings: only goes with releases:, so remove it"));
        }
        for (Located.Pair product : entry.pairs("releases")) {
            held(product.value(), "claims", Mode.EXCLUSIVE, "uses", Mode.SHARED);
            held(product.value(), "uses", Mode.SHARED, "claims", Mode.EXCLUSIVE);
        }
    }

    private void held(Located product, String key, Mode mode, String otherKey, Mode otherMode) {
        product.get(key).stream().flatMap(Located::words).forEach(word -> {
            Optional<String> is =
                    Optional.ofNullable(layer.environments().get(word.text())).flatMap(part -> part.text("mode"));
            // What is not there, or of a mode that does not exist, has its fault already.
            if (is.isPresent() && !is.get().equals(spelling(mode))) {
                faults.add(word.place()
                        .fault(word.text() + " is " + is.get() + ", and " + key + ": holds what is " + spelling(mode)
                                + (is.get().equals(spelling(otherMode))
                                        ? ": move it to " + otherKey + ":"
                                        : ": remove it")));
            }
        });
    }

    private static String spelling(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
