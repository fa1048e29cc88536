package dibs.bot.time;

import dibs.backend.person.WorkingHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What people write, near it, and nothing like it; and who writes it when. */
final class Written {
    private static final List<String> VOCABULARY = List.of(
            "2h",
            "2h30",
            "90",
            "90m",
            "1.5",
            "1½h",
            "hours",
            "hour",
            "half",
            "an",
            "a",
            "and",
            "day",
            "days",
            "week",
            "couple",
            "of",
            "minus",
            "-2h",
            "0",
            "0h",
            "9999999999999999999y",
            "at",
            "on",
            "in",
            "from",
            "now",
            "next",
            "this",
            "end",
            "the",
            "my",
            "eod",
            "eow",
            "today",
            "tonight",
            "tomorrow",
            "friday",
            "mon",
            "sun,",
            "noon",
            "midnight",
            "morning",
            "5",
            "5pm",
            "5:30",
            "pm",
            "p.m.",
            "17:00",
            "17h00",
            "17.00",
            "24:00",
            "25:00",
            "27",
            "27th",
            "nov",
            "feb",
            "29",
            "2026",
            "2026-11-27",
            "2026-11-27T17:00Z",
            "2026-02-30",
            "11/27",
            "27.11.",
            "utc",
            "cet",
            "+02:00",
            "-18:00",
            "+19:00",
            "europe/berlin",
            "(berlin)",
            "(new",
            "york)",
            "time",
            "9-17",
            "9-5",
            "hours",
            "mon-fri",
            "mon,wed",
            "to",
            "weekdays",
            "rack-12",
            "145.0b3",
            "working",
            "business",
            "(",
            ")",
            "()",
            ",",
            ".",
            "!",
            "-",
            "+",
            "/",
            ":",
            "½",
            "9",
            "o'clock",
            "12",
            "0:00",
            "0000-01-01",
            "9999-12-31");
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/Vancouver"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("-12:00"),
            ZoneId.of("+14:00"));

    private Written() {}

    static Arbitrary<List<String>> phrases() {
        Arbitrary<String> known = Arbitraries.of(VOCABULARY);
        Arbitrary<String> mutated = Combinators.combine(
                        known,
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.of("", "x", ".", "-", "9", ":", "½", "İ", "\u0000"))
                .as((word, place, put) -> {
                    int at = Math.min(place, word.length());
                    return word.substring(0, at) + put + word.substring(Math.min(at + 1, word.length()));
                });
        Arbitrary<String> random = Arbitraries.strings().ofMaxLength(12);
        return Arbitraries.frequencyOf(Tuple.of(12, known), Tuple.of(4, mutated), Tuple.of(1, random))
                .list()
                .ofMaxSize(7);
    }

    static Arbitrary<WorkingHours> hours() {
        Arbitrary<LocalTime> from = Arbitraries.integers().between(0, 22 * 60).map(m -> LocalTime.of(m / 60, m % 60));
        return Combinators.combine(
                        from,
                        Arbitraries.integers().between(1, 24 * 60),
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1))
                .as((begin, length, days) -> {
                    int end = Math.min(begin.toSecondOfDay() / 60 + length, 24 * 60);
                    return new WorkingHours(begin, LocalTime.of(end / 60 % 24, end % 60), days);
                });
    }

    /** From 1990 to 2040, to the second. */
    static Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(631_152_000L, 2_208_988_800L).map(Instant::ofEpochSecond);
    }
}
