package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.person.WorkingHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for whatever is written; how often it is tried says the root pom. */
class TimePropertiesTest {
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
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/Vancouver"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("-12:00"),
            ZoneId.of("+14:00"));

    @Provide
    Arbitrary<List<String>> phrases() {
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

    @Provide
    Arbitrary<WorkingHours> hours() {
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

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES);
    }

    /** From 1990 to 2040, to the second. */
    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs().between(631_152_000L, 2_208_988_800L).map(Instant::ofEpochSecond);
    }

    @Property
    void whateverIsWrittenIsReadWithinItsWords(@ForAll("phrases") List<String> words) {
        for (Reading<?> read :
                List.of(Durations.read(words), TimePoints.read(words), HoursWords.read(words), ZoneWords.read(words))) {
            assertThat(read.taken()).isBetween(read instanceof Reading.None ? 0 : 1, words.size());
            assertThat(read instanceof Reading.None).isEqualTo(read.taken() == 0);
        }
    }

    @Property
    void whatIsReadIsTheSameWithoutTheRest(@ForAll("phrases") List<String> words) {
        if (Durations.read(words) instanceof Reading.Ok<Duration> ok) {
            assertThat(Durations.read(words.subList(0, ok.words()))).isEqualTo(ok);
        }
        if (TimePoints.read(words) instanceof Reading.Ok<TimePoint> ok) {
            assertThat(TimePoints.read(words.subList(0, ok.words()))).isEqualTo(ok);
        }
    }

    @Property
    void caseAndPunctuationChangeNothing(@ForAll("phrases") List<String> words) {
        List<String> loud =
                words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        if (words.stream().allMatch(word -> word.chars().allMatch(c -> c < 128))) {
            assertThat(TimePoints.read(loud)).isEqualTo(TimePoints.read(words));
            assertThat(Durations.read(loud)).isEqualTo(Durations.read(words));
        }
        if (Durations.read(words) instanceof Reading.Ok<Duration> ok) {
            List<String> asked = new ArrayList<>(words.subList(0, ok.words()));
            asked.set(ok.words() - 1, asked.getLast() + "?");
            assertThat(Durations.read(asked)).isEqualTo(ok);
        }
    }

    @Property
    void aMomentIsAheadOrSaidToBeOver(
            @ForAll("phrases") List<String> words,
            @ForAll("moments") Instant now,
            @ForAll("zones") ZoneId zone,
            @ForAll("hours") WorkingHours hours,
            @ForAll Direction direction) {
        if (!(TimePoints.read(words) instanceof Reading.Ok<TimePoint> ok)) {
            return;
        }
        switch (ok.value().resolve(now, zone, hours, direction)) {
            case Resolved.At at -> {
                assertThat(at.instant()).isBeforeOrEqualTo(now.plus(Durations.LONGEST));
                if (direction == Direction.END) {
                    assertThat(at.instant()).isAfter(now);
                } else {
                    assertThat(at.instant()).isAfterOrEqualTo(now);
                }
            }
            case Resolved.Past past -> assertThat(past.when()).isBeforeOrEqualTo(now);
            case Resolved.TooFar ignored -> assertThat(words.toString()).containsPattern("\\d");
            case Resolved.OtherDay ignored -> assertThat(words).hasSizeGreaterThan(1);
        }
    }

    @Property
    void aLengthThatIsSaidIsReadBack(@ForAll @LongRange(min = 60, max = 315_619_200) long seconds) {
        Duration length = Duration.ofSeconds(seconds);
        List<String> said = Said.words(HumanTimes.length(length));
        assertThat(Durations.read(said)).isEqualTo(new Reading.Ok<>(length, said.size()));
    }

    @Property
    void aDistanceThatIsSaidIsReadBackToItsTwoLargestUnits(
            @ForAll @LongRange(min = 60, max = 31_536_000) long seconds) {
        Duration left = Duration.ofSeconds(seconds);
        List<String> said = Said.words(HumanTimes.left(left));
        Instant now = Instant.EPOCH;
        assertThat(TimePoints.read(said)
                        .maybe()
                        .orElseThrow()
                        .resolve(now, ZONES.getFirst(), WorkingHours.USUAL, Direction.END))
                .isInstanceOfSatisfying(
                        Resolved.At.class,
                        at -> assertThat(Duration.between(at.instant(), now.plus(left)))
                                .isBetween(Duration.ZERO, Duration.ofHours(1).minusSeconds(1)));
    }

    @Property
    void aMomentThatIsSaidIsReadBack(
            @ForAll("moments") Instant now,
            @ForAll @IntRange(min = 1, max = 170 * 24 * 60) int minutes,
            @ForAll("zones") ZoneId zone) {
        Instant moment = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60).plus(Duration.ofMinutes(minutes));
        List<String> said = Said.words(HumanTimes.day(moment, zone, now));
        Reading<TimePoint> read = TimePoints.read(said);
        assertThat(read.taken()).isEqualTo(said.size());
        assertThat(read.maybe().orElseThrow().resolve(now, zone, WorkingHours.USUAL, Direction.END))
                .isEqualTo(new Resolved.At(moment));
    }

    @Property
    void anHourOnAClockIsThatHour(
            @ForAll("moments") Instant now,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 59) int minute,
            @ForAll("zones") ZoneId zone) {
        String clock = String.format(Locale.ROOT, "%02d:%02d", hour, minute);
        Resolved tomorrow = TimePoints.read(List.of("tomorrow", clock))
                .maybe()
                .orElseThrow()
                .resolve(now, zone, WorkingHours.USUAL, Direction.END);
        assertThat(tomorrow).isInstanceOfSatisfying(Resolved.At.class, at -> {
            var local = at.instant().atZone(zone);
            // Where the clock jumps over that hour, or the day, another one is shown.
            if (zone.getRules()
                    .isValidOffset(
                            now.atZone(zone).toLocalDate().plusDays(1).atTime(hour, minute), local.getOffset())) {
                assertThat(local.toLocalDate())
                        .isEqualTo(now.atZone(zone).toLocalDate().plusDays(1));
                assertThat(local.toLocalTime()).isEqualTo(LocalTime.of(hour, minute));
            }
        });
    }
}
