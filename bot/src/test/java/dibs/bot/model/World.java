package dibs.bot.model;

import dibs.backend.environment.Catalog;
import dibs.backend.environment.Environment;
import dibs.backend.environment.EnvironmentId;
import dibs.backend.environment.Limits;
import dibs.backend.environment.UnitName;
import dibs.backend.person.WorkingHours;
import dibs.bot.command.Command;
import dibs.bot.command.Command.End;
import dibs.bot.model.GateRules.Closure;
import dibs.bot.reply.LeaseView;
import dibs.bot.time.Direction;
import dibs.bot.time.Resolved;
import dibs.bot.time.TimePoint;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the rules know: who has what, who waits, who uses what, and who did what last. */
final class World {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    final Catalog catalog;
    Instant now;
    final Map<String, Long> tokens = new HashMap<>();
    final List<Place> lines = new ArrayList<>();
    final Map<String, List<Hold>> untidied = new HashMap<>();
    final Map<String, Kept> kept = new HashMap<>();
    final List<Using> uses = new ArrayList<>();
    final Map<String, Deed> deeds = new HashMap<>();
    final Bookings bookings = new Bookings();
    final List<Closure> closures = new ArrayList<>();
    private final List<Hold> leases = new ArrayList<>();

    World(Catalog catalog, Instant now) {
        this.catalog = catalog;
        this.now = now;
    }

    /** A place in the line of a unit; one of several of which any will do, unless that is empty. */
    record Place(String unit, String environment, String person, String any, Instant gathersFrom) {}

    /** A free unit that is kept for somebody who waits, to be claimed or until more is free. */
    record Kept(String person, boolean offer, Instant since, Instant until) {
        /** As scripts see what stands in the way. */
        LeaseView view(String unit) {
            return new LeaseView(
                    Optional.empty(),
                    unit,
                    List.of(unit),
                    person,
                    List.of(),
                    Optional.empty(),
                    since,
                    until,
                    Optional.empty(),
                    "offered");
        }
    }

    /** Somebody's use of what is shared. */
    record Using(
            String environment,
            String person,
            Instant since,
            Instant until,
            Optional<String> purpose,
            Optional<String> bundle) {}

    /** What somebody did last that can be undone, or that they undid it. */
    sealed interface Deed {
        Instant at();

        record GaveBack(Instant at, List<Hold> leases, List<Using> uses) implements Deed {}

        record TookOver(Instant at, Hold mine, Hold before) implements Deed {}

        record Undid(Instant at) implements Deed {}
    }

    Environment environment(String name) {
        return catalog.find(new EnvironmentId(name)).orElseThrow();
    }

    List<String> units(String name) {
        return environment(name).units().stream().map(UnitName::value).toList();
    }

    Limits limits(String name) {
        return environment(name).guidance().limits();
    }

    Stream<Hold> leases() {
        return leases.stream();
    }

    /** Whether the unit is shut, so that nobody in line gets it. */
    boolean isShut(String unit) {
        return closures.stream()
                .anyMatch(closure -> closure.isOn(now) && closure.units().contains(unit));
    }

    /** The units of leases that are over and not looked at yet, where they have any of those. */
    List<String> over(Collection<String> units) {
        return leases.stream()
                .filter(lease -> !lease.ended && !lease.until.isAfter(now) && lease.touches(units))
                .flatMap(lease -> lease.units.stream())
                .toList();
    }

    /** For whom the unit is kept now. */
    Optional<Kept> kept(String unit) {
        return Optional.ofNullable(kept.get(unit)).filter(it -> it.until().isAfter(now));
    }

    /** What of the units is kept for others than that person now, as scripts see it. */
    List<LeaseView> keptFromMe(Collection<String> units, String person) {
        return units.stream()
                .distinct()
                .flatMap(unit -> kept(unit).filter(it -> !it.person().equals(person)).map(it -> it.view(unit)).stream())
                .toList();
    }

    /** The leases that are held now, oldest first. */
    List<Hold> held() {
        return leases.stream()
                .filter(lease -> !lease.ended && lease.until.isAfter(now))
                .toList();
    }

    /** The leases that hold any of the units now, oldest first. */
    List<Hold> held(Collection<String> units) {
        return held().stream().filter(lease -> lease.touches(units)).toList();
    }

    List<Using> using(String environment) {
        return uses.stream()
                .filter(use ->
                        use.environment().equals(environment) && use.until().isAfter(now))
                .toList();
    }

    Optional<Using> use(String environment, String person) {
        return using(environment).stream()
                .filter(use -> use.person().equals(person))
                .findFirst();
    }

