package dibs.bot.command;

import static dibs.bot.reply.Inline.code;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Recurrence;
import dibs.backend.lease.Reservation;
import dibs.bot.reply.Block;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How reservations are spoken of, the same everywhere. */
final class ReservationWords {
    private static final int MOST = 3;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private ReservationWords() {}

    /** What, by whom, from when until when, how often, why, and its id. */
    static Line line(Reservation reservation) {
        Line line = names(reservation.environments())
                .then(Line.of(
                        ": reserved by {} from {} until {}",
                        who(reservation.person()),
                        when(reservation.starts()),
                        when(reservation.ends())));
        Line often = reservation
                .every()
                .map(every -> line.then(Line.of(", {}", Inline.text(every(every)))))
                .orElse(line);
        Line id = often.then(Line.of(", {}", Inline.text(reservation.id())));
        return purpose(reservation).map(why -> id.then(Line.of("{}.", why))).orElseGet(() -> id.then(Line.of(".")));
    }

    /** The next few, and how many more there are; nothing where there are none. */
    static Optional<Block> next(List<Reservation> upcoming) {
        if (upcoming.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>(
                upcoming.stream().limit(MOST).map(ReservationWords::line).toList());
        if (upcoming.size() > MOST) {
            lines.add(Line.of(
                    "{} more: {}", Inline.text(Integer.toString(upcoming.size() - MOST)), code("leases upcoming")));
        }
        return Optional.of(Block.bullets(lines));
    }

    /** That it is off. */
    static Line off(Reservation reservation) {
        return names(reservation.environments())
                .then(Line.of(
                        (reservation.parts().size() == 1 ? " is" : " are") + " no longer reserved from {} until {}.",
                        when(reservation.starts()),
                        when(reservation.ends())));
    }

    /** How the rest of a series is called off, where there is a rest. */
    static Line rest(Reservation one) {
        return one.every().isEmpty()
                ? Line.of("")
                : Line.of(" The others of the series stay; {} calls them off.", code("cancel " + one.series()));
    }

    /** A reservation as scripts see it. */
    static Map<String, Object> item(Reservation reservation) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", reservation.id());
        item.put("environment", reservation.environments().getFirst().value());
        item.put(
                "environments",
                reservation.environments().stream().map(EnvironmentId::value).toList());
        item.put("units", reservation.units().stream().map(unit -> unit.value()).toList());
        item.put("holder", reservation.person().name());
        item.put("from", reservation.starts());
        item.put("until", reservation.ends());
        item.put("state", state(reservation));
        reservation.every().ifPresent(every -> {
            item.put("series", reservation.series());
            item.put("every", every(every));
        });
        purpose(reservation).ifPresent(purpose -> item.put("purpose", purpose));
        reservation.bundle().ifPresent(bundle -> item.put("bundle", bundle));
        return item;
    }

    private static String state(Reservation reservation) {
        return switch (reservation.state()) {
            case PLANNED, ASKED -> "reserved";
            default -> reservation.state().name().toLowerCase(Locale.ROOT);
        };
    }

    private static Optional<Inline.Purpose> purpose(Reservation reservation) {
        return reservation
                .purpose()
                .map(words ->
                        new Inline.Purpose(words, Set.of(reservation.person().id())));
    }

    static Line names(List<EnvironmentId> environments) {
        return Line.list(environments.stream().<Inline>map(Inline::name).toList());
    }

    /** The line that confirms it. */
    static String claim(List<EnvironmentId> environments) {
        return "claim " + environments.stream().map(EnvironmentId::value).collect(Collectors.joining(","));
    }

    /** How often: {@code every weekday}, {@code every 2 weeks on Tuesday}. */
    static String every(Recurrence every) {
        String days = days(every.days());
        return every.weeks() == 1 ? "every " + days : "every " + every.weeks() + " weeks on " + days;
    }

    private static String days(Set<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return "day";
        }
        if (days.size() == 5 && days.stream().noneMatch(WEEKEND::contains)) {
            return "weekday";
        }
        return days.stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .collect(Collectors.joining(" and "));
    }
}
