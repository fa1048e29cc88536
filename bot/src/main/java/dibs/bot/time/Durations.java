package dibs.bot.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lengths of time: {@code 90m}, {@code 2h30}, {@code 1 day 4 hours}, {@code an hour and a half}. */
public final class Durations {
    /** The shortest that is understood. */
    public static final Duration SHORTEST = Duration.ofMinutes(1);

    /** The longest that is understood; what may be had of an environment is far less. */
    public static final Duration LONGEST = Duration.ofDays(3_653);

    private static final Pattern PIECE = Pattern.compile("(" + Count.DIGITS + ")([a-z]+)");
    private static final Pattern MINUTES = Pattern.compile("[0-5]?\\d");

    private Durations() {}

    /** A part in descending units, in seconds. */
    private record Part(BigDecimal seconds, Unit largest, Unit smallest, int next, boolean weak) {}

    /**
     * The longest leading run of words that is a length of time. A day is 24 hours, a month 30 days, a year 365.
     *
     * @return {@link Reading.Bad} with {@link Fault#TOO_SHORT} below {@link #SHORTEST}, nought and negative ones
     *     included, and with {@link Fault#TOO_LONG} above {@link #LONGEST}
     */
    public static Reading<Duration> read(List<String> words) {
        return read(Words.of(words), 0);
    }

    /** The same at a place within; {@code words} of the reading is then the place behind it. */
    static Reading<Duration> read(Words words, int index) {
        boolean apart = words.is(index, "minus", "-");
        boolean negative = apart || words.at(index).startsWith("-");
        Optional<Part> begin = apart ? part(words, index + 1) : part(words.unsigned(index), index);
        if (begin.isEmpty()) {
            return new Reading.None<>();
        }
        Part sum = begin.get();
        for (Optional<Part> more = following(words, sum); more.isPresent(); more = following(words, sum)) {
            Part part = more.get();
            sum = new Part(sum.seconds.add(part.seconds), sum.largest, part.smallest, part.next, false);
        }
        return judged(negative ? sum.seconds.negate() : sum.seconds, sum.next);
    }

    private static Reading<Duration> judged(BigDecimal seconds, int next) {
        if (seconds.compareTo(BigDecimal.valueOf(SHORTEST.toSeconds())) < 0) {
            return new Reading.Bad<>(Fault.TOO_SHORT, next);
        }
        if (seconds.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) > 0) {
            return new Reading.Bad<>(Fault.TOO_LONG, next);
        }
        return new Reading.Ok<>(
                Duration.ofSeconds(seconds.setScale(0, RoundingMode.HALF_UP).longValueExact()), next);
    }

    /** The part behind that one, if its units are smaller: "2h 3h" is two times, and "2h a day" is not one either. */
    private static Optional<Part> following(Words words, Part before) {
        int index = words.skip(before.next, "and", "&");
        boolean joined = index > before.next;
        return part(words, index)
                .filter(part -> part.largest.compareTo(before.smallest) < 0)
                .filter(part -> joined || !part.weak);
    }

    private static Optional<Part> part(Words words, int index) {
        Optional<Part> compact = compact(words.at(index), index);
        return compact.isPresent() ? compact : Count.at(words, index).flatMap(count -> spelled(words, count));
    }

    private static Optional<Part> spelled(Words words, Count count) {
        String name = words.at(count.next());
        return (count.spelled() ? Unit.spelled(name) : Unit.named(name)).map(unit -> {
            int next = count.next() + 1;
            int half = words.after(next, "and", "a", "half");
            boolean more = half > next;
            // "two days and a half day" says the unit twice.
            int behind = more && Unit.named(words.at(half)).equals(Optional.of(unit)) ? half + 1 : half;
            BigDecimal value = more ? count.value().add(new BigDecimal("0.5")) : count.value();
            return new Part(unit.times(value), unit, unit, behind, count.article());
        });
    }

    /** One word with units in it: 2h30m, and 2h30, where minutes go without saying. */
    private static Optional<Part> compact(String word, int index) {
        Matcher piece = PIECE.matcher(word);
        BigDecimal sum = BigDecimal.ZERO;
        Unit largest = null;
        Unit smallest = null;
        int end = 0;
        while (end < word.length() && piece.region(end, word.length()).lookingAt()) {
            Optional<Unit> unit = Unit.named(word.substring(piece.start(2), piece.end(2)));
            if (unit.isEmpty() || (smallest != null && unit.get().compareTo(smallest) >= 0)) {
                return Optional.empty();
            }
            smallest = unit.get();
            largest = largest == null ? smallest : largest;
            sum = sum.add(smallest.times(Count.digits(word.substring(piece.start(1), piece.end(1)))));
            end = piece.end();
        }
        String rest = word.substring(end);
        if (smallest == Unit.HOUR && MINUTES.matcher(rest).matches()) {
            sum = sum.add(Unit.MINUTE.times(new BigDecimal(rest)));
            smallest = Unit.MINUTE;
            rest = "";
        }
        return largest == null || smallest == null || !rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(sum, largest, smallest, index + 1, false));
    }
}
