package dibs.bot.time;

import static org.assertj.core.api.Assertions.assertThat;

import dibs.backend.person.WorkingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for whatever is written; how often it is tried says the root pom. */
class TimePropertiesTest {
    @Provide
    Arbitrary<List<String>> phrases() {
        return Written.phrases();
    }

    @Provide
    Arbitrary<WorkingHours> hours() {
        return Written.hours();
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(Written.ZONES);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Written.moments();
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
                        .resolve(now, Written.ZONES.getFirst(), WorkingHours.USUAL, Direction.END))
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
