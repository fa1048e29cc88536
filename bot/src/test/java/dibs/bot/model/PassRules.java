package dibs.bot.model;

import dibs.bot.command.Command;
import dibs.bot.model.World.Deed;
import dibs.bot.model.World.Place;
import dibs.bot.reply.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How leases pass from one to another: wait, nudge, handover, takeover, cancel. */
final class PassRules {
    private static final Duration BETWEEN_NUDGES = Duration.ofMinutes(15);
    private static final Duration TO_KEEP = Duration.ofMinutes(15);

    /** After that, a wish to take over that nobody followed up is void. */
    private static final Duration TO_FOLLOW_UP = Duration.ofDays(1);

    private final World world;
    private final OwnRules own;
    private final LineRules lines;
    private final BookingRules bookings;
    private final GateRules gates;

    PassRules(World world, OwnRules own, LineRules lines, BookingRules bookings, GateRules gates) {
        this.world = world;
        this.own = own;
        this.lines = lines;
        this.bookings = bookings;
        this.gates = gates;
    }

    Expected await(String person, String name) {
        List<String> units = world.units(name);
        bookings.lapse(units);
        List<Hold> held = world.held(units);
        boolean mine = held.stream().allMatch(lease -> lease.belongsTo(person));
        if (mine && isFree(person, name)) {
            boolean all = !units.isEmpty()
                    && units.stream().allMatch(unit -> held.stream().anyMatch(lease -> lease.units.contains(unit)));
            return all ? Expected.with(Outcome.ALREADY_YOURS, held.getFirst()) : Expected.only(Outcome.REFUSED);
        }
        if (standsInLineForOther(person, List.of(name))) {
            return Expected.only(Outcome.REFUSED);
        }
        world.lines.replaceAll(place ->
                place.person().equals(person) && place.environment().equals(name) && units.contains(place.unit())
                        ? new Place(place.unit(), name, person, "", place.gathersFrom())
                        : place);
        join(person, name, "");
        return Expected.with(Outcome.WAITING, held);
    }

    /** A place is for one wish: nobody waits for a part and for the whole. */
    private boolean standsInLineForOther(String person, List<String> names) {
        return names.stream()
                .anyMatch(name -> world.lines.stream()
                        .filter(place -> place.person().equals(person)
                                && !place.environment().equals(name)
                                && world.units(name).contains(place.unit()))
                        .anyMatch(
                                place -> !waitsFor(person, place.environment()).equals(Set.copyOf(world.units(name)))));
    }

    private Set<String> waitsFor(String person, String name) {
        return world.lines.stream()
                .filter(place ->
                        place.person().equals(person) && place.environment().equals(name))
                .map(Place::unit)
                .collect(Collectors.toSet());
    }

    private boolean isFree(String person, String name) {
        List<String> units = world.units(name);
        boolean shut = !units.isEmpty() && gates.isShut(Set.of(name), units);
        return !shut && world.keptFromMe(units, person).isEmpty() && !world.bookings.soon(person, units, world.now);
    }

    private void join(String person, String name, String any) {
        world.units(name).stream()
                .filter(unit -> world.lines.stream()
                        .noneMatch(place ->
                                place.unit().equals(unit) && place.person().equals(person)))
                .map(unit -> new Place(unit, name, person, any, Instant.MIN))
                .toList()
                .forEach(world.lines::add);
    }

    Expected awaitAny(String person, Command.WaitAny wait) {
        List<String> names = world.anyOf(wait.any());
        List<String> units =
                names.stream().flatMap(name -> world.units(name).stream()).toList();
        if (!names.stream().allMatch(name -> world.environment(name).leasable())
                || units.stream().distinct().count() < units.size()) {
            return Expected.only(Outcome.REFUSED);
        }
        bookings.lapse(units);
        List<Hold> mine = world.held(units).stream()
                .filter(lease -> lease.belongsTo(person))
                .toList();
        List<String> others = names.stream()
                .filter(name -> mine.stream().noneMatch(lease -> lease.touches(world.units(name))))
                .toList();
        if (others.isEmpty()) {
            Hold first = names.stream()
                    .flatMap(name -> mine.stream().filter(lease -> lease.touches(world.units(name))))
                    .findFirst()
                    .orElseThrow();
            return Expected.with(Outcome.ALREADY_YOURS, first);
        }
        boolean free =
                others.stream().anyMatch(name -> world.held(world.units(name)).isEmpty() && isFree(person, name));
        if (free) {
            return Expected.only(Outcome.REFUSED);
        }
        if (standsInLineForOther(person, others)) {
            return Expected.only(Outcome.REFUSED);
        }
        String any = wait.any().label().orElseGet(() -> "of " + String.join(",", names));
        others.forEach(name -> join(person, name, any));
        return Expected.only(Outcome.WAITING);
    }

