package dibs.bot.time;

import java.time.ZoneId;
import java.util.List;

/** Reads time zones: {@code Europe/Berlin}, {@code berlin}, {@code new york}, {@code UTC}, {@code +02:00}. */
public final class ZoneWords {
    /** The most words a city has in a zone's name: "Port of Spain". */
    private static final int CITY = 4;

    private ZoneWords() {}

    /**
     * The zone that the leading words name, in any case.
     *
     * @return {@link Reading.Bad} with suggestions for letters such as CET, for a city of several zones, and for a word
     *     that names no zone; {@link Reading.None} only where there is no word
     */
    public static Reading<ZoneId> read(List<String> list) {
        Words words = Words.of(list);
        String first = words.at(0);
        if (first.isEmpty()) {
            return new Reading.None<>();
        }
        if (!ZoneNames.meanings(first).isEmpty()) {
            return new Reading.Bad<>(Fault.AMBIGUOUS_ZONE, 1, ZoneNames.meanings(first));
        }
        Reading<ZoneId> exact = ZoneNames.exact(first)
                .<Reading<ZoneId>>map(zone -> new Reading.Ok<>(zone, 1))
                .orElseGet(Reading.None::new);
        Reading<ZoneId> found = exact.orLonger(city(words, 0));
        return found.taken() > 0 ? found : new Reading.Bad<>(Fault.UNKNOWN_ZONE, 1, ZoneNames.nearest(first));
    }

    private static Reading<ZoneId> city(Words words, int index) {
        for (int count = CITY; count > 0; count--) {
            if (words.at(index + count - 1).isEmpty()) {
                continue;
            }
            List<String> ids = ZoneNames.ofCity(words.phrase(index, index + count));
            if (ids.size() > 1) {
                return new Reading.Bad<>(Fault.AMBIGUOUS_ZONE, index + count, ids);
            }
            if (!ids.isEmpty()) {
                return new Reading.Ok<>(ZoneId.of(ids.getFirst()), index + count);
            }
        }
        return new Reading.None<>();
    }

    /**
     * The zone that stands behind a time. A city is one in brackets, as replies write it, or before "time": "17:00 paris
     * release" is about a release.
     */
    static Reading<ZoneId> suffix(Words words, int index) {
        String word = words.at(index);
        if (word.startsWith("(")) {
            return bracketed(words, index);
        }
        if (!ZoneNames.meanings(word).isEmpty()) {
            return new Reading.Bad<>(Fault.AMBIGUOUS_ZONE, index + 1, ZoneNames.meanings(word));
        }
        boolean city = !word.contains("/")
                && Character.isLetter(word.isEmpty() ? ' ' : word.charAt(0))
                && !word.startsWith("utc")
                && !word.startsWith("gmt")
                && !word.equals("z");
        if (city) {
            return city(words, index)
                    .then(ok -> words.is(ok.words(), "time")
                            ? new Reading.Ok<>(ok.value(), ok.words() + 1)
                            : new Reading.None<>());
        }
        return ZoneNames.exact(word)
                .<Reading<ZoneId>>map(zone -> new Reading.Ok<>(zone, words.skip(index + 1, "time")))
                .orElseGet(() -> ZoneNames.hasArea(word)
                        ? new Reading.Bad<>(Fault.UNKNOWN_ZONE, index + 1, ZoneNames.nearest(word))
                        : new Reading.None<>());
    }

    private static Reading<ZoneId> bracketed(Words words, int index) {
        for (int end = index; end < index + CITY; end++) {
            if (words.at(end).endsWith(")")) {
                String inside = words.phrase(index, end + 1);
                int next = end + 1;
                return read(List.of(inside.substring(1, inside.length() - 1).split(" ")))
                        .then(zone -> new Reading.Ok<>(zone.value(), next));
            }
        }
        return new Reading.None<>();
    }
}
