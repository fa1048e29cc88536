package dibs.bot.model;

import dibs.bot.model.World.Kept;
import dibs.bot.model.World.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whose turn it is when something is free. */
final class LineRules {
    private static final Duration TO_CLAIM = Duration.ofMinutes(10);
    private static final Duration TO_GATHER = Duration.ofHours(2);

    private final World world;

    LineRules(World world) {
        this.world = world;
    }

    private record Wish(String person, String environment) {}

    /** Leases that are over. */
    void end() {
        List<Hold> over = world.leases()
                .filter(lease -> !lease.ended && !lease.until.isAfter(world.now))
                .toList();
        over.forEach(world::end);
        serve(over.stream().flatMap(lease -> lease.units.stream()).toList());
    }

    /** Windows that are over, and who is first in line for what is free. */
    void turn() {
        lapse(world.kept.keySet());
        serve(world.lines.stream().map(Place::unit).toList());
    }

    /** What a claim of those units does first: nobody who is before the person in line is passed by. */
    void settle(Collection<String> units, String person) {
        world.leases()
                .filter(lease -> !lease.ended && !lease.until.isAfter(world.now) && lease.touches(units))
                .toList()
                .forEach(world::end);
        lapse(units);
        serve(units, wish -> !wish.person().equals(person));
    }

    void serve(Collection<String> units) {
        serve(units, wish -> true);
    }

    private void serve(Collection<String> units, Predicate<Wish> whose) {
        Set<Wish> served = new LinkedHashSet<>();
        new TreeSet<>(units)
                .forEach(unit -> first(unit)
                        .map(place -> new Wish(place.person(), place.environment()))
                        .filter(whose)
                        .filter(served::add)
                        .ifPresent(this::serve));
    }

    /** The units of what the person waits for instead of those. */
    private List<String> instead(String person, Collection<String> units) {
        List<Place> mine = world.lines.stream()
                .filter(place -> place.person().equals(person) && !place.any().isEmpty())
                .toList();
        List<String> wishes = mine.stream()
                .filter(place -> units.contains(place.unit()))
                .map(Place::any)
                .toList();
        return mine.stream()
                .filter(place -> wishes.contains(place.any()) && !units.contains(place.unit()))
                .map(Place::unit)
                .toList();
    }

    /** Out of the lines of those units, and of what the person waited for instead; the rest may be all that they wait for now. */
    void leave(String person, Collection<String> units) {
        List<String> others = instead(person, units);
        List<String> wished = world.lines.stream()
                .filter(place -> place.person().equals(person) && units.contains(place.unit()))
                .map(Place::environment)
                .toList();
        world.leaveLines(person, units);
        world.leaveLines(person, others);
        List<String> free = others.stream()
                .filter(unit -> Optional.ofNullable(world.kept.get(unit))
                        .filter(kept -> kept.person().equals(person))
                        .isPresent())
                .toList();
        letGo(person, free);
        serve(free);
        serve(world.lines.stream()
                .filter(place -> place.person().equals(person) && wished.contains(place.environment()))
                .map(Place::unit)
                .toList());
    }

    /** Whoever may claim one of several stands aside in the lines of the others. */
    private boolean aside(Place place) {
        return !place.any().isEmpty()
                && world.lines.stream()
                        .filter(other -> other.person().equals(place.person())
                                && other.any().equals(place.any())
                                && !other.environment().equals(place.environment()))
                        .anyMatch(other -> world.kept(other.unit())
                                .filter(kept -> kept.offer() && kept.person().equals(place.person()))
                                .isPresent());
    }

    /** Whoever could not gather all is passed over for a while, unless all is free for them. */
    private Optional<Place> first(String unit) {
        return line(unit).filter(place -> !pauses(place) || allFree(place)).findFirst();
    }

    private Stream<Place> line(String unit) {
        return world.lines.stream().filter(place -> place.unit().equals(unit) && !aside(place));
    }

    private boolean pauses(Place place) {
        return world.lines.stream()
                .filter(other -> other.person().equals(place.person())
                        && other.environment().equals(place.environment()))
                .anyMatch(other -> other.gathersFrom().isAfter(world.now));
    }

    private boolean allFree(Place place) {
        return places(new Wish(place.person(), place.environment()))
                .allMatch(unit -> isFree(unit, place.person())
                        && line(unit)
                                .takeWhile(other -> !other.person().equals(place.person()))
                                .allMatch(this::pauses));
    }

    /** Whether the person could have it now, but for lines. */
    private boolean isFree(String unit, String person) {
        return world.held(List.of(unit)).stream().allMatch(lease -> lease.belongsTo(person))
                && !world.isShut(unit)
                && !world.bookings.soon(person, List.of(unit), world.now)
                && world.kept(unit).filter(it -> !it.person().equals(person)).isEmpty();
    }

