package dibs.backend.catalog;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one file, or the built-in files together, say of the policy, as it stands there; or what comes out when one
 * overlays the other.
 *
 * @param entries by section and key, in the order that counts
 * @param off the entries that are switched off, where that is said
 */
record PolicyLayer(
        Map<PolicySection, Map<String, Located>> entries,
        Map<PolicySection, Map<String, Located>> off,
        Optional<Located> revision) {
    static final PolicyLayer EMPTY =
            new PolicyLayer(new EnumMap<>(PolicySection.class), new EnumMap<>(PolicySection.class), Optional.empty());

    /** The content of sections {@code policy:} as one layer; a key given twice is a fault. */
    static PolicyLayer of(List<Located> documents, List<Fault> faults) {
        Map<PolicySection, Map<String, Located>> entries = new EnumMap<>(PolicySection.class);
        Map<PolicySection, Map<String, Located>> off = new EnumMap<>(PolicySection.class);
        for (PolicySection section : PolicySection.values()) {
            Map<String, Located> all = new LinkedHashMap<>();
            Map<String, Located> gone = new LinkedHashMap<>();
            List<Located.Pair> pairs = documents.stream()
                    .flatMap(document -> document.get(section.key()).stream())
                    .flatMap(mapping -> mapping.pairs().stream())
                    .toList();
            for (Located.Pair pair : pairs) {
                if (isOff(pair.value()) && pair.value().pairs().size() > 1) {
                    faults.add(pair.value()
                            .fault("off: true stands alone: remove it, or what else " + pair.key() + " has"));
                }
                Located before = (isOff(pair.value()) ? gone : all).putIfAbsent(pair.key(), pair.value());
                if (before != null) {
                    faults.add(pair.value()
                            .fault(pair.key() + " is here a second time, after " + before.place()
                                    + ": keep one of them"));
                }
            }
            entries.put(section, all);
            off.put(section, gone);
        }
        Optional<Located> revision = documents.stream()
                .flatMap(document -> document.get("revision").stream())
                .findFirst();
        return new PolicyLayer(entries, off, revision);
    }

    private static boolean isOff(Located entry) {
        return entry.get("off").flatMap(Located::text).filter("true"::equals).isPresent();
    }

    Map<String, Located> entries(PolicySection section) {
        return entries.getOrDefault(section, Map.of());
    }

    Map<String, Located> off(PolicySection section) {
        return off.getOrDefault(section, Map.of());
    }

    /** Whether it says anything of the rules. */
    boolean isEmpty() {
        return entries.values().stream().allMatch(Map::isEmpty)
                && off.values().stream().allMatch(Map::isEmpty);
    }

    /** This layer with the other one over it: an entry given again takes the place of the one before, whole. */
    PolicyLayer under(PolicyLayer over, List<Fault> faults) {
        Map<PolicySection, Map<String, Located>> merged = new EnumMap<>(PolicySection.class);
        for (PolicySection section : PolicySection.values()) {
            merged.put(section, merged(section, over, faults));
        }
        return new PolicyLayer(merged, over.off, over.revision.or(() -> revision));
    }

    private Map<String, Located> merged(PolicySection section, PolicyLayer over, List<Fault> faults) {
        Map<String, Located> before = entries(section);
        Map<String, Located> own = over.entries(section);
        Map<String, Located> gone = over.off(section);
        gone.forEach((key, place) -> {
            if (!before.containsKey(key)) {
                faults.add(place.fault(key + " is switched off here and was not on"
                        + Suggestion.of(key, before.keySet()) + ": remove it"));
            }
        });
        Map<String, Located> merged = new LinkedHashMap<>();
        if (section == PolicySection.PRESUMPTIONS) {
            // Earlier ones win: an own one that came after the built-in ones would seldom have a say.
            own.forEach((key, value) -> {
                if (!before.containsKey(key)) {
                    merged.put(key, value);
                }
            });
        }
        before.forEach((key, value) -> {
            if (!gone.containsKey(key)) {
                merged.put(key, own.getOrDefault(key, value));
            }
        });
        own.forEach(merged::putIfAbsent);
        return merged;
    }

    /** The keys of all entries of a section, for suggestions. */
    List<String> keys(PolicySection section) {
        return new ArrayList<>(entries(section).keySet());
    }
}
