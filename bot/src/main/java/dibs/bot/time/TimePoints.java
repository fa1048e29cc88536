package dibs.bot.time;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads moments: {@code 17:00}, {@code friday 5pm}, {@code end of my day}, {@code 2026-11-27T17:00Z}, {@code in 2 hours}. */
public final class TimePoints {
    private static final Pattern ISO =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})t(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?"
                    + "(z|[+-]\\d{2}(?::?\\d{2})?)?");

    private TimePoints() {}

    /**
     * The longest leading run of words that is a moment; when that is says {@link TimePoint#resolve}.
     *
     * @return {@link Reading.Bad} for a date that may be read in two ways, and for dates, times and zones that do not
     *     exist
     */
    public static Reading<TimePoint> read(List<String> words) {
        return read(Words.of(words));
    }

    private static Reading<TimePoint> read(Words words) {
        return dayFirst(words)
                .orLonger(hourFirst(words))
                .orLonger(iso(words))
                .orLonger(endOf(words))
                .orLonger(relative(words))
                .orLonger(now(words));
    }

    /** "friday", "friday at 5pm". */
    private static Reading<TimePoint> dayFirst(Words words) {
        return Days.read(words, 0).then(day -> {
            Reading<TimePoint> alone =
                    new Reading.Ok<>(new Moment(day.value().day(), day.value().unsaid()), day.words());
            Reading<TimePoint> timed = Clocks.read(words, day.words())
                    .then(hour -> new Reading.Ok<>(moment(day.value(), hour.value()), hour.words()));
            return alone.orLonger(timed).orLonger(part(words, day));
        });
    }

    /** "monday morning". */
    private static Reading<TimePoint> part(Words words, Reading.Ok<Days.Said> day) {
        return Clocks.part(words.at(day.words()))
                .<Reading<TimePoint>>map(
                        hour -> new Reading.Ok<>(new Moment(day.value().day(), hour), day.words() + 1))
                .orElseGet(Reading.None::new);
    }

    /** "5pm", "5pm on friday". */
    private static Reading<TimePoint> hourFirst(Words words) {
        return Clocks.read(words, 0).then(hour -> {
            Reading<TimePoint> alone = new Reading.Ok<>(today(hour.value()), hour.words());
            Reading<TimePoint> dated = Days.read(words, hour.words())
                    .then(day -> new Reading.Ok<>(moment(day.value(), hour.value()), day.words()))
                    .then(made -> zoned(words, made));
            return alone.orLonger(dated);
        });
    }

    /** "5pm friday utc". */
    private static Reading<TimePoint> zoned(Words words, Reading.Ok<TimePoint> read) {
        if (!(read.value() instanceof Moment moment
                && moment.zone().isEmpty()
                && moment.hour() instanceof Hour.Clock)) {
            return read;
        }
        Reading<TimePoint> zoned = ZoneWords.suffix(words, read.words())
                .then(zone -> new Reading.Ok<>(
                        new Moment(moment.day(), moment.hour(), Optional.of(zone.value())), zone.words()));
        return read.orLonger(zoned);
    }

    private static TimePoint moment(Days.Said day, Clocks.Said hour) {
        // Whoever says "tonight at 8" means no morning.
        boolean evening = day.unsaid() == Hour.Named.NIGHT
                && hour.hour() instanceof Hour.Bare bare
                && bare.number() > 0
                && bare.number() < 12;
        return evening && hour.hour() instanceof Hour.Bare bare
                ? new Moment(day.day(), new Hour.Clock(LocalTime.of(bare.number() + 12, 0)))
                : new Moment(day.day(), hour.hour(), hour.zone());
    }

    private static TimePoint today(Clocks.Said said) {
        // Today's 0:00 is always over: without a day it is the coming midnight.
        boolean midnight = said.hour().equals(new Hour.Clock(LocalTime.MIDNIGHT));
        return new Moment(new Day.Unsaid(), midnight ? Hour.Named.MIDNIGHT : said.hour(), said.zone());
    }

    private static Reading<TimePoint> iso(Words words) {
        Matcher iso = ISO.matcher(words.at(0));
        if (!iso.matches()) {
            return new Reading.None<>();
        }
        Optional<Hour> hour = Clocks.hour(
                Clocks.number(iso.group(2)), Clocks.number(iso.group(3)), Clocks.number(iso.group(4)), null);
        Optional<ZoneId> zone = Clocks.isoZone(iso.group(5));
        if (hour.isEmpty()) {
            return new Reading.Bad<>(Fault.NO_SUCH_TIME, 1);
        }
        if (iso.group(5) != null && zone.isEmpty()) {
            return new Reading.Bad<>(Fault.UNKNOWN_ZONE, 1);
        }
        String date = words.at(0).substring(iso.start(1), iso.end(1));
        return Dates.read(Words.of(List.of(date)), 0, Optional.empty())
                .<TimePoint>then(day -> new Reading.Ok<>(new Moment(day.value(), hour.get(), zone), 1))
                .then(read -> zoned(words, read));
    }

    /** "end of the week", "eow", "end of friday". */
    private static Reading<TimePoint> endOf(Words words) {
        int of = words.after(0, "end", "of");
        int week = words.skip(of, "the", "this", "my");
        if (words.is(0, "eow")) {
            return new Reading.Ok<>(new Moment(new Day.LastOfWeek(0), Hour.Named.WORK_END), 1);
        }
        if (of == 0) {
            return new Reading.None<>();
        }
        if (words.is(week, "week")) {
            return new Reading.Ok<>(new Moment(new Day.LastOfWeek(0), Hour.Named.WORK_END), week + 1);
        }
        int next = words.after(of, "next", "week");
        if (next > of) {
            return new Reading.Ok<>(new Moment(new Day.LastOfWeek(1), Hour.Named.WORK_END), next);
        }
        return Days.read(words, of)
                .then(day -> new Reading.Ok<>(new Moment(day.value().day(), Hour.Named.WORK_END), day.words()));
    }

    /** "in 2 hours", "2 hours from now", "in 2 days at noon". */
    private static Reading<TimePoint> relative(Words words) {
        int begin = words.skip(0, "in");
        return Durations.read(words, begin).then(length -> {
            int behind = words.after(length.words(), "from", "now");
            if (begin == 0 && behind == length.words()) {
                return new Reading.None<>();
            }
            Reading<TimePoint> later = new Reading.Ok<>(new Later(length.value()), behind);
            Duration days = Duration.ofDays(length.value().toDays());
            return days.equals(length.value()) && behind == length.words()
                    ? later.orLonger(Clocks.read(words, behind)
                            .then(hour -> new Reading.Ok<>(
                                    new Moment(
                                            new Day.Ahead(days.toDays()),
                                            hour.value().hour(),
                                            hour.value().zone()),
                                    hour.words())))
                    : later;
        });
    }

    private static Reading<TimePoint> now(Words words) {
        int now = words.skip(0, "right");
        return words.is(now, "now") ? new Reading.Ok<>(new Later(Duration.ZERO), now + 1) : new Reading.None<>();
    }
}
