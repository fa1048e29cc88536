package dibs.bot.time;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many of a unit somebody wrote.
 *
 * @param next the place behind it
 * @param spelled whether it was written in words
 * @param article whether it began with an article or a fraction: too weak to follow another part without an "and"
 */
record Count(BigDecimal value, int next, boolean spelled, boolean article) {
    /** Digits with a point, or with a comma and at most two decimals; a fraction's sign may follow. */
    static final String DIGITS = "(?:\\d+(?:\\.\\d{1,9}|,\\d{1,2})?|\\.\\d{1,9})[½¼¾]?|[½¼¾]";

    private static final Pattern NUMBER = Pattern.compile(DIGITS);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal ABSURD = BigDecimal.TEN.pow(18);
    private static final Map<String, BigDecimal> SIGNS = Map.of(
            "½",
            HALF,
            "¼",
            QUARTER,
            "¾",
            new BigDecimal("0.75"),
            "1/2",
            HALF,
            "1/4",
            QUARTER,
            "3/4",
            new BigDecimal("0.75"));
    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("forty-five", 45),
            Map.entry("sixty", 60),
            Map.entry("ninety", 90));

    /** The number that stands there. */
    static Optional<Count> at(Words words, int index) {
        String word = words.at(index);
        if (SIGNS.containsKey(word)) {
            return Optional.of(new Count(sign(word), words.skip(words.skip(index + 1, "of"), "a", "an"), false, false));
        }
        if (NUMBER.matcher(word).matches()) {
            return Optional.of(new Count(digits(word), index + 1, false, false).withFraction(words));
        }
        Integer small = SMALL.get(word);
        if (small != null) {
            BigDecimal value = BigDecimal.valueOf(small);
            return Optional.of(
                    words.is(index + 1, "quarter", "quarters")
                            ? part(words, index + 2, value.multiply(QUARTER))
                            : new Count(value, index + 1, true, false).withFraction(words));
        }
        return vague(words, index);
    }

    private static Optional<Count> vague(Words words, int index) {
        int noun = words.skip(index, "a", "an");
        return switch (words.at(noun)) {
            case "half" -> Optional.of(part(words, noun + 1, HALF));
            case "quarter" -> Optional.of(part(words, noun + 1, QUARTER));
            case "couple" -> Optional.of(new Count(BigDecimal.TWO, words.skip(noun + 1, "of"), true, true));
            default -> noun == index ? Optional.empty() : Optional.of(new Count(BigDecimal.ONE, noun, true, true));
        };
    }

    /** "half" with the little words that may stand between it and the unit. */
    private static Count part(Words words, int index, BigDecimal value) {
        return new Count(value, words.skip(words.skip(index, "of"), "a", "an"), true, true);
    }

    /** "one and a half hours", "1 1/2 hours". */
    private Count withFraction(Words words) {
        if (SIGNS.containsKey(words.at(next))) {
            return new Count(value.add(sign(words.at(next))), next + 1, spelled, false);
        }
        int half = words.after(next, "and", "a", "half");
        return half > next && Unit.spelled(words.at(half)).isPresent()
                ? new Count(value.add(HALF), half, spelled, false)
                : this;
    }

    /** The value of what {@link #DIGITS} matched. */
    static BigDecimal digits(String text) {
        String last = text.substring(text.length() - 1);
        BigDecimal fraction = sign(last);
        String rest = fraction.signum() == 0 ? text : text.substring(0, text.length() - 1);
        if (rest.isEmpty()) {
            return fraction;
        }
        // Longer than any time can be: nobody is to wait for the arithmetic of a thousand digits.
        return rest.length() > 18 ? ABSURD : new BigDecimal(rest.replace(',', '.')).add(fraction);
    }

    private static BigDecimal sign(String word) {
        return SIGNS.getOrDefault(word, BigDecimal.ZERO);
    }
}
