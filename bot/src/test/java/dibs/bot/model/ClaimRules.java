package dibs.bot.model;

import dibs.backend.environment.Environment;
import dibs.bot.command.Command;
import dibs.bot.command.Command.End;
import dibs.bot.model.World.Using;
import dibs.bot.reply.LeaseView;
import dibs.bot.reply.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What claim and using come to. */
final class ClaimRules {
    private final World world;
    private final LineRules lines;
    private final BookingRules bookings;
    private final GateRules gates;

    ClaimRules(World world, LineRules lines, BookingRules bookings, GateRules gates) {
        this.world = world;
        this.lines = lines;
        this.bookings = bookings;
        this.gates = gates;
    }

    /** What is asked for in one go. */
    record Wish(
            List<String> names,
            Optional<End> end,
            List<String> helpers,
            Optional<String> purpose,
            List<String> uses,
            Optional<String> bundle) {
        Wish on(String name) {
            return new Wish(List.of(name), end, helpers, purpose, uses, bundle);
        }

        /** What a window asks for once it begins. */
        static Wish of(Booking booking) {
            return new Wish(
                    List.copyOf(booking.parts.keySet()),
                    Optional.empty(),
                    List.of(),
                    booking.purpose,
                    List.of(),
                    Optional.empty());
        }

        /** The same for the rest of a window, as far as nothing else is asked for. */
        Wish until(Instant now, Booking booking) {
            return new Wish(
                    names,
                    end.or(() -> Optional.of(new End.For(Duration.between(now, booking.ends)))),
                    helpers,
                    purpose.or(() -> booking.purpose),
                    uses,
                    bundle);
        }
    }

    Expected claim(String person, Command.Claim claim) {
        if (!claim.names().stream().allMatch(name -> world.environment(name).leasable())) {
            return Expected.only(Outcome.REFUSED);
        }
        return claim(
                person,
                new Wish(claim.names(), claim.end(), claim.helpers(), claim.purpose(), List.of(), Optional.empty()));
    }

    Expected claimSet(String person, Command.ClaimSet claim) {
        if (claim.release().isEmpty()) {
            return Expected.only(Outcome.MISUNDERSTOOD);
        }
        String slot = claim.release().get().replace(' ', '-');
        Environment.ReleaseParts parts = world.environment(claim.set())
                .releases()
                .orElseThrow()
                .products()
                .values()
                .iterator()
                .next();
        List<String> names = new ArrayList<>(List.of(slot));
        parts.claims().forEach(part -> names.add(part.value()));
        List<String> uses = parts.uses().stream().map(Object::toString).toList();
        Optional<String> bundle = Optional.of(claim.set() + " " + slot);
        return claim(person, new Wish(names, claim.end(), claim.helpers(), claim.purpose(), uses, bundle));
    }

    Expected claimAny(String person, Command.ClaimAny claim) {
        List<String> names = world.anyOf(claim.any());
        if (!names.stream().allMatch(name -> world.environment(name).leasable())) {
            return Expected.only(Outcome.REFUSED);
        }
        Wish wish = new Wish(names, claim.end(), claim.helpers(), claim.purpose(), List.of(), Optional.empty());
        Optional<Expected> wrong = wrong(wish);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Set<Hold> inTheWay = new LinkedHashSet<>();
        Set<LeaseView> kept = new LinkedHashSet<>();
        boolean shut = false;
        for (String name : inOrder(person, names, wish)) {
            List<Hold> held = world.held(world.units(name));
            if (held.isEmpty()) {
                Expected one = take(person, wish.on(name));
                if (one.outcome() == Outcome.REFUSED) {
                    shut = true;
                    continue;
                }
                if (one.outcome() != Outcome.HELD) {
                    return one;
                }
                kept.addAll(one.leases());
            } else {
                world.bookings
                        .inTheWay(person, world.units(name), world.now, wished(name, wish))
                        .forEach(booking -> kept.addAll(booking.inTheWayOf(world.units(name))));
            }
            inTheWay.addAll(held);
        }
        List<Hold> others =
                inTheWay.stream().filter(lease -> !lease.belongsTo(person)).toList();
        if (shut && others.isEmpty() && kept.isEmpty()) {
            return Expected.only(Outcome.REFUSED);
        }
        return others.isEmpty() && kept.isEmpty()
                ? Expected.with(Outcome.ALREADY_YOURS, inTheWay)
                : Expected.held(others, kept);
    }

    /** What can be had as long as is asked goes before what would be shortened. */
    private List<String> inOrder(String person, List<String> names, Wish wish) {
        bookings.lapse(
                names.stream().flatMap(name -> world.units(name).stream()).toList());
        return names.stream()
                .sorted(Comparator.comparing(name -> world.bookings
                        .others(person, world.units(name), world.now, wished(name, wish))
                        .anyMatch(booking -> booking.starts.isAfter(world.now))))
                .toList();
    }

    private Instant wished(String name, Wish wish) {
        return world.end(wish.end(), world.limits(name));
    }

    private Optional<Expected> wrong(Wish wish) {
        if (world.isOver(wish.end())) {
            return Optional.of(Expected.only(Outcome.MISUNDERSTOOD));
        }
        boolean tooLong = wish.names().stream().anyMatch(name -> world.tooLong(name, wish.end()));
        return tooLong ? Optional.of(Expected.only(Outcome.REFUSED)) : Optional.empty();
    }

