package dibs.backend.catalog;

import dibs.backend.environment.Kind;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what would make two leases contend for the same thing without anybody having said so. */
final class UnitChecks {
    private final Layer layer;
    private final List<Fault> faults;

    UnitChecks(Layer layer, List<Fault> faults) {
        this.layer = layer;
        this.faults = faults;
    }

    void check() {
        Map<String, Entry> owners = new HashMap<>();
        for (Entry entry : layer.environments().values()) {
            if (circular(entry)) {
                faults.add(entry.placeOf("parts")
                        .fault(entry.id() + " is a part of itself: remove the part that leads back to it"));
                return; // Units of circular parts have no end.
            }
        }
        for (Entry entry : layer.environments().values()) {
            if (exclusive(entry)) {
                parts(entry);
                units(entry, owners);
            } else if (entry.get("units").isPresent()) {
                faults.add(entry.placeOf("units")
                        .fault("units: only goes with mode: exclusive, and " + entry.id() + " is "
                                + entry.text("mode").orElse("of no mode") + ": remove one of them"));
            }
        }
    }

    private boolean circular(Entry entry) {
        Set<String> seen = new LinkedHashSet<>();
        collectParts(entry, seen);
        return seen.contains(entry.id());
    }

    private boolean partOf(Entry part, Entry whole) {
        Set<String> parts = new LinkedHashSet<>();
        collectParts(whole, parts);
        return parts.contains(part.id());
    }

    private void collectParts(Entry entry, Set<String> seen) {
        for (String part : entry.texts("parts")) {
            Entry next = layer.environments().get(part);
            // What refers to itself directly is reported where references are checked.
            if (next != null && !part.equals(entry.id()) && seen.add(part)) {
                collectParts(next, seen);
            }
        }
    }

    private void parts(Entry entry) {
        boolean mixes = entry.text("kind").equals(Optional.of(Kind.SET.spelling()));
        entry.words("parts").forEach(part -> {
            Entry environment = layer.environments().get(part.text());
            if (environment != null && !mixes && !exclusive(environment)) {
                faults.add(part.place()
                        .fault(part.text() + " is not exclusive, and " + entry.id()
                                + " is: who claims the one would not hold the other, so remove the part"));
            }
        });
    }

    private void units(Entry entry, Map<String, Entry> owners) {
        for (String unit : ownUnits(entry)) {
            Entry other = owners.putIfAbsent(unit, entry);
            if (other != null && !other.id().equals(entry.id()) && !partOf(entry, other) && !partOf(other, entry)) {
                faults.add(entry.placeOf("units")
                        .fault("the unit " + unit + " is " + other.id() + "'s already, so " + entry.id() + " and "
                                + other.id() + " could not be held by two people: name one a part of the other, or"
                                + " give other units"));
            }
        }
    }

    /** The units that the entry does not have from its parts. */
    private static List<String> ownUnits(Entry entry) {
        if (entry.get("parts").isPresent() && entry.get("units").isEmpty()) {
            return List.of();
        }
        return entry.get("units").isPresent() ? entry.texts("units") : List.of(entry.id());
    }

    private static boolean exclusive(Entry entry) {
        return entry.text("mode").equals(Optional.of("exclusive"));
    }
}
