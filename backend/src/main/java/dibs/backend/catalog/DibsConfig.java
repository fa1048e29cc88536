package dibs.backend.catalog;

import dibs.backend.announcement.Home;
import dibs.backend.environment.Catalog;
import dibs.backend.health.ProbeSpec;
import dibs.backend.policy.Policy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What dibs.yaml says, overlaid on what is built in.
 *
 * @param settings as they are written, by the names that they have as environment variables
 * @param policy the rules
 * @param people the role of the catalog that an account stands for, by account
 * @param probes how the health of environments is seen, whether or not probing is on
 * @param homes where things are announced
 * @param slack what is particular to Slack
 * @param matrix what is particular to Matrix
 * @param document the file with all of its sections, or nothing where there is none
 */
public record DibsConfig(
        Map<String, String> settings,
        Catalog catalog,
        Policy policy,
        Map<String, String> people,
        List<ProbeSpec> probes,
        List<Home> homes,
        SlackSection slack,
        MatrixSection matrix,
        Optional<Document> document) {
    public DibsConfig {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        probes = List.copyOf(probes);
        homes = List.copyOf(homes);
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    }
}