    Expected nudge(String person, String name) {
        List<Hold> held = world.held(world.units(name));
        List<Hold> others =
                held.stream().filter(lease -> !lease.belongsTo(person)).toList();
        if (others.isEmpty()) {
            return Expected.with(Outcome.REFUSED, held.stream().limit(1).toList());
        }
        Instant recently = world.now.minus(BETWEEN_NUDGES);
        List<Hold> nudged = others.stream()
                .filter(lease -> !lease.nudged.getOrDefault(person, Instant.MIN).isAfter(recently))
                .toList();
        if (nudged.isEmpty()) {
            return Expected.with(Outcome.REFUSED, others.getFirst());
        }
        nudged.forEach(lease -> lease.nudged.put(person, world.now));
        return Expected.with(Outcome.NUDGED, nudged);
    }

    Expected handover(String person, Command.Handover handover) {
        if (world.isOver(handover.end())) {
            return Expected.only(Outcome.MISUNDERSTOOD);
        }
        return own.own(person, handover.name(), lease -> {
            if (!lease.holder.equals(person)) {
                return Expected.with(Outcome.FORBIDDEN, lease);
            }
            Instant until = handover.end().flatMap(world::moment).orElse(lease.until);
            Instant latest = world.now.plus(world.limits(handover.name()).maximum());
            if (handover.person().equals(person) || (until.isAfter(latest) && until.isAfter(lease.until))) {
                return Expected.with(Outcome.REFUSED, lease);
            }
            lease.offer = Optional.of(new Hold.Offer(handover.person(), until));
            return Expected.with(Outcome.OFFERED, lease);
        });
    }

    Expected takeover(String person, Command.Takeover takeover, boolean admin) {
        bookings.lapse(world.units(takeover.name()));
        List<Hold> held = world.held(world.units(takeover.name()));
        List<Hold> others =
                held.stream().filter(lease -> !lease.belongsTo(person)).toList();
        if (held.isEmpty()) {
            return Expected.only(Outcome.REFUSED);
        }
        if (others.isEmpty()) {
            return Expected.with(Outcome.ALREADY_YOURS, held.getFirst());
        }
        Hold lease = others.getFirst();
        if (others.size() > 1 || !lease.environment.equals(takeover.name())) {
            return Expected.with(Outcome.REFUSED, others);
        }
        forgetOldWish(lease);
        if (!admin && gates.isShut(List.of(takeover.name()), List.of())) {
            return Expected.only(Outcome.REFUSED);
        }
        boolean mine = lease.wish.filter(wish -> wish.by().equals(person)).isPresent();
        boolean waited = mine && !lease.wish.orElseThrow().due().isAfter(world.now);
        Duration silent =
                world.environment(takeover.name()).guidance().attention().silent();
        boolean stale = !World.worked(lease.seen, silent).isAfter(world.now);
        if (admin || waited || stale) {
            boolean begun = world.bookings
                    .others(person, lease.units, world.now, world.now.plusMillis(1))
                    .findAny()
                    .isPresent();
            return begun ? Expected.with(Outcome.REFUSED, lease) : take(person, lease, takeover);
        }
        if (lease.wish.isPresent() && !mine) {
            return Expected.with(Outcome.REFUSED, lease);
        }
        if (!mine) {
            lease.wish = Optional.of(new Hold.Wish(person, World.worked(world.now, TO_KEEP)));
        }
        return Expected.with(Outcome.WAITING, lease);
    }

    private void forgetOldWish(Hold lease) {
        lease.wish = lease.wish.filter(wish -> wish.due().plus(TO_FOLLOW_UP).isAfter(world.now));
    }

    private Expected take(String person, Hold before, Command.Takeover takeover) {
        world.end(before);
        Instant usual = world.end(Optional.empty(), world.limits(before.environment));
        Instant until = world.bookings.before(person, before.units, world.now, usual);
        Hold lease = world.grant(
                before.environment,
                before.units,
                person,
                List.of(),
                until,
                Optional.of(takeover.reason()),
                before.bundle);
        lines.leave(person, before.units);
        world.deeds.put(person, new Deed.TookOver(world.now, lease, before));
        return Expected.with(Outcome.TAKEN, lease);
    }

    /** What concerns others most goes first: an offer, then a wish, of the oldest lease; then a place in line. */
    Expected cancel(String person, String name) {
        List<String> units = world.units(name);
        for (Hold lease : world.held(units)) {
            if (lease.offer.isPresent() && (lease.offeredTo(person) || lease.holder.equals(person))) {
                lease.offer = Optional.empty();
                return Expected.with(Outcome.CHANGED, lease);
            }
            forgetOldWish(lease);
            if (lease.wish.filter(wish -> wish.by().equals(person)).isPresent()) {
                lease.wish = Optional.empty();
                return Expected.with(Outcome.CHANGED, lease);
            }
        }
        boolean inLine = world.line(units).contains(person);
        lines.leave(person, units);
        if (inLine) {
            lines.letGo(person, units);
            lines.serve(units);
            return Expected.only(Outcome.CHANGED);
        }
        return bookings.cancel(person, name).orElseGet(() -> Expected.only(Outcome.NOT_HELD));
    }
}