    private Expected claim(String person, Wish wish) {
        return wrong(wish).orElseGet(() -> bookings.claim(person, wish, units(wish), it -> take(person, it)));
    }

    private List<String> units(Wish wish) {
        return wish.names().stream()
                .flatMap(name -> world.units(name).stream())
                .distinct()
                .toList();
    }

    /** Takes all that is asked for, or nothing. */
    Expected take(String person, Wish wish) {
        Set<String> units = new LinkedHashSet<>(units(wish));
        List<Hold> held = world.held(units);
        List<Hold> offered = held.stream()
                .filter(lease -> lease.offeredTo(person) && wish.names().contains(lease.environment))
                .toList();
        List<Hold> mine = held.stream()
                .filter(lease -> lease.belongsTo(person) && !offered.contains(lease))
                .toList();
        Set<String> had = new LinkedHashSet<>();
        mine.forEach(lease -> had.addAll(lease.units));
        if (had.containsAll(units)) {
            mine.forEach(lease -> lease.help(wish.helpers()));
            return Expected.with(Outcome.ALREADY_YOURS, mine);
        }
        List<String> more = new ArrayList<>(wish.uses());
        wish.bundle().ifPresent(bundle -> more.add(bundle.split(" ")[0]));
        if (gates.isShut(wish.names(), more)) {
            return Expected.only(Outcome.REFUSED);
        }
        List<String> over = world.over(units);
        lines.settle(units, person);
        List<Hold> others = held.stream()
                .filter(lease -> !mine.contains(lease) && !offered.contains(lease))
                .toList();
        List<LeaseView> kept = new ArrayList<>(world.keptFromMe(units, person));
        kept.addAll(reserved(person, wish, had, offered));
        if (!others.isEmpty() || !kept.isEmpty()) {
            lines.serve(rest(over, units));
            return Expected.held(others, kept);
        }
        Expected granted = grant(person, wish, had, offered, units);
        lines.serve(rest(over, units));
        lines.serve(rest(offered.stream().flatMap(lease -> lease.units.stream()).toList(), units));
        return granted;
    }

    /** Windows of others that leave too little time: each environment is wanted until its own end. */
    private List<LeaseView> reserved(String person, Wish wish, Set<String> had, List<Hold> offered) {
        Set<Booking> reserved = new LinkedHashSet<>();
        for (String name : wish.names()) {
            List<String> rest = world.units(name).stream()
                    .filter(unit -> !had.contains(unit))
                    .toList();
            Instant end = end(name, wish, from(name, offered));
            reserved.addAll(world.bookings.inTheWay(person, rest, world.now, end));
        }
        return reserved.stream()
                .flatMap(booking -> booking.inTheWayOf(units(wish)).stream())
                .toList();
    }

    private static Optional<Hold> from(String name, List<Hold> offered) {
        return offered.stream().filter(lease -> lease.environment.equals(name)).findFirst();
    }

    private static List<String> rest(List<String> all, Set<String> asked) {
        return all.stream().filter(unit -> !asked.contains(unit)).toList();
    }

    private Expected grant(String person, Wish wish, Set<String> had, List<Hold> offered, Set<String> units) {
        offered.forEach(lease -> lease.ended = true);
        List<Hold> granted = new ArrayList<>();
        Set<String> gone = new LinkedHashSet<>(had);
        for (String name : wish.names()) {
            List<String> rest = world.units(name).stream().filter(gone::add).toList();
            if (!rest.isEmpty()) {
                Optional<Hold> from = from(name, offered);
                granted.add(world.grant(
                        name,
                        rest,
                        person,
                        wish.helpers(),
                        world.bookings.before(person, rest, world.now, end(name, wish, from)),
                        wish.purpose().or(() -> from.flatMap(lease -> lease.purpose)),
                        wish.bundle().or(() -> from.flatMap(lease -> lease.bundle))));
            }
        }
        lines.leave(person, units);
        wish.uses().forEach(name -> record(person, name, wish));
        return Expected.with(Outcome.GRANTED, granted);
    }

    /** As asked; else as it was offered, or as the lease had it where that has passed; else as usual. */
    private Instant end(String name, Wish wish, Optional<Hold> from) {
        if (wish.end().isPresent() || from.isEmpty()) {
            return world.end(wish.end(), world.limits(name));
        }
        Instant offered = from.get().offer.orElseThrow().until();
        return offered.isAfter(world.now) ? offered : from.get().until;
    }

    private void record(String person, String name, Wish wish) {
        Instant end = world.end(wish.end(), world.limits(name));
        Instant latest = world.now.plus(world.limits(name).maximum());
        Instant until = end.isAfter(latest) ? latest : end;
        world.record(new Using(name, person, world.now, until, wish.purpose(), wish.bundle()));
    }

    Expected using(String person, Command.Using using) {
        if (!using.names().stream().allMatch(name -> world.units(name).isEmpty())) {
            return Expected.only(Outcome.REFUSED);
        }
        Wish wish = new Wish(using.names(), using.end(), List.of(), using.purpose(), using.names(), Optional.empty());
        return wrong(wish).orElseGet(() -> {
            using.names().forEach(name -> record(person, name, wish));
            return Expected.only(Outcome.USING);
        });
    }
}
