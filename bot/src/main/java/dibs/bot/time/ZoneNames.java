package dibs.bot.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The zones that the JDK knows, by their names and by their cities. */
final class ZoneNames {
    private static final Set<String> AREAS = Set.of(
            "africa",
            "america",
            "antarctica",
            "arctic",
            "asia",
            "atlantic",
            "australia",
            "europe",
            "indian",
            "pacific");
    /** Letters that people write for zones and that stand for several, or change with the season. */
    private static final Map<String, List<String>> LETTERS = Map.ofEntries(
            Map.entry("cet", List.of("Europe/Berlin", "Europe/Paris", "Europe/Madrid")),
            Map.entry("cest", List.of("Europe/Berlin", "Europe/Paris", "Europe/Madrid")),
            Map.entry("eet", List.of("Europe/Helsinki", "Europe/Bucharest", "Africa/Cairo")),
            Map.entry("eest", List.of("Europe/Helsinki", "Europe/Bucharest", "Europe/Athens")),
            Map.entry("bst", List.of("Europe/London", "Asia/Dhaka", "Pacific/Bougainville")),
            Map.entry("ist", List.of("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem")),
            Map.entry("pst", List.of("America/Los_Angeles", "America/Vancouver", "Asia/Manila")),
            Map.entry("pdt", List.of("America/Los_Angeles", "America/Vancouver", "America/Tijuana")),
            Map.entry("mst", List.of("America/Denver", "America/Phoenix", "America/Edmonton")),
            Map.entry("mdt", List.of("America/Denver", "America/Edmonton")),
            Map.entry("cst", List.of("America/Chicago", "Asia/Shanghai", "America/Mexico_City")),
            Map.entry("cdt", List.of("America/Chicago", "America/Winnipeg", "America/Havana")),
            Map.entry("est", List.of("America/New_York", "America/Toronto", "America/Panama")),
            Map.entry("edt", List.of("America/New_York", "America/Toronto")),
            Map.entry("jst", List.of("Asia/Tokyo")),
            Map.entry("kst", List.of("Asia/Seoul")),
            Map.entry("msk", List.of("Europe/Moscow")),
            Map.entry("aest", List.of("Australia/Sydney", "Australia/Brisbane")),
            Map.entry("aedt", List.of("Australia/Sydney", "Australia/Melbourne")),
            Map.entry("nzst", List.of("Pacific/Auckland")),
            Map.entry("nzdt", List.of("Pacific/Auckland")),
            Map.entry("wet", List.of("Europe/Lisbon", "Atlantic/Canary")),
            Map.entry("met", List.of("Europe/Berlin", "Europe/Paris")),
            Map.entry("hst", List.of("Pacific/Honolulu")),
            Map.entry("ast", List.of("America/Halifax", "Asia/Riyadh")));

    private static final Set<String> UTC = Set.of("utc", "gmt", "z", "zulu", "ut");

    /** Every id but those of the letters above, in lower case. */
    private static final Map<String, String> IDS = ids();

    private static final Map<String, Set<String>> CITIES = cities();
    private static final int SUGGESTED = 3;
    /** Longer than any zone's name: not worth looking for what is like it. */
    private static final int LONGEST = 40;

    private ZoneNames() {}

    private static Map<String, String> ids() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !LETTERS.containsKey(id.toLowerCase(Locale.ROOT)) && !id.startsWith("SystemV/"))
                .collect(
                        Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), id -> id, (one, other) -> one));
    }

    private static Map<String, Set<String>> cities() {
        Map<String, Set<String>> cities = new TreeMap<>();
        for (String id : IDS.values()) {
            if (hasArea(id)) {
                String city = id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
                cities.computeIfAbsent(city, ignored -> new TreeSet<>()).add(id);
            }
        }
        return Map.copyOf(cities);
    }

    /** Whether it begins with the name of a part of the world, in any case. */
    static boolean hasArea(String id) {
        int slash = id.indexOf('/');
        return slash > 0 && AREAS.contains(id.substring(0, slash).toLowerCase(Locale.ROOT));
    }

    /** The zones that letters such as "cet" may stand for; none for anything else. */
    static List<String> meanings(String letters) {
        return LETTERS.getOrDefault(letters, List.of());
    }

    /** UTC, an offset, or an id in lower case. */
    static Optional<ZoneId> exact(String word) {
        if (UTC.contains(word)) {
            return Optional.of(ZoneId.of("UTC"));
        }
        String bare = word.startsWith("utc") || word.startsWith("gmt") ? word.substring(3) : word;
        if (bare.startsWith("+") || bare.startsWith("-")) {
            return offset(bare);
        }
        return Optional.ofNullable(IDS.get(word)).map(ZoneId::of);
    }

    /** The offset of {@code +2}, {@code +0200} or {@code +02:00}, or UTC of {@code z}. */
    static Optional<ZoneId> offset(String word) {
        try {
            return Optional.of(ZoneOffset.of(word.equals("z") ? "Z" : word));
        } catch (DateTimeException noOffset) {
            return Optional.empty();
        }
    }

    /** The zones of that city: one, or several that differ. */
    static List<String> ofCity(String name) {
        Set<String> ids = CITIES.getOrDefault(key(name), Set.of());
        Set<ZoneRules> rules = new HashSet<>();
        // Some cities are listed under two names of one zone.
        return ids.stream()
                .sorted()
                .filter(id -> rules.add(ZoneId.of(id).getRules()))
                .toList();
    }

    /** The ids that are most like what was written, nearest first, at most three. */
    static List<String> nearest(String written) {
        if (written.length() > LONGEST) {
            return List.of();
        }
        String word = key(written);
        int wrong = Math.max(1, (word.length() - 1 - word.lastIndexOf('/')) / 3);
        return CITIES.entrySet().stream()
                .flatMap(city -> city.getValue().stream()
                        .map(id -> Map.entry(id, Math.min(distance(word, city.getKey()), distance(word, key(id))))))
                .filter(near -> near.getValue() <= wrong)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .limit(SUGGESTED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    /** How many letters have to be put in, taken out or changed; the beginning of a name is as near as one letter. */
    private static int distance(String word, String name) {
        if (word.length() > 2 && name.startsWith(word)) {
            return 1;
        }
        int[] before = new int[name.length() + 1];
        for (int j = 0; j <= name.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            int[] row = new int[name.length() + 1];
            row[0] = i;
            for (int j = 1; j <= name.length(); j++) {
                int changed = before[j - 1] + (word.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[name.length()];
    }
}
