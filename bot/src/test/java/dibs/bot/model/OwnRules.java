package dibs.bot.model;

import dibs.backend.environment.Limits;
import dibs.bot.command.Command;
import dibs.bot.command.Command.End;
import dibs.bot.model.World.Deed;
import dibs.bot.model.World.Using;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one may do with what is one's own: extend, keep, unclaim, undo. */
final class OwnRules {
    private static final Duration TO_UNDO = Duration.ofMinutes(10);

    private final World world;
    private final LineRules lines;
    private final BookingRules bookings;
    private final GateRules gates;

    OwnRules(World world, LineRules lines, BookingRules bookings, GateRules gates) {
        this.world = world;
        this.lines = lines;
        this.bookings = bookings;
        this.gates = gates;
    }

    /** Goes on with the lease on just that environment, if it is the person's as holder or helper. */
    Expected own(String person, String name, Function<Hold, Expected> go) {
        List<Hold> held = world.held(world.units(name));
        Optional<Hold> exact =
                held.stream().filter(lease -> lease.environment.equals(name)).findFirst();
        Optional<Hold> chosen = exact.or(() -> held.stream().findFirst());
        if (chosen.isEmpty()) {
            return Expected.only(Outcome.NOT_HELD);
        }
        if (!chosen.get().belongsTo(person)) {
            return Expected.with(Outcome.FORBIDDEN, chosen.get());
        }
        return exact.map(go).orElseGet(() -> Expected.with(Outcome.NOT_HELD, chosen.get()));
    }

    /** Without a name: the only one of the person's leases and uses. */
    private Expected named(String person, Optional<String> name, Function<String, Expected> go) {
        List<Hold> mine =
                world.held().stream().filter(lease -> lease.belongsTo(person)).toList();
        List<String> all = Stream.concat(
                        mine.stream().map(lease -> lease.environment),
                        world.usesOf(person).stream().map(Using::environment))
                .distinct()
                .toList();
        if (name.isPresent() || all.size() == 1) {
            return go.apply(name.orElseGet(all::getFirst));
        }
        return all.isEmpty() ? Expected.only(Outcome.NOT_HELD) : Expected.with(Outcome.AMBIGUOUS, mine);
    }

    Expected keep(String person, Command.Keep keep) {
        return named(
                person,
                keep.name(),
                name -> own(person, name, lease -> {
                    lease.wish = Optional.empty();
                    lease.seen = world.now;
                    return Expected.with(Outcome.CHANGED, lease);
                }));
    }

    Expected extend(String person, Command.Extend extend) {
        return named(person, extend.name(), name -> {
            if (world.isOver(extend.end())) {
                return Expected.only(Outcome.MISUNDERSTOOD);
            }
            return world.units(name).isEmpty()
                    ? extendUse(person, name, extend.end())
                    : own(person, name, lease -> extend(lease, extend.end()));
        });
    }

    private Expected extend(Hold lease, Optional<End> end) {
        Instant later = later(lease.until, world.limits(lease.environment), end);
        bookings.lapse(lease.units);
        boolean reserved = world.bookings
                .others(lease.holder, lease.units, world.now, later)
                .findAny()
                .isPresent();
        if (reserved || !fits(lease.since, lease.until, later, world.limits(lease.environment))) {
            return Expected.with(Outcome.REFUSED, lease);
        }
        lease.until = later;
        lease.seen = world.now;
        return Expected.with(Outcome.EXTENDED, lease);
    }

    private Expected extendUse(String person, String name, Optional<End> end) {
        Optional<Using> mine = world.use(name, person);
        if (mine.isEmpty()) {
            return Expected.only(Outcome.NOT_HELD);
        }
        Using use = mine.get();
        Instant later = later(use.until(), world.limits(name), end);
        if (!fits(use.since(), use.until(), later, world.limits(name))) {
            return Expected.only(Outcome.REFUSED);
        }
        world.uses.set(
                world.uses.indexOf(use), new Using(name, person, use.since(), later, use.purpose(), use.bundle()));
        return Expected.only(Outcome.EXTENDED);
    }

