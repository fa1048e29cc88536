package dibs.backend.environment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which environments an address belongs to: the longest known beginning of its path decides, then its host. */
final class AddressIndex {
    private final Map<String, List<Known>> hosts = new HashMap<>();

    AddressIndex(Iterable<Environment> environments) {
        // Current addresses first: where a former one of another environment is the same, it counts for less.
        environments.forEach(
                environment -> environment.naming().urls().values().forEach(url -> add(url, environment, true)));
        environments.forEach(
                environment -> environment.naming().formerUrls().forEach(url -> add(url, environment, false)));
    }

    private void add(String url, Environment environment, boolean current) {
        Address.of(url)
                .ifPresent(address -> hosts.computeIfAbsent(address.host(), host -> new ArrayList<>())
                        .add(new Known(address.path(), environment, current)));
    }

    /** The environments of the address; none where neither its path nor its host alone says which. */
    Set<Environment> find(Address address) {
        List<Known> known = hosts.getOrDefault(address.host(), List.of());
        int best = known.stream()
                .mapToInt(entry -> entry.match(address.path()))
                .max()
                .orElse(-1);
        Set<Environment> found = new LinkedHashSet<>();
        if (best >= 0) {
            known.stream()
                    .filter(entry -> entry.match(address.path()) == best)
                    .forEach(entry -> found.add(entry.environment));
            return found;
        }
        known.forEach(entry -> found.add(entry.environment));
        // A path that nobody has, on a host of several: to name all of them would be a guess.
        return found.size() > 1 && !address.path().isEmpty() ? Set.of() : found;
    }

    /** The environments on the host, as they come in the catalog. */
    Set<Environment> onHost(Address address) {
        Set<Environment> found = new LinkedHashSet<>();
        hosts.getOrDefault(address.host(), List.of()).forEach(entry -> found.add(entry.environment));
        return found;
    }

    private record Known(List<String> path, Environment environment, boolean current) {
        /** How well the path begins with this one: higher is better, below zero not at all. */
        int match(List<String> other) {
            boolean wild = !path.isEmpty() && path.getLast().equals("*");
            List<String> fixed = wild ? path.subList(0, path.size() - 1) : path;
            if (other.size() < fixed.size() || !other.subList(0, fixed.size()).equals(fixed)) {
                return -1;
            }
            if (wild && other.size() == fixed.size()) {
                return -1;
            }
            return 4 * fixed.size() + (wild ? 2 : 0) + (current ? 1 : 0);
        }
    }
}
