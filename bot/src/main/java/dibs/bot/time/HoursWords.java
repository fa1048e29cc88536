package dibs.bot.time;

import dibs.backend.person.WorkingHours;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads working hours: {@code 9-17}, {@code 9:30-17:30 mon,wed,fri}, {@code 9am-5pm weekdays}, {@code 0-24 mon-sun}. */
public final class HoursWords {
    private static final Pattern SPAN =
            Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?(am|pm)?-(\\d{1,2})(?:[:.h](\\d{2}))?(am|pm)?");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}(?:[:.h]\\d{2})?(?:am|pm)?");
    private static final LocalTime NOON = LocalTime.NOON;

    private HoursWords() {}

    private record Span(LocalTime from, LocalTime to) {}

    /**
     * The working hours that the leading words name; without days, {@link WorkingHours#USUAL}'s. A leading "hours" may
     * stand before them.
     *
     * @return {@link Reading.Bad} for hours that end before they begin, with a suggestion for {@code 9-5}, and for times
     *     and days that do not exist
     */
    public static Reading<WorkingHours> read(List<String> list) {
        Words words = Words.of(list);
        int begin = words.skip(0, "hours");
        Reading<Span> span = span(words, words.skip(begin, "from"));
        if (begin > 0 && span instanceof Reading.None && !words.at(begin).isEmpty()) {
            return new Reading.Bad<>(Fault.NO_HOURS, begin + 1);
        }
        return span.then(ok -> withDays(words, ok));
    }

    private static Reading<WorkingHours> withDays(Words words, Reading.Ok<Span> span) {
        Span times = span.value();
        Reading<WorkingHours> usual =
                new Reading.Ok<>(new WorkingHours(times.from, times.to, WorkingHours.USUAL.days()), span.words());
        Reading<WorkingHours> said = WeekDays.read(words, words.skip(span.words(), "on"))
                .then(days -> new Reading.Ok<>(new WorkingHours(times.from, times.to, days.value()), days.words()));
        return usual.orLonger(said);
    }

    private static Reading<Span> span(Words words, int index) {
        Matcher span = SPAN.matcher(words.at(index));
        if (span.matches()) {
            return span(span, index + 1);
        }
        boolean apart = TIME.matcher(words.at(index)).matches()
                && words.is(index + 1, "-", "to", "until", "till")
                && TIME.matcher(words.at(index + 2)).matches();
        Matcher joined = SPAN.matcher(words.at(index) + "-" + words.at(index + 2));
        return apart && joined.matches() ? span(joined, index + 3) : new Reading.None<>();
    }

    private static Reading<Span> span(Matcher span, int next) {
        Optional<LocalTime> from = time(span.group(1), span.group(2), span.group(3), false);
        Optional<LocalTime> to = time(span.group(4), span.group(5), span.group(6), true);
        if (from.isEmpty() || to.isEmpty()) {
            return new Reading.Bad<>(Fault.NO_SUCH_TIME, next);
        }
        if (to.get().equals(LocalTime.MIDNIGHT) || from.get().isBefore(to.get())) {
            return new Reading.Ok<>(new Span(from.get(), to.get()), next);
        }
        LocalTime later = to.get().plusHours(12);
        boolean meant = span.group(6) == null
                && from.get().isBefore(NOON)
                && to.get().isBefore(NOON)
                && from.get().isBefore(later);
        return new Reading.Bad<>(
                Fault.HOURS_BACKWARDS, next, meant ? List.of(brief(from.get()) + "-" + brief(later)) : List.of());
    }

    /** The time of these figures, if a clock shows them; an end at 24 is midnight. */
    private static Optional<LocalTime> time(
            @Nullable String hour, @Nullable String minute, @Nullable String half, boolean end) {
        String cut = half == null ? null : half.substring(0, 1);
        return Clocks.hour(Clocks.number(hour), Clocks.number(minute), 0, cut).flatMap(found -> switch (found) {
            case Hour.Clock clock -> Optional.of(clock.time());
            case Hour.Named ignored when end -> Optional.of(LocalTime.MIDNIGHT);
            default -> Optional.empty();
        });
    }

    private static String brief(LocalTime time) {
        return time.getMinute() == 0
                ? String.valueOf(time.getHour())
                : time.getHour() + time.toString().substring(2);
    }
}
