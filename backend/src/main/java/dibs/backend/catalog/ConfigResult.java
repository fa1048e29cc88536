package dibs.backend.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** What came of reading dibs.yaml. */
public sealed interface ConfigResult {
    /** All of it holds together. */
    record Loaded(DibsConfig config) implements ConfigResult {}

    /**
     * It does not, and nothing of it counts.
     *
     * @param faults every fault there is, by file and line; at least one
     */
    record Faulty(List<Fault> faults) implements ConfigResult {
        public Faulty {
            faults = faults.stream().sorted().distinct().toList();
        }

        /** The faults, one a line. */
        public String text() {
            return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
        }
    }
}
