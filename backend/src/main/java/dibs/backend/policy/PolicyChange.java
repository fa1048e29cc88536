package dibs.backend.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a version of the policy has otherwise than the one before it. */
public record PolicyChange(PolicyPart part, How how) {
    /** Where the order of entries has a meaning. */
    private static final Set<PolicyPart.Kind> ORDERED = EnumSet.of(
            PolicyPart.Kind.RULE,
            PolicyPart.Kind.PRESUMPTION,
            PolicyPart.Kind.ACCESS,
            PolicyPart.Kind.PURPOSE,
            PolicyPart.Kind.FACT);

    /** What leads from the one policy to the other, part by part; what it does to verdicts is another matter. */
    public static List<PolicyChange> between(Policy before, Policy after) {
        return between(PolicyText.of(before), PolicyText.of(after));
    }

    /** The same of policies as text. */
    static List<PolicyChange> between(Map<PolicyPart, String> before, Map<PolicyPart, String> after) {
        List<PolicyChange> changes = new ArrayList<>();
        after.forEach((part, text) -> {
            String old = before.get(part);
            if (old == null) {
                changes.add(new PolicyChange(part, How.ADDED));
            } else if (!old.equals(text)) {
                changes.add(new PolicyChange(part, How.CHANGED));
            }
        });
        before.keySet().stream()
                .filter(part -> !after.containsKey(part))
                .forEach(part -> changes.add(new PolicyChange(part, How.REMOVED)));
        ORDERED.stream()
                .filter(kind -> !common(kind, before, after).equals(common(kind, after, before)))
                .forEach(kind ->
                        changes.add(new PolicyChange(new PolicyPart(PolicyPart.Kind.ORDER, kind.word()), How.CHANGED)));
        return changes;
    }

    /** The parts of that kind that both have, in the first one's order. */
    private static List<PolicyPart> common(
            PolicyPart.Kind kind, Map<PolicyPart, String> parts, Map<PolicyPart, String> others) {
        return parts.keySet().stream()
                .filter(part -> part.kind() == kind && others.containsKey(part))
                .toList();
    }

    /** What became of the part. */
    public enum How {
        ADDED,
        CHANGED,
        REMOVED;

        /** As people read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Such as {@code rule R7 changed}. */
    @Override
    public String toString() {
        return part + " " + how.word();
    }
}