    private void serve(Wish wish) {
        List<String> mine = world.held().stream()
                .filter(lease -> lease.belongsTo(wish.person()))
                .flatMap(lease -> lease.units.stream())
                .toList();
        List<String> wanted = places(wish).filter(unit -> !mine.contains(unit)).toList();
        List<Kept> kept = wanted.stream()
                .flatMap(unit -> Optional.ofNullable(world.kept.get(unit)).stream())
                .filter(it -> it.person().equals(wish.person()))
                .toList();
        if (wanted.isEmpty()
                || kept.stream().anyMatch(it -> it.offer() || !it.until().isAfter(world.now))) {
            return;
        }
        List<String> leading = wanted.stream()
                .filter(unit -> isFree(unit, wish.person()))
                .filter(unit -> first(unit)
                        .filter(place -> place.person().equals(wish.person()))
                        .isPresent())
                .toList();
        if (leading.size() == wanted.size()) {
            keep(wish, wanted, true, World.worked(world.now, TO_CLAIM));
            List<String> gathered = instead(wish.person(), wanted).stream()
                    .filter(unit -> Optional.ofNullable(world.kept.get(unit))
                            .filter(it -> it.person().equals(wish.person()))
                            .isPresent())
                    .toList();
            letGo(wish.person(), gathered);
            serve(gathered);
        } else if (world.lines.stream()
                .filter(place -> place.person().equals(wish.person())
                        && place.environment().equals(wish.environment()))
                .noneMatch(this::pauses)) {
            Instant until = kept.stream().map(Kept::until).findFirst().orElse(world.now.plus(TO_GATHER));
            keep(
                    wish,
                    leading.stream().filter(unit -> world.kept(unit).isEmpty()).toList(),
                    false,
                    until);
        }
    }

    /** Until then, or until somebody else has reserved any of it. */
    private void keep(Wish wish, List<String> units, boolean offer, Instant latest) {
        Instant until = world.bookings.before(wish.person(), units, world.now, latest);
        units.forEach(unit -> world.kept.put(unit, new Kept(wish.person(), offer, world.now, until)));
    }

    private Stream<String> places(Wish wish) {
        return world.lines.stream()
                .filter(place -> place.person().equals(wish.person())
                        && place.environment().equals(wish.environment()))
                .map(Place::unit)
                .sorted();
    }

    /** Whoever let a window pass is out of the line, but for who could not claim what is shut; whoever could not gather all is at its end. */
    private void lapse(Collection<String> units) {
        Map<String, Kept> over = new TreeMap<>(world.kept);
        over.keySet().retainAll(units);
        over.values().removeIf(kept -> kept.until().isAfter(world.now));
        Set<String> free = new TreeSet<>();
        for (String person :
                new LinkedHashSet<>(over.values().stream().map(Kept::person).toList())) {
            free.addAll(lapse(person, over));
        }
        serve(free);
    }

    private Set<String> lapse(String person, Map<String, Kept> over) {
        Set<String> units = new TreeSet<>();
        boolean offered = false;
        for (Map.Entry<String, Kept> kept : over.entrySet()) {
            if (kept.getValue().person().equals(person)) {
                units.add(kept.getKey());
                offered |= kept.getValue().offer();
            }
        }
        List<Wish> wishes = new ArrayList<>();
        for (Place place : world.lines) {
            Wish wish = new Wish(person, place.environment());
            if (place.person().equals(person) && units.contains(place.unit()) && !wishes.contains(wish)) {
                wishes.add(wish);
            }
        }
        for (Wish wish : wishes) {
            List<String> all = new ArrayList<>(places(wish).toList());
            String any = world.lines.stream()
                    .filter(place ->
                            place.person().equals(person) && place.environment().equals(wish.environment()))
                    .map(Place::any)
                    .findFirst()
                    .orElse("");
            if (offered && all.stream().anyMatch(world::isShut)) {
                units.addAll(keptFor(person, all));
                continue;
            }
            if (offered) {
                all.addAll(instead(person, all));
            }
            units.addAll(keptFor(person, all));
            world.leaveLines(person, all);
            if (!offered) {
                all.forEach(unit ->
                        world.lines.add(new Place(unit, wish.environment(), person, any, world.now.plus(TO_GATHER))));
            }
        }
        units.forEach(world.kept::remove);
        return units;
    }

    private List<String> keptFor(String person, Collection<String> units) {
        return units.stream()
                .filter(unit -> Optional.ofNullable(world.kept.get(unit))
                        .filter(kept -> kept.person().equals(person))
                        .isPresent())
                .toList();
    }

    /** Lets go what is kept for the person. */
    void letGo(String person, Collection<String> units) {
        world.kept
                .entrySet()
                .removeIf(it ->
                        units.contains(it.getKey()) && it.getValue().person().equals(person));
    }
}
