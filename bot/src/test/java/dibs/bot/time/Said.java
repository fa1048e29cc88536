package dibs.bot.time;

import dibs.backend.person.WorkingHours;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** What the tests of this package share: words from a phrase, and a moment as a clock on the wall shows it. */
final class Said {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private Said() {}

    static List<String> words(String phrase) {
        return phrase.isBlank() ? List.of() : List.of(phrase.strip().split("\\s+"));
    }

    /** The items of a list with commas; none of a blank one. */
    static List<String> list(String items) {
        return items.isBlank() ? List.of() : List.of(items.split(","));
    }

    static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    /** What a phrase means in that zone with the usual hours: a local date and time, or how it fails. */
    static String meaning(String phrase, String now, ZoneId zone, Direction direction) {
        return meaning(phrase, at(now, zone), zone, WorkingHours.USUAL, direction);
    }

    static String meaning(String phrase, Instant now, ZoneId zone, WorkingHours hours, Direction direction) {
        return switch (TimePoints.read(words(phrase))) {
            case Reading.None<TimePoint> ignored -> "none";
            case Reading.Bad<TimePoint> bad -> bad.fault().name();
            case Reading.Ok<TimePoint> ok ->
                switch (ok.value().resolve(now, zone, hours, direction)) {
                    case Resolved.At at ->
                        at.instant().atZone(zone).toLocalDateTime().toString();
                    case Resolved.Past past ->
                        "past " + past.when().atZone(zone).toLocalDateTime();
                    case Resolved.TooFar ignored -> "too far";
                    case Resolved.OtherDay other -> "other day " + other.date();
                };
        };
    }
}
