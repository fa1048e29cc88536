package dibs.bot.model;

import dibs.bot.command.Command;
import dibs.bot.model.World.Kept;
import dibs.bot.reply.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is shut, by whoever has the role: nobody gets it meanwhile, nobody loses it, and lines stand still. */
final class GateRules {
    private final World world;

    GateRules(World world) {
        this.world = world;
    }

    /** A gate that is shut until then, or until somebody opens it. */
    record Closure(String name, Set<String> covers, List<String> units, Optional<Instant> until) {
        boolean isOn(Instant now) {
            return until.filter(end -> !end.isAfter(now)).isEmpty();
        }
    }

    Expected shut(Command.Shut shut, boolean admin) {
        if (!admin) {
            return Expected.only(Outcome.FORBIDDEN);
        }
        if (world.isOver(shut.end())) {
            return Expected.only(Outcome.MISUNDERSTOOD);
        }
        world.closures.removeIf(closure -> closure.name().equals(shut.name()));
        List<String> units = world.units(shut.name());
        world.closures.add(new Closure(
                shut.name(), withParts(List.of(shut.name())), units, shut.end().flatMap(world::moment)));
        letGo(units);
        return Expected.only(Outcome.CHANGED);
    }

    /** An offer is of all or of nothing; what is gathered stays but for that. */
    private void letGo(List<String> units) {
        List<Kept> kept =
                units.stream().map(world.kept::get).filter(Objects::nonNull).toList();
        world.kept
                .entrySet()
                .removeIf(it -> units.contains(it.getKey()) || (it.getValue().offer() && kept.contains(it.getValue())));
    }

    Expected open(Command.Open open, boolean admin) {
        if (!admin) {
            return Expected.only(Outcome.FORBIDDEN);
        }
        boolean on = world.closures.stream()
                .anyMatch(closure -> closure.name().equals(open.name()) && closure.isOn(world.now));
        world.closures.removeIf(closure -> closure.name().equals(open.name()));
        return Expected.only(on ? Outcome.CHANGED : Outcome.REFUSED);
    }

    /** Whether any of those is shut, or of what they stand for, or what shares a unit with them. */
    boolean isShut(List<String> names, List<String> more) {
        Set<String> named = withParts(names);
        named.addAll(more);
        List<String> units =
                names.stream().flatMap(name -> world.units(name).stream()).toList();
        return isShut(named, units);
    }

    boolean isShut(Set<String> named, List<String> units) {
        return world.closures.stream()
                .filter(closure -> closure.isOn(world.now))
                .anyMatch(closure -> closure.covers().stream().anyMatch(named::contains)
                        || closure.units().stream().anyMatch(units::contains));
    }

    private Set<String> withParts(List<String> names) {
        List<String> all = new ArrayList<>(names);
        names.forEach(name -> world.environment(name).parts().forEach(part -> all.add(part.value())));
        return new LinkedHashSet<>(Stream.concat(names.stream(), all.stream()).toList());
    }
}