    /** A length adds to the end; a moment is the end; nothing is as much as a claim of now, or an hour more. */
    private Instant later(Instant until, Limits limits, Optional<End> end) {
        if (end.isPresent() && end.get() instanceof End.For more) {
            return until.plus(more.length());
        }
        Instant anew = world.end(end, limits);
        return end.isPresent() || anew.isAfter(until) ? anew : until.plus(Duration.ofHours(1));
    }

    private static boolean fits(Instant since, Instant until, Instant later, Limits limits) {
        return later.isAfter(until) && !later.isAfter(since.plus(limits.maximum()));
    }

    Expected unclaim(String person, Command.Unclaim unclaim) {
        if (unclaim.all()) {
            return giveBack(
                    person,
                    world.held().stream()
                            .filter(lease -> lease.holder.equals(person))
                            .toList(),
                    world.usesOf(person));
        }
        return unclaim.names().isEmpty()
                ? named(person, Optional.empty(), name -> unclaim(person, List.of(name)))
                : unclaim(person, unclaim.names());
    }

    private Expected unclaim(String person, List<String> names) {
        List<Hold> leases = new ArrayList<>();
        List<Using> uses = new ArrayList<>();
        for (String name : names) {
            Optional<Using> use = world.use(name, person);
            if (use.isPresent()) {
                uses.add(use.get());
                continue;
            }
            Expected whose = own(person, name, lease -> {
                leases.add(lease);
                return Expected.only(Outcome.RELEASED);
            });
            if (whose.outcome() != Outcome.RELEASED) {
                return whose;
            }
        }
        return giveBack(person, leases, uses);
    }

    Expected unclaimSet(String person, Command.UnclaimSet unclaim) {
        Stream<Optional<String>> mine = Stream.concat(
                world.held().stream()
                        .filter(lease -> lease.holder.equals(person))
                        .map(lease -> lease.bundle),
                world.usesOf(person).stream().map(Using::bundle));
        List<String> bundles = mine.flatMap(Optional::stream).distinct().toList();
        Optional<String> release = unclaim.release().map(it -> unclaim.set() + " " + it.replace(' ', '-'));
        if (release.isEmpty() && bundles.size() > 1) {
            return Expected.only(Outcome.AMBIGUOUS);
        }
        Optional<String> bundle = release.or(() -> bundles.stream().findFirst()).filter(bundles::contains);
        if (bundle.isEmpty()) {
            return Expected.only(Outcome.NOT_HELD);
        }
        return giveBack(
                person,
                world.held().stream()
                        .filter(lease -> lease.holder.equals(person) && lease.bundle.equals(bundle))
                        .toList(),
                world.usesOf(person).stream()
                        .filter(use -> use.bundle().equals(bundle))
                        .toList());
    }

    private Expected giveBack(String person, List<Hold> leases, List<Using> uses) {
        if (leases.isEmpty() && uses.isEmpty()) {
            return Expected.only(Outcome.NOT_HELD);
        }
        List<Hold> all = leases.stream().distinct().toList();
        all.forEach(world::end);
        world.uses.removeAll(uses);
        world.deeds.put(person, new Deed.GaveBack(world.now, all, uses));
        lines.serve(all.stream().flatMap(lease -> lease.units.stream()).toList());
        List<LeaseView> views =
                all.stream().map(lease -> lease.view("released")).toList();
        return new Expected(Outcome.RELEASED, views);
    }

    Expected undo(String person) {
        Deed deed = world.deeds.getOrDefault(person, new Deed.Undid(Instant.MIN));
        if (deed instanceof Deed.Undid || deed.at().isBefore(world.now.minus(TO_UNDO))) {
            return Expected.only(Outcome.REFUSED);
        }
        BiFunction<List<Hold>, List<Using>, Expected> again = (leases, uses) -> again(person, leases, uses);
        return switch (deed) {
            case Deed.GaveBack back -> again.apply(back.leases(), back.uses());
            case Deed.TookOver took -> returned(person, took);
            case Deed.Undid ignored -> Expected.only(Outcome.REFUSED);
        };
    }

