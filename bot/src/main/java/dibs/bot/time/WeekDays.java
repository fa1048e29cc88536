package dibs.bot.time;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads sets of days: {@code mon-fri}, {@code mon,wed,fri}, {@code monday to thursday}, {@code weekdays}. */
final class WeekDays {
    private static final Set<DayOfWeek> ALL = Set.of(DayOfWeek.values());
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private WeekDays() {}

    /** The days that stand there; what begins with a day and goes on with none is {@link Fault#NO_SUCH_DAY}. */
    static Reading<Set<DayOfWeek>> read(Words words, int index) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        int next = index;
        boolean more = true;
        while (more) {
            Reading<Set<DayOfWeek>> some = some(words, next);
            if (some instanceof Reading.Bad) {
                return some;
            }
            if (!(some instanceof Reading.Ok<Set<DayOfWeek>> ok)) {
                break;
            }
            days.addAll(ok.value());
            next = ok.words();
            int joined = words.skip(next, "and", "&");
            more = some(words, joined).taken() > 0;
            next = more ? joined : next;
        }
        return days.isEmpty() ? new Reading.None<>() : new Reading.Ok<>(days, next);
    }

    private static Reading<Set<DayOfWeek>> some(Words words, int index) {
        if (words.is(index, "every", "all") && words.is(index + 1, "day", "week")) {
            return new Reading.Ok<>(ALL, index + 2);
        }
        Optional<Set<DayOfWeek>> group = group(words.at(index));
        if (group.isPresent()) {
            return new Reading.Ok<>(group.get(), index + 1);
        }
        Optional<DayOfWeek> first = DayNames.day(words.at(index));
        if (first.isPresent() && words.is(index + 1, "-", "to", "until", "till", "through")) {
            return DayNames.day(words.at(index + 2))
                    .<Reading<Set<DayOfWeek>>>map(last -> new Reading.Ok<>(span(first.get(), last), index + 3))
                    .orElseGet(() -> new Reading.Bad<>(Fault.NO_SUCH_DAY, index + 2));
        }
        return list(words.at(index), index + 1);
    }

    private static Optional<Set<DayOfWeek>> group(String word) {
        EnumSet<DayOfWeek> weekdays = EnumSet.complementOf(EnumSet.copyOf(WEEKEND));
        return switch (word) {
            case "weekdays", "weekday" -> Optional.of(weekdays);
            case "weekends", "weekend" -> Optional.of(WEEKEND);
            case "daily", "always" -> Optional.of(ALL);
            default -> Optional.empty();
        };
    }

    /** "mon-wed,fri" in one word. */
    private static Reading<Set<DayOfWeek>> list(String word, int next) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        boolean wrong = false;
        for (String item : word.split("[,/+]", -1)) {
            String[] ends = item.split("-", -1);
            Optional<DayOfWeek> first = DayNames.day(ends[0]);
            Optional<DayOfWeek> last = DayNames.day(ends[ends.length - 1]);
            if (first.isEmpty() || last.isEmpty() || ends.length > 2) {
                wrong = true;
            } else {
                days.addAll(span(first.get(), last.get()));
            }
        }
        boolean begun = word.split("[-,/+]", -1).length > 1
                && DayNames.day(word.split("[-,/+]", -1)[0]).isPresent();
        if (wrong) {
            return begun ? new Reading.Bad<>(Fault.NO_SUCH_DAY, next) : new Reading.None<>();
        }
        return new Reading.Ok<>(days, next);
    }

    /** From one day to the other, over the week's end if need be. */
    private static Set<DayOfWeek> span(DayOfWeek first, DayOfWeek last) {
        EnumSet<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return days;
    }
}