    List<Using> usesOf(String person) {
        return uses.stream()
                .filter(use -> use.person().equals(person) && use.until().isAfter(now))
                .toList();
    }

    /** A new lease on those units: its token is one more than the highest of them, and theirs from now on. */
    Hold grant(
            String environment,
            Collection<String> units,
            String holder,
            Collection<String> helpers,
            Instant until,
            Optional<String> purpose,
            Optional<String> bundle) {
        long token = 1
                + units.stream()
                        .mapToLong(unit -> tokens.getOrDefault(unit, 0L))
                        .max()
                        .orElseThrow();
        units.forEach(unit -> tokens.put(unit, token));
        units.forEach(kept::remove);
        Hold lease = new Hold(environment, units, holder, helpers, token, now, until, purpose, bundle);
        leases.add(lease);
        return lease;
    }

    /** The lease ends, and what ran there is not tidied. */
    void end(Hold lease) {
        lease.ended = true;
        lease.units.forEach(
                unit -> untidied.computeIfAbsent(unit, any -> new ArrayList<>()).add(lease));
    }

    /** The end of the lease is undone, and what was left before it comes back. */
    void lift(Hold lease) {
        untidied.values().forEach(left -> left.remove(lease));
    }

    /** The lease after which the unit was not tidied, where that is to be told. */
    Optional<Hold> left(String unit) {
        List<Hold> left = untidied.getOrDefault(unit, List.of());
        Optional<Hold> over = leases.stream()
                .filter(lease -> !lease.ended && !lease.until.isAfter(now) && lease.units.contains(unit))
                .findFirst();
        return over.or(() -> left.isEmpty() ? Optional.empty() : Optional.of(left.getLast()))
                .filter(lease ->
                        !environment(lease.environment).guidance().cleanup().isEmpty());
    }

    /** What "any" means, each once. */
    List<String> anyOf(Command.Any any) {
        return any.label()
                .map(label -> catalog.labelled(label).stream()
                        .map(environment -> environment.id().value())
                        .toList())
                .orElseGet(() -> any.names().stream().distinct().toList());
    }

    void record(Using use) {
        uses.removeIf(other ->
                other.person().equals(use.person()) && other.environment().equals(use.environment()));
        uses.add(use);
    }

    void leaveLines(String person, Collection<String> units) {
        lines.removeIf(place -> place.person().equals(person) && units.contains(place.unit()));
    }

    /** Who waits for any of the units: unit by unit, first in line first. */
    List<String> line(Collection<String> units) {
        return units.stream()
                .flatMap(unit -> lines.stream().filter(place -> place.unit().equals(unit)))
                .map(Place::person)
                .distinct()
                .toList();
    }

    /** The moment that an end means; nothing when it has passed. */
    Optional<Instant> moment(End end) {
        return switch (end) {
            case End.For length -> Optional.of(now.plus(length.length()));
            case End.Until until -> moment(until.moment(), now, Direction.END);
        };
    }

    /** The moment that was said then; nothing when it has passed. */
    Optional<Instant> moment(TimePoint said, Instant then, Direction direction) {
        return said.resolve(then, ZONE, WorkingHours.USUAL, direction) instanceof Resolved.At at
                ? Optional.of(at.instant())
                : Optional.empty();
    }

    /** Whether an end cannot be meant. */
    boolean isOver(Optional<End> end) {
        return end.isPresent() && moment(end.get()).isEmpty();
    }

    /** The end of a claim of now: as asked, else as usual: so long, or to 18:00, and then two hours at least. */
    Instant end(Optional<End> end, Limits limits) {
        Instant evening =
                now.atZone(ZONE).toLocalDate().atTime(18, 0).atZone(ZONE).toInstant();
        Instant least = now.plus(Duration.ofHours(2));
        return end.flatMap(this::moment)
                .or(() -> limits.usual().map(now::plus))
                .orElse(evening.isBefore(least) ? least : evening);
    }

    boolean tooLong(String environment, Optional<End> end) {
        return end(end, limits(environment))
                .isAfter(now.plus(limits(environment).maximum()));
    }

    /** When somebody with the usual hours will have worked so long since then. */
    static Instant worked(Instant since, Duration work) {
        Instant at = since;
        Duration left = work;
        for (LocalDate day = since.atZone(ZONE).toLocalDate(); ; day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            Instant morning = day.atTime(9, 0).atZone(ZONE).toInstant();
            Instant evening = day.atTime(18, 0).atZone(ZONE).toInstant();
            at = at.isBefore(morning) ? morning : at;
            if (!at.plus(left).isAfter(evening)) {
                return at.plus(left);
            }
            if (at.isBefore(evening)) {
                left = left.minus(Duration.between(at, evening));
            }
        }
    }
}
