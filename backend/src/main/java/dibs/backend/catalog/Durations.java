package dibs.backend.catalog;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the catalog writes durations: a number and a unit, such as {@code 5d}. */
final class Durations {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([mhdw])");

    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,4})([smhd])");

    private Durations() {}

    /** As probes write them, down to seconds, such as {@code 10s}. */
    static Optional<Duration> parseSpan(String text) {
        Matcher form = SPAN.matcher(text);
        return form.matches() && form.group(2).equals("s")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(form.group(1))))
                : form.matches() ? parse(text) : Optional.empty();
    }

    static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(form.group(1));
        return Optional.of(
                switch (form.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    case "d" -> Duration.ofDays(number);
                    default -> Duration.ofDays(7 * number);
                });
    }
}
