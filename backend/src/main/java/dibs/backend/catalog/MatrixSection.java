package dibs.backend.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What dibs.yaml says about Matrix.
 *
 * @param roles full ids of users by role
 */
public record MatrixSection(Map<String, List<String>> roles) {
    public MatrixSection {
        roles = Map.copyOf(roles);
    }

    static MatrixSection of(Optional<Located> section) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        section.flatMap(it -> it.get("roles")).stream()
                .flatMap(it -> it.pairs().stream())
                .forEach(pair -> roles.put(
                        pair.key(), pair.value().words().map(Located.Word::text).toList()));
        return new MatrixSection(roles);
    }
}