    private Expected again(String person, List<Hold> leases, List<Using> uses) {
        if (leases.stream().anyMatch(lease -> !lease.until.isAfter(world.now))) {
            return Expected.only(Outcome.REFUSED);
        }
        List<String> units =
                leases.stream().flatMap(lease -> lease.units.stream()).toList();
        if (shut(person, leases)) {
            return Expected.only(Outcome.REFUSED);
        }
        bookings.lapse(units);
        List<String> over = world.over(units);
        lines.settle(units, person);
        lines.serve(over.stream().filter(unit -> !units.contains(unit)).toList());
        boolean reserved =
                leases.stream().anyMatch(lease -> reserved(lease).findAny().isPresent());
        boolean kept = leases.stream()
                .flatMap(lease -> world.keptFromMe(lease.units, lease.holder).stream())
                .anyMatch(it -> !it.holder().equals(person));
        if (reserved || kept || !world.held(units).isEmpty()) {
            return gone(person, leases);
        }
        leases.forEach(world::lift);
        List<Hold> again = leases.stream()
                .sorted(Comparator.comparing(lease -> lease.environment))
                .map(this::again)
                .toList();
        List<Using> used = uses.stream()
                .filter(use -> use.until().isAfter(world.now))
                .filter(use -> world.use(use.environment(), person).isEmpty())
                .toList();
        if (again.isEmpty() && used.isEmpty()) {
            return Expected.only(Outcome.REFUSED);
        }
        used.forEach(world::record);
        world.deeds.put(person, new Deed.Undid(world.now));
        return Expected.with(Outcome.CHANGED, again);
    }

    private Hold again(Hold lease) {
        return world.grant(
                lease.environment, lease.units, lease.holder, lease.helpers, lease.until, lease.purpose, lease.bundle);
    }

    private Expected returned(String person, Deed.TookOver took) {
        if (!took.before().until.isAfter(world.now)) {
            return Expected.only(Outcome.REFUSED);
        }
        bookings.lapse(took.before().units);
        if (!world.held().contains(took.mine())) {
            return gone(person, List.of(took.before()));
        }
        if (shut(person, List.of(took.before()))) {
            return Expected.only(Outcome.REFUSED);
        }
        if (reserved(took.before()).findAny().isPresent()) {
            return gone(person, List.of(took.before()));
        }
        took.mine().ended = true;
        world.lift(took.before());
        world.deeds.put(person, new Deed.Undid(world.now));
        return Expected.with(Outcome.CHANGED, again(took.before()));
    }

    /** Whoever may open a gate is not stopped by it here. */
    private boolean shut(String person, List<Hold> again) {
        Set<String> names = again.stream().map(lease -> lease.environment).collect(Collectors.toSet());
        List<String> units =
                again.stream().flatMap(lease -> lease.units.stream()).toList();
        return !person.equals(Rules.ADMIN) && gates.isShut(names, units);
    }

    /** What others have reserved before the lease would be over. */
    private Stream<Booking> reserved(Hold lease) {
        return world.bookings.others(lease.holder, lease.units, world.now, lease.until);
    }

    /** Somebody else has it; where that is the person, or nobody, there is nothing to undo. */
    private Expected gone(String person, List<Hold> wanted) {
        List<String> units =
                wanted.stream().flatMap(lease -> lease.units.stream()).toList();
        List<Hold> others = world.held(units).stream()
                .filter(lease -> !lease.belongsTo(person))
                .toList();
        List<LeaseView> kept = new ArrayList<>(world.keptFromMe(units, person));
        wanted.stream()
                .flatMap(this::reserved)
                .distinct()
                .filter(booking -> !booking.person.equals(person))
                .forEach(booking -> kept.addAll(booking.inTheWayOf(units)));
        return others.isEmpty() && kept.isEmpty() ? Expected.only(Outcome.REFUSED) : Expected.held(others, kept);
    }
}
