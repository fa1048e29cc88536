package dibs.bot.time;

import dibs.backend.person.WorkingHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An hour on days of the week, as in {@code tuesday 14:00}.
 *
 * @param days at least one, in the week's order
 * @param zone nothing: the speaker's
 */
public record Weekly(List<DayOfWeek> days, LocalTime at, Optional<ZoneId> zone) {
    /** Any day: an hour that is said is the same on each. */
    private static final LocalDate ANY = LocalDate.of(2001, 1, 1);

    public Weekly {
        days = days.stream().distinct().sorted().toList();
    }

    /**
     * What the words behind {@code every} say: {@code tuesday 14:00}, {@code mon,wed at 9am}, {@code weekday 22:00 utc}.
     *
     * @return {@link Reading.Bad} for days without an hour, and for days, hours and zones that do not exist
     */
    public static Reading<Weekly> read(List<String> list) {
        Words words = Words.of(list);
        Reading<Set<DayOfWeek>> days =
                words.is(0, "day") ? new Reading.Ok<>(EnumSet.allOf(DayOfWeek.class), 1) : WeekDays.read(words, 0);
        return days.then(said -> hour(words, said));
    }

    private static Reading<Weekly> hour(Words words, Reading.Ok<Set<DayOfWeek>> days) {
        Reading<Clocks.Said> hour = Clocks.read(words, days.words());
        return switch (hour) {
            case Reading.Bad<Clocks.Said> bad -> bad.as();
            case Reading.None<Clocks.Said> none -> new Reading.Bad<>(Fault.NO_SUCH_TIME, days.words());
            case Reading.Ok<Clocks.Said> ok ->
                ok.value().hour() instanceof Hour.Named
                        ? new Reading.Bad<>(Fault.NO_SUCH_TIME, ok.words())
                        : new Reading.Ok<>(
                                new Weekly(
                                        List.copyOf(days.value()),
                                        ok.value()
                                                .hour()
                                                .on(ANY, WorkingHours.USUAL, Direction.START)
                                                .toLocalTime(),
                                        ok.value().zone()),
                                ok.words());
        };
    }
}
