package dibs.backend.store;

import dibs.backend.person.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Working hours as one column: {@code 09:00-18:00 12345}, the days counted from Monday. */
final class HoursText {
    private HoursText() {}

    static String of(WorkingHours hours) {
        return hours.from() + "-" + hours.to() + " "
                + hours.days().stream()
                        .sorted()
                        .map(day -> Integer.toString(day.getValue()))
                        .collect(Collectors.joining());
    }

    static WorkingHours read(String text) {
        List<String> parts = List.of(text.split("[- ]", -1));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        parts.get(2)
                .chars()
                .map(Character::getNumericValue)
                .mapToObj(DayOfWeek::of)
                .forEach(days::add);
        return new WorkingHours(LocalTime.parse(parts.get(0)), LocalTime.parse(parts.get(1)), days);
    }
}
