package dibs.backend.policy;

import static org.assertj.core.api.Assertions.fail;

import dibs.backend.catalog.PolicyLoader;
import dibs.backend.catalog.PolicyResult;
import java.util.Map;

/** A policy as the file that says the same. */
final class PolicyFile {
    private static final Map<PolicyPart.Kind, String> SECTIONS = Map.of(
            PolicyPart.Kind.RULE, "rules",
            PolicyPart.Kind.PRESUMPTION, "presumptions",
            PolicyPart.Kind.SITUATION, "situations",
            PolicyPart.Kind.CLASS, "classes",
            PolicyPart.Kind.ACCESS, "accesses",
            PolicyPart.Kind.PURPOSE, "purposes",
            PolicyPart.Kind.FACT, "facts",
            PolicyPart.Kind.ASKER, "askers");

    private PolicyFile() {}

    /** The policy as it is read back from its text. */
    static Policy readBack(Policy policy) {
        return read(text(policy));
    }

    /** The policy that the file says. */
    static Policy read(String yaml) {
        return switch (PolicyLoader.parse("policy.yaml", yaml)) {
            case PolicyResult.Loaded loaded -> loaded.policy();
            case PolicyResult.Faulty faulty -> fail(faulty.faults() + "\n" + yaml);
        };
    }

    /** The policy as YAML. */
    static String text(Policy policy) {
        StringBuilder yaml = new StringBuilder("base: none\nrevision: {by: \""
                + policy.revision().by() + "\", why: \"" + policy.revision().why() + "\"}\n");
        Map<PolicyPart, String> parts = PolicyText.of(policy);
        SECTIONS.forEach((kind, section) -> {
            if (parts.keySet().stream().anyMatch(part -> part.kind() == kind)) {
                yaml.append(section).append(":\n");
                parts.forEach((part, says) -> {
                    if (part.kind() == kind) {
                        yaml.append("  \"" + part.name() + "\": " + spelled(says) + "\n");
                    }
                });
            }
        });
        return yaml.toString();
    }

    /** The text of a policy has one word for an effect where the file has two. */
    private static String spelled(String says) {
        return says.replace("\"absent-unknown\":", "\"answer\": \"unknown\", \"absent\":")
                .replace("\"absent-unsafe\":", "\"answer\": \"unsafe\", \"absent\":");
    }
}
