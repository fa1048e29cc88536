package dibs.backend.policy;

import dibs.backend.environment.Environment;
import dibs.backend.environment.Environment.BranchLevel;
import dibs.backend.environment.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes subjects of environments: the catalog's facts under the names that policies use. */
public final class Subjects {
    private static final String PULL_REQUEST = "pull-request";
    private static final List<String> ANY_LEVEL = List.of("1", "3");

    private Subjects() {}

    /**
     * The environment as the rules see it.
     *
     * @param part what followed its name: a branch of a tree or of a repository, a product or a task of a set
     */
    public static Subject of(Environment environment, Optional<String> part) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, List<String>> open = new LinkedHashMap<>();
        put(values, "id", environment.id().value());
        put(values, "kind", environment.kind().spelling());
        put(values, "mode", environment.mode().name().toLowerCase(Locale.ROOT));
        environment.tier().ifPresent(tier -> put(values, "tier", tier.name().toLowerCase(Locale.ROOT)));
        environment
                .strictness()
                .ifPresent(it -> put(values, "strictness", it.name().toLowerCase(Locale.ROOT)));
        Environment.Belongs belongs = environment.belongs();
        belongs.service().ifPresent(it -> put(values, "service", it));
        belongs.script().ifPresent(it -> put(values, "script", it));
        belongs.trustDomain().ifPresent(it -> put(values, "trust-domain", it));
        belongs.product().ifPresent(it -> put(values, "product", it));
        if (!environment.labels().isEmpty()) {
            values.put("label", environment.labels());
        }
        environment.contact().owner().ifPresent(it -> put(values, "owner", it));
        if (!environment.contact().channels().isEmpty()) {
            values.put("channel", environment.contact().channels());
        }
        environment.facts().forEach((name, value) -> put(values, "fact-" + name, value));
        environment.levels().pool().ifPresent(level -> put(values, "pool-level", level));
        level(environment.levels().scm(), part, "scm-level", values, open);
        level(environment.levels().release(), part, "release-level", values, open);
        ships(environment, part, values, open);
        release(environment, part, values, open);
        String name = environment.id()
                + part.map(it -> (environment.kind() == Kind.SET ? ":" : "@") + it)
                        .orElse("");
        return new Subject(environment.id(), name, values, open);
    }

    private static void put(Map<String, List<String>> values, String name, String value) {
        values.put(name, List.of(value));
    }

    /** A pull request is level 1, whatever it asks to change. A branch in no list may be of any level. */
    private static void level(
            List<BranchLevel> levels,
            Optional<String> branch,
            String attribute,
            Map<String, List<String>> values,
            Map<String, List<String>> open) {
        if (levels.isEmpty()) {
            return;
        }
        if (attribute.equals("scm-level") && branch.filter(PULL_REQUEST::equals).isPresent()) {
            put(values, attribute, "1");
            return;
        }
        List<String> possible = branch.isPresent()
                ? levels.stream()
                        .filter(level -> matches(level.branch(), branch.get()))
                        .map(BranchLevel::level)
                        .limit(1)
                        .toList()
                : levels.stream().map(BranchLevel::level).distinct().toList();
        if (possible.size() == 1) {
            put(values, attribute, possible.getFirst());
        } else {
            open.put(attribute, possible.isEmpty() ? ANY_LEVEL : possible);
        }
    }

    /** Whether what is built there reaches users: a fact of branches. */
    private static void ships(
            Environment environment,
            Optional<String> branch,
            Map<String, List<String>> values,
            Map<String, List<String>> open) {
        if (environment.kind() != Kind.TREE && environment.kind() != Kind.STAGING_REPO) {
            return;
        }
        List<String> shipped =
                List.of(environment.facts().getOrDefault("promotes", "").trim().split("\\s+"));
        boolean none = shipped.equals(List.of(""))
                || branch.filter(PULL_REQUEST::equals).isPresent();
        if (none) {
            put(values, "ships", "no");
        } else if (branch.isPresent()) {
            boolean does = shipped.stream().anyMatch(pattern -> matches(pattern, branch.get()));
            put(values, "ships", does ? "yes" : "no");
        } else if (environment.levels().scm().stream()
                .allMatch(level -> shipped.contains("*") || shipped.contains(level.branch()))) {
            put(values, "ships", "yes");
        } else {
            open.put("ships", List.of("yes", "no"));
        }
    }

    /** A set of releases is of one of its products; what is no product is a task of a release. */
    private static void release(
            Environment environment,
            Optional<String> part,
            Map<String, List<String>> values,
            Map<String, List<String>> open) {
        if (environment.releases().isEmpty()) {
            return;
        }
        List<String> products =
                new ArrayList<>(environment.releases().get().products().keySet());
        Optional<String> product = part.map(it -> it.toLowerCase(Locale.ROOT)).filter(products::contains);
        if (product.isPresent()) {
            put(values, "product", product.get());
            return;
        }
        part.ifPresent(task -> put(values, "task", task));
        open.put("product", products);
    }

    private static boolean matches(String pattern, String branch) {
        return pattern.endsWith("*")
                ? branch.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(branch);
    }
}
