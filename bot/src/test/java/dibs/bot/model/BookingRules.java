package dibs.bot.model;

import dibs.bot.command.Command;
import dibs.bot.model.ClaimRules.Wish;
import dibs.bot.model.World.Place;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Outcome;
import dibs.bot.time.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is reserved: who may reserve what, how it is confirmed, begins and lapses. */
final class BookingRules {
    private static final Duration AHEAD = Duration.ofDays(56);
    private static final int MOST = 20;

    private final World world;
    private final LineRules lines;

    BookingRules(World world, LineRules lines) {
        this.world = world;
        this.lines = lines;
    }

    Expected reserve(String person, Command.Reserve wanted) {
        if (!wanted.names().stream().allMatch(name -> world.environment(name).leasable())) {
            return Expected.only(Outcome.REFUSED);
        }
        Optional<Instant> starts = world.moment(wanted.from(), world.now, Direction.START);
        Optional<Instant> ends = starts.flatMap(from -> wanted.length()
                .length()
                .map(from::plus)
                .or(() -> world.moment(wanted.length().end().orElseThrow(), from, Direction.END)));
        if (ends.isEmpty()) {
            return Expected.only(Outcome.MISUNDERSTOOD);
        }
        Map<String, List<String>> parts = parts(wanted.names());
        lapse(parts.values().stream().flatMap(List::stream).toList());
        if (!starts.get().isAfter(world.now)) {
            return Expected.only(Outcome.MISUNDERSTOOD);
        }
        Duration length = Duration.between(starts.get(), ends.get());
        boolean tooMuch = starts.get().isAfter(world.now.plus(AHEAD))
                || wanted.names().stream()
                        .anyMatch(name -> length.compareTo(world.limits(name).maximum()) > 0);
        return tooMuch
                ? Expected.only(Outcome.REFUSED)
                : reserve(new Booking(person, parts, starts.get(), ends.get(), wanted.purpose()));
    }

    /** What one name keeps another has not to keep again. */
    private Map<String, List<String>> parts(List<String> names) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        Set<String> gone = new LinkedHashSet<>();
        for (String name : names) {
            List<String> units = world.units(name).stream().filter(gone::add).toList();
            if (!units.isEmpty()) {
                parts.put(name, units);
            }
        }
        return parts;
    }

    private Expected reserve(Booking booking) {
        List<String> units = booking.units();
        List<Booking> mine = world.bookings.open().stream()
                .filter(it -> it.person.equals(booking.person))
                .toList();
        if (mine.size() >= MOST
                || mine.stream().anyMatch(it -> it.touches(units) && it.overlaps(booking.starts, booking.ends))) {
            return Expected.only(Outcome.REFUSED);
        }
        List<Hold> held = world.held(units).stream()
                .filter(lease -> !lease.holder.equals(booking.person) && lease.until.isAfter(booking.starts))
                .toList();
        List<LeaseView> kept = new ArrayList<>(world.keptFromMe(units, booking.person).stream()
                .filter(it -> it.until().isAfter(booking.starts))
                .toList());
        world.bookings
                .others(booking.person, units, booking.starts, booking.ends)
                .forEach(it -> kept.addAll(it.inTheWayOf(units)));
        if (!held.isEmpty() || !kept.isEmpty()) {
            return Expected.held(held, kept);
        }
        // Whoever reserves what begins in a moment need not be asked.
        booking.confirmed = booking.canBeConfirmed(world.now);
        world.bookings.add(booking);
        return Expected.only(Outcome.RESERVED);
    }

    /** Ends what nobody confirmed in time and would be in the way of those units. */
    void lapse(Collection<String> units) {
        world.bookings.open(units).stream().filter(it -> it.lapsed(world.now)).forEach(this::lapse);
    }

    private void lapse(Booking booking) {
        booking.over = true;
        lines.serve(booking.units());
    }

    /** A claim without an end is how a window is confirmed; from its start on it is had at once. */
    Expected claim(String person, Wish wish, List<String> units, Function<Wish, Expected> claim) {
        lapse(units);
        Optional<Booking> mine = world.bookings.open(units).stream()
                .filter(it -> it.person.equals(person) && it.canBeConfirmed(world.now))
                .filter(it -> it.parts.keySet().containsAll(wish.names()))
                .findFirst();
        if (mine.isEmpty()) {
            return claim.apply(wish);
        }
        Booking booking = mine.get();
        boolean all = wish.names().size() == booking.parts.size();
        if (all && !world.now.isBefore(booking.starts)) {
            return begin(booking, wish, claim);
        }
        if (wish.end().isEmpty()) {
            return confirm(booking, wish);
        }
        Expected now = claim.apply(wish);
        return now.outcome() == Outcome.HELD ? confirm(booking, wish) : now;
    }

    private static Expected confirm(Booking booking, Wish wish) {
        booking.confirmed = true;
        booking.purpose = wish.purpose().or(() -> booking.purpose);
        return Expected.only(Outcome.RESERVED);
    }

    /** As long as it is reserved, unless another end is asked for; what the person had of it already goes on as long. */
    private Expected begin(Booking booking, Wish wish, Function<Wish, Expected> claim) {
        Wish whole = wish.until(world.now, booking);
        List<Hold> had = world.held(booking.units()).stream()
                .filter(lease -> lease.holder.equals(booking.person))
                .toList();
        Expected begun = claim.apply(whole);
        if (begun.outcome() != Outcome.GRANTED && begun.outcome() != Outcome.ALREADY_YOURS) {
            return begun;
        }
        booking.over = true;
        if (wish.end().isEmpty()) {
            had.stream()
                    .filter(lease -> lease.until.isBefore(booking.ends))
                    .forEach(lease -> lease.until = booking.ends);
        }
        return begun.outcome() == Outcome.GRANTED
                ? begun
                : Expected.with(
                        Outcome.ALREADY_YOURS,
                        world.held(booking.units()).stream()
                                .filter(lease -> lease.belongsTo(booking.person))
                                .toList());
    }

    /** Somebody looks what is due: what was confirmed begins, or what its person has anyway; what was not lapses. */
    void look(Function<Booking, Function<Wish, Expected>> claims) {
        for (Booking booking : world.bookings.open()) {
            if (booking.lapsed(world.now)) {
                lapse(booking);
            } else if (!booking.over && !world.now.isBefore(booking.starts) && (booking.confirmed || hasAll(booking))) {
                standBack(booking);
                begin(booking, Wish.of(booking), claims.apply(booking));
            }
        }
    }

    private boolean hasAll(Booking booking) {
        List<String> had = world.held().stream()
                .filter(lease -> lease.holder.equals(booking.person))
                .flatMap(lease -> lease.units.stream())
                .toList();
        return had.containsAll(booking.units());
    }

    /** Whoever waits keeps the place in line, but nothing of what is reserved is kept for them any more. */
    private void standBack(Booking booking) {
        for (Place place : List.copyOf(world.lines)) {
            boolean keeps = Optional.ofNullable(world.kept.get(place.unit()))
                    .filter(kept -> kept.person().equals(place.person()))
                    .isPresent();
            if (keeps && !place.person().equals(booking.person) && booking.touches(List.of(place.unit()))) {
                lines.letGo(place.person(), world.units(place.environment()));
            }
        }
    }

    /** Calls off the next of the person's that has that name; nothing where there is none. */
    Optional<Expected> cancel(String person, String name) {
        return world.bookings.open().stream()
                .filter(it -> it.person.equals(person) && it.parts.containsKey(name))
                .findFirst()
                .map(it -> {
                    lapse(it);
                    return Expected.only(Outcome.CHANGED);
                });
    }
}
